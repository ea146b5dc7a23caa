/**
 * Two versions of one report: the one that is open, and one that came from another tab or device meanwhile. Nobody
 * replaces the other without having seen it, or having been told that it is there.
 * @module
 */
import { written } from '../json.js'
import { inOrder } from '../store/letters.js'
import { giveUp } from '../store/versions.js'

/** @typedef {import('./work.js').Work} Work */
/** @typedef {{ desk: import('./desk.js').Desk, session: import('../session.js').FormSession,
 *   occasion: import('../types.js').DutyView }} Opened a report that is open */
/** @typedef {{ id?: string, submission?: string, waits?: boolean }} Other blank where this device does not hold it;
 *   `waits` while it has not arrived */

/**
 * What stands or waits in the outbox, where the open report was not made from it and says something else.
 * @param {Opened} opened
 * @param {string} mine the submission of what is open
 * @returns {Other | undefined}
 */
export function otherOf({ desk, session, occasion }, mine) {
  const base = session.keeper?.base
  if (base === undefined) return undefined
  const { key } = occasion
  const waiting = inOrder(desk.letters.filter(({ draftKey }) => draftKey === key))
  const [letter] = waiting.slice(-1)
  const last = desk.receiptOf(occasion)
  if (!letter && last && sameReport(last.submission, mine)) return undefined
  const made = lineage(base, [...waiting.map(({ submission }) => submission), session.keeper?.sent])
  const stands = [letter, last && { id: last.receipt.submission, submission: last.submission }]
  const other = stands.find((each) => each && !made.includes(each.id) && !sameReport(each.submission, mine))
  if (other) return { id: other.id, submission: other.submission, waits: other === letter }
  const isUnseen = !letter && base === null && desk.isElsewhere(occasion)
  return session.outdated !== null || isUnseen ? {} : undefined
}

/**
 * A submission and all that it was made from, through what has not arrived yet.
 * @param {string | null} base
 * @param {(string | null | undefined)[]} texts submissions
 */
function lineage(base, texts) {
  const sent = texts.flatMap((text) => (text ? [JSON.parse(text)] : []))
  /** @type {(string | null | undefined)[]} */
  const made = [base]
  for (const id of made) {
    const from = sent.find((each) => each.id === id)
    if (from && !made.includes(from.amends)) made.push(from.amends)
  }
  return made
}

/**
 * Opens what the office has in place of what is open, which is kept beside it.
 * @param {Work} work
 */
export async function takeTheirs(work) {
  const { session, occasion } = work
  const { keeper } = session ?? {}
  if (!keeper || !occasion) return
  await keeper.flush()
  await giveUp(keeper)
  return work.session === session ? work.open(occasion) : undefined
}

/**
 * @param {string} a
 * @param {string} b
 */
export const sameReport = (a, b) => written(JSON.parse(a).report) === written(JSON.parse(b).report)
