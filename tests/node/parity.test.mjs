// Random reports and drafts of every plan that ships and of every one as wide as the documents: the same findings, to the
// sentence, natively (the program, line by line), in the package, and for drafts in the module that people's pages load.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { load } from 'phieu'
import { whole as joined } from '../../www/src/joined.js'
import { chanceOf, typed } from '../support/chance.mjs'
import { listed } from '../support/form-cases.mjs'

const ROOT = new URL('../../', import.meta.url)
const DIST = new URL('www/dist/', ROOT)
const DAY = 86_400_000
/** How many reports, and how many drafts, of a plan. */
const EACH = Number(process.env.PARITY ?? 120)
const folder = mkdtempSync(join(tmpdir(), 'phieu-parity-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** @typedef {import('../../www/src/core.js').Plan} Plan */
/** @typedef {ReturnType<typeof chanceOf>} Chance */
/** @typedef {{ path: string, code: string, severity: string, message: string, params?: object }} Found */

const PLANS = ['www/plans', 'tests/wide'].flatMap((place) =>
  readdirSync(new URL(`${place}/`, ROOT))
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const read = JSON.parse(readFileSync(new URL(`${place}/${name}`, ROOT), 'utf8'))
      return { path: `${place}/${name}`, json: read.plan ?? read }
    }),
)

const node = await load()

/** The core in two parts, as a page loads it. @type {import('../../www/src/core.js').Core} */
const page = await (await import(new URL('www/src/core.js?parity', ROOT).href)).load({
  module: () => WebAssembly.compile(readFileSync(new URL('phieu.first.wasm', DIST))),
  async begun(/** @type {any} */ first) {
    const later = await joined(await WebAssembly.compile(readFileSync(new URL('phieu.later.wasm', DIST))))
    await WebAssembly.instantiate(later, { '': first })
  },
})

/**
 * What the program finds of each line.
 * @param {string} plan its file
 * @param {string[]} lines
 * @param {string} at
 * @param {string[]} more
 * @returns {Promise<Found[][]>}
 */
async function native(plan, lines, at, more = []) {
  const file = join(folder, 'lines.ndjson')
  writeFileSync(file, lines.join('\n'))
  const command = ['check', plan, file, '--lines', '--json', '--at', at, ...more]
  const program = fileURLToPath(new URL('target/debug/phieu', ROOT))
  // With errors among them it ends with 1.
  const { stdout } = await promisify(execFile)(program, command, { maxBuffer: 2 ** 28 }).catch((ended) => {
    assert.equal(ended.code, 1, ended.stderr)
    return ended
  })
  const found = stdout.split('\n').filter(Boolean)
  assert.equal(found.length, lines.length)
  return found.map((/** @type {string} */ line) => JSON.parse(line).findings)
}

/** @param {Found[]} findings */
const said = (findings) =>
  findings.map(({ path, code, severity, message }) => ({ path, code, severity, message }))

const MOST = Number.MAX_SAFE_INTEGER
/** Numbers small, large, at every edge and beyond. @param {Chance} chance */
const number = (chance) =>
  chance.one([
    0,
    1,
    chance.below(60),
    chance.below(60),
    chance.below(5_000),
    chance.below(2 ** 31),
    -1,
    MOST,
    2 ** 60,
  ])

/** A figure as JSON, mostly of its kind. @param {any} measure @param {Chance} chance */
function figure(measure, chance) {
  const kind = chance.below(8) > 0 ? JSON.stringify(measure ?? '') : 'any'
  const of = (/** @type {string} */ word) => kind.includes(word)
  if (of('share') || of('ratio')) return { part: number(chance), whole: number(chance) }
  if (of('answers') || of('choice')) {
    const answers = (Object.values(measure)[0]?.answers ?? []).map((/** @type {any} */ one) => one.id)
    const one = chance.one([...answers, 'no-such'])
    return chance.below(3) > 0 ? one : [one, chance.one([...answers, one])]
  }
  if (of('file'))
    return [
      {
        hash: '0a'.repeat(32),
        name: chance.one(['a.pdf', '../a.pdf', 'a.exe']),
        bytes: number(chance),
        kind: 'pdf',
      },
    ]
  if (of('date')) return chance.one(['2026-03-01', '2023-02-29', '2023-03-08', '1/3/2023'])
  if (of('done')) return chance.one([true, false, 1])
  if (of('text') || of('phone') || of('email') || of('link') || of('time')) return typed(chance)
  if (kind === 'any') return chance.one([null, true, '12', [], {}, { part: 1 }, 'x', number(chance)])
  return chance.below(4) > 0
    ? number(chance)
    : { number: number(chance), is: chance.one(['above', 'below', 'about', 'nearly']) }
}

/** @param {Chance} chance */
const activity = (chance) => ({
  title: typed(chance),
  date: chance.one(['2023-03-01', '2026-03-02', '2026-13-01', '']),
  ...(chance.below(2) > 0 && { place: typed(chance) }),
  ...(chance.below(2) > 0 && { participants: number(chance) }),
})

