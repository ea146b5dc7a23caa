/**
 * The words of what no waiting mends, in Vietnamese.
 * @module
 */

export const vi = {
  tellWebmaster:
    'Chờ thêm không giúp được: xin báo cho người quản trị trang này, kèm dòng dưới đây, rồi thử lại.',
  obstacles: {
    absent: 'Địa chỉ ghi trên trang này không có trên máy chủ.',
    untaken: 'Máy chủ có địa chỉ này nhưng không nhận những gì phiếu gửi tới.',
    login:
      'Máy chủ, hoặc một proxy ở giữa, đòi đăng nhập trước khi cho phiếu đi qua. Mã của đơn vị không mở được chỗ này.',
    elsewhere: 'Máy chủ đưa sang một trang khác, có thể là trang đăng nhập, thay vì trả lời phiếu.',
    page: 'Một trang web trả lời thay cho nơi nhận. Nếu đang dùng Wi-Fi phải đăng nhập, hãy đăng nhập Wi-Fi rồi thử lại.',
    unlike: 'Máy chủ có trả lời, nhưng không phải điều mà phiếu cần.',
    origin: 'Máy chủ đang hoạt động nhưng chưa cho phép trang này kết nối.',
    policy: 'Trang này tự chặn kết nối tới máy chủ.',
    insecure: 'Trình duyệt không cho trang bảo mật này kết nối tới một địa chỉ không bảo mật.',
    other: 'Máy chủ, hoặc một proxy hay tường lửa ở giữa, từ chối theo cách mà phiếu không hiểu.',
  },
  obstacleMends: {
    absent: (/** @type {string} */ _url) => 'Kiểm tra địa chỉ ghi trong thẻ của phiếu (plan, endpoint).',
    untaken: (/** @type {string} */ _url) => 'Kiểm tra endpoint, và máy chủ có cho phép PUT không.',
    login: (/** @type {string} */ _url) =>
      'Để địa chỉ này không đòi đăng nhập của cổng hay proxy: phiếu gửi không kèm cookie hay mật khẩu.',
    elsewhere: (/** @type {string} */ _url) =>
      'Để địa chỉ này không qua trang đăng nhập: phiếu gửi không kèm cookie.',
    page: (/** @type {string} */ _url) =>
      'Kiểm tra địa chỉ ghi trong thẻ của phiếu, và tường lửa hay proxy ở giữa.',
    unlike: (/** @type {string} */ _url) =>
      'Địa chỉ này phải trả lời như mô tả tại openapi.json của nơi nhận.',
    origin: (/** @type {string} */ _url) =>
      `Chạy nơi nhận với --allow-origin ${location.origin}, và để proxy cho qua OPTIONS.`,
    policy: (/** @type {string} */ url) =>
      `Thêm ${new URL(url).origin} vào connect-src trong Content-Security-Policy của trang.`,
    insecure: (/** @type {string} */ _url) => 'Dùng địa chỉ https.',
    other: (/** @type {string} */ _url) =>
      'Xem nhật ký của máy chủ, proxy và tường lửa. Nơi nhận từ chối bằng problem+json có type urn:phieu:problem:….',
  },
}
