/**
 * The words of the receipt, in Vietnamese.
 * @module
 */

export const vi = {
  waitingHelp:
    'Báo cáo đã nằm trong hộp chờ gửi trên máy này và sẽ tự gửi khi nối lại được, kể cả sau khi đóng trang rồi mở lại.',
  sendNow: 'Gửi lại ngay',
  receiptTitle: 'Biên nhận',
  receivedBy: (/** @type {string} */ office) => `${office} đã nhận báo cáo này.`,
  receivedBySomeone: 'Nơi nhận đã nhận báo cáo này.',
  receiptCode: 'Mã biên nhận',
  receivedAt: 'Nhận, theo giờ nơi nhận',
  revision: (/** @type {number} */ number) => `Bản gửi thứ ${number}`,
  byTheFirst: 'Hạn gửi được xét theo bản gửi đầu tiên.',
  hash: 'Mã đối chiếu nội dung',
  keepReceipt: 'Tải biên nhận',
  share: 'Chia sẻ ảnh biên nhận',
  picture: 'Tải ảnh biên nhận',
  pictureFailed: 'Chưa làm được ảnh biên nhận. Hãy thử lại khi có mạng.',
  toDuties: 'Về danh sách phiếu',
  handed: 'Đã chuyển báo cáo cho trang này',
  handedHelp: 'Trang web chứa phiếu tự chuyển báo cáo tới nơi nhận.',
  accepted: 'Trang này đã nhận báo cáo',
  acceptedHelp: 'Trang web chứa phiếu đã nhận báo cáo này.',
  hostFailed: 'Trang này chưa nhận được báo cáo',
  hostFailedHelp: 'Hãy gửi lại; nếu vẫn không được, xin báo cho người quản trị trang này.',
  again: 'Gửi lại',
  carried: 'Chưa gửi: báo cáo đã nằm trong biểu mẫu của trang này',
  carriedHelp: 'Hãy bấm nút gửi của trang để gửi báo cáo cùng biểu mẫu ấy.',
  noEndpoint: 'Trang này chưa nối với nơi nhận',
  noEndpointHelp: 'Hãy lưu báo cáo thành tệp và gửi theo hướng dẫn của văn bản.',
  saveReport: 'Lưu báo cáo thành tệp',
  conflict: 'Nơi nhận đã có một báo cáo khác với cùng mã gửi. Hãy gửi lại: báo cáo sẽ có mã mới.',
  refusedHelp: 'Không mất gì cả: mọi điều đã nhập vẫn được giữ.',
  deniedHelp: 'Báo cáo vẫn nằm trong hộp chờ gửi trên máy này và sẽ được gửi ngay khi có mã đúng.',
  heldHere: 'Báo cáo đã giữ trên máy này.',
  faulty: 'Trang này và nơi nhận không khớp nhau. Xin báo cho người quản trị trang này, kèm dòng sau:',
  preparedAt: 'Bấm gửi, theo giờ máy gửi',
  /** What is said where the page keeps nothing on the device. */
  unkept: {
    waitingHelp:
      'Báo cáo đang chờ trong thẻ này và sẽ tự gửi khi nối lại được. Nó chưa lưu trên máy: đừng đóng thẻ này trước khi gửi xong.',
    deniedHelp:
      'Báo cáo đang chờ trong thẻ này và sẽ được gửi ngay khi có mã đúng. Nó chưa lưu trên máy: đừng đóng thẻ này trước khi gửi xong.',
    heldHere: 'Báo cáo chỉ giữ trong thẻ này, chưa lưu trên máy: đừng đóng thẻ này.',
  },
}