/**
 * What a unit may send: of its duty, and now and then of another one or another day.
 * @param {any} json the plan
 * @param {{ unit: string, duty: string, period: object }} owed
 * @param {Chance} chance
 */
function report(json, { unit, duty, period }, chance) {
  const template = json.templates.find((/** @type {any} */ { id }) =>
    json.duties.some((/** @type {any} */ one) => one.id === duty && one.template === id),
  )
  const fields = (template?.sections ?? []).flatMap((/** @type {any} */ section) => section.fields ?? [])
  const asked = chance.below(10) > 0 ? fields.map((/** @type {any} */ field) => field.indicator) : ['no-such']
  const measureOf = (/** @type {string} */ id) =>
    json.indicators.find((/** @type {any} */ one) => one.id === id)?.measure
  const figures = asked.flatMap((/** @type {string} */ id) =>
    chance.below(5) > 0 ? [[id, figure(measureOf(id), chance)]] : [],
  )
  return {
    format: chance.below(40) > 0 ? 1 : 2,
    plan: json.id,
    planVersion: chance.below(40) > 0 ? json.version : 99,
    duty,
    unit: chance.below(30) > 0 ? unit : 'nobody',
    period: chance.below(30) > 0 ? period : { from: '2020-01-01', to: '2020-01-07' },
    figures: Object.fromEntries(figures),
    ...(chance.below(3) === 0 && {
      activities: Array.from({ length: chance.below(4) }, () => activity(chance)),
    }),
    ...(chance.below(20) === 0 && { more: 1 }),
  }
}

/** What every unit owes at some moment, some of it. @param {Plan} plan @param {number} now @param {Chance} chance */
function owed(plan, now, chance) {
  const all = plan.summary().units.flatMap(({ id: unit }) =>
    plan
      .duties({ unit, now, sent: [], lang: 'vi' })
      .filter(({ state }) => state !== 'waived')
      .map(({ duty, period }) => ({ unit, duty, period })),
  )
  // Each duty is met, those of few units too.
  const duties = [...new Set(all.map(({ duty }) => duty))]
  return Array.from({ length: EACH }, (_, place) =>
    chance.one(all.filter(({ duty }) => duty === duties[place % duties.length])),
  )
}

PLANS.forEach(({ path, json }, seed) => {
  const text = JSON.stringify(json)
  const file = join(folder, `${seed}.json`)
  const end = Date.parse(json.period.to)
  const moments = [(Date.parse(json.period.from) + end) / 2, end + 5 * DAY]

  test(`${path}: random reports get the same findings natively and in the package`, async () => {
    writeFileSync(file, text)
    const chance = chanceOf(1_000 + seed)
    const plan = node.plan(text)
    for (const now of moments) {
      const lines = owed(plan, now, chance).map((one) => JSON.stringify(report(json, one, chance)))
      const found = await native(file, lines, new Date(now).toISOString())
      lines.forEach((line, place) => {
        assert.deepEqual(said(plan.check(line, { now, sending: true })), said(found[place] ?? []), line)
      })
      assert.ok(found.flat().length > EACH / 4, 'what is random is seldom right')
      assert.ok(found.some((findings) => findings.every(({ code }) => code !== 'report.malformed')))
      const many = plan.checkMany(new TextEncoder().encode(lines.join('\n')), { now })
      const expected = found.flatMap((findings, place) =>
        findings
          .filter(({ code }) => code !== 'explanation.missing')
          .map(({ path: at, code }) => `${place + 1} ${at} ${code}`),
      )
      assert.deepEqual(
        many.findings.map(({ line, path: at, code }) => `${line} ${at} ${code}`).sort(),
        expected.sort(),
      )
    }
  })

  test(`${path}: random drafts get the same findings natively, in the package and on a page`, async () => {
    writeFileSync(file, text)
    const chance = chanceOf(2_000 + seed)
    const [plan, paged] = [node.plan(text), page.plan(text)]
    const now = moments[0] ?? 0
    const asked = owed(plan, now, chance)
    const drafts = asked.map(({ unit, duty, period }) => {
      const form = paged.form({ unit, duty, period, draft: null, earlier: [], now })
      const inputs = form.view().sections.flatMap(({ fields }) => fields.flatMap((field) => field.inputs))
      for (const { path: at, choices } of inputs)
        if (chance.below(4) > 0)
          form.set(at, choices.length > 0 && chance.below(4) > 0 ? chance.one(choices).value : typed(chance))
      const draft = form.draft()
      const problems = listed(form.problems())
      form.free()
      return { draft, problems }
    })
    const lines = drafts.map(({ draft }) => JSON.stringify(JSON.parse(draft)))
    const found = await native(file, lines, new Date(now).toISOString(), ['--draft'])
    drafts.forEach(({ draft, problems }, place) => {
      const own = found[place] ?? []
      assert.deepEqual(said(plan.checkDraft(draft, { now, sending: true }).findings), said(own), draft)
      assert.deepEqual(problems, listed(own), draft)
    })
  })
})

test('all plans that ship and all as wide as the documents are among them', () => {
  assert.ok(PLANS.length >= 10, `${PLANS.length}`)
})
