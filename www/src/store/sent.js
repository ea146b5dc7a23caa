/**
 * What was sent from a draft.
 * @module
 */

/**
 * Remembers what was sent from a draft, so that sending the same again is the same submission; what is typed from now on is made
 * from it.
 * @param {import('./keeper.js').Keeper} keeper
 * @param {string} submission
 */
export function remember(keeper, submission) {
  const { store, key, base } = keeper
  keeper.sent = submission
  const mine = keeper.draft()
  const noted = (/** @type {import('./keeper.js').DraftRecord | undefined} */ old) => ({
    ...old,
    key,
    sent: submission,
    // What was said of an earlier one is not said of this.
    refused: undefined,
    // What another tab has written since was made from something else.
    ...(!old?.draft || old.draft === mine ? { base } : {}),
  })
  return store.update('drafts', key, noted).catch(() => {})
}
