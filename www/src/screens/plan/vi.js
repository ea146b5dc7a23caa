/**
 * The words of the plan's own page, in Vietnamese.
 * @module
 */

export const vi = {
  aboutPlan: 'Về kế hoạch này',
  document: 'Văn bản',
  issuer: 'Nơi ban hành',
  theme: 'Chủ đề',
  planPeriod: 'Thời gian',
  version: 'Phiên bản',
  deadlines: 'Hạn gửi của đơn vị',
  whomToAsk: 'Liên hệ',
  askWhoIssued: (/** @type {string} */ office) => `Kế hoạch không nêu nơi liên hệ. Xin liên hệ ${office}.`,
  askWhoReceives: 'Kế hoạch không nêu nơi liên hệ. Xin liên hệ nơi nhận báo cáo.',
}
