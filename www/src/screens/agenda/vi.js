/**
 * The words of the calendar of deadlines, in Vietnamese.
 * @module
 */

export const vi = {
  agenda: 'Đưa hạn gửi vào lịch',
  agendaFile: 'lich-han-gui',
}
