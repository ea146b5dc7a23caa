/**
 * The words of what is pasted into a table, in Vietnamese.
 * @module
 */

export const vi = {
  pasteInto: 'Dán các ô đã chép vào đây',
  pasteHelp:
    'Chép các ô trong Excel hoặc bảng trong Word rồi dán vào ô này. Cũng có thể dán thẳng vào một ô của bảng: các dòng đi từ ô ấy sang phải và xuống dưới.',
  pasteListHelp:
    'Chép bảng hoạt động trong Excel hoặc Word rồi dán vào ô này: mỗi dòng thành một hoạt động, xếp sau các hoạt động đã có.',
  chooseFile: 'Hoặc chọn tệp CSV (UTF-8)',
  fileTooLarge: 'Tệp lớn hơn 4 MB nên không đọc. Hãy chép riêng các dòng cần lấy sang một tệp mới.',
  fileUnreadable: 'Chưa đọc được tệp này. Hãy chép tệp vào máy rồi chọn lại.',
  closePaste: 'Đóng',
  seenTitle: 'Xem trước khi thêm',
  seenRows: 'Các dòng sẽ lấy',
  firstIsHead: 'Dòng đầu là tên các cột',
  takeRows: (/** @type {number} */ rows, /** @type {number} */ cells) => `Lấy ${rows} dòng (${cells} ô)`,
  dropRows: 'Không lấy',
  known: 'Cần biết',
  rowOf: (/** @type {number} */ number, /** @type {string} */ title) => `Dòng ${number}: ${title}`,
  rowNumber: 'Dòng',
  wasCopied: (/** @type {string} */ text) => `Đã chép: “${text}”`,
  replaces: (/** @type {string} */ text) => `Thay cho “${text}”`,
  takeBack: 'Hoàn tác',
  takenRows: (/** @type {number} */ rows, /** @type {number} */ cells) => `Đã lấy ${rows} dòng (${cells} ô).`,
  takenBack: 'Đã bỏ những gì vừa lấy; chỗ nào đã sửa thì giữ nguyên.',
}
