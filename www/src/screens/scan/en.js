/**
 * The words of adding files to a report that was sent, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  scan: 'Send the signed and stamped document',
  scanHelp:
    'Print the report, sign and stamp it; scan it as a PDF or photograph each page clearly, and choose the file below. It is added to the report that was sent; all else stays as it is.',
  addFile: 'Send another file',
  addFileHelp: 'The file is added to the report that was sent; all else stays as it is.',
  noFile: 'No file has been chosen. Choose one, then send.',
  sendScan: 'Send the file',
  sendingScan: 'Sending…',
  sendingFiles: 'Sending the file. You may close the page: it goes on when you open it again.',
  toDuties: 'Back to the list',
}
