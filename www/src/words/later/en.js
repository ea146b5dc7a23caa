/**
 * The words of what comes after the first fields, in English.
 * @module
 */

/** @type {import('../later.js').LaterWords} */
export const en = {
  activities: 'Activities',
  activity: (number) => `Activity ${number}`,
  noActivity: 'No activity in this report yet.',
  addActivity: 'Add an activity',
  addPlanned: 'Choose from the plan’s calendar',
  added: 'added',
  add: 'Add',
  copy: 'Copy',
  remove: 'Remove',
  up: 'Move up',
  down: 'Move down',
  removed: (title) => `Removed “${title}”.`,
  undo: 'Undo',
  moved: (to, of) => `Moved to position ${to} of ${of}.`,

  summaryErrors: (count) => `${count} to correct before sending`,
  summaryHelp: 'Everything typed is kept. Each line links to its field.',

  review: 'Review before sending',
  findings: 'Please note',
  explained: 'The unit explains:',
  reviewHelp: 'This is what the office will see. Read it through, then send.',
  notYetSent: 'Not sent yet. It is only on this device.',
  edit: 'Edit',
  print: 'Print',
  send: 'Send the report',
  sending: 'Sending…',
  blank: '(blank)',
  preparedBy: 'PREPARED BY',
  signedBy: 'ON BEHALF OF THE COMMITTEE',
  signHere: '(signature and full name)',

  waiting: 'Not yet received by the office',
  waitingHelp:
    'The report is waiting in the outbox on this device and will be sent as soon as there is a connection, even after this page is closed and reopened.',
  sendNow: 'Try now',
  received: 'Report received',
  receiptTitle: 'Receipt',
  receivedBy: (office) => `${office} has received this report.`,
  receivedBySomeone: 'The office has received this report.',
  receiptCode: 'Receipt code',
  receivedAt: 'Received at',
  onTime: 'On time',
  late: 'Late',
  noDeadline: 'No deadline',
  revision: (number) => `Submission no. ${number}`,
  hash: 'Content hash (SHA-256)',
  keepReceipt: 'Download the receipt',
  toDuties: 'Back to the list',
  handed: 'The report was passed to this site',
  handedHelp: 'The site that hosts this form will pass the report on.',
  noEndpoint: 'This page is not connected to an office',
  noEndpointHelp: 'Save the report as a file and send it as the plan instructs.',
  saveReport: 'Save the report as a file',
  conflict:
    'The office already has another report under the same number. Send it again and it will get a new one.',
  refusedHelp: 'Nothing is lost: everything typed is still on this device.',

  codeWanted: 'The office asks for your unit’s code.',
  askOffice: (office) => `If you do not have one, ask ${office}. Your unit’s personal link works too.`,
  askSomeone:
    'If you do not have one, ask the office that receives the reports. Your unit’s personal link works too.',
  loginAgain: 'Log in to this site again with your unit’s account.',
  code: 'Your unit’s code or personal link',
  useCode: 'Use this code',
  codeTaken: 'The code has been saved.',
  deniedHelp:
    'The report stays in the outbox on this device and will be sent once the right code is entered.',

  outbox: 'Outbox',
  outboxHelp:
    'These reports are still on this device; the office does not have them. They are retried automatically.',
  preparedHere: (moment) => `“Send” was pressed at ${moment}.`,
  triedAt: (clock) => `Last tried at ${clock}.`,
  nextAt: (clock) => `Next try at ${clock}.`,
  waitsForCode: 'Waiting for the right code.',
  tryNow: 'Send now',
  sureToDelete: 'The office does not have this report. Remove it from the outbox? The draft is kept.',
  deleteUnsent: 'Delete unsent',
  keepWaiting: 'Keep it',

  recovered: 'The form had an error and was reopened from its draft. Please check the last field once more.',
  statusKnown: 'The office has answered; the list is up to date.',
  otherTab: (clock) =>
    `There is another version of this report, changed in another tab at ${clock}. Both are kept.`,
  badFile: 'This file is not a draft of the report that is open.',
  takeOther: 'Open the other version',
  dropOther: 'Discard the other version',
  returned: (moment) => `The office returned this report at ${moment} for correction.`,
  returnedHelp: 'Correct the points below and send it again: the new report replaces the one that was sent.',
  accepted: 'The report has been accepted',
  locked: 'The office has accepted this report, so it can no longer be amended.',
  lockedHelp:
    'If it must be corrected, ask the office to return it, then send it again. The draft stays on this device.',
  planChanged: 'There is a new version of the plan. All that was typed is kept.',
  newFields: 'New questions to answer:',
  goneFields: 'No longer asked; what was typed is shown here (copy it if you need it):',
  understood: 'Understood',
  copyEarlier: 'Copy from last period',
  copyEarlierHelp:
    'Copies text, phone numbers, links and standing figures, but no figures that are added up.',
  copied: (count) =>
    count > 0 ? `${count} answers copied. Please check each one.` : 'There are no blank answers to fill.',
  asPlanned: 'Done as planned',
  addedPlanned: (count) =>
    count > 0 ? `${count} activities of the plan added.` : 'The plan has no other activities in this period.',
  was: 'before:',
  amends: 'Figures that differ from the report that was sent show the old value too.',
  preparedAt: '“Send” was pressed at',
  delayed: '“Send” was pressed in time; it arrived late because of an outage.',
}
