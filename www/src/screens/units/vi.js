/**
 * The words of the choice of a unit, in Vietnamese.
 * @module
 */

export const vi = {
  chooseUnit: 'Chọn đơn vị của bạn',
  searchUnit: 'Tìm đơn vị',
  searchHint: 'Gõ tên, không cần dấu: “tay thanh” tìm thấy Tây Thạnh.',
  unitsFound: (/** @type {number} */ count) => `${count} đơn vị`,
  noUnit: 'Không có đơn vị nào khớp. Thử gõ ngắn hơn, ví dụ chỉ tên phường hoặc trường.',
}
