/**
 * The words of the page itself in English; loaded only where a page asks for it.
 * @module
 */

/** @type {import('../words.js').Words} */
export const en = {
  lang: 'en',

  loading: 'Opening the report form…',
  failed: 'The report form could not be opened',
  failedHelp:
    'Check the connection and try again. If it still fails, tell whoever runs this site. What was typed is still on this device.',
  cannotRun:
    'The form cannot run in this browser: it is too old, or other software on this page is in the way. Update the browser, or open this page in a recent Chrome, Firefox or Safari. If it still fails, tell whoever runs this site, with the details below.',
  planDenied: 'This plan is not open to you yet',
  planDeniedHelp:
    'Log in to this site, or open the personal link that your unit was given, then try again. If it still fails, tell whoever runs this site.',
  planKept: (moment) =>
    `The plan could not be loaded. The form uses the copy saved on this device at ${moment}.`,
  crashed: 'The form crashed and could not be reopened',
  crashedHelp:
    'The draft is kept. Press the button to open the form again. What was typed last is under the details.',
  details: 'Technical details',
  tryAgain: 'Try again',
  back: 'Back',
  changeUnit: 'Change unit',
  period: 'Period',
  deadline: 'Deadline',
  lookAgain: 'View',
  officeSays: 'The office:',
  hourOwn: 'by the clock of this device',

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
  left: (errors, blank) =>
    errors > 0 ? `${errors} to correct` : blank > 0 ? `${blank} required left` : 'Ready to send',
  lineDown:
    'There is no connection, so this cannot be opened yet. Everything typed is kept; try again later.',
  toReview: 'Review and send',
  refused: 'The office did not accept this report',
}
