/**
 * The words of the outbox, in Vietnamese.
 * @module
 */

export const vi = {
  outbox: 'Chờ gửi',
  outboxHelp:
    'Những báo cáo này còn nằm trên máy, nơi nhận chưa có. Máy tự gửi lại khi có mạng. Giờ ghi dưới đây là giờ của máy này.',
  preparedHere: (/** @type {string} */ moment) => `Bấm gửi lúc ${moment}.`,
  triedAt: (/** @type {string} */ clock) => `Thử gửi lần cuối lúc ${clock}.`,
  nextAt: (/** @type {string} */ clock) => `Tự thử lại lúc ${clock}.`,
  waitsForCode: 'Báo cáo chờ đến khi có mã đúng.',
  tryNow: 'Gửi lại ngay',
  sureToDelete: 'Nơi nhận chưa có báo cáo này. Xóa khỏi hộp chờ gửi? Bản nháp vẫn còn.',
  deleting: 'Đang xóa. Lần gửi đang dở phải kết thúc trước đã.',
  deleteUnsent: 'Xóa, không gửi',
  /** What is said where the page keeps nothing on the device. */
  unkept: {
    outboxHelp:
      'Những báo cáo này chỉ nằm trong thẻ này, nơi nhận chưa có. Đừng đóng thẻ này trước khi gửi xong.',
  },
}
