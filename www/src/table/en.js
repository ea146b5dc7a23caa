/**
 * The words of a table, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  noRow: 'No rows yet.',
  addRow: (row) => `Add: ${row}`,
  addedRow: (number) => `Row ${number} added.`,
  removeRow: (title) => `Remove row: ${title}`,
  removedRow: (title) => `“${title}” removed.`,
  undoRow: 'Undo',
  numbered: (number, title) => `${number}. ${title}`,
  rowNumber: 'No.',
  rowTools: 'Remove',
  sum: 'Sum',
  fullTable: (count) => `The table has its ${count} rows, the most that the plan takes.`,
  chooseOne: 'Choose…',
}
