/**
 * The words of the office's page.
 * @module
 */

export const words = {
  token: 'Mã truy cập của văn phòng',
  tokenHelp: 'Mã do máy chủ in ra khi khởi động. Mã chỉ được giữ trong thẻ trình duyệt này.',
  tokenWrong: 'Mã truy cập không đúng. Xin kiểm tra rồi nhập lại.',
  enter: 'Xem báo cáo',
  leave: 'Thoát',
  loading: 'Đang hỏi máy chủ…',
  fresh: (/** @type {string} */ clock) => `Cập nhật lúc ${clock}, tự cập nhật mỗi 15 giây`,
  stale: (/** @type {string} */ clock) => `Chưa hỏi được máy chủ. Số liệu dưới đây là của lúc ${clock}.`,
  unreachable: 'Chưa hỏi được máy chủ. Trang sẽ tự thử lại.',
  deadline: 'Hạn gửi',
  noDeadline: 'Không có hạn gửi',
  groups: {
    late: 'Trễ hạn, chưa gửi',
    missing: 'Chưa gửi',
    sentLate: 'Gửi trễ',
    sent: 'Đã gửi đúng hạn',
    notYetOpen: 'Chưa tới kỳ',
    waived: 'Không phải nộp',
  },
  of: (/** @type {number} */ sent, /** @type {number} */ all) => `Đã nhận ${sent} trên ${all} đơn vị`,
  show: 'Hiện',
  all: 'Tất cả',
  onlyMissing: 'Chưa gửi',
  onlySent: 'Đã gửi',
  see: 'Xem',
  receivedAt: 'Nhận lúc',
  back: 'Về danh sách',
  code: 'Mã biên nhận',
  revision: (/** @type {number} */ number) => `Bản thứ ${number}`,
  findings: 'Điều cần lưu ý',
  blank: '(để trống)',
  timeliness: { onTime: 'Đúng hạn', late: 'Trễ hạn', noDeadline: 'Không có hạn gửi' },
  print: 'In',
}
