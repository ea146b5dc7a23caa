/**
 * The words of the page itself in Vietnamese: buttons, headings, notices. What a finding, a deadline or a number
 * says comes from the core.
 * @module
 */
import { first } from './first.js'

export const vi = {
  ...first,

  loading: 'Đang mở phiếu báo cáo…',
  failed: 'Chưa mở được phiếu báo cáo',
  tryLater: 'Xin thử lại sau ít phút. Mọi điều đã nhập vẫn được giữ.',
  planKept: (/** @type {string} */ moment) =>
    `Chưa tải được kế hoạch từ máy chủ. Phiếu mở theo bản kế hoạch đã lưu trên máy này lúc ${moment}.`,
  details: 'Chi tiết kỹ thuật',
  tryAgain: 'Thử lại',
  changeUnit: 'Đổi đơn vị',
  lookAgain: 'Xem lại',
  officeSays: 'Nơi nhận:',
  onDay: (/** @type {string} */ clock, /** @type {string} */ day) => `${clock} ngày ${day}`,

  clear: 'Bỏ chọn',
  error: 'Lỗi',
  warning: 'Cần giải thích',
  info: 'Lưu ý',
  explain: 'Giải thích trong một dòng',

  savedAt: (/** @type {string} */ clock) => `Đã lưu trên máy lúc ${clock}`,
  /** Whether this page keeps what is typed on the device. */
  keeps: true,
  /** What is said where it does not. */
  unkept: {
    savedAt: (/** @type {string} */ _) => 'Chưa lưu trên máy, chỉ giữ trong thẻ này',
  },
  deviceSilent:
    'Máy chưa mở được chỗ lưu bản nháp, có thể vì một thẻ khác còn mở bản cũ của trang này: hãy đóng các thẻ khác của trang. Khi mở được, những gì đã nhập sẽ tự được lưu; đến lúc đó đừng đóng thẻ này, hoặc lưu thành tệp.',
  keptInMemory: 'Trình duyệt không cho lưu trên máy này. Bản nháp sẽ mất khi đóng trang: hãy lưu thành tệp.',
  saveFailed: 'Không lưu được trên máy (bộ nhớ đầy hoặc bị chặn). Hãy lưu thành tệp để khỏi mất.',
  saveFile: 'Lưu thành tệp',
  openFile: 'Mở tệp',
  restored: (/** @type {string} */ clock) => `Đã mở lại bản nháp lưu lúc ${clock}.`,
  left: (/** @type {number} */ errors, /** @type {number} */ blank, /** @type {number} */ short) =>
    errors > 0
      ? `${errors} chỗ cần sửa`
      : blank > 0
        ? `Còn ${blank} ô bắt buộc`
        : short > 0
          ? `Còn ${short} chỗ chưa đủ`
          : 'Đã đủ để gửi',
  refused: 'Nơi nhận chưa nhận báo cáo này',
}
