/**
 * The words of the page that stand around the first fields of a form, in Vietnamese.
 * @module
 */

export const first = {
  lang: /** @type {import('../types.js').Lang} */ ('vi'),

  back: 'Quay lại',
  period: 'Kỳ',
  deadline: 'Hạn gửi',
  hourOwn: 'theo giờ máy này',
  required: 'bắt buộc',
  notSaved: 'Chưa nhập gì',
  toReview: 'Xem lại và gửi',
}
