/**
 * The words of what follows a report, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  follows: 'Documents and files that go with it',
  scan: 'Send the signed and stamped document',
  addFile: 'Send another file',
}
