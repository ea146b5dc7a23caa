/**
 * A moment in words, on the clock of Vietnam, where every plan of this organisation is issued.
 * @param {string} instant
 * @param {string} lang
 */
export function momentText(instant, lang) {
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'vi-VN', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(new Date(instant))
}
