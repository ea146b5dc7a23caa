/**
 * The words of drafts that belong to no period, in Vietnamese.
 * @module
 */

export const vi = {
  strays: 'Bản nháp không còn thuộc kỳ nào',
  straysHelp:
    'Kế hoạch đã đổi kỳ, phiếu, đơn vị hoặc mã kế hoạch sau khi các bản nháp này được nhập. Chúng chỉ nằm trên máy này.',
  typedHere: (/** @type {string} */ moment) => `Nhập lần cuối lúc ${moment}.`,
  readStray: 'Xem nội dung',
  placeIn: (/** @type {string | null} */ name, /** @type {string} */ days) =>
    `Đưa vào kỳ ${name ? `${name}, ${days}` : days}`,
  placedBeside: 'Kỳ này đã có bản nháp: bản đưa vào được giữ bên cạnh, chưa thay bản đang có.',
  saveAsFile: 'Lưu thành tệp',
  sureToDrop: 'Xóa hẳn bản nháp này khỏi máy? Xóa rồi không lấy lại được.',
}
