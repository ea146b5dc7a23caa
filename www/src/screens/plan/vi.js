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
  version: 'Bản',
  deadlines: 'Hạn gửi của đơn vị',
  whomToAsk: 'Hỏi ai',
  askWhoIssued: (/** @type {string} */ office) => `Kế hoạch không nêu nơi liên hệ. Hãy hỏi ${office}.`,
  askWhoReceives: 'Kế hoạch không nêu nơi liên hệ. Hãy hỏi nơi nhận báo cáo.',
}
