/**
 * The words of what takes the sum of the periods inside, in Vietnamese.
 * @module
 */

export const vi = {
  reviewedPoints: 'Điểm văn phòng thẩm định',
  sumsHelp: 'Cộng từ các báo cáo đã gửi. Ô đã nhập được giữ nguyên.',
  sumsTaken: (/** @type {number} */ count) => `Đã lấy tổng vào ${count} ô. Xin đọc lại từng ô.`,
}
