/**
 * The words of what a unit owes, in Vietnamese.
 * @module
 */

export const vi = {
  duties: 'Phiếu cần nộp',
  nothingOwed: 'Đơn vị không còn phiếu nào phải nộp.',
  continueDraft: 'Làm tiếp',
  fillAgain: 'Gửi bổ sung',
  seeFields: (/** @type {number} */ count) => `cần sửa ${count} ô, xem trong phiếu.`,
  seeReceipt: 'Xem biên nhận',
  hasDraft: 'Có bản nháp trên máy này',
  inOutbox: 'Chờ gửi',
  statusAsked: 'Đang cập nhật từ nơi nhận. Danh sách dưới đây tạm tính theo những gì máy này đã lưu.',
  statusUnknown:
    'Chưa kết nối được với nơi nhận. Danh sách dưới đây tạm tính theo giờ máy này và những gì đã lưu trên máy.',
  notOpenHere:
    'Theo giờ máy này thì chưa đến kỳ. Nếu máy sai giờ, cứ làm và gửi: hạn gửi được xét theo giờ của nơi nhận.',
  /** What is said where the page keeps nothing on the device. */
  unkept: {
    hasDraft: 'Có bản nháp, chỉ giữ trong thẻ này',
  },
}
