/**
 * A table as a file that a Vietnamese Excel opens rightly by a double click.
 *
 * Vietnamese Windows writes 1,5 for one and a half, so its list separator is the semicolon: with commas, Excel would
 * show each line as one cell. Without a byte order mark it would take the text for windows-1258 and break the marks.
 * @module
 */

/** @typedef {string | number | null} Cell */

const MARK = '\u{feff}'

export const csv = {
  name: 'CSV',
  ending: 'csv',
  type: 'text/csv',
  write: (/** @type {Cell[][]} */ lines) =>
    `${MARK}${lines.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`,
}

/**
 * A cell as the core writes it too, by one table of cases (src/text/delimited/cells.json). Excel computes what begins with
 * one of these signs, also inside quotes: titles and names come from many hands. The apostrophe makes it text.
 * @param {Cell} value
 */
function cell(value) {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^'*(\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(value) ? `'${value}` : value
  return /["\t;|,\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
