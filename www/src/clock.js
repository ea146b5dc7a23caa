/**
 * The hour on this device's clock, for what the device did, written as the core writes hours. Deadlines and dates of a plan
 * come from the core.
 * @param {number} at milliseconds since 1970
 * @param {string} [lang]
 */
export function hour(at, lang) {
  const time = new Date(at)
  const parts = [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0'))
  return parts.join(lang === 'en' ? ':' : 'g')
}

/**
 * The same with its day, where that is not today.
 * @param {number} at
 * @param {{ lang: string, onDay: (clock: string, day: string) => string }} words
 */
export function when(at, { lang, onDay }) {
  const time = new Date(at)
  const clock = hour(at, lang)
  const day = [time.getDate(), time.getMonth() + 1, time.getFullYear()].join('/')
  return time.toDateString() === new Date().toDateString() ? clock : onDay(clock, day)
}
