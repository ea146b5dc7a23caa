/**
 * The hour on this device's clock, for what the device did. Deadlines and dates of a plan come from the core.
 * @param {number} at milliseconds since 1970
 */
export function hour(at) {
  const time = new Date(at)
  return [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}

/**
 * The same with its day, where that is not today.
 * @param {number} at
 */
export function when(at) {
  const time = new Date(at)
  const day = [time.getDate(), time.getMonth() + 1, time.getFullYear()].join('/')
  return time.toDateString() === new Date().toDateString() ? hour(at) : `${hour(at)} ${day}`
}
