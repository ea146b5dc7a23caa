/**
 * The words of files, in Vietnamese.
 * @module
 */

export const vi = {
  chooseFile: 'Chọn tệp',
  chooseMore: 'Chọn thêm tệp',
  takeOut: 'Bỏ ra',
  readingFile: 'Đang đọc tệp…',
  unreadablePicture:
    'Trình duyệt này không đọc được ảnh này. Hãy chọn ảnh JPEG hoặc PNG, hoặc chụp lại màn hình của ảnh.',
  unreadableFile: 'Không đọc được tệp này. Hãy kiểm tra tệp rồi chọn lại.',
  noRoomForFile: 'Máy này không còn đủ chỗ để giữ tệp. Hãy xóa bớt dữ liệu trên máy rồi chọn lại.',
  heldOnly: 'Trình duyệt này không cho giữ tệp: hãy gửi báo cáo trước khi đóng trang.',
  keptHere: 'Tệp được giữ trên máy này đến khi văn phòng nhận được.',
}
