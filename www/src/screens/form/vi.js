/**
 * The words of what a person has to know before going on with a report, in Vietnamese.
 * @module
 */

export const vi = {
  otherTab: (/** @type {string} */ clock) =>
    `Phiếu này còn một bản khác, lưu lúc ${clock}. Cả hai bản đều được giữ.`,
  fileElsewhere: (/** @type {string} */ file) => `Tệp này là bản nháp của phiếu khác: ${file}.`,
  formHere: (/** @type {string} */ form) => `Phiếu đang mở: ${form}.`,
  fileElsewhereHelp: 'Nếu mở tệp vào phiếu này, điều đang có trong phiếu được giữ thành một bản khác.',
  takeFile: 'Mở tệp vào phiếu này',
  leaveFile: 'Không mở tệp',
  takeOther: 'Mở bản kia',
  dropOther: 'Bỏ bản kia',
  returned: (/** @type {string} */ moment) => `Nơi nhận trả lại báo cáo này lúc ${moment} để bổ sung.`,
  returnedHelp: 'Sửa những chỗ dưới đây rồi gửi lại: bản mới thay cho bản đã gửi.',
  planChanged: 'Kế hoạch đã có phiên bản mới. Mọi điều đã nhập vẫn được giữ.',
  newFields: 'Ô mới, xin điền thêm:',
  goneFields: 'Ô không còn hỏi, với điều đã nhập (chép lại nếu cần):',
  understood: 'Đã rõ',
  copyEarlier: 'Chép từ kỳ trước',
  copyEarlierHelp: 'Chép lời văn, điện thoại, đường dẫn và số liệu hiện có; không chép số liệu cộng dồn.',
  copied: (/** @type {number} */ count) =>
    count > 0 ? `Đã chép ${count} ô. Xin đọc lại từng ô.` : 'Không có ô trống nào để chép.',
}
