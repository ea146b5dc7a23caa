/**
 * The words of a table, in Vietnamese.
 * @module
 */

export const vi = {
  noRow: 'Chưa ghi dòng nào.',
  addRow: (/** @type {string} */ row) => `Thêm ${row}`,
  addedRow: (/** @type {number} */ number) => `Đã thêm dòng ${number}.`,
  removeRow: (/** @type {string} */ title) => `Xóa dòng: ${title}`,
  removedRow: (/** @type {string} */ title) => `Đã xóa “${title}”.`,
  undoRow: 'Hoàn tác',
  numbered: (/** @type {number} */ number, /** @type {string} */ title) => `${number}. ${title}`,
  rowNumber: 'STT',
  rowTools: 'Xóa',
  sum: 'Cộng',
  fullTable: (/** @type {number} */ count) => `Bảng đã đủ ${count} dòng, nhiều nhất kế hoạch nhận.`,
  pasteHint: 'Có thể chép nhiều dòng trong Excel hoặc Word rồi dán vào đây.',
  pasteTitle: 'Xem trước khi thêm',
  takeRows: (/** @type {number} */ count) => `Thêm ${count} dòng`,
  dropRows: 'Không thêm',
  tookRows: (/** @type {number} */ count) => `Đã thêm ${count} dòng.`,
  fromCsv: 'Nhập từ tệp CSV',
  toCsv: 'Tải về tệp CSV',
}
