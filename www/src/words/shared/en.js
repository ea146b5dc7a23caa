/**
 * The words that several parts share, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  remove: 'Remove',
  edit: 'Edit',
  print: 'Print',

  pasteRows: 'Paste, or read a file',
  pastingNotHere: 'What is needed to paste could not be loaded. Check the line and paste again.',
  saveRows: 'Download (CSV)',

  waiting: 'Not yet received by the office',
  received: 'Report received',
  refusedFor: (why) => `The office did not accept this report. ${why}`,
  keepWaiting: 'Keep it',

  recovered: 'The form had an error and was reopened from its draft. Please check the last field once more.',
  statusKnown: 'The office has answered; the list is up to date.',
  ofLastVisit: (moment) => `As on the last visit, at ${moment}; not brought up to date yet.`,
  lastState: (state) => `${state} (last time)`,
  badFile: 'This file is not a draft of the report that is open.',
  locked: 'The office has accepted this report, so it can no longer be amended.',
  lockedHelp: 'If it must be corrected, ask the office to return it, then send it again. The draft stays.',
  otherUnseen: 'The office already has this report, but this device does not hold what was sent.',
  otherUnseenHelp:
    'What is sent from here replaces all that the office has. Send only what is complete; else mend it on the device that sent it.',
}
