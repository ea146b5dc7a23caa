/**
 * The hour on this device's clock, for "saved at". Deadlines and dates of a plan come from the core.
 * @param {number} at milliseconds since 1970
 */
export function hour(at) {
  const time = new Date(at)
  return [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}
