/**
 * The versions of a draft that are kept beside the one that is open.
 * @module
 */
/** @typedef {import('./keeper.js').DraftRecord} DraftRecord */
/** @typedef {Pick<import('./keeper.js').Keeper, 'store' | 'key' | 'draft'>} Held */

const MOST = 5

/**
 * A draft with one more version beside it; the oldest of many goes.
 * @param {DraftRecord | undefined} record
 * @param {import('./keeper.js').Copy} copy
 */
export const aside = (record, copy) => ({
  .../** @type {DraftRecord} */ (record),
  others: [...(record?.others ?? []), copy].slice(-MOST),
})

/**
 * A record without one of its versions: the newest of the others comes to the fore; none is left of one that was alone.
 * @param {string} text
 */
export const without = (text) => (/** @type {DraftRecord | undefined} */ old) => {
  const all = [...(old?.others ?? []), ...(old?.draft ? [{ draft: old.draft, at: old.at }] : [])]
  const rest = all.filter(({ draft }) => draft !== text)
  const last = rest.pop()
  return old && last && { ...old, ...last, others: rest }
}

/**
 * The submission that a draft comes back from: the office refused it after the draft itself was dropped.
 * @param {Pick<DraftRecord, 'draft' | 'others' | 'refused'> | undefined} record
 */
export const returned = (record) =>
  record?.draft || record?.others?.length ? undefined : record?.refused?.submission

/**
 * What the device had of a draft and what a page has held in its memory since, in one record.
 * @param {DraftRecord | undefined} old
 * @param {DraftRecord} held
 * @returns {DraftRecord}
 */
export function together(old, held) {
  if (!old?.draft || !held.draft) return { ...old, ...held }
  // The page may have written again meanwhile, and its own earlier words are no version beside the later ones.
  const isLater = old.writer === held.writer && old.at >= held.at
  const kept = isLater ? old : { ...old, ...held }
  const copies = [...(old.others ?? []), ...(held.others ?? []), ...(isLater ? [] : [old])]
  const others = copies.filter(({ draft }) => draft !== kept.draft).map(({ draft, at }) => ({ draft, at }))
  return { ...kept, others: others.slice(-MOST) }
}

/**
 * Keeps what is open beside what is to be opened in its place.
 * @param {Held} held
 * @param {string} taken
 */
export async function setAside({ store, key, draft }, taken) {
  const mine = { draft: draft(), at: Date.now() }
  const swap = (/** @type {DraftRecord | undefined} */ old) => {
    const others = [...(old?.others ?? []), ...(old?.draft ? [{ draft: old.draft, at: old.at }] : [])]
    const rest = others.filter((other) => other.draft !== taken && other.draft !== mine.draft)
    return aside({ .../** @type {DraftRecord} */ (old), key, others: rest }, mine)
  }
  await store.update('drafts', key, swap).catch(() => {})
}

/**
 * Puts what is open aside: the report begins anew with what was sent.
 * @param {Held} held
 */
export async function giveUp(held) {
  await setAside(held, '')
  const begun = (/** @type {any} */ old) =>
    old && { ...old, draft: undefined, sent: '', refused: undefined, base: undefined }
  await held.store.update('drafts', held.key, begun).catch(() => {})
}

/**
 * Throws away the versions that are kept beside the open one.
 * @param {Held} held
 */
export async function dropOthers({ store, key }) {
  const alone = (/** @type {DraftRecord | undefined} */ old) => old && { ...old, others: [] }
  await store.update('drafts', key, alone).catch(() => {})
}
