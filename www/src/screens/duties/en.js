/**
 * The words of what a unit owes, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  duties: 'Reports to send',
  nothingOwed: 'This unit has nothing left to send.',
  continueDraft: 'Continue',
  fillAgain: 'Send an amendment',
  seeFields: (count) => `${count} answers to correct; see the form.`,
  seeReceipt: 'View receipt',
  hasDraft: 'Draft on this device',
  inOutbox: 'Waiting to be sent',
  statusAsked: 'Asking the office. Meanwhile this list goes by what this device knows.',
  statusUnknown:
    'The office could not be reached. Meanwhile this list goes by the clock of this device and what it knows.',
  notOpenHere:
    'Not open yet by the clock of this device. If that clock is wrong, fill in and send all the same: the office goes by its own clock.',
  unkept: {
    hasDraft: 'Draft, kept in this tab only',
  },
}
