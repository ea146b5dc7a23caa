/**
 * The words of the choice of a unit, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  chooseUnit: 'Choose your unit',
  searchUnit: 'Find a unit',
  searchHint: 'Type its name, with or without accents: “tay thanh” finds Tây Thạnh.',
  unitsFound: (count) => `${count} units`,
  noUnit: 'No unit matches. Try fewer letters, such as only the name of the ward or school.',
}
