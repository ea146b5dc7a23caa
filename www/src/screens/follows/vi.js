/**
 * The words of what follows a report, in Vietnamese.
 * @module
 */

export const vi = {
  follows: 'Văn bản và tệp gửi kèm',
  scan: 'Gửi bản đã ký, đóng dấu',
  addFile: 'Gửi thêm tệp',
}
