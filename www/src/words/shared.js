/**
 * The words that several parts share, in both languages; a part adds its own.
 * @module
 */
import { withOwn } from '../words.js'
import { en } from './shared/en.js'
import { vi } from './shared/vi.js'

/** @typedef {import('../words.js').Words & typeof vi} SharedWords */

/**
 * The words of one part, beside those that it shares and those of the page.
 * @template {object} Own
 * @param {Own} own in Vietnamese
 * @param {Own} english
 */
export const wordsIn = (own, english) => withOwn({ ...vi, ...own }, { ...en, ...english })

/** All words of the page that are no part's own. */
export const allWords = withOwn(vi, en)
