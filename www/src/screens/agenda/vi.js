/**
 * The words of the calendar of deadlines, in Vietnamese.
 * @module
 */

export const vi = {
  agenda: 'Lịch hạn nộp (.ics)',
  agendaFile: 'lich-han-nop',
}
