/**
 * Which drafts on this device belong to no period any more.
 * @module
 */
import { written } from '../json.js'
import { returned } from './versions.js'

/** @typedef {import('../types.js').DutyView} DutyView */
/** @typedef {import('./keeper.js').DraftRecord} DraftRecord */
/**
 * @typedef {object} Stray
 * @property {string} key what its record is filed under
 * @property {string} text the draft; the submission, where no draft is left
 * @property {number} at when it was written
 * @property {string} title what it is, in words
 * @property {string[]} lines what it says, to be read
 * @property {string | undefined} refused why the office did not take it
 * @property {DutyView | undefined} fits the period that it may be put into
 * @property {any} asked what the plan asked when it was begun
 */

/**
 * @param {{ store: import('./database.js').Store, plan: Pick<import('../core.js').Plan, 'stray' | 'named'>, planUrl: string }} desk
 * @param {string} unit
 * @param {DutyView[]} duties
 * @returns {Promise<Stray[]>}
 */
export async function strays({ store, plan, planUrl }, unit, duties) {
  const [drafts, kept, file] = await Promise.all([
    store.all('drafts').catch(() => []),
    store.all('kept').catch(() => []),
    store.get('plans', planUrl).catch(() => undefined),
  ])
  const former = formerly(file).join(' ')
  const found = drafts.map((/** @type {DraftRecord} */ record) => {
    const { key, draft, at, sent, others = [], refused, asked } = record
    const submission = sent && JSON.parse(sent).id
    const receipt = kept.find((/** @type {any} */ one) => one.receipt.submission === submission)
    // What the office has, as it was sent, is not lost wherever it stands.
    const main = draft || sent || returned(record)
    const isDelivered = receipt && (!draft || at <= receipt.at)
    const copies = [...(main && !isDelivered ? [{ draft: main, at, refused }] : []), ...others]
    return copies.flatMap(({ draft: text, at: when, ...rest }) => {
      const read = JSON.parse(text)
      const of = read.report ?? read
      const home = plan.stray(of, unit, former)
      if (home === undefined) return []
      const fits = read.report ? undefined : duties.find((duty) => duty.key === home)
      const refusal = 'refused' in rest ? rest.refused?.title : undefined
      const stray = { key, text, at: when, title: plan.named(of) ?? '', refused: refusal, fits, asked }
      return [{ ...stray, lines: linesOf(of, asked?.fields ?? {}) }]
    })
  })
  return found.flat()
}

/**
 * The identities that the plan at an address had, the latest last.
 * @param {import('./plan.js').KeptPlan | undefined} file
 * @returns {string[]}
 */
export const formerly = (file) => (file ? [...(file.was ?? []), JSON.parse(file.text).id] : [])

/**
 * @param {{ figures?: Record<string, unknown>, activities?: object[], explanations?: { text: string }[] }} of
 * @param {Record<string, string>} labels of the questions, as the plan put them
 */
function linesOf({ figures = {}, activities = [], explanations = [] }, labels) {
  const text = (/** @type {unknown} */ value) => (typeof value === 'string' ? value : written(value))
  // In the order in which they were asked.
  const asked = Object.keys(labels).map((path) => path.slice('/figures/'.length))
  const answered = [...new Set([...asked, ...Object.keys(figures)])].filter((id) => id in figures)
  return [
    ...answered.map((id) => `${labels[`/figures/${id}`] ?? id}: ${text(figures[id])}`),
    ...activities.flatMap((activity) => ['', ...Object.values(activity).filter(Boolean).map(text)]),
    ...explanations.map((line) => line.text),
  ]
}
