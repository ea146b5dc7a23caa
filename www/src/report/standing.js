/**
 * How a unit stands: what this device has sent, what the office has told, and what of both holds.
 * @module
 */

import { written } from '../json.js'
import { access } from '../store/access.js'
import { reports, status } from '../store/endpoint.js'

/** @typedef {import('../types.js').DutyView} DutyView */
/** @typedef {import('../types.js').Sent} Sent */
/** @typedef {import('../store/endpoint.js').Decision} Decision */
/** @typedef {Pick<DutyView, 'key' | 'duty' | 'period'>} Occasion */
/** @typedef {{ id?: string, receipt: import('../types.js').Receipt, submission: string, at: number }} Kept `id` is what
 *   the device files it under; older versions of the page did not note it */
/** @typedef {import('../store/endpoint.js').Standing & { reports: Kept[], askedAt: number }} Told */
/** @template T @typedef {T & { key: string | undefined }} Keyed with the key of its occasion */

/** @type {Told} */
export const NOTHING = { sent: [], decisions: [], reports: [], askedAt: 0 }

/**
 * Asks the office. What the unit has sent, figures and all, is told to whoever has
 * its code.
 * @param {string | null} endpoint
 * @param {string} plan
 * @param {string} unit
 * @param {import('../types.js').Lang} lang
 * @returns {Promise<Told>}
 */
export async function standing(endpoint, plan, unit, lang) {
  if (!endpoint) return NOTHING
  const askedAt = Date.now()
  const options = { lang, token: access.token(endpoint, plan, unit) }
  const [known, told] = await Promise.all([
    status(endpoint, plan, unit, options),
    options.token ? reports(endpoint, plan, unit, options) : [],
  ])
  const asKept = (/** @type {import('../store/endpoint.js').Reported} */ { receipt, submission }) => ({
    receipt,
    submission: written(submission),
    at: Date.parse(receipt.receivedAt),
  })
  return { ...known, askedAt, reports: told.map(asKept) }
}

/**
 * What holds. The office knows better what became of a report; the device, what was sent after the office was last
 * asked, and what it could not be asked about.
 * @param {Kept[]} own what the unit has sent from this device
 * @param {Told} told
 * @param {<T extends object>(each: T) => Keyed<T>} keyed
 * @returns {{ kept: Keyed<Kept>[], sent: Keyed<Sent>[], decisions: Keyed<Decision>[] }}
 */
export function joined(own, { sent, decisions, reports: elsewhere, askedAt }, keyed) {
  const ids = new Set(own.map(({ receipt }) => receipt.submission))
  const kept = [...own, ...elsewhere.filter(({ receipt }) => !ids.has(receipt.submission))]
    .map((each) => ({ ...each, key: keyed(each.receipt).key }))
    .sort(
      ({ receipt: a }, { receipt: b }) => a.receivedAt.localeCompare(b.receivedAt) || a.revision - b.revision,
    )
  // What was sent in the future was sent by a clock that has been set back since.
  const isNewer = (/** @type {Kept} */ { at }) => at > askedAt && at <= Date.now()
  const newer = new Set(own.filter(isNewer).map(({ receipt }) => keyed(receipt).key))
  const stands = (/** @type {Keyed<object>} */ { key }) => !newer.has(key)
  const known = sent.map(keyed).filter(stands)
  const mine = kept.map(({ key, receipt: { duty, period, receivedAt } }) => ({
    key,
    duty,
    period,
    receivedAt,
    status: /** @type {const} */ ('received'),
  }))
  return {
    kept,
    sent: [...known, ...mine.filter(({ key }) => !known.some((other) => other.key === key))],
    decisions: decisions.map(keyed).filter(stands),
  }
}
