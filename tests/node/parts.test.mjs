// The core in two parts, as people load it: whatever a unit opens and types, in every plan that ships and in those that hold what else
// a plan can be, the first part alone says what the whole says, to the letter; and so do both together, from the moment on at which
// the later part comes. What the first part lacks is a trap and never another answer; here that is a failure, with what was asked.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { withoutTables } from '../../www/walk.mjs'
import { chanceOf, typed } from '../support/chance.mjs'
import { bytes, inParts } from '../support/parts.mjs'

const ROOT = new URL('../../', import.meta.url)
const DIST = new URL('www/dist/', ROOT)
const DAY = 86_400_000
const FOLDERS = ['www/plans', 'www/dist/plans', 'tests/wide', 'tests/when', 'tests/cases/plans']

/** @typedef {import('../../www/src/core.js').Core} Core */
/** @typedef {import('../../www/src/core.js').Plan} Plan */
/** @typedef {import('../../www/src/core.js').Form} Form */
/** @typedef {Omit<Parameters<Plan['form']>[0], 'draft' | 'earlier'>} Asked */

/** @typedef {Awaited<ReturnType<typeof inParts>>} InParts */

/** @type {Core} */
const whole = await (await import(new URL('core.js?parts', DIST).href)).load({ wasm: bytes('phieu_bg.wasm') })

/** @param {ReturnType<typeof chanceOf>} chance */
const activityOf = (chance) =>
  Object.fromEntries(
    ['title', 'date', 'time', 'place', 'participants', 'links', 'partners', 'note'].flatMap((part) =>
      // JSON writes some signs by their number, which is not for the first part.
      chance.below(3) > 0 ? [[part, typed(chance).replaceAll('\u0007', '')]] : [],
    ),
  )

/** What every unit owes at some moments of the plan. @param {Plan} plan @param {{ from: string, to: string }} period */
function* owed(plan, { from, to }) {
  const [begin, end] = [Date.parse(from), Date.parse(to)]
  const times = new Map()
  for (const { id: unit } of plan.summary().units)
    for (const now of [begin + 5 * DAY, (begin + end) / 2, end + 5 * DAY])
      for (const { duty, period, state } of plan.duties({ unit, now, sent: [], lang: 'vi' })) {
        const time = times.get(duty) ?? 0
        times.set(duty, time + 1)
        if (state !== 'waived' && time % 7 === 0 && time < 30) yield { unit, duty, period, now }
      }
}

/** Reports of a plan that ships, as units may have sent them. @param {string} name @returns {any[]} */
function samples(name) {
  const file = name.replace('.json', '.ndjson')
  if (!readdirSync(new URL('samples/', DIST)).includes(file)) return []
  const lines = bytes(`samples/${file}`).toString().split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line).submission.report)
}

/** Reports of a table of tests/wide. @param {{ at: string, reports?: any[] }} table @param {Plan} plan @returns {any[]} */
function tabled({ at, reports = [] }, plan) {
  const { id, version } = plan.summary()
  return reports.flatMap(({ unit, duty, from, figures }) => {
    const owes = plan.duties({ unit, now: Date.parse(at), lang: 'vi' })
    const { period } = owes.find((one) => one.duty === duty && one.period.from === from) ?? {}
    return period ? [{ format: 1, plan: id, planVersion: version, duty, unit, period, figures }] : []
  })
}

/** Every plan: its name, its JSON, and what of it was sent. */
const PLANS = FOLDERS.flatMap((folder) => {
  const names = readdirSync(new URL(`${folder}/`, ROOT)).filter((name) => /^[^.]*\.json$/.test(name))
  return names.map((name) => {
    const text = readFileSync(new URL(`${folder}/${name}`, ROOT), 'utf8')
    const read = JSON.parse(text)
    const json = read.plan ? JSON.stringify(read.plan) : text
    const sent = read.plan && read.reports ? tabled(read, whole.plan(json)) : samples(name)
    return { path: `${folder}/${name}`, json, sent }
  })
})

/** So much says what was asked. @param {string[]} lacks */
const shortened = (lacks) => lacks.slice(0, 5).map((lack) => lack.slice(0, 400))

/** Both cores, asked the same: the answers are alike. */
class Both {
  /** @type {string[]} what the first part lacked */
  lacks = []

  /** @param {InParts} parts @param {string} json */
  constructor(parts, json) {
    this.mine = parts.core.plan(json)
    this.its = whole.plan(json)
  }

  /**
   * @template T
   * @param {string} what
   * @param {T} mine
   * @param {T} its
   * @param {(one: T) => unknown} question
   * @returns {any} what the whole answers
   */
  asked(what, mine, its, question) {
    const [own, answer] = [outcome(() => question(mine)), outcome(() => question(its))]
    if (own.code === 'panic' && answer.code !== 'panic') this.lacks.push(what)
    else assert.deepEqual(own, answer, what)
    return answer.answer
  }

