/**
 * The words of what is pasted into a table, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  pasteInto: 'Paste the copied cells here',
  pasteHelp:
    'Copy cells in Excel or a table in Word and paste them here. They can be pasted into a cell of the table as well: rows go from that cell to the right and downwards.',
  pasteListHelp:
    'Copy a table of activities in Excel or Word and paste it here: each row becomes an activity, behind those that are listed.',
  chooseFile: 'Or choose a CSV file (UTF-8)',
  fileTooLarge:
    'The file is larger than 4 MB and is not read. Copy the rows that are needed into a new file.',
  fileUnreadable: 'This file could not be read. Copy it onto this device and choose it again.',
  closePaste: 'Close',
  seenTitle: 'Before they are added',
  seenRows: 'The rows to be taken',
  firstIsHead: 'The first row names the columns',
  takeRows: (rows, cells) => `Take: rows ${rows}, cells ${cells}`,
  dropRows: 'Do not take them',
  known: 'Please note',
  rowOf: (number, title) => `Row ${number}: ${title}`,
  rowNumber: 'Row',
  wasCopied: (text) => `Copied: “${text}”`,
  replaces: (text) => `Replaces “${text}”`,
  takeBack: 'Undo',
  takenRows: (rows, cells) => `Taken: rows ${rows}, cells ${cells}.`,
  takenBack: 'What was taken is gone; what you changed since stays.',
}
