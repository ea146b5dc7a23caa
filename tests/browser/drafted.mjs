// A plan that an officer makes of a document, beside the one that ships: which rows are of one sentence, and what each says.

/** @typedef {{ name: string, text: string, label: string | null }} Cell `label`: of what is chosen */
/** @typedef {{ list: string, id: string, standing: string, grade: string | null, title: string, quote: string | null,
 *   section: string, cells: Map<string, Cell> }} Row */

/** The cells that the document's own words decide, list by list. @type {Record<string, RegExp>} */
export const DECIDED = {
  targets: /^(kind|noun|unit|decimals|comparison|value|scope|shareOfUnits|per)$/,
  duties: /^(by|cycle|\d+\.(from|until|day|hour|bound))$/,
  activities: /^(from|to|time|certainty)$/,
}

/** What a plan that ships says, which no press on the page changes. @type {Map<string, Promise<Row[]>>} */
const shippedRows = new Map()

/**
 * What stands on the page, and what the plan that ships says in the same words. Nobody presses anything for it.
 * @param {import('playwright').Page} page @param {string} shipped
 * @returns {Promise<{ rows: Row[], wanted: Row[], pieces: { of: string[], start: number, text: string }[] }>}
 */
export async function seen(page, shipped) {
  const found = rowsOf(page, null)
  const wanted = shippedRows.get(shipped) ?? rowsOf(page, shipped).then(({ rows }) => rows)
  shippedRows.set(shipped, wanted)
  return { ...(await found), wanted: await wanted }
}

/** The rows of a plan, or of what stands on the page. @param {import('playwright').Page} page @param {string | null} shipped */
async function rowsOf(page, shipped) {
  const { rows, pieces } = await page.evaluate((shipped) => {
    const plan = /** @type {any} */ (document.querySelector('phieu-plan'))
    const made = shipped ? plan.core.open(shipped, 'vi') : plan.made
    const rows = made
      .view()
      .rows.filter((/** @type {any} */ { list }) => ['targets', 'duties', 'activities'].includes(list))
      .map((/** @type {any} */ row) => ({ ...row, cells: made.cells(row.list, row.id) }))
    if (shipped) made.free()
    return { rows, pieces: plan.lines.flatMap((/** @type {any} */ { pieces }) => pieces) }
  }, shipped)
  const withCells = (/** @type {any} */ row) => ({
    ...row,
    cells: new Map(
      row.cells.map((/** @type {any} */ { name, text, choices }) => [
        name,
        { name, text, label: choices.find((/** @type {any} */ { chosen }) => chosen)?.label ?? null },
      ]),
    ),
  })
  return { rows: rows.map(withCells), pieces }
}

export const fold = (/** @type {string | null} */ text) =>
  (text ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Whether two texts are of one sentence, as the measures of the reading see it. @param {string | null} one @param {string | null} other */
export function isOfOneSentence(one, other) {
  const [a, b] = [fold(one), fold(other)]
  if (!a || !b) return false
  if (a.includes(b) || b.includes(a)) return true
  const words = a.split(' ')
  return words.some(
    (_, at) => at + 9 <= words.length && ` ${b} `.includes(` ${words.slice(at, at + 9).join(' ')} `),
  )
}

/** Whether two rows are of one sentence. What an officer adds bears the words of the plan. @param {Row} one @param {Row} other */
export const isOfOne = (one, other) =>
  fold(one.title) === fold(other.title) || isOfOneSentence(one.quote ?? one.title, other.quote ?? other.title)

/** People, in the plans' own words: who counts them as people counts the same. */
const PEOPLE =
  /^(luot )?(nguoi|can bo|doan vien|dang vien|thanh nien|thanh thieu nien|thanh thieu nhi|thieu nhi|hoc sinh|sinh vien|chien si|hoi vien)\b/

/** Whether a noun counts the same things, said more closely or in another kind's word. @param {string} one @param {string} other */
function countsTheSame(one, other) {
  const [a, b] = [fold(one), fold(other)]
  if (a.startsWith(b) || b.startsWith(a)) return true
  return PEOPLE.test(a) && PEOPLE.test(b) && a.startsWith('luot') === b.startsWith('luot')
}

/** The cells that say something else. @param {Row} row @param {Row} wanted */
export const apart = (row, wanted) =>
  [...wanted.cells.values()].filter(({ name, text }) => {
    if (!DECIDED[wanted.list]?.test(name)) return false
    const own = row.cells.get(name)?.text ?? ''
    // Units that are named one by one are no choice among groups; and a group is known by its name.
    if (name === 'by')
      return (
        text !== 'kept' &&
        fold(row.cells.get(name)?.label ?? '') !== fold(wanted.cells.get(name)?.label ?? '')
      )
    return name === 'noun' ? !countsTheSame(own, text) : fold(own) !== fold(text)
  })

/** Pairs rows with what is wanted: of those from one sentence the ones that agree most. @param {Row[]} rows @param {Row[]} wanted */
export function paired(rows, wanted) {
  const near = rows.flatMap((row) =>
    wanted
      .filter((one) => one.list === row.list && isOfOne(row, one))
      .map((one) => ({ row, one, apart: apart(row, one).length })),
  )
  near.sort((a, b) => a.apart - b.apart)
  /** @type {Map<Row, Row>} */
  const pairs = new Map()
  const taken = new Set()
  for (const { row, one } of near) {
    if (pairs.has(row) || taken.has(one)) continue
    pairs.set(row, one)
    taken.add(one)
  }
  return pairs
}

/**
 * The plan that was made beside the one that ships: how much is the same, and what is missing, more, or says something else.
 * @param {Row[]} rows those that are in the plan @param {Row[]} wanted
 */
export function compared(rows, wanted) {
  const pairs = paired(rows, wanted)
  const lists = Object.keys(DECIDED).map((list) => {
    const all = wanted.filter((one) => one.list === list)
    const own = [...pairs].filter(([row]) => row.list === list)
    const differs = own.flatMap(([row, one]) => {
      const cells = apart(row, one).map(
        ({ name, text }) => `${name} ${row.cells.get(name)?.text ?? '-'} → ${text}`,
      )
      return cells.length > 0 ? [`${one.title}: ${cells.join('; ')}`] : []
    })
    const missing = all.filter((one) => ![...pairs.values()].includes(one)).map(({ title }) => title)
    const more = rows.filter((row) => row.list === list && !pairs.has(row)).map(({ title }) => title)
    return { list, of: all.length, same: own.length - differs.length, differs, missing, more }
  })
  return lists
}
