/**
 * The words of forgetting a unit, in Vietnamese.
 * @module
 */

export const vi = {
  forgetCode: 'Xóa mã khỏi máy này',
  forgetUnit: 'Xóa đơn vị này khỏi máy',
  forgetTitle: (/** @type {string} */ unit) => `Xóa mã, biên nhận và bản nháp của ${unit} khỏi máy này?`,
  forgetHelp:
    'Dùng khi nhiều người chung một máy. Báo cáo đã gửi vẫn ở nơi nhận. Lần sau mở trang phải chọn lại đơn vị, và cần mã hoặc đường dẫn riêng nếu nơi nhận đòi mã.',
  forgetLetters: (/** @type {number} */ count) =>
    `${count} báo cáo chưa tới nơi nhận. Xóa thì các báo cáo này không được gửi nữa:`,
  forgetDrafts: (/** @type {number} */ count) => `${count} bản nháp. Lưu thành tệp nếu còn cần:`,
  forgetNow: (/** @type {number} */ letters, /** @type {number} */ drafts) =>
    `Xóa khỏi máy này${letters > 0 ? `, bỏ ${letters} báo cáo chưa gửi` : ''}${drafts > 0 ? `, bỏ ${drafts} bản nháp` : ''}`,
  forgotten: 'Đã xóa khỏi máy này.',
  forgottenElsewhere:
    'Dữ liệu của đơn vị này vừa được xóa khỏi máy từ một thẻ khác. Phiếu đang mở ở đây không còn được lưu: nếu còn cần, hãy lưu thành tệp; nếu không, hãy xóa.',
}
