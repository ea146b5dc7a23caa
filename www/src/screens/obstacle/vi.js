/**
 * The words of what no waiting mends, in Vietnamese.
 * @module
 */

export const vi = {
  tellWebmaster:
    'Lỗi này không tự hết. Xin chuyển dòng dưới đây cho người quản trị trang; khi được báo đã sửa, hãy thử lại.',
  obstacles: {
    absent: 'Địa chỉ ghi trên trang này không có trên máy chủ.',
    untaken: 'Máy chủ có địa chỉ này nhưng không nhận những gì phiếu gửi tới.',
    login:
      'Máy chủ hoặc lớp trung gian (proxy) đòi đăng nhập. Mã của đơn vị không dùng được cho việc đăng nhập này.',
    elsewhere: 'Thay vì trả lời, máy chủ chuyển sang một trang khác, có thể là trang đăng nhập.',
    page: 'Đáng lẽ nơi nhận trả lời thì lại hiện ra một trang web khác. Nếu Wi-Fi đang dùng đòi đăng nhập, hãy đăng nhập Wi-Fi rồi thử lại.',
    unlike: 'Máy chủ có trả lời, nhưng dữ liệu trả về không đúng loại.',
    origin: 'Máy chủ đang hoạt động nhưng chưa cho phép trang này kết nối.',
    policy: 'Trang này tự chặn kết nối tới máy chủ.',
    insecure: 'Trang này dùng https nên trình duyệt không cho kết nối tới một địa chỉ http (không bảo mật).',
    other: 'Máy chủ, proxy hoặc tường lửa đã từ chối mà không nêu lý do phiếu đọc được.',
  },
  obstacleMends: {
    absent: (/** @type {string} */ _url) => 'Kiểm tra địa chỉ ghi trong thẻ HTML của phiếu (plan, endpoint).',
    untaken: (/** @type {string} */ _url) => 'Kiểm tra endpoint, và máy chủ có cho phép PUT không.',
    login: (/** @type {string} */ _url) =>
      'Miễn đăng nhập của cổng thông tin hay proxy cho địa chỉ này: phiếu gửi đi không kèm cookie hay mật khẩu.',
    elsewhere: (/** @type {string} */ _url) =>
      'Cho địa chỉ này trả lời thẳng, không chuyển sang trang đăng nhập: phiếu gửi đi không kèm cookie.',
    page: (/** @type {string} */ _url) =>
      'Kiểm tra địa chỉ ghi trong thẻ HTML của phiếu, và tường lửa hay proxy ở giữa.',
    unlike: (/** @type {string} */ _url) =>
      'Địa chỉ này phải trả lời như mô tả tại openapi.json của nơi nhận.',
    origin: (/** @type {string} */ _url) =>
      `Chạy máy chủ nhận báo cáo với --allow-origin ${location.origin}, và cấu hình proxy cho qua phương thức OPTIONS.`,
    policy: (/** @type {string} */ url) =>
      `Thêm ${new URL(url).origin} vào connect-src trong Content-Security-Policy của trang.`,
    insecure: (/** @type {string} */ _url) => 'Dùng địa chỉ https.',
    other: (/** @type {string} */ _url) =>
      'Xem nhật ký của máy chủ, proxy và tường lửa. Nếu chính nơi nhận từ chối thì câu trả lời là application/problem+json, có type bắt đầu bằng urn:phieu:problem:',
  },
}
