/**
 * All that a device keeps of one unit of a plan.
 * @module
 */
import * as tail from './tail.js'
import { returned } from './versions.js'

/**
 * @typedef {object} Keeping what is kept of a plan on this device
 * @property {{ id: string }} summary
 * @property {import('./database.js').Store} store
 * @property {() => Promise<import('./outbox.js').Outbox>} outbox
 * @property {() => Promise<Kept>} shelves
 */
/** @typedef {{ drafts: import('./keeper.js').DraftRecord[], letters: import('./outbox.js').Letter[],
 *   kept: { id?: string, receipt: import('../types.js').Receipt }[] }} Kept */
/** @typedef {{ drafts: import('./keeper.js').DraftRecord[], letters: import('./outbox.js').Letter[] }} Stored */

/**
 * Whether a draft or a submission is of a unit of the plan.
 * @param {string | undefined} json
 * @param {string} plan
 * @param {string} unit
 */
function isOf(json, plan, unit) {
  try {
    const read = JSON.parse(json ?? '')
    const of = read.report ?? read
    return of.plan === plan && of.unit === unit
  } catch {
    return false
  }
}

/**
 * What has not reached the office: drafts, and what waits to be sent.
 * @param {Keeping} desk
 * @param {string} unit
 * @returns {Promise<Stored>}
 */
export async function storedOf(desk, unit) {
  const { id } = desk.summary
  const { drafts, letters } = await desk.shelves()
  return {
    drafts: drafts
      .map((record) => ({ ...record, draft: record.draft ?? returned(record) }))
      .filter(({ draft }) => isOf(draft, id, unit)),
    letters: letters.filter(({ submission }) => isOf(submission, id, unit)),
  }
}

/**
 * @param {Keeping} desk
 * @param {string} unit
 * @param {string[]} keys of what the unit owes: a form that was opened left its record, also where nothing was typed
 */
export async function clearUnit(desk, unit, keys) {
  const { store } = desk
  const { id } = desk.summary
  const outbox = await desk.outbox()
  const { letters } = await desk.shelves()
  for (const letter of letters) if (isOf(letter.submission, id, unit)) await outbox.discard(letter.id)
  // Only now: what was on its way has left its receipt.
  const { drafts, kept } = await desk.shelves()
  const drop = (/** @type {import('./database.js').Shelf} */ shelf, /** @type {string} */ key) =>
    store.update(shelf, key, () => undefined).catch(() => {})
  for (const record of drafts) {
    const { key, draft, sent } = record
    if (!isOf(draft || sent || returned(record), id, unit) && !keys.includes(key)) continue
    await drop('drafts', key)
  }
  // The same content may have been received under another id than the one it is filed under.
  for (const { id: filed, receipt } of kept)
    if (receipt.plan === id && receipt.unit === unit) await drop('kept', filed ?? receipt.submission)
  tail.take(unit, (draft) => (isOf(draft, id, unit) ? unit : undefined))
}
