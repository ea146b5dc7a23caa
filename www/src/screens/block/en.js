/**
 * The words of a block of cells that is pasted, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  blockTitle: 'Before it is pasted',
  blockInput: 'Question',
  blockCell: 'Copied',
  blockMeaning: 'Understood as',
  asIs: 'as copied',
  replaces: (text) => `In place of “${text}”`,
  blockLeft: 'Not filled in',
  takeBlock: (count) => `Fill in ${count} answers`,
  dropBlock: 'Do not paste',
  blockTaken: (count) => `${count} pasted answers filled in.`,
  undoBlock: 'Undo',
  closeBlock: 'Close',
  blockUndone: (count) => `${count} answers are as they were before.`,
}
