/**
 * The words of the calendar of deadlines, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  agenda: 'Calendar of deadlines (.ics)',
  agendaFile: 'deadlines',
}
