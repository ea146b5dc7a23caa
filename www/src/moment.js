/**
 * A moment in words, on the clock of Vietnam, where every plan of this organisation is issued.
 * @param {string} instant
 * @param {string} lang
 */
export function momentText(instant, lang) {
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'vi-VN', {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(new Date(instant))
}
