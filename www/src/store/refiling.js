/**
 * Drafts and letters that lie elsewhere than under their own key (filed.js) go there: each version to the period that it names,
 * the newer one to the fore and the other beside it.
 * @module
 */
import { APART } from './filed.js'
import { aside } from './versions.js'

/** @typedef {import('./keeper.js').DraftRecord} DraftRecord */
/** @typedef {import('./filed.js').KeyOf} KeyOf */

/**
 * @param {any} record
 * @returns {Pick<DraftRecord, 'key' | 'asked'>[]} of which draft it tells what was asked, if it does
 */
const askedApart = ({ key, version, fields }) =>
  key.endsWith(APART) ? [{ key: key.slice(0, -APART.length), asked: { version, fields } }] : []

/**
 * @param {import('./filed.js').Filed} shelves
 * @param {import('./database.js').Store} store
 * @param {KeyOf} keyOf
 */
export async function refile({ drafts, letters }, store, keyOf) {
  const apart = drafts.flatMap(askedApart)
  for (const { key, asked } of apart) {
    await store.update('drafts', key, (now) => ({ asked, ...now, key }))
    await store.update('drafts', `${key}${APART}`, () => undefined)
  }
  for (const record of drafts) {
    const home = keyOf(record.draft ?? record.sent)
    if (!home || home === record.key) continue
    const asked = record.asked ?? apart.find(({ key }) => key === record.key)?.asked
    const texts = [record.draft, record.sent, ...(record.others ?? []).map(({ draft }) => draft)]
    for (const key of new Set(texts.map(keyOf))) {
      if (!key) continue
      await store.update('drafts', key, (now) => ({ asked, ...folded(now ?? { key }, record, key, keyOf) }))
    }
    // Only what was read is taken away: the other tab may have written on.
    await store.update('drafts', record.key, (now) => (now?.at === record.at ? undefined : now))
  }
  for (const { id, draftKey, submission } of letters) {
    const key = keyOf(submission)
    if (!key || key === draftKey) continue
    await store.update('outbox', id, (now) => now && { ...now, draftKey: key })
  }
}

/**
 * A record with all that another one holds of the same occasion.
 * @param {DraftRecord} now
 * @param {DraftRecord} record
 * @param {string} key
 * @param {KeyOf} keyOf
 * @returns {DraftRecord}
 */
function folded(now, record, key, keyOf) {
  const { others = [], sent, refused, mended, base } = record
  const copies = [...others, record].filter(({ draft }) => keyOf(draft) === key)
  const whole = copies.reduce(joined, now)
  return keyOf(sent ?? record.draft) === key
    ? /** @type {DraftRecord} */ ({ sent, refused, mended, base, ...whole })
    : whole
}

/**
 * @param {DraftRecord} into
 * @param {{ draft: string, at: number, writer?: string }} copy
 */
function joined(into, { draft, at, writer = '' }) {
  if (into.draft === draft || into.others?.some((other) => other.draft === draft)) return into
  const isNewer = !into.draft || at > into.at
  // What one page wrote later stands for what it wrote before.
  const isAlone = !into.draft || (writer !== '' && into.writer === writer)
  if (!isNewer) return isAlone ? into : aside(into, { draft, at })
  return { ...(isAlone ? into : aside(into, { draft: into.draft, at: into.at })), draft, at, writer }
}
