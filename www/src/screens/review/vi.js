/**
 * The words of the review, in Vietnamese.
 * @module
 */

export const vi = {
  review: 'Xem lại trước khi gửi',
  findings: 'Điều cần lưu ý',
  explained: 'Đơn vị giải thích:',
  reviewHelp: 'Nơi nhận sẽ thấy đúng những nội dung này. Xin đọc lại một lượt rồi gửi.',
  notYetSent: 'Chưa gửi. Bản này chỉ mới lưu trên máy.',
  sendingFiles: 'Đang gửi tệp kèm theo. Có thể đóng trang: mở lại thì gửi tiếp.',
  preparedBy: 'NGƯỜI LẬP BIỂU',
  signedBy: 'TM. BAN CHẤP HÀNH',
  signHere: '(Ký, ghi rõ họ tên)',
  accepted: 'Báo cáo đã được duyệt',
  was: 'trước:',
  blank: '(để trống)',
  theirs: 'bản kia:',
  amends: 'Những số liệu khác với bản đã gửi được ghi kèm số cũ.',
  otherCame: 'Đã có một bản khác của báo cáo này, gửi từ thẻ trình duyệt khác hoặc máy khác.',
  otherHelp:
    'Bản đang mở không dựa trên bản kia. Chỗ nào khác nhau, nội dung của bản kia được ghi ngay bên dưới. Có thể gửi bản này thay bản kia, hoặc dùng bản kia; cả hai bản vẫn được giữ trên máy này.',
  besideOther: 'Những chỗ khác với bản kia được ghi kèm nội dung của bản kia.',
  sendOver: 'Gửi bản này thay bản kia',
  takeTheirs: 'Dùng bản kia',
  sending: 'Đang gửi…',
  send: 'Gửi báo cáo',
  /** What is said where the page keeps nothing on the device. */
  unkept: {
    notYetSent: 'Chưa gửi, và chưa lưu trên máy.',
  },
}
