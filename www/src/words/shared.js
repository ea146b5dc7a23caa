/**
 * The words of what comes after the first fields: in both languages, beside those that the form brought along.
 * @module
 */
import { en } from './shared/en.js'
import { vi } from './shared/vi.js'

/** @typedef {typeof vi} LaterWords */
/** @typedef {import('../words.js').Words & LaterWords} AllWords */

/** @type {Map<import('../words.js').Words, AllWords>} */
const made = new Map()

/**
 * All words, in the language of those of the page.
 * @param {import('../words.js').Words} words
 * @returns {AllWords}
 */
export function allWords(words) {
  const later = words.lang === 'en' ? en : vi
  const known = made.get(words) ?? { ...words, ...later, ...(words.keeps ? {} : later.unkeptLater) }
  made.set(words, known)
  return known
}
