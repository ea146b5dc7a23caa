/**
 * The words of adding files to a report that was sent, in Vietnamese.
 * @module
 */

export const vi = {
  scan: 'Gửi bản đã ký, đóng dấu',
  scanHelp:
    'In báo cáo, ký tên, đóng dấu; quét thành tệp PDF hoặc chụp rõ từng trang rồi chọn tệp ở dưới. Tệp được gửi bổ sung vào báo cáo đã gửi; các nội dung khác giữ nguyên.',
  addFile: 'Gửi thêm tệp',
  addFileHelp: 'Tệp được gửi bổ sung vào báo cáo đã gửi; các nội dung khác giữ nguyên.',
  noFile: 'Chưa chọn tệp nào. Hãy chọn tệp rồi gửi.',
  sendScan: 'Gửi tệp',
  sendingScan: 'Đang gửi…',
  sendingFiles: 'Đang gửi tệp. Có thể đóng trang: mở lại thì gửi tiếp.',
  toDuties: 'Về danh sách phiếu',
}
