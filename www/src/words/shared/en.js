/**
 * The words of what comes after the first fields, in English.
 * @module
 */

/** @type {import('../shared.js').LaterWords} */
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
  receivedAt: 'Received, by the office’s clock',
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
  refusedHelp: 'Nothing is lost: everything typed is kept.',

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

  heldHere: 'The report is kept on this device.',
  tellWebmaster: 'Waiting does not help: tell whoever runs this site, with the line below, then try again.',
  obstacles: {
    absent: 'The address that this page names does not exist on the server.',
    untaken: 'The server has this address but does not take what the form sends.',
    elsewhere: 'The server leads to another page, perhaps a log-in, instead of answering the form.',
    page: 'A web page answers in place of the office. If your Wi-Fi asks for a log-in, log in to it and try again.',
    unlike: 'The server answers, but not with what the form needs.',
    origin: 'The server is up but does not let this page connect.',
    policy: 'This page itself blocks the connection to the server.',
    insecure: 'The browser does not let this secure page connect to an insecure address.',
    other: 'The server refuses in a way that the form does not know.',
  },
  obstacleMends: {
    absent: (_url) => 'Check the addresses in the form’s tag (plan, endpoint).',
    untaken: (_url) => 'Check endpoint, and whether the server allows PUT.',
    elsewhere: (_url) => 'Keep this address out of the log-in: the form sends no cookies.',
    page: (_url) => 'Check the addresses in the form’s tag, and the firewall or proxy between.',
    unlike: (_url) => 'This address has to answer as the collector’s openapi.json describes.',
    origin: (_url) =>
      `Start the collector with --allow-origin ${location.origin}, and let OPTIONS pass the proxy.`,
    policy: (url) => `Add ${new URL(url).origin} to connect-src in the page’s Content-Security-Policy.`,
    insecure: (_url) => 'Use an https address.',
    other: (_url) => 'See the logs of the server and the proxy.',
  },
  faulty: 'This page and the office do not fit together. Tell whoever runs this site, with this line:',

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

  outbox: 'Outbox',
  outboxHelp:
    'These reports are still on this device; the office does not have them. They are retried automatically. Hours shown here are by the clock of this device.',
  unkeptLater: {
    notYetSent: 'Not sent yet, and not saved on this device.',
    waitingHelp:
      'The report waits in this tab and will be sent as soon as there is a connection. It is not saved on this device: keep this tab open until it is sent.',
    deniedHelp:
      'The report waits in this tab and will be sent once the right code is entered. It is not saved on this device: keep this tab open until it is sent.',
    heldHere: 'The report is kept in this tab only, not on this device: keep this tab open.',
    outboxHelp:
      'These reports are in this tab only; the office does not have them. Keep this tab open until they are sent.',
  },
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
  otherTab: (clock) => `There is another version of this report, saved at ${clock}. Both are kept.`,
  fileElsewhere: (file) => `This file is a draft of another report: ${file}.`,
  formHere: (form) => `The report that is open: ${form}.`,
  fileElsewhereHelp: 'If you open the file in it, what it holds now is kept as another version.',
  takeFile: 'Open the file in this report',
  leaveFile: 'Do not open the file',
  strays: 'Drafts that belong to no period',
  straysHelp:
    'The plan changed its periods, reports, units or its own id after these were typed. They are on this device only.',
  typedHere: (moment) => `Last typed at ${moment}.`,
  readStray: 'Read it',
  placeIn: (period) => `Put into ${period}`,
  placedBeside: 'That period has a draft already: this one is kept beside it and replaces nothing yet.',
  saveAsFile: 'Save as a file',
  sureToDrop: 'Delete this draft from the device for good? It cannot be brought back.',
  badFile: 'This file is not a draft of the report that is open.',
  takeOther: 'Open the other version',
  dropOther: 'Discard the other version',
  returned: (moment) => `The office returned this report at ${moment} for correction.`,
  returnedHelp: 'Correct the points below and send it again: the new report replaces the one that was sent.',
  accepted: 'The report has been accepted',
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
  asPlanned: 'Done as planned',
  addedActivity: (number) => `Activity ${number} added.`,
  addedPlanned: (count) =>
    count > 0 ? `${count} activities of the plan added.` : 'The plan has no other activities in this period.',
  was: 'before:',
  theirs: 'the other:',
  amends: 'Figures that differ from the report that was sent show the old value too.',
  otherCame: 'Another version of this report was sent meanwhile, from another tab or device.',
  otherHelp:
    'The open one was not made from it. Where they differ, what the other says stands below as well. Send this one in its place, or use the other: both are kept on this device.',
  otherUnseen: 'The office already has this report, but this device does not hold what was sent.',
  otherUnseenHelp:
    'What is sent from here replaces all that the office has. Send only what is complete; else mend it on the device that sent it.',
  besideOther: 'What the other version says differently stands beside it.',
  sendOver: 'Send in its place',
  takeTheirs: 'Use the other one',
  preparedAt: '“Send” pressed, by the sending device’s clock',
  delayed:
    'By the sending device’s clock, “Send” was pressed before the deadline. The office received it after.',
}
