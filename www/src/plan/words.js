/**
 * The words of the page "Soạn kế hoạch" itself: headings, buttons, notices. What a plan, a target, a deadline or a finding
 * says comes from the core.
 * @module
 */
import { languageOf } from '../words.js'
import { en } from './en.js'
import { vi } from './vi.js'

/** @typedef {typeof vi} Words */

/** @param {string} lang @returns {Words} */
export const planWords = (lang) => (languageOf(lang) === 'en' ? en : vi)
