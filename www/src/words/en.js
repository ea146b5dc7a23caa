/**
 * The words of the page itself in English; loaded only where a page asks for it.
 * @module
 */

/** @type {import('../words.js').Words} */
export const en = {
  lang: 'en',

  loading: 'Opening the report form…',
  failed: 'The report form could not be opened',
  tryLater: 'Please try again in a few minutes. All that was typed is kept.',
  planKept: (moment) =>
    `The plan could not be loaded. The form uses the copy saved on this device at ${moment}.`,
  details: 'Technical details',
  tryAgain: 'Try again',
  back: 'Back',
  changeUnit: 'Change unit',
  period: 'Period',
  deadline: 'Deadline',
  lookAgain: 'View',
  officeSays: 'The office:',
  hourOwn: 'by the clock of this device',
  onDay: (clock, day) => `${clock} on ${day}`,

  clear: 'Clear',
  required: 'required',
  error: 'Error',
  warning: 'Needs explaining',
  info: 'Note',
  explain: 'Explain in one line',

  notSaved: 'Nothing typed yet',
  savedAt: (clock) => `Saved on this device at ${clock}`,
  keeps: true,
  unkept: {
    savedAt: (_) => 'Not saved on this device, kept in this tab only',
  },
  deviceSilent:
    'The place for drafts on this device could not be opened yet, perhaps because another tab has an old version of this page: close the other tabs of this site. Once it opens, what was typed is saved by itself; until then keep this tab open, or save to a file.',
  keptInMemory:
    'This browser does not allow saving on the device. The draft is lost when the page is closed: save it as a file.',
  saveFailed: 'Could not save on this device (full or blocked). Save it as a file so that nothing is lost.',
  saveFile: 'Save as a file',
  openFile: 'Open a file',
  restored: (clock) => `Opened the draft saved at ${clock}.`,
  left: (errors, blank, short) =>
    errors > 0
      ? `${errors} to correct`
      : blank > 0
        ? `${blank} required left`
        : short > 0
          ? `${short} incomplete`
          : 'Ready to send',
  toReview: 'Review and send',
  refused: 'The office did not accept this report',
}
