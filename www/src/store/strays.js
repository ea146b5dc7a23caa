/**
 * Which drafts on this device belong to no period any more.
 * @module
 */
import { written } from '../json.js'
import { timed } from './endpoint.js'
import { askedOf } from './keeper.js'
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
 * @param {{ store: import('./database.js').Store, plan: Pick<import('../core.js').Plan, 'stray' | 'named'>, planUrl: string,
 *   summary: { id: string } }} desk
 * @param {string} unit
 * @param {DutyView[]} duties
 * @returns {Promise<Stray[]>}
 */
export async function strays({ store, plan, planUrl, summary }, unit, duties) {
  const all = (/** @type {import('./database.js').Shelf} */ shelf) => store.all(shelf).catch(() => [])
  const [drafts, kept, files] = await Promise.all([all('drafts'), all('kept'), all('plans')])
  const file = files.find(({ url }) => url === planUrl)
  const known = [summary.id, ...formerly(file)]
  const ofOthers = drafts
    .map(ofRecord)
    .filter((of) => of && !known.includes(of.plan) && plan.stray(of, unit, of.plan) !== undefined)
  const gone = await homeless(new Set(ofOthers.map(({ plan: id }) => id)), files, planUrl)
  const former = [...known, ...gone.keys()].join(' ')
  const found = drafts.map((/** @type {DraftRecord} */ record) => {
    const { key, draft, at, sent, others = [], refused, asked } = record
    const labels = askedOf(record)?.fields ?? {}
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
      const isFitting = !read.report && gone.get(of.plan) !== 'unknown'
      const fits = isFitting ? duties.find((duty) => duty.key === home) : undefined
      const refusal = 'refused' in rest ? rest.refused?.title : undefined
      const stray = { key, text, at: when, title: plan.named(of) ?? '', refused: refusal, fits, asked }
      return [{ ...stray, lines: linesOf(of, labels) }]
    })
  })
  return found.flat()
}

/** What a record is of. @param {DraftRecord} record @returns {any} */
function ofRecord(record) {
  const text = record.draft || record.sent || returned(record)
  const read = text && JSON.parse(text)
  return read?.report ?? read
}

/**
 * Those of some plans that can be opened nowhere any more, since a plan may be renamed together with its address. One of
 * which the device knows no address is only perhaps gone.
 * @param {Set<string>} ids
 * @param {import('./plan.js').KeptPlan[]} files
 * @param {string} open the address of the plan that is open
 * @returns {Promise<Map<string, 'gone' | 'unknown'>>}
 */
async function homeless(ids, files, open) {
  /** @type {Map<string, 'gone' | 'unknown'>} */
  const found = new Map()
  for (const id of ids) {
    const homes = files.filter(({ url, text }) => url !== open && JSON.parse(text).id === id)
    const left = await Promise.all(homes.map(({ url }) => hasLeft(url, id)))
    if (left.every(Boolean)) found.set(id, homes.length > 0 ? 'gone' : 'unknown')
  }
  return found
}

/**
 * Whether a plan is known to stand no more at its address; whoever does not answer has said nothing.
 * @param {string} url
 * @param {string} id
 */
async function hasLeft(url, id) {
  try {
    const response = await timed(url, { credentials: 'same-origin', cache: 'no-cache' })
    if ([404, 410].includes(response.status)) return true
    return response.ok && (await response.json()).id !== id
  } catch {
    return false
  }
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