  /** @param {string} what @param {(plan: Plan) => unknown} question */
  plan(what, question) {
    return this.asked(what, this.mine, this.its, question)
  }

  /** The same form of both; none where it cannot be opened. @param {Parameters<Plan['form']>[0]} asked */
  form(asked) {
    const [own, other] = [outcome(() => this.mine.form(asked)), outcome(() => this.its.form(asked))]
    const [mine, its] = [own.answer, other.answer]
    if (own.code === 'panic')
      this.lacks.push(`form ${JSON.stringify({ ...asked, earlier: asked.earlier.length })}`)
    else assert.deepEqual(own.error, other.error)
    if (!mine || !its) return undefined
    return {
      ask: (/** @type {string} */ what, /** @type {(form: Form) => unknown} */ question) =>
        this.asked(what, mine, its, question),
      free: () => [mine, its].forEach((form) => void form.free()),
    }
  }
}

/** @param {() => any} ask @returns {{ answer?: any, error?: any, code?: string }} */
function outcome(ask) {
  try {
    return { answer: ask() }
  } catch (error) {
    const { code, errors, message } = /** @type {any} */ (error)
    return { error: { code, errors, message: code === 'panic' ? '' : message }, code }
  }
}

/**
 * Opens a form, types into it and opens it again with what was typed.
 * @param {Both} both
 * @param {Asked} asked
 * @param {string[]} earlier
 * @param {ReturnType<typeof chanceOf>} chance
 */
function fillIn(both, asked, earlier, chance) {
  const form = both.form({ ...asked, draft: null, earlier })
  if (!form) return
  const view = form.ask('view', (one) => one.view())
  const fields = view.sections.flatMap((/** @type {any} */ { fields: of }) => of)
  for (const { path, choices } of fields.flatMap((/** @type {any} */ { inputs }) => inputs))
    for (let time = 0; time < 6; time += 1) {
      const isChosen = choices.length > 0 && time % 2 === 1
      const text = isChosen ? chance.one(/** @type {any[]} */ (choices)).value : typed(chance)
      const change = form.ask(`${path}: ${text}`, (one) => one.set(path, text))
      for (const { findings } of change?.inputs ?? [])
        for (const { path: at, code, severity } of findings)
          if (severity === 'warning') form.ask(`${at} ${code}`, (one) => one.explain(at, code, 'Mưa lớn.'))
    }
  const then = asked.now + chance.below(60) * DAY
  form.ask('tick', (one) => one.tick(then))
  const draft = form.ask('draft', (one) => one.draft())
  form.free()
  const activities = Array.from({ length: chance.below(5) }, () => activityOf(chance))
  const kept = JSON.parse(draft)
  // What JSON writes by a number is not for the first part either.
  const figures = Object.entries(kept.figures ?? {}).map(([id, text]) => [
    id,
    String(text).replaceAll('\u0007', ''),
  ])
  for (const again of [
    { ...kept, figures: Object.fromEntries(figures), activities },
    { ...kept, figures: { gone: '12' }, explanations: [] },
  ]) {
    const opened = both.form({ ...asked, draft: JSON.stringify(again), earlier })
    opened?.ask(`view of ${JSON.stringify(again)}`, (one) => one.view())
    opened?.ask('draft', (one) => one.draft())
    opened?.free()
  }
}

/** What no first field needs, asked of a form. @param {NonNullable<ReturnType<Both['form']>>} form @param {number} now */
function goOn(form, now) {
  const [planned] = form
    .ask('view', (one) => one.view())
    .sections.flatMap((/** @type {any} */ { activities }) => activities?.planned ?? [])
  form.ask('an activity', (one) => one.addActivity({}))
  if (planned) form.ask('a planned one', (one) => one.addActivity({ planned: planned.id }))
  for (const [part, text] of [
    ['title', 'Ngày Chủ nhật xanh'],
    ['date', '26/3'],
    ['links', 'vn'],
  ])
    form.ask(`${part}: ${text}`, (one) => one.set(`/activities/0/${part}`, `${text}`))
  form.ask('card', (one) => one.card(0))
  form.ask('days', (one) => one.days('/activities/0/date'))
  form.ask('map', (one) => one.map(true, ''))
  form.ask('parts', (one) => one.parts())
  form.ask('earlier', (one) => one.copyEarlier())
  form.ask('problems', (one) => one.problems())
  form.ask('review', (one) => one.review())
  form.ask('claims', (one) => one.claims())
  form.ask('submission', (one) =>
    one.submission({ id: '00000000-0000-4000-8000-000000000001', preparedAt: now }),
  )
  form.ask('draft', (one) => one.draft())
}

/** Whether a plan has a table: such a plan is read once the later part is there. @param {string} json */
const hasTable = (json) =>
  (JSON.parse(json).indicators ?? []).some((/** @type {any} */ { measure }) => measure.table)

