/**
 * The words of the error summary, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  summaryErrors: (count) => `${count} to correct before sending`,
  summaryHelp: 'Everything typed is kept. Each line links to its field.',
}
