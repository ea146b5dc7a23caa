/**
 * The words of another deadline in the document, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  why: 'Why it differs',
}
