/**
 * The words of what picks a day or an hour, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  pickDay: 'Pick a day',
  pickHour: 'Pick an hour',
}
