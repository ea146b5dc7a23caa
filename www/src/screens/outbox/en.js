/**
 * The words of the outbox, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  outbox: 'Outbox',
  outboxHelp:
    'These reports are still on this device; the office does not have them. They are retried automatically. Hours shown here are by the clock of this device.',
  preparedHere: (moment) => `“Send” was pressed at ${moment}.`,
  triedAt: (clock) => `Last tried at ${clock}.`,
  nextAt: (clock) => `Next try at ${clock}.`,
  waitsForCode: 'Waiting for the right code.',
  tryNow: 'Send now',
  sureToDelete: 'The office does not have this report. Remove it from the outbox? The draft is kept.',
  deleting: 'Removing it. The attempt under way has to end first.',
  deleteUnsent: 'Delete unsent',
  unkept: {
    outboxHelp:
      'These reports are in this tab only; the office does not have them. Keep this tab open until they are sent.',
  },
}
