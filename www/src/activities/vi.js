/**
 * The words of the list of activities, in Vietnamese.
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
  up: 'Đưa lên',
  down: 'Đưa xuống',
  removed: (/** @type {string} */ title) => `Đã xóa “${title}”.`,
  undo: 'Hoàn tác',
  moved: (/** @type {number} */ to, /** @type {number} */ of) => `Đã chuyển tới vị trí ${to} trên ${of}.`,
  addedActivity: (/** @type {number} */ number) => `Đã thêm hoạt động ${number}.`,
  more: 'Thêm chi tiết',
  due: 'Theo kế hoạch trong kỳ này, bấm để thêm',
  asPlanned: 'Làm như kế hoạch',
  addedPlanned: (/** @type {number} */ count) =>
    count > 0
      ? `Đã thêm ${count} hoạt động của kế hoạch.`
      : 'Kế hoạch không có hoạt động nào khác trong kỳ này.',
}
