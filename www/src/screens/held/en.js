/**
 * The words of the asking when an event was held, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  day: 'Day',
  hour: 'Hour',
  counted: 'The deadline is counted from this day and hour.',
}
