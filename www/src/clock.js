/**
 * The hour on this device's clock, for "saved at", written as the core writes hours: "07g30", in English "07:30".
 * Deadlines and dates of a plan come from the core.
 * @param {number} at milliseconds since 1970
 * @param {import('./types.js').Lang} [lang]
 */
export function hour(at, lang) {
  const time = new Date(at)
  return [time.getHours(), time.getMinutes()]
    .map((part) => String(part).padStart(2, '0'))
    .join(lang === 'en' ? ':' : 'g')
}
