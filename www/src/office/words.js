/**
 * The words of the office's page.
 * @module
 */

import { languageOf } from '../words.js'

const vi = {
  token: 'Mã truy cập của văn phòng',
  tokenHelp: 'Người quản trị máy chủ cấp mã này. Mã chỉ được giữ trong thẻ trình duyệt này.',
  tokenWrong: 'Mã truy cập không đúng. Xin kiểm tra rồi nhập lại.',
  enter: 'Xem báo cáo',
  leave: 'Thoát',
  loading: 'Đang tải…',
  fresh: (/** @type {string} */ clock) => `Cập nhật lúc ${clock}, tự cập nhật mỗi 15 giây`,
  stale: (/** @type {string} */ clock) =>
    `Chưa kết nối được với máy chủ. Số liệu dưới đây cập nhật lúc ${clock}.`,
  unreachable: 'Chưa kết nối được với máy chủ. Trang sẽ tự thử lại.',
  deadline: 'Hạn gửi',
  strays: 'Báo cáo không còn thuộc kỳ nào',
  straysHelp:
    'Kế hoạch đã đổi kỳ, phiếu hoặc đơn vị sau khi các báo cáo này được gửi. Báo cáo vẫn được giữ, nhưng không tính vào tiến độ.',
  show: 'Hiện',
  all: 'Tất cả',
  onlyMissing: 'Chưa gửi',
  onlySent: 'Đã gửi',
  see: 'Xem',
  receivedAt: 'Nhận lúc',
  back: 'Về danh sách',
  code: 'Mã biên nhận',
  revision: (/** @type {number} */ number) => `Bản gửi thứ ${number}`,
  findings: 'Điều cần lưu ý',
  explained: 'Đơn vị giải thích:',
  blank: '(để trống)',
  print: 'In',
  files: 'Tệp kèm theo',
  fetchFile: 'Tải về',
  deleteFile: 'Xóa',
  deleteForGood: 'Xóa hẳn, không lấy lại được',
  keepFile: 'Giữ lại',
}

/** @typedef {typeof vi} Words */

/** @type {Words} */
const en = {
  token: "The office's access code",
  tokenHelp: 'The server prints it when it starts. It is kept in this browser tab only.',
  tokenWrong: 'This access code is not right. Check it and enter it again.',
  enter: 'See the reports',
  leave: 'Leave',
  loading: 'Asking the server…',
  fresh: (clock) => `As of ${clock}, updated every 15 seconds`,
  stale: (clock) => `The server does not answer. What stands below is as of ${clock}.`,
  unreachable: 'The server does not answer. This page tries again by itself.',
  deadline: 'Deadline',
  strays: 'Reports that belong to no period',
  straysHelp:
    'The plan changed its periods, reports or units after these were sent. They are kept, but do not count towards progress.',
  show: 'Show',
  all: 'All',
  onlyMissing: 'Not sent',
  onlySent: 'Sent',
  see: 'See',
  receivedAt: 'Received',
  back: 'Back to the list',
  code: 'Receipt code',
  revision: (number) => `Revision ${number}`,
  findings: 'Please note',
  explained: 'The unit explains:',
  blank: '(left blank)',
  print: 'Print',
  files: 'Files',
  fetchFile: 'Download',
  deleteFile: 'Delete',
  deleteForGood: 'Delete for good',
  keepFile: 'Keep it',
}

const decisionVi = {
  title: 'Quyết định của văn phòng',
  came: (/** @type {number} */ revision, /** @type {string} */ when) =>
    `Bản gửi thứ ${revision}, nhận lúc ${when}`,
  by: 'người quyết định:',
  superseded: 'Đơn vị đã gửi bản mới hơn. Hãy mở bản mới để duyệt hoặc trả lại.',
  locked: 'Báo cáo đã duyệt nên đã khóa. Muốn đơn vị sửa, hãy trả lại kèm lý do.',
  reason: 'Lý do trả lại',
  reasonHelp: 'Đơn vị sẽ đọc đúng những lời này. Duyệt thì để trống.',
  addField: 'Thêm một chỗ cần sửa',
  field: (/** @type {number} */ number) => `Chỗ cần sửa ${number}`,
  which: 'Nội dung cần sửa',
  why: 'Cần sửa thế nào',
  remove: 'Bỏ',
  return: 'Trả lại để sửa',
  accept: 'Duyệt báo cáo',
  pointsHelp: 'Chỉ ghi điểm ở tiêu chí cần chấm khác. Để trống thì giữ điểm đơn vị tự chấm.',
  criterion: 'Tiêu chí',
  most: 'Tối đa',
  own: 'Tự chấm',
  reviewed: 'Thẩm định',
  pointsWhy: 'Lý do',
  givePoints: 'Ghi lại điểm thẩm định',
}

/** @type {typeof decisionVi} */
const decisionEn = {
  title: "The office's decision",
  came: (revision, when) => `Revision ${revision}, received ${when}`,
  by: 'by',
  superseded: 'The unit has sent a newer revision. Open that one to accept or return it.',
  locked: 'This report is accepted and locked. To have it corrected, return it with a reason.',
  reason: 'Reason for returning it',
  reasonHelp: 'The unit will read exactly what you write. Leave it blank to accept.',
  addField: 'Add an answer to correct',
  field: (number) => `Answer to correct ${number}`,
  which: 'Which answer',
  why: 'What to correct',
  remove: 'Remove',
  return: 'Return for correction',
  accept: 'Accept the report',
  pointsHelp: 'Give points only where they are to differ. Left blank, the unit’s own points hold.',
  criterion: 'Criterion',
  most: 'Most',
  own: 'Own',
  reviewed: 'Reviewed',
  pointsWhy: 'Why',
  givePoints: 'Keep the reviewed points',
}

const reminderVi = {
  title: 'Nhắc các đơn vị chưa gửi',
  text: 'Lời nhắc',
  help: 'Sửa lại nếu cần, rồi dán vào Zalo hoặc thư. Trang này không tự gửi lời nhắc cho đơn vị nào.',
  copy: 'Sao chép lời nhắc',
  copied: 'Đã sao chép. Hãy dán vào nơi cần gửi.',
  share: 'Chia sẻ',
  mail: 'Soạn thư điện tử',
  csv: 'Tải danh sách (CSV)',
  file: 'nhac-gui',
  columns: ['TT', 'Đơn vị', 'Khu vực', 'Tình trạng', 'Hạn gửi', 'Đường dẫn'],
}

/** @type {typeof reminderVi} */
const reminderEn = {
  title: 'Remind those who have not sent it',
  text: 'Reminder',
  help: 'Change it as you like, then paste it into a chat or a letter. This page sends nothing by itself.',
  copy: 'Copy the reminder',
  copied: 'Copied. Paste it where it is to be sent.',
  share: 'Share',
  mail: 'Write an e-mail',
  csv: 'Download the list (CSV)',
  file: 'reminder',
  columns: ['No.', 'Unit', 'Sector', 'Status', 'Deadline', 'Link'],
}

/** @param {string | null | undefined} lang */
export const reminderWords = (lang) => (languageOf(lang) === 'en' ? reminderEn : reminderVi)

/** @param {string | null | undefined} lang */
export const officeWords = (lang) => (languageOf(lang) === 'en' ? en : vi)

/** @param {string | null | undefined} lang */
export const decisionWords = (lang) => (languageOf(lang) === 'en' ? decisionEn : decisionVi)
