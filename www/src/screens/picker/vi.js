/**
 * The words of what picks a day or an hour, in Vietnamese.
 * @module
 */

export const vi = {
  pickDay: 'Chọn ngày',
  pickHour: 'Chọn giờ',
}
