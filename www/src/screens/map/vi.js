/**
 * The words of the map of a form, in Vietnamese.
 * @module
 */

export const vi = {
  map: 'Mục lục',
  toNext: 'Ô tiếp',
  toNextBlank: 'Ô tiếp còn trống',
  noNext: 'Không còn ô nào cần điền.',
  showAside: (/** @type {number} */ count) => `Hiện thêm ${count} ô mà kỳ trước để trống`,
}
