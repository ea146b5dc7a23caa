/**
 * The words of a report on paper, in English. The paper itself is in Vietnamese.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  word: 'Word document',
  wordFailed: 'The part that makes Word files could not be fetched. Try again when you are connected.',
  wordFile: 'report',
}
