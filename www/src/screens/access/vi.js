/**
 * The words of the asking for a code, in Vietnamese.
 * @module
 */

export const vi = {
  codeWanted: 'Nơi nhận cần mã của đơn vị.',
  askOffice: (/** @type {string} */ office) =>
    `Nếu chưa có mã, xin liên hệ ${office}. Mở đường dẫn riêng của đơn vị cũng được.`,
  askSomeone: 'Nếu chưa có mã, xin liên hệ nơi nhận báo cáo. Mở đường dẫn riêng của đơn vị cũng được.',
  loginAgain: 'Hãy đăng nhập lại vào trang này bằng tài khoản của đơn vị.',
  code: 'Mã của đơn vị, hoặc đường dẫn riêng',
  useCode: 'Dùng mã này',
  codeTaken: 'Đã nhận mã của đơn vị.',
}
