// Reports of any plan by a chance that is the same each time: mostly what may be sent, and every kind of mistake among it.
import { chanceOf, typed } from './chance.mjs'

/** @typedef {ReturnType<typeof chanceOf>} Chance */
/** @typedef {{ id: string, measure: any, required?: boolean }} Column */
/** @typedef {{ row: string, columns: Column[], least?: number, most?: number, key?: string }} Table */
/** @typedef {{ path: string, code: string, severity: string }} Found */

const MOST = Number.MAX_SAFE_INTEGER
const MOST_ROWS = 300

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

/** The table of a measure, where it is one. @param {any} measure @returns {Table | undefined} */
const tableOf = (measure) => measure?.table

/** What no kind asks. @param {Chance} chance */
const nothing = (chance) =>
  chance.one([null, true, '12', [], {}, [{}], [['x']], { part: 1 }, 'x', number(chance)])

/** A figure as JSON, mostly of its kind. @param {any} measure @param {Chance} chance @returns {any} */
export function figure(measure, chance) {
  if (chance.below(8) === 0) return nothing(chance)
  const table = tableOf(measure)
  if (table) return rows(table, chance)
  const kind = JSON.stringify(measure ?? '')
  const of = (/** @type {string} */ word) => kind.startsWith(`"${word}"`) || kind.startsWith(`{"${word}"`)
  if (of('share') || of('ratio')) return { part: number(chance), whole: number(chance) }
  if (of('choice')) {
    const answers = measure.choice.answers.map((/** @type {any} */ one) => one.id)
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
  if (of('text') || of('phone') || of('email') || of('link') || of('time'))
    return chance.one([typed(chance), typed(chance), ...right(kind)])
  return chance.below(4) > 0
    ? number(chance)
    : { number: number(chance), is: chance.one(['above', 'below', 'about', 'nearly']) }
}

/** Words that a kind takes. @param {string} kind */
const right = (kind) => {
  if (kind.includes('phone')) return ['+84912345678']
  if (kind.includes('email')) return ['doan@example.org']
  if (kind.includes('link')) return ['https://example.org/a']
  return kind.includes('time') ? ['08:00'] : ['Tuyến hẻm xanh', 'Cầu nông thôn']
}

/**
 * The rows of a table: none, a few, as many as are taken, and one more.
 * @param {Table} table
 * @param {Chance} chance
 * @returns {any[]}
 */
function rows({ columns, least = 0, most = MOST_ROWS, key }, chance) {
  const count = chance.one([
    0,
    1,
    2,
    2,
    3,
    5,
    least,
    least - 1,
    Math.min(most, 40),
    Math.min(most, MOST_ROWS) + 1,
  ])
  /** @param {Column} column */
  const cell = ({ id, measure }) => [id, figure(measure, chance)]
  const made = Array.from({ length: Math.max(count, 0) }, () => {
    const answered = columns.filter(({ required }) => chance.below(required ? 12 : 4) > 0)
    return Object.fromEntries([
      ...answered.map(cell),
      ...(chance.below(40) === 0 ? [['no-such', number(chance)]] : []),
    ])
  })
  const [first] = made
  if (first && chance.below(4) === 0) made.push(key ? { [key]: first[key], ...first } : { ...first })
  if (chance.below(12) === 0) made.push(chance.one([{}, 'x', null, [], { [columns[0]?.id ?? 'x']: null }]))
  return made
}

/** The rows of a table as they are typed or pasted: the cells parted by tabs under the keys of the columns. @param {Table} table @param {Chance} chance */
export function typedRows({ columns, most = MOST_ROWS }, chance) {
  const keys = columns.flatMap(({ id, measure }) =>
    measure.share || measure.ratio ? [`${id}/part`, `${id}/whole`] : [id],
  )
  const named = chance.below(12) === 0 ? [...keys, 'no-such'] : keys.filter(() => chance.below(8) > 0)
  const lines = Array.from({ length: chance.one([0, 1, 2, 3, 5, Math.min(most, 40) + 1]) }, () => {
    const ragged = named.slice(0, chance.below(6) === 0 ? chance.below(named.length + 1) : named.length)
    return ragged.map(() => (chance.below(5) > 0 ? typed(chance).replaceAll(/[\t\n]/g, ' ') : '')).join('\t')
  })
  return [named.join('\t'), ...lines].join('\n')
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
export function report(json, { unit, duty, period }, chance) {
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

/**
 * Lines of explanation for what was found: most of the warnings, some in no words or of something else.
 * @param {Found[]} findings
 * @param {Chance} chance
 */
export function explained(findings, chance) {
  const chosen = findings.filter(
    ({ severity }) => chance.below(severity === 'warning' ? 4 : 40) > 0 && severity !== 'info',
  )
  return chosen
    .filter(({ severity }) => severity === 'warning' || chance.below(8) === 0)
    .map(({ path, code }) => ({
      path: chance.below(10) > 0 ? path : '/figures/no-such',
      code: chance.below(10) > 0 ? code : 'no.such',
      text: chance.one(['Có hai đợt cao điểm', 'Đã kiểm tra lại', ' ', typed(chance), 'x'.repeat(501)]),
    }))
}

/** A copy in another order. @template T @param {T[]} list @param {Chance} chance */
export function shuffled(list, chance) {
  const left = [...list]
  return list.map(() => /** @type {T} */ (left.splice(chance.below(left.length), 1)[0]))
}
