/**
 * The words of files, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  chooseFile: 'Choose a file',
  chooseMore: 'Choose another file',
  takeOut: 'Take out',
  readingFile: 'Reading the file…',
  unreadablePicture:
    'This browser cannot read this picture. Choose a JPEG or PNG, or take a screenshot of it.',
  unreadableFile: 'This file cannot be read. Check it, and choose it again.',
  noRoomForFile:
    'This device has no room left to keep the file. Delete something on it, and choose the file again.',
  heldOnly: 'This browser lets no file be kept: send the report before you close the page.',
  keptHere: 'The file is kept on this device until the office has it.',
}
