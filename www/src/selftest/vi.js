/**
 * The words of the self-test and of why a form does not open, in Vietnamese.
 * @module
 */

export const vi = {
  check: 'Kiểm tra phiếu trên trang này',
  checkHelp:
    'Dành cho người quản trị trang. Bảng này chỉ hỏi các địa chỉ dưới đây, không gửi báo cáo nào; bỏ phieu-check khỏi địa chỉ trang thì bảng không hiện nữa.',
  checking: 'Đang kiểm tra…',
  states: { right: 'Đạt', note: 'Lưu ý', wrong: 'Chưa đạt' },
  mend: 'Cách sửa:',
  again: 'Kiểm tra lại',

  names: {
    files: 'Tệp của phiếu',
    policy: 'Chính sách của trang và trình duyệt',
    plan: 'Kế hoạch (plan)',
    endpoint: 'Nơi nhận (endpoint)',
    clock: 'Giờ của máy này',
    storage: 'Chỗ lưu bản nháp',
  },

  filesRight: (/** @type {number} */ count) => `Đủ ${count} tệp của phiếu báo cáo, cùng một phiên bản.`,
  filesNamed: 'Trang này đóng gói phiếu bằng công cụ riêng nên không đối chiếu được từng tệp.',
  files: {
    absent: (/** @type {string} */ name) => `Không có tệp ${name} trong thư mục của phiếu.`,
    page: (/** @type {string} */ name) => `Máy chủ trả về một trang web thay cho tệp ${name}.`,
    refused: (/** @type {string} */ name) => `Máy chủ không cho tải tệp ${name}.`,
    down: (/** @type {string} */ name) =>
      `Không tải được tệp ${name}: đường truyền hoặc máy chủ đang trục trặc.`,
    policy: (/** @type {string} */ name) => `Chính sách (CSP) của trang chặn tệp ${name}.`,
    mixed: (/** @type {string} */ name) =>
      `Tệp ${name} trên máy chủ không cùng phiên bản với các tệp khác của phiếu.`,
    stale: (/** @type {string} */ name) => `Trình duyệt này còn giữ bản cũ của tệp ${name}.`,
  },
  fileMends: {
    absent: 'Chép lại cả thư mục dist lên máy chủ, đủ mọi tệp.',
    page: 'Để máy chủ gửi nguyên tệp này: xem lại quy tắc chuyển hướng, trang báo lỗi và tường lửa.',
    refused: 'Cho mọi người đọc thư mục của phiếu, không qua đăng nhập.',
    down: 'Kiểm tra kết nối mạng và máy chủ, rồi thử lại.',
    policy: 'Thêm nơi đặt tệp của phiếu vào script-src và connect-src trong Content-Security-Policy.',
    mixed: 'Chép lại cả thư mục dist trong một lần, rồi xóa bộ nhớ đệm của máy chủ, CDN hay plugin gộp tệp.',
    stale:
      'Tải lại trang bằng Ctrl+F5. Để không lặp lại: đặt mỗi phiên bản trong một thư mục riêng, hoặc gửi Cache-Control: no-cache cho các tệp này.',
  },

  wasmRuns: 'WebAssembly chạy được.',
  wasmRefused: 'Ở đây WebAssembly không chạy; phiếu chạy bằng JavaScript, mở chậm hơn một chút.',
  wasmMend: "Nếu muốn nhanh hơn, thêm 'wasm-unsafe-eval' vào script-src trong Content-Security-Policy.",
  trusted: 'Chính sách trusted-types của trang không cho phiếu dựng nội dung.',
  trustedMend: "Ghi trong Content-Security-Policy: trusted-types lit-html 'allow-duplicates'.",
  sandbox:
    'Trang nằm trong một khung bị sandbox nên không có chỗ lưu bản nháp và không gọi được máy chủ như thường lệ.',
  sandboxMend:
    'Thêm allow-same-origin (cùng allow-scripts, allow-forms, allow-downloads và allow-modals) vào thuộc tính sandbox của khung.',

  planRight: (/** @type {string} */ title) => `Đọc được: ${title}`,
  planMissing: 'Thẻ của phiếu không có thuộc tính plan.',
  planMissingMend: 'Ghi địa chỉ của kế hoạch đã phát hành vào thuộc tính plan.',
  planAddress: 'Thuộc tính plan không phải một địa chỉ đọc được.',
  planUnread: 'Địa chỉ này trả lời, nhưng không phải một kế hoạch.',
  planUnreadMend: 'Dùng tệp do phieu publish tạo ra; phieu check cho biết chỗ sai trong kế hoạch.',
  planPage: 'Máy chủ trả về một trang web thay cho kế hoạch.',
  planDeniedCheck: 'Máy chủ chưa cho xem kế hoạch này.',
  planDeniedMend:
    'Để kế hoạch ở nơi mọi người đọc được, không qua đăng nhập; hoặc cùng địa chỉ với trang này, nơi phiên đăng nhập của trang có hiệu lực.',

  endpointRight: (/** @type {string} */ version) =>
    `Đúng là nơi nhận của Phiếu, phiên bản ${version}, và cho phép trang này kết nối.`,
  planUnknown: (/** @type {string} */ id) => `Đúng là nơi nhận của Phiếu, nhưng không có kế hoạch ${id}.`,
  planUnknownMend:
    'Đặt tệp của kế hoạch này vào thư mục --plans của máy chủ nhận báo cáo, rồi khởi động lại.',
  endpointNone: 'Không có endpoint: trang này tự nhận báo cáo qua sự kiện submit.',
  endpointAddress: 'Thuộc tính endpoint không phải một địa chỉ đọc được.',
  endpointAddressMend: 'Ghi địa chỉ API của nơi nhận, ví dụ https://noinhan.example/api.',
  endpointOther: 'Địa chỉ này trả lời, nhưng không phải nơi nhận của Phiếu.',
  endpointOtherMend:
    'Ghi địa chỉ API của nơi nhận, ví dụ https://noinhan.example/api. Nếu dùng hệ thống tự viết thay cho nơi nhận của Phiếu thì bỏ qua dòng này.',
  down: 'Không tới được địa chỉ này: đường truyền hoặc máy chủ đang trục trặc.',
  downMend: 'Kiểm tra kết nối mạng và máy chủ, rồi thử lại.',

  clockRight: 'Đúng với giờ của máy chủ.',
  clockWrong: (/** @type {number} */ minutes) => `Lệch ${minutes} phút so với giờ của máy chủ.`,
  clockMend: 'Đặt lại giờ của máy này. Hạn gửi vẫn tính theo giờ của nơi nhận.',
  clockUnknown: 'Máy chủ không cho biết giờ.',

  storageRight: 'Lưu được trên máy.',
  storageWrong: 'Trình duyệt không cho trang này lưu trên máy: bản nháp mất khi đóng trang.',
  storageMend: 'Thoát chế độ ẩn danh, hoặc bỏ chặn cookie cho trang này.',

  failedHelp: {
    line: 'Kiểm tra kết nối mạng rồi thử lại. Những gì đã nhập vẫn còn trên máy.',
    site: 'Lỗi này không tự hết. Xin chuyển những dòng dưới đây cho người quản trị trang. Những gì đã nhập vẫn còn trên máy.',
    again: 'Máy chủ đã trả lời. Xin thử lại. Những gì đã nhập vẫn còn trên máy.',
    reload: 'Trang này vừa được cập nhật. Hãy tải lại trang; mọi điều đã nhập vẫn được giữ.',
  },
  cannotRun:
    'Phiếu không chạy được trong trình duyệt này, vì bản quá cũ hoặc vì một phần mềm khác trên trang. Hãy cập nhật trình duyệt, hoặc mở trang này bằng Chrome, Cốc Cốc, Firefox hay Safari bản mới. Nếu vẫn không được, xin báo cho người quản trị trang này, kèm chi tiết dưới đây.',
  planDenied: 'Máy chủ chưa cho xem kế hoạch này',
  planDeniedHelp:
    'Hãy đăng nhập vào trang này, hoặc mở đúng đường dẫn mà đơn vị đã nhận, rồi thử lại. Nếu vẫn không được, xin báo cho người quản trị trang này.',
  crashed: 'Phiếu gặp sự cố và chưa mở lại được',
  crashedHelp:
    'Bản nháp vẫn còn. Bấm nút dưới đây để mở lại phiếu. Những ô vừa nhập nằm trong phần chi tiết.',
}
