/**
 * The words of the page itself, in the language that the element asks for.
 * @module
 */
import { vi } from './words/vi.js'

/** @typedef {typeof vi} Words */
/** @typedef {import('./types.js').Lang} Lang */

/** @type {Partial<Record<Lang, Words>>} */
const loaded = { vi }

/** @type {Map<Words, Words>} */
const unkept = new Map()

/**
 * The words in a language; Vietnamese until others are loaded.
 * @param {string | null | undefined} lang
 * @param {boolean} [keeps] whether the page keeps what is typed on the device
 * @returns {Words}
 */
export function wordsOf(lang, keeps = true) {
  const words = loaded[languageOf(lang)] ?? vi
  if (keeps) return words
  const said = unkept.get(words) ?? { ...words, ...words.unkept, keeps }
  unkept.set(words, said)
  return said
}

/**
 * Loads the words of a language, if they are not there yet.
 * @param {string | null | undefined} lang
 */
export async function loadWords(lang) {
  if (languageOf(lang) === 'en') loaded.en ??= (await import('./words/en.js')).en
}

/**
 * @param {string | null | undefined} lang
 * @returns {Lang}
 */
export const languageOf = (lang) => (lang?.toLowerCase().startsWith('en') ? 'en' : 'vi')
