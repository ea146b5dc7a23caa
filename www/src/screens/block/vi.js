/**
 * The words of a block of cells that is pasted, in Vietnamese.
 * @module
 */

export const vi = {
  blockTitle: 'Xem trước khi dán',
  blockInput: 'Ô',
  blockCell: 'Đã chép',
  blockMeaning: 'Phiếu hiểu là',
  asIs: 'như đã chép',
  replaces: (/** @type {string} */ text) => `Thay cho “${text}”`,
  blockLeft: 'Không điền được',
  takeBlock: (/** @type {number} */ count) => `Điền ${count} ô`,
  dropBlock: 'Không dán',
  blockTaken: (/** @type {number} */ count) => `Đã điền ${count} ô vừa dán.`,
  undoBlock: 'Hoàn tác',
  closeBlock: 'Đóng',
  blockUndone: (/** @type {number} */ count) => `Đã trả ${count} ô về như trước khi dán.`,
}
