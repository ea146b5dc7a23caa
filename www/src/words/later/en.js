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
  moved: (to, of) => `Moved to place ${to} of ${of}.`,

  summaryErrors: (count) => `${count} to correct before sending`,
  summaryHelp: 'Everything typed is kept. Each line leads to its field.',

  review: 'Review before sending',
  explanations: 'Explanations',
  reviewHelp: 'This is what the office will see. Read it once, then send.',
  notYetSent: 'Not sent. So far it is only on this device.',
  edit: 'Change',
  print: 'Print',
  send: 'Send the report',
  sending: 'Sending…',
  blank: '(blank)',
  preparedBy: 'PREPARED BY',
  signedBy: 'FOR THE COMMITTEE',
  signHere: '(signature and full name)',

  waiting: 'Not with the office yet',
  waitingHelp:
    'The report waits in the outbox on this device and is sent as soon as there is a connection, also after this page is closed and opened again.',
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
  handed: 'The report was handed to this site',
  handedHelp: 'The site that holds this form passes the report on.',
  noEndpoint: 'This page is not connected to an office',
  noEndpointHelp: 'Save the report as a file and send it as the document says.',
  saveReport: 'Save the report as a file',
  conflict: 'The office already has another report under the same number. Send again: it will get a new one.',
  refusedHelp: 'Nothing is lost: everything typed is still on this device.',

  codeWanted: 'The office asks for the code of your unit.',
  askOffice: (office) => `If you have none, ask ${office}. The personal link of your unit will do as well.`,
  askSomeone:
    'If you have none, ask the office that receives the reports. The personal link of your unit will do as well.',
  loginAgain: 'Log in to this site again, with the account of your unit.',
  code: 'Code of your unit, or its personal link',
  useCode: 'Use this code',
  codeTaken: 'The code has been taken.',
  deniedHelp: 'The report stays in the outbox of this device and is sent as soon as there is a right code.',

  outbox: 'Outbox',
  outboxHelp:
    'These reports are still on this device; the office does not have them. They are sent again by themselves.',
  preparedHere: (moment) => `“Send” was pressed at ${moment}.`,
  triedAt: (clock) => `Last tried at ${clock}.`,
  nextAt: (clock) => `Next try at ${clock}.`,
  waitsForCode: 'The report waits for a right code.',
  tryNow: 'Send now',
  sureToDelete: 'The office does not have this report. Take it out of the outbox? The draft stays.',
  deleteUnsent: 'Delete unsent',
  keepWaiting: 'Keep it',

  recovered:
    'The form had a fault and was opened again from its draft. Please look at the last field once more.',
  statusKnown: 'The office has answered, the list is up to date.',
  otherTab: (clock) =>
    `There is another version of this report, changed in another tab at ${clock}. Both are kept.`,
  badFile: 'This file is not a draft of the report that is open.',
  takeOther: 'Open the other',
  dropOther: 'Drop the other',
  returned: (moment) => `The office returned this report at ${moment}, to be mended.`,
  returnedHelp:
    'Mend what stands below and send it again: the new report takes the place of the one that was sent.',
  locked: 'The office has accepted this report, so it can no longer be amended.',
  lockedHelp:
    'If it must be mended, ask the office to return it, then send it again. The draft stays on this device.',
  planChanged: 'There is a new version of the plan. All that was typed is kept.',
  newFields: 'New questions, to be answered:',
  goneFields: 'No longer asked, with what was typed (copy it if you need it):',
  understood: 'Understood',
  copyEarlier: 'Copy from last period',
  copyEarlierHelp:
    'Copies words, telephone numbers, links and standing figures; no figures that are added up.',
  copied: (count) =>
    count > 0
      ? `${count} answers copied. Please read each of them.`
      : 'There is no blank answer to copy into.',
  asPlanned: 'Done as planned',
  addedPlanned: (count) =>
    count > 0 ? `${count} activities of the plan added.` : 'The plan has no other activity in this period.',
  was: 'before:',
  amends: 'Figures that differ from the report that was sent show the old one too.',
  preparedAt: '“Send” was pressed at',
  delayed: '“Send” was pressed in time; it arrived late because the line was down.',
}
