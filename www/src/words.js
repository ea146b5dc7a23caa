/**
 * The words of the page itself, in the language that the element asks for.
 * @module
 */
import { englishScript } from './here.js'
import { vi } from './words/vi.js'

/** @typedef {typeof vi} Words */
/** @typedef {import('./types.js').Lang} Lang */

/** @type {Partial<Record<Lang, Words>>} */
const loaded = { vi }

/** @type {Map<Words, Words>} */
const unkept = new Map()

/** @type {((english: any) => void)[]} what takes the English of parts that came in Vietnamese alone */
const waiting = []

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
 * The words of one part beside those of the page, in the language of these.
 * @template {object} Own
 * @param {Own} own in Vietnamese
 * @param {Own | ((english: any) => Own)} en in English, or which of them they are once they have come
 * @returns {(words: Words) => Words & Own}
 */
export function withOwn(own, en) {
  /** @type {Map<Words, Words & Own>} */
  const made = new Map()
  let english = own
  if (typeof en === 'function') {
    waiting.push((come) => {
      english = /** @type {(english: any) => Own} */ (en)(come)
    })
  } else english = en
  return (/** @type {Words} */ words) => {
    const { unkept, ...mine } = /** @type {any} */ (words.lang === 'en' ? english : own)
    const known = made.get(words) ?? { ...words, ...mine, ...(words.keeps ? {} : unkept) }
    made.set(words, known)
    return known
  }
}

/**
 * Loads the words of a language, if they are not there yet.
 * @param {string | null | undefined} lang
 */
export async function loadWords(lang) {
  if (languageOf(lang) !== 'en' || loaded.en) return
  /** @type {any} */
  const english = await englishScript()
  for (const take of waiting) take(english)
  loaded.en = english.page
}

/**
 * @param {string | null | undefined} lang
 * @returns {Lang}
 */
export const languageOf = (lang) => (lang?.toLowerCase().startsWith('en') ? 'en' : 'vi')
