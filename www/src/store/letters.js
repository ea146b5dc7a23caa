/**
 * A letter of the outbox: a submission with what is known of its way, and what follows from an answer to it.
 * @module
 */
import { written } from '../json.js'

/** @typedef {{ id: string, endpoint: string, submission: string, draftKey: string, lang: string, at: number,
 *   triedAt?: number, nextAt?: number, denied?: string, obstacle?: import('./obstacle.js').Obstacle | undefined,
 *   lease?: { by: string, until: number } }} Letter */
/** @typedef {import('./keeper.js').DraftRecord} DraftRecord */
/** @typedef {import('./delivery.js').Answer | { kind: 'gone' }} Answer `gone`: it was taken out meanwhile */

/** After how long what failed is tried again for the first time. */
export const FIRST_PAUSE = 2_000
/** What no waiting mends is looked at again all the same, seldom: someone may have mended it. */
export const MUCH_LATER = 1_800_000

/** @param {Letter} letter */
export const isUnhindered = (letter) => letter.denied === undefined

/** @param {Letter} letter */
export const isDue = (letter) => isUnhindered(letter) && isTime(letter)

/** All that waits for the line alone. @param {Letter} letter */
export const isToBeTried = (letter) => isUnhindered(letter) && (!letter.obstacle || isTime(letter))

/**
 * Whether a letter is to be tried again. What is to be tried later than any can be was noted before the clock was set
 * back.
 * @param {Letter} letter
 */
function isTime({ nextAt = 0 }) {
  const now = Date.now()
  return nextAt <= now + FIRST_PAUSE / 2 || nextAt > now + MUCH_LATER
}

/**
 * From which submission a letter was made: null for a first report, undefined where it does not say.
 * @param {{ submission: string }} letter
 * @returns {string | null | undefined}
 */
export const originOf = ({ submission }) => JSON.parse(submission).amends

/** The report inside a submission, both as JSON. @param {string} submission */
export const reportIn = (submission) => written(JSON.parse(submission).report)

/**
 * Letters in the order in which they are to arrive: what was made from another comes after it, whatever the clock said.
 * @param {Letter[]} letters
 */
export function inOrder(letters) {
  const byId = new Map(letters.map((letter) => [letter.id, letter]))
  /** How many of them came before it. @param {Letter} letter */
  const depth = (letter) => {
    const seen = new Set([letter])
    for (const { submission } of seen) {
      const origin = byId.get(JSON.parse(submission).amends)
      if (origin) seen.add(origin)
    }
    return seen.size
  }
  const ranked = letters.map((letter) => ({ letter, rank: depth(letter) }))
  ranked.sort((a, b) => a.rank - b.rank || a.letter.at - b.letter.at)
  return ranked.map(({ letter }) => letter)
}

/**
 * What was made from a letter was made from the revision that the letter became, or, where it became none, from what
 * the letter itself was made from.
 * @param {Letter} letter
 * @param {Answer} answer
 */
export const heir = (letter, answer) =>
  answer.kind === 'received' ? answer.receipt.submission : originOf(letter)

/**
 * A letter that says that it was made from another submission.
 * @param {Letter} letter
 * @param {string | null | undefined} amends
 * @returns {Letter}
 */
export const madeFrom = (letter, amends) => ({
  ...letter,
  submission: written({ ...JSON.parse(letter.submission), amends }),
})

/**
 * Whether another report has the number of this one: under it nothing can be sent again.
 * @param {{ status: number, code: string }} answer
 */
export const isTaken = ({ status, code }) => status === 409 && code !== 'locked' && code !== 'outdated'

/**
 * A draft with what it remembers of an answer. A report may be refused long after its page was closed, and whoever
 * opens the page again has to see it; also where its draft was dropped while it waited.
 * @param {import('./delivery.js').Answer} answer
 * @param {Pick<Letter, 'draftKey' | 'submission' | 'at'>} letter
 */
export const judged = (answer, letter) => (/** @type {DraftRecord | undefined} */ old) => {
  const { draftKey: key, submission, at } = letter
  if (answer.kind !== 'refused') return old && { ...old, refused: undefined }
  const { code, title, findings } = answer
  const begun = { key, at, writer: '', sent: submission, base: originOf(letter) }
  const taken = isTaken(answer) ? { sent: '' } : {}
  return { ...(old ?? begun), refused: { code, title, findings, submission }, ...taken }
}
