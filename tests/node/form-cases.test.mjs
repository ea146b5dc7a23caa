// The shared table of cases, in the module that people use and through a real form: typed field by field, and opened
// with a draft that was kept. The same findings as everywhere.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const ROOT = new URL('../../', import.meta.url)
const read = (/** @type {string} */ path) => readFileSync(new URL(path, ROOT))

/** @type {typeof import('../../www/src/core.js')} */
const { load } = await import(new URL('www/dist/core.js', ROOT).href)
const core = await load({ wasm: read('www/dist/phieu_bg.wasm') })

/** @typedef {{ path: string, code: string, severity: string }} Found */
/** @typedef {{ planned?: string } & Record<string, string>} Listed */
/** @typedef {{ path: string, code: string, text: string }} Explained */
/** @typedef {{ figures?: Record<string, string>, activities?: Listed[], explanations?: Explained[] }} Draft */
/** @typedef {import('../../www/src/core.js').Form} Form */

/** A form writes the head of its draft itself: tests/cases/README.md. */
const OF_THE_HEAD = ['format', 'plan', 'planVersion']
/** What a form says before sending, and not while one types. */
const BEFORE_SENDING = ['required', 'activities.tooFew', 'activities.tooMany', 'explanation.missing']

const cases = readdirSync(new URL('tests/cases/', ROOT))
  .filter((name) => name.endsWith('.json'))
  .sort()
  .flatMap((file) =>
    JSON.parse(String(read(`tests/cases/${file}`))).map((/** @type {any} */ one) => ({ file, ...one })),
  )

/** @type {Map<string, { plan: import('../../www/src/core.js').Plan, id: string, version: number }>} */
const plans = new Map()
for (const { plan: path } of cases) {
  const text = String(read(path))
  const { id, version } = JSON.parse(text)
  plans.set(path, plans.get(path) ?? { plan: core.plan(text), id, version })
}

/** @param {Found[]} findings in whatever order: a form's is that of its fields */
const listed = (findings) =>
  findings.map(({ path, code, severity }) => `${path} ${code} ${severity}`).sort((a, b) => (a < b ? -1 : 1))

/** @param {Form} form */
function inputsOf(form) {
  const { sections } = form.view()
  const lists = sections.flatMap(({ activities }) => activities ?? [])
  const fields = [
    ...sections.flatMap((section) => section.fields),
    ...lists.flatMap(({ items }) => items.flatMap((item) => item.fields)),
  ]
  return { lists, inputs: fields.flatMap((field) => field.inputs) }
}

/**
 * Types a draft into a blank form, as a person would; false where the form has no place for a part of it.
 * @param {Form} form
 * @param {Draft} draft
 */
function type(form, { figures = {}, activities = [], explanations = [] }) {
  for (const activity of activities) form.addActivity(activity.planned ? { planned: activity.planned } : {})
  const paths = new Set(inputsOf(form).inputs.map(({ path }) => path))
  const typed = [
    ...Object.entries(figures).map(([key, text]) => [`/figures/${key}`, text]),
    ...activities.flatMap(({ planned: _, ...parts }, index) =>
      Object.entries(parts).map(([part, text]) => [`/activities/${index}/${part}`, text]),
    ),
  ]
  if (typed.some(([path = '']) => !paths.has(path))) return false
  for (const [path = '', text = ''] of typed) form.set(path, text)
  for (const { path, code, text } of explanations) form.explain(path, code, text)
  const kept = JSON.parse(form.draft()).activities ?? []
  return activities.every(({ planned = '' }, index) => (kept[index]?.planned ?? '') === planned)
}

/**
 * What the form says before sending, and what stands at its fields.
 * @param {Form} form
 * @param {boolean} sending
 */
function said(form, sending) {
  const { lists, inputs } = inputsOf(form)
  const problems = form.problems().filter(({ code }) => sending || code !== 'explanation.missing')
  const shown = [...inputs, ...lists].flatMap(({ findings }) => findings)
  return { problems: listed(problems), shown: listed(shown), paths: inputs.map(({ path }) => path) }
}

let typedCases = 0

for (const { file, name, plan: path, duty, unit, period, draft, findings, ...one } of cases) {
  const isOfHead = draft && OF_THE_HEAD.some((member) => member in draft)
  // What came by wire is no draft.
  if (!draft || isOfHead) continue
  test(`${file}: ${name}`, () => {
    const { plan, id, version } = plans.get(path) ?? assert.fail(path)
    const sending = one.sending ?? false
    const options = {
      ...{ unit, duty, period },
      // A form always has a moment. Where lateness is not asked, one at which nothing is late.
      now: Date.parse(one.now ?? `${period.from}T00:00:00+07:00`),
      earlier: (one.earlier ?? []).map((/** @type {unknown} */ report) => JSON.stringify(report)),
    }
    const document = JSON.stringify({
      format: 1,
      plan: id,
      planVersion: version,
      duty,
      unit,
      period,
      ...draft,
    })
    /** @type {Form} */
    let kept
    try {
      kept = plan.form({ ...options, draft: document })
    } catch (error) {
      // No form opens for what is not owed.
      return assert.deepEqual(listed(/** @type {any} */ (error).errors), listed(findings))
    }
    const expected = listed(findings)
    const opened = said(kept, sending)
    assert.deepEqual(opened.problems, expected, 'opened with the draft')
    const within = (/** @type {string} */ at) =>
      at !== '' && opened.paths.some((input) => at.startsWith(input) || input.startsWith(`${at}/`))
    const atFields = findings.filter(
      (/** @type {Found} */ { path: at, code }) => within(at) && !BEFORE_SENDING.includes(code),
    )
    for (const finding of listed(atFields))
      assert.ok(opened.shown.includes(finding), `at its field: ${finding}`)

    const blank = plan.form({ ...options, draft: null })
    if (!type(blank, draft)) return
    typedCases += 1
    assert.deepEqual(said(blank, sending), opened, 'typed')
  })
}

test('nearly all of them can be typed', () => assert.ok(typedCases > 125, String(typedCases)))
