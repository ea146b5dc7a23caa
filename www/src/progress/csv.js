/**
 * Tables as files that a Vietnamese Excel opens rightly by a double click.
 *
 * Vietnamese Windows writes 1,5 for one and a half, so its list separator is the semicolon: with commas, Excel would
 * show each line as one cell. Without a byte order mark it would take the text for windows-1258 and break the marks.
 * @module
 */
import { matrix, targets, units } from './rows.js'

/** @typedef {string | number | null} Cell */
/** @typedef {import('../types.js').ProgressView} ProgressView */
/** @typedef {import('./filters.js').Filters} Filters */
/** @typedef {import('./words.js').ProgressWords} ProgressWords */
/** @typedef {'targets' | 'units' | 'matrix'} Kind */

const MARK = '\u{feff}'

const ROWS = { targets, units, matrix }

/**
 * @param {Cell[][]} lines
 * @returns {string}
 */
export const csv = (lines) => `${MARK}${lines.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`

/**
 * Excel runs a cell that begins with one of these as a formula, also inside quotes: titles and names come from many
 * hands. The apostrophe makes it text.
 * @param {Cell} value
 */
function cell(value) {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[\s]*[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value
  return /[";\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

/**
 * Hands a table over as a download.
 * @param {Kind} kind
 * @param {ProgressView} view
 * @param {Filters} filters
 * @param {ProgressWords} words
 */
export function download(kind, view, filters, words) {
  const text = csv(ROWS[kind](view, filters, words))
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${view.plan}-${words.files[kind]}.csv`
  link.click()
  // Safari reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
