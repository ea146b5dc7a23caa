/**
 * The words of the map of a form, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  map: 'Contents',
  toNext: 'Next',
  toNextBlank: 'Next blank',
  noNext: 'Nothing is left to answer.',
  showAside: (count) => `Show ${count} more that were left blank last period`,
}
