/**
 * The words of what takes the sum of the periods inside, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  reviewedPoints: 'Points that the office gave',
  sumsHelp: 'Added up from the reports that the unit has sent. What was typed stays.',
  sumsTaken: (count) => `The sum was taken into ${count} blanks. Please check each one.`,
}
