/**
 * The words of what comes after the first fields, in Vietnamese.
 * @module
 */

export const vi = {
  activities: 'Hoạt động',
  activity: (/** @type {number} */ number) => `Hoạt động ${number}`,
  noActivity: 'Chưa có hoạt động nào trong báo cáo.',
  addActivity: 'Thêm hoạt động',
  addPlanned: 'Chọn từ lịch của kế hoạch',
  added: 'đã thêm',
  add: 'Thêm',
  copy: 'Chép lại',
  remove: 'Xóa',
  up: 'Đưa lên',
  down: 'Đưa xuống',
  removed: (/** @type {string} */ title) => `Đã xóa “${title}”.`,
  undo: 'Hoàn tác',
  moved: (/** @type {number} */ to, /** @type {number} */ of) => `Đã chuyển tới vị trí ${to} trên ${of}.`,

  summaryErrors: (/** @type {number} */ count) => `Còn ${count} chỗ cần sửa trước khi gửi`,
  summaryHelp: 'Mọi điều đã nhập vẫn được giữ. Bấm vào từng dòng để tới ô cần sửa.',

  review: 'Xem lại trước khi gửi',
  findings: 'Điều cần lưu ý',
  explained: 'Đơn vị giải thích:',
  reviewHelp: 'Đây là những gì nơi nhận sẽ thấy. Đọc lại một lượt, rồi gửi.',
  notYetSent: 'Chưa gửi. Bản này chỉ mới lưu trên máy.',
  edit: 'Sửa lại',
  print: 'In',
  send: 'Gửi báo cáo',
  sending: 'Đang gửi…',
  blank: '(để trống)',
  preparedBy: 'NGƯỜI LẬP BIỂU',
  signedBy: 'TM. BAN CHẤP HÀNH',
  signHere: '(Ký, ghi rõ họ tên)',

  waiting: 'Chưa tới nơi nhận',
  waitingHelp:
    'Báo cáo đã nằm trong hộp chờ gửi trên máy này và sẽ tự gửi khi nối lại được, kể cả sau khi đóng trang rồi mở lại.',
  sendNow: 'Gửi lại ngay',
  received: 'Đã nhận báo cáo',
  receiptTitle: 'Biên nhận',
  receivedBy: (/** @type {string} */ office) => `${office} đã nhận báo cáo này.`,
  receivedBySomeone: 'Nơi nhận đã nhận báo cáo này.',
  receiptCode: 'Mã biên nhận',
  receivedAt: 'Nhận, theo giờ nơi nhận',
  onTime: 'Đúng hạn',
  late: 'Trễ hạn',
  noDeadline: 'Không có hạn gửi',
  revision: (/** @type {number} */ number) => `Bản gửi thứ ${number}`,
  hash: 'Mã nội dung (SHA-256)',
  keepReceipt: 'Tải biên nhận',
  toDuties: 'Về danh sách phiếu',
  handed: 'Đã giao báo cáo cho trang này',
  handedHelp: 'Trang web chứa phiếu tự chuyển báo cáo tới nơi nhận.',
  noEndpoint: 'Trang này chưa nối với nơi nhận',
  noEndpointHelp: 'Hãy lưu báo cáo thành tệp và gửi theo cách mà văn bản hướng dẫn.',
  saveReport: 'Lưu báo cáo thành tệp',
  conflict: 'Nơi nhận đã có một báo cáo khác với cùng mã gửi. Hãy gửi lại: báo cáo sẽ có mã mới.',
  refusedHelp: 'Không mất gì cả: mọi điều đã nhập vẫn được giữ.',

  codeWanted: 'Nơi nhận cần mã của đơn vị.',
  askOffice: (/** @type {string} */ office) =>
    `Nếu chưa có mã, xin liên hệ ${office}. Mở đường dẫn riêng của đơn vị cũng được.`,
  askSomeone: 'Nếu chưa có mã, xin liên hệ nơi nhận báo cáo. Mở đường dẫn riêng của đơn vị cũng được.',
  loginAgain: 'Hãy đăng nhập lại vào trang này bằng tài khoản của đơn vị.',
  code: 'Mã của đơn vị, hoặc đường dẫn riêng',
  useCode: 'Dùng mã này',
  codeTaken: 'Đã nhận mã của đơn vị.',
  deniedHelp: 'Báo cáo vẫn nằm trong hộp chờ gửi trên máy này và sẽ được gửi ngay khi có mã đúng.',

  heldHere: 'Báo cáo đã giữ trên máy này.',
  tellWebmaster:
    'Chờ thêm không giúp được: xin báo cho người quản trị trang này, kèm dòng dưới đây, rồi thử lại.',
  obstacles: {
    absent: 'Địa chỉ ghi trên trang này không có trên máy chủ.',
    untaken: 'Máy chủ có địa chỉ này nhưng không nhận những gì phiếu gửi tới.',
    elsewhere: 'Máy chủ đưa sang một trang khác, có thể là trang đăng nhập, thay vì trả lời phiếu.',
    page: 'Một trang web trả lời thay cho nơi nhận. Nếu đang dùng Wi-Fi phải đăng nhập, hãy đăng nhập Wi-Fi rồi thử lại.',
    unlike: 'Máy chủ có trả lời, nhưng không phải điều mà phiếu cần.',
    origin: 'Máy chủ đang hoạt động nhưng chưa cho phép trang này kết nối.',
    policy: 'Trang này tự chặn kết nối tới máy chủ.',
    insecure: 'Trình duyệt không cho trang bảo mật này kết nối tới một địa chỉ không bảo mật.',
    other: 'Máy chủ từ chối theo cách mà phiếu không hiểu.',
  },
  obstacleMends: {
    absent: (/** @type {string} */ _url) => 'Kiểm tra địa chỉ ghi trong thẻ của phiếu (plan, endpoint).',
    untaken: (/** @type {string} */ _url) => 'Kiểm tra endpoint, và máy chủ có cho phép PUT không.',
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
    other: (/** @type {string} */ _url) => 'Xem nhật ký của máy chủ và proxy.',
  },
  faulty: 'Trang này và nơi nhận không khớp nhau. Xin báo cho người quản trị trang này, kèm dòng sau:',

  forgetCode: 'Xóa mã khỏi máy này',
  forgetUnit: 'Xóa đơn vị này khỏi máy',
  forgetTitle: (/** @type {string} */ unit) => `Xóa mã, biên nhận và bản nháp của ${unit} khỏi máy này?`,
  forgetHelp:
    'Dùng khi nhiều người chung một máy. Báo cáo đã gửi vẫn ở nơi nhận. Lần sau mở trang phải chọn lại đơn vị, và cần mã hoặc đường dẫn riêng nếu nơi nhận đòi mã.',
  forgetLetters: (/** @type {number} */ count) =>
    `${count} báo cáo chưa tới nơi nhận. Xóa thì các báo cáo này không được gửi nữa:`,
  forgetDrafts: (/** @type {number} */ count) => `${count} bản nháp. Lưu thành tệp nếu còn cần:`,
  forgetNow: (/** @type {number} */ letters, /** @type {number} */ drafts) =>
    `Xóa khỏi máy này${letters > 0 ? `, bỏ ${letters} báo cáo chưa gửi` : ''}${drafts > 0 ? `, bỏ ${drafts} bản nháp` : ''}`,
  forgotten: 'Đã xóa khỏi máy này.',

  outbox: 'Chờ gửi',
  outboxHelp:
    'Những báo cáo này còn nằm trên máy, nơi nhận chưa có. Máy tự gửi lại khi có mạng. Giờ ghi dưới đây là giờ của máy này.',
  /** What is said where the page keeps nothing on the device. */
  unkeptLater: {
    notYetSent: 'Chưa gửi, và chưa lưu trên máy.',
    waitingHelp:
      'Báo cáo đang chờ trong thẻ này và sẽ tự gửi khi nối lại được. Nó chưa lưu trên máy: đừng đóng thẻ này trước khi gửi xong.',
    deniedHelp:
      'Báo cáo đang chờ trong thẻ này và sẽ được gửi ngay khi có mã đúng. Nó chưa lưu trên máy: đừng đóng thẻ này trước khi gửi xong.',
    heldHere: 'Báo cáo chỉ giữ trong thẻ này, chưa lưu trên máy: đừng đóng thẻ này.',
    outboxHelp:
      'Những báo cáo này chỉ nằm trong thẻ này, nơi nhận chưa có. Đừng đóng thẻ này trước khi gửi xong.',
  },
  preparedHere: (/** @type {string} */ moment) => `Bấm gửi lúc ${moment}.`,
  triedAt: (/** @type {string} */ clock) => `Thử gửi lần cuối lúc ${clock}.`,
  nextAt: (/** @type {string} */ clock) => `Tự thử lại lúc ${clock}.`,
  waitsForCode: 'Báo cáo chờ đến khi có mã đúng.',
  tryNow: 'Gửi lại ngay',
  sureToDelete: 'Nơi nhận chưa có báo cáo này. Xóa khỏi hộp chờ gửi? Bản nháp vẫn còn.',
  deleteUnsent: 'Xóa, không gửi',
  keepWaiting: 'Giữ lại',

  recovered: 'Phiếu vừa gặp sự cố và đã mở lại từ bản nháp. Xin xem lại ô vừa nhập.',
  statusKnown: 'Nơi nhận đã trả lời, danh sách đã cập nhật.',
  otherTab: (/** @type {string} */ clock) =>
    `Phiếu này còn một bản khác, lưu lúc ${clock}. Cả hai bản đều được giữ.`,
  fileElsewhere: (/** @type {string} */ file) => `Tệp này là bản nháp của phiếu khác: ${file}.`,
  formHere: (/** @type {string} */ form) => `Phiếu đang mở: ${form}.`,
  fileElsewhereHelp: 'Nếu mở tệp vào phiếu này, điều đang có trong phiếu được giữ thành một bản khác.',
  takeFile: 'Mở tệp vào phiếu này',
  leaveFile: 'Không mở tệp',
  strays: 'Bản nháp không còn thuộc kỳ nào',
  straysHelp:
    'Kế hoạch đã đổi kỳ, phiếu, đơn vị hoặc mã kế hoạch sau khi các bản nháp này được nhập. Chúng chỉ nằm trên máy này.',
  typedHere: (/** @type {string} */ moment) => `Nhập lần cuối lúc ${moment}.`,
  readStray: 'Xem nội dung',
  placeIn: (/** @type {string} */ period) => `Đưa vào kỳ ${period}`,
  placedBeside: 'Kỳ này đã có bản nháp: bản đưa vào được giữ bên cạnh, chưa thay bản đang có.',
  saveAsFile: 'Lưu thành tệp',
  sureToDrop: 'Xóa hẳn bản nháp này khỏi máy? Xóa rồi không lấy lại được.',
  badFile: 'Tệp này không phải bản nháp của phiếu đang mở.',
  takeOther: 'Mở bản kia',
  dropOther: 'Bỏ bản kia',
  returned: (/** @type {string} */ moment) => `Nơi nhận trả lại báo cáo này lúc ${moment} để bổ sung.`,
  returnedHelp: 'Sửa những chỗ dưới đây rồi gửi lại: bản mới thay cho bản đã gửi.',
  accepted: 'Báo cáo đã được duyệt',
  locked: 'Nơi nhận đã duyệt báo cáo này nên không gửi bổ sung được nữa.',
  lockedHelp: 'Nếu cần sửa, hãy liên hệ nơi nhận để được trả lại báo cáo, rồi gửi lại. Bản nháp vẫn còn.',
  planChanged: 'Kế hoạch đã có phiên bản mới. Mọi điều đã nhập vẫn được giữ.',
  newFields: 'Ô mới, xin điền thêm:',
  goneFields: 'Ô không còn hỏi, với điều đã nhập (chép lại nếu cần):',
  understood: 'Đã rõ',
  copyEarlier: 'Chép từ kỳ trước',
  copyEarlierHelp: 'Chép lời văn, điện thoại, đường dẫn và số liệu hiện có; không chép số liệu cộng dồn.',
  copied: (/** @type {number} */ count) =>
    count > 0 ? `Đã chép ${count} ô. Xin đọc lại từng ô.` : 'Không có ô trống nào để chép.',
  addedActivity: (/** @type {number} */ number) => `Đã thêm hoạt động ${number}.`,
  asPlanned: 'Làm như kế hoạch',
  addedPlanned: (/** @type {number} */ count) =>
    count > 0
      ? `Đã thêm ${count} hoạt động của kế hoạch.`
      : 'Kế hoạch không có hoạt động nào khác trong kỳ này.',
  was: 'trước:',
  theirs: 'bản kia:',
  amends: 'Những số liệu khác với bản đã gửi được ghi kèm số cũ.',
  otherCame: 'Đã có một bản khác của báo cáo này, gửi từ thẻ trình duyệt khác hoặc máy khác.',
  otherHelp:
    'Bản đang mở không dựa trên bản kia. Chỗ nào khác nhau, nội dung của bản kia được ghi ngay bên dưới. Có thể gửi bản này thay bản kia, hoặc dùng bản kia; cả hai bản vẫn được giữ trên máy này.',
  otherUnseen: 'Nơi nhận đã có báo cáo này, nhưng máy này không có nội dung của bản đã gửi.',
  otherUnseenHelp:
    'Nếu gửi từ đây, bản này sẽ thay toàn bộ bản mà nơi nhận đang có. Chỉ gửi khi bản này đã đầy đủ; nếu không, hãy sửa trên máy đã gửi lần trước.',
  besideOther: 'Những chỗ khác với bản kia được ghi kèm nội dung của bản kia.',
  sendOver: 'Gửi bản này thay bản kia',
  takeTheirs: 'Dùng bản kia',
  preparedAt: 'Bấm gửi, theo giờ máy gửi',
  delayed: 'Máy gửi ghi là bấm gửi trước hạn. Nơi nhận nhận được sau hạn.',
}
