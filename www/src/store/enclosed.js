/**
 * The files that a letter of the outbox names: they are sent before it, and let go of once the office has it. What sends
 * them is fetched when a letter names some.
 * @module
 */
import { filesScript } from '../here.js'

/** @typedef {import('./letters.js').Letter} Letter */

/** A submission that names files, as the core writes it. */
const NAMES_FILES = /\[\{"hash":"[0-9a-f]{64}"/

/**
 * Sends the files that a letter names.
 * @param {Letter} letter
 * @param {string | null} token
 * @param {import('./outbox.js').Told} [tell]
 * @returns {Promise<import('./delivery.js').Answer | undefined>} why the letter has to wait, or is refused
 */
export async function sendEnclosed({ endpoint, submission, lang }, token, tell = () => {}) {
  if (!NAMES_FILES.test(submission)) return undefined
  try {
    const { sendFiles } = await filesScript()
    return await sendFiles({ endpoint, submission, lang, token, tell })
  } catch (error) {
    // The script did not come, or the device gives nothing at the moment.
    return { kind: 'waiting', reason: String(error) }
  }
}

/**
 * Lets go of the files of a letter that the office has, but for those that another draft or letter names.
 * @param {import('./database.js').Store} store
 * @param {Letter} letter
 */
export async function releaseEnclosed(store, { submission, draftKey }) {
  if (!NAMES_FILES.test(submission)) return
  const [drafts, letters, { release }] = await Promise.all([
    store.all('drafts'),
    store.all('outbox'),
    filesScript(),
  ])
  const others = [
    ...drafts.filter(({ key }) => key !== draftKey).map(({ draft }) => draft),
    ...letters.map((letter) => letter.submission),
  ]
  await release(submission, others.filter(Boolean))
}
