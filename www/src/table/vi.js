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
  chooseOne: 'Chọn…',
}
