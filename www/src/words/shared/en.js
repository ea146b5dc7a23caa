/**
 * The words that several parts share, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  remove: 'Remove',
  edit: 'Edit',
  print: 'Print',

  waiting: 'Not yet received by the office',
  received: 'Report received',
  keepWaiting: 'Keep it',

  recovered: 'The form had an error and was reopened from its draft. Please check the last field once more.',
  statusKnown: 'The office has answered; the list is up to date.',
  otherTab: (clock) => `There is another version of this report, saved at ${clock}. Both are kept.`,
  fileElsewhere: (file) => `This file is a draft of another report: ${file}.`,
  formHere: (form) => `The report that is open: ${form}.`,
  fileElsewhereHelp: 'If you open the file in it, what it holds now is kept as another version.',
  takeFile: 'Open the file in this report',
  leaveFile: 'Do not open the file',
  badFile: 'This file is not a draft of the report that is open.',
  takeOther: 'Open the other version',
  dropOther: 'Discard the other version',
  returned: (moment) => `The office returned this report at ${moment} for correction.`,
  returnedHelp: 'Correct the points below and send it again: the new report replaces the one that was sent.',
  locked: 'The office has accepted this report, so it can no longer be amended.',
  lockedHelp: 'If it must be corrected, ask the office to return it, then send it again. The draft stays.',
  planChanged: 'There is a new version of the plan. All that was typed is kept.',
  newFields: 'New questions to answer:',
  goneFields: 'No longer asked; what was typed is shown here (copy it if you need it):',
  understood: 'Understood',
  copyEarlier: 'Copy from last period',
  copyEarlierHelp:
    'Copies text, phone numbers, links and standing figures, but no figures that are added up.',
  copied: (count) =>
    count > 0 ? `${count} answers copied. Please check each one.` : 'There are no blank answers to fill.',
}
