/**
 * The words of forgetting a unit, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  forgetCode: 'Remove the code from this device',
  forgetUnit: 'Remove this unit from this device',
  forgetTitle: (unit) => `Remove the code, receipts and drafts of ${unit} from this device?`,
  forgetHelp:
    'For devices that several people use. The office keeps the reports that were sent. Whoever opens the page next chooses a unit, and needs its code or personal link where the office asks for one.',
  forgetLetters: (count) =>
    `${count} reports have not reached the office. If they are removed, they are not sent any more:`,
  forgetDrafts: (count) => `${count} drafts. Save as files those that are still needed:`,
  forgetNow: (letters, drafts) =>
    `Remove from this device${letters > 0 ? `, with ${letters} unsent reports` : ''}${drafts > 0 ? `, with ${drafts} drafts` : ''}`,
  forgotten: 'Removed from this device.',
  forgottenElsewhere:
    'In another tab, this unit was removed from the device just now. The report that is open in this tab is kept on the device no more: save it as a file if you still need it, else remove it.',
}
