/**
 * The words of the asking when an event was held, in Vietnamese.
 * @module
 */

export const vi = {
  day: 'Ngày',
  hour: 'Giờ',
  counted: 'Hạn gửi tính từ ngày, giờ này.',
}
