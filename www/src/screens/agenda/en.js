/**
 * The words of the calendar of deadlines, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  agenda: 'Deadlines for your calendar',
  agendaFile: 'deadlines',
}
