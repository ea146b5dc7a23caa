/**
 * The words of the receipt, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  waitingHelp:
    'The report is waiting in the outbox on this device and will be sent as soon as there is a connection, even after this page is closed and reopened.',
  sendNow: 'Try now',
  receiptTitle: 'Receipt',
  receivedBy: (office) => `${office} has received this report.`,
  receivedBySomeone: 'The office has received this report.',
  receiptCode: 'Receipt code',
  receivedAt: 'Received, by the office’s clock',
  revision: (number) => `Submission no. ${number}`,
  byTheFirst: 'The deadline is held against what was sent first.',
  hash: 'Check code of the content',
  keepReceipt: 'Download the receipt',
  share: 'Share a picture of it',
  picture: 'Download a picture of it',
  pictureFailed: 'The picture could not be made. Try again when you are connected.',
  toDuties: 'Back to the list',
  handed: 'The report was passed to this site',
  handedHelp: 'The site that hosts this form will pass the report on.',
  accepted: 'This site has accepted the report',
  acceptedHelp: 'The site that hosts this form has accepted this report.',
  hostFailed: 'This site could not take the report',
  hostFailedHelp: 'Send it again; if that does not help either, please tell whoever runs this site.',
  again: 'Send again',
  carried: 'Not sent yet: the report is in this page’s own form',
  carriedHelp: 'Press the page’s own button to send the report with that form.',
  noEndpoint: 'This page is not connected to an office',
  noEndpointHelp: 'Save the report as a file and send it as the plan instructs.',
  saveReport: 'Save the report as a file',
  conflict:
    'The office already has another report under the same number. Send it again and it will get a new one.',
  refusedHelp: 'Nothing is lost: everything typed is kept.',
  deniedHelp:
    'The report stays in the outbox on this device and will be sent once the right code is entered.',
  heldHere: 'The report is kept on this device.',
  faulty: 'This page and the office do not fit together. Tell whoever runs this site, with this line:',
  preparedAt: '“Send” pressed, by the sending device’s clock',
  unkept: {
    waitingHelp:
      'The report waits in this tab and will be sent as soon as there is a connection. It is not saved on this device: keep this tab open until it is sent.',
    deniedHelp:
      'The report waits in this tab and will be sent once the right code is entered. It is not saved on this device: keep this tab open until it is sent.',
    heldHere: 'The report is kept in this tab only, not on this device: keep this tab open.',
  },
}
