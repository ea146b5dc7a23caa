/**
 * The words of the review, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  review: 'Review before sending',
  findings: 'Please note',
  explained: 'The unit explains:',
  reviewHelp: 'This is what the office will see. Read it through, then send.',
  notYetSent: 'Not sent yet. It is only on this device.',
  preparedBy: 'PREPARED BY',
  signedBy: 'ON BEHALF OF THE COMMITTEE',
  signHere: '(signature and full name)',
  accepted: 'The report has been accepted',
  was: 'before:',
  blank: '(blank)',
  theirs: 'the other:',
  amends: 'Figures that differ from the report that was sent show the old value too.',
  otherCame: 'Another version of this report was sent meanwhile, from another tab or device.',
  otherHelp:
    'The open one was not made from it. Where they differ, what the other says stands below as well. Send this one in its place, or use the other: both are kept on this device.',
  besideOther: 'What the other version says differently stands beside it.',
  sendOver: 'Send in its place',
  takeTheirs: 'Use the other one',
  sending: 'Sending…',
  sendingFiles: 'Sending the files. You may close the page: it goes on when you open it again.',
  send: 'Send the report',
  unkept: {
    notYetSent: 'Not sent yet, and not saved on this device.',
  },
}
