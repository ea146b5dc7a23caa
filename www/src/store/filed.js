/**
 * Drafts and letters, each under the key of the occasion that it names itself. Tabs of earlier versions of this page
 * file them by the first day of a period alone, where two periods share one record.
 * @module
 */

/** @typedef {(json: string | undefined) => string | undefined} KeyOf of a draft or a submission, as text */
/** @typedef {{ drafts: import('./keeper.js').DraftRecord[], letters: import('./letters.js').Letter[] }} Filed */

/** Tabs of earlier versions keep what the plan asked in a record of its own, under the draft's key with this behind it. */
export const APART = '|asked'

/**
 * Whether something lies elsewhere than under its own key.
 * @param {Filed} shelves
 * @param {KeyOf} keyOf
 */
export function isElsewhere({ drafts, letters }, keyOf) {
  const differs = (/** @type {string | undefined} */ json, /** @type {string} */ key) =>
    (keyOf(json) ?? key) !== key
  return (
    drafts.some(({ key, draft, sent }) => key.endsWith(APART) || differs(draft ?? sent, key)) ||
    letters.some(({ draftKey, submission }) => differs(submission, draftKey))
  )
}
