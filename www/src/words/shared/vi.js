/**
 * The words that several parts share, in Vietnamese.
 * @module
 */

export const vi = {
  remove: 'Xóa',
  edit: 'Sửa lại',
  print: 'In',

  pasteRows: 'Dán hoặc lấy từ tệp',
  pastingNotHere: 'Chưa tải được phần dán. Xin kiểm tra mạng rồi dán lại.',
  saveRows: 'Tải về (CSV)',

  waiting: 'Chưa tới nơi nhận',
  received: 'Đã nhận báo cáo',
  refusedFor: (/** @type {string} */ why) => `Nơi nhận chưa nhận báo cáo này. ${why}`,
  keepWaiting: 'Giữ lại',

  recovered: 'Phiếu vừa gặp sự cố và đã mở lại từ bản nháp. Xin xem lại ô vừa nhập.',
  statusKnown: 'Nơi nhận đã trả lời, danh sách đã cập nhật.',
  ofLastVisit: (/** @type {string} */ moment) => `Danh sách của lần mở trước, lúc ${moment}; chưa cập nhật.`,
  lastState: (/** @type {string} */ state) => `${state} (lần trước)`,
  badFile: 'Tệp này không phải bản nháp của phiếu đang mở.',
  locked: 'Nơi nhận đã duyệt báo cáo này nên không gửi bổ sung được nữa.',
  lockedHelp: 'Nếu cần sửa, hãy liên hệ nơi nhận để được trả lại báo cáo, rồi gửi lại. Bản nháp vẫn còn.',
  otherUnseen: 'Nơi nhận đã có báo cáo này, nhưng máy này không có nội dung của bản đã gửi.',
  otherUnseenHelp:
    'Nếu gửi từ đây, bản này sẽ thay toàn bộ bản mà nơi nhận đang có. Chỉ gửi khi bản này đã đầy đủ; nếu không, hãy sửa trên máy đã gửi lần trước.',
}