PLANS.forEach(({ path, json: asIs, sent }, seed) => {
  // Every other one as a page has it whose first screen comes ahead of the core.
  const isAhead = seed % 2 === 1
  test(`${path}: the first part alone says what the whole says`, async () => {
    const chance = chanceOf(seed + 1)
    if (hasTable(asIs))
      await assert.rejects(
        inParts(`${path} table`, { isAhead }).then(({ core }) => core.plan(asIs)),
        { code: 'panic' },
      )
    const json = hasTable(asIs) ? JSON.stringify(withoutTables(JSON.parse(asIs))) : asIs
    const both = new Both(await inParts(path, { isAhead }), json)
    both.plan('summary', (plan) => plan.summary())
    for (const query of ['', 'phuong 3', 'Tây', 'ủy ban', ...Array.from({ length: 5 }, () => typed(chance))])
      both.plan(`units ${query}`, (plan) => plan.searchUnits(query))
    for (const odd of [{}, { plan: 1 }, { plan: 'a', unit: 'b', duty: 'c', period: { from: '', to: 'x' } }])
      both.plan(`key ${JSON.stringify(odd)}`, (plan) => plan.key(/** @type {any} */ (odd)))
    let forms = 0
    for (const asked of owed(both.its, JSON.parse(json).period)) {
      const { unit, now, duty, period } = asked
      const duties = both.plan('duties', (plan) => plan.duties({ unit, now, sent: [], lang: 'vi' }))
      const known = duties.map((/** @type {any} */ each) => ({
        ...{ duty: each.duty, period: each.period, status: chance.one(['received', 'returned', 'accepted']) },
        receivedAt: new Date(now - chance.below(40) * DAY).toISOString(),
      }))
      both.plan('duties, sent', (plan) => plan.duties({ unit, now, sent: known, lang: 'vi' }))
      both.plan('key', (plan) => plan.key({ plan: both.its.summary().id, unit, duty, period }))
      const reports = sent.filter((report) => report.unit === unit).map((report) => JSON.stringify(report))
      fillIn(both, asked, reports, chance)
      forms += 1
    }
    assert.deepEqual(
      shortened(both.lacks),
      [],
      'what the first part would need: www/walk.mjs must go that way',
    )
    assert.ok(forms > 0)
  })

  test(`${path}: so do both parts, also of a form that was open when the later one came`, async () => {
    const parts = await inParts(`${path} both`, { isAhead })
    if (hasTable(asIs)) await parts.completes()
    const both = new Both(parts, asIs)
    for (const asked of [...owed(both.its, JSON.parse(asIs).period)].slice(0, 6)) {
      const form = both.form({ ...asked, draft: null, earlier: [] })
      form?.ask('view', (one) => one.view())
      if (!hasTable(asIs)) await parts.completes()
      if (form) goOn(form, asked.now)
      form?.free()
    }
    both.plan('about', (plan) => plan.about())
    both.plan('moment', (plan) => plan.moment(1_677_000_000_000))
    const [unit] = both.its.summary().units
    both.plan('agenda', (plan) => plan.paper('agenda', unit?.id ?? '', 1_677_000_000_000))
    assert.deepEqual(shortened(both.lacks), [])
  })
})

test('what comes with the later part is a trap before', async () => {
  const json = readFileSync(new URL('www/plans/tan-phu-thang-thanh-nien-2023.json', ROOT), 'utf8')
  const { core } = await inParts('early')
  assert.throws(() => core.plan(json).about(), { name: 'PhieuError', code: 'panic' })
})

test('what is wrong with a plan is said once the later part is there, to the letter', async () => {
  const json = readFileSync(new URL('www/plans/tan-phu-thang-thanh-nien-2023.json', ROOT), 'utf8')
  const changed = (/** @type {object} */ members) => JSON.stringify({ ...JSON.parse(json), ...members })
  const broken = [
    '',
    '{',
    '[1,]',
    '<!doctype html>',
    json.replace('"', '"\\q'),
    json.replace('{', '{"id":"a",'),
  ]
  broken.push(changed({ duties: [{}] }), changed({ zzz: 1 }), changed({ version: 'một' }))
  broken.push(
    changed({ format: 99 }),
    changed({ units: 'không' }),
    changed({ period: { from: '31/2', to: '1/3' } }),
  )
  for (const each of broken) {
    const { code, error } = outcome(() => whole.plan(each))
    assert.equal(code, 'plan', each.slice(0, 40))
    const alone = await inParts(`alone ${each.length}`)
    assert.equal(outcome(() => alone.core.plan(each)).code, 'panic', each.slice(0, 40))
    const { core, completes } = await inParts(`broken ${each.length}`)
    await completes()
    assert.deepEqual(outcome(() => core.plan(each)).error, error)
  }
})
