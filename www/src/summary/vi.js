/**
 * The words of the error summary, in Vietnamese.
 * @module
 */

export const vi = {
  summaryErrors: (/** @type {number} */ count) => `Còn ${count} chỗ cần sửa trước khi gửi`,
  summaryHelp: 'Mọi điều đã nhập vẫn được giữ. Bấm vào từng dòng để tới ô cần sửa.',
}
