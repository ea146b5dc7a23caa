/**
 * The words of the map of a form, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  map: 'Contents',
}
