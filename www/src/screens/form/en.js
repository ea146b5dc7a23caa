/**
 * The words of what a person has to know before going on with a report, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  otherTab: (clock) => `There is another version of this report, saved at ${clock}. Both are kept.`,
  fileElsewhere: (file) => `This file is a draft of another report: ${file}.`,
  formHere: (form) => `The report that is open: ${form}.`,
  fileElsewhereHelp: 'If you open the file in it, what it holds now is kept as another version.',
  takeFile: 'Open the file in this report',
  leaveFile: 'Do not open the file',
  takeOther: 'Open the other version',
  dropOther: 'Discard the other version',
  returned: (moment) => `The office returned this report at ${moment} for correction.`,
  returnedHelp: 'Correct the points below and send it again: the new report replaces the one that was sent.',
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
