/**
 * Tables as files: each table in each format.
 * @module
 */
import { html } from 'lit'
import { csv } from '../csv.js'
import { saveFile } from '../store/file.js'
import { matrix, narratives, scores, targets, totals, totalsByUnit, units } from './rows.js'

/** @typedef {import('../types.js').ProgressView} ProgressView */
/** @typedef {import('./filters.js').Filters} Filters */
/** @typedef {import('./words.js').ProgressWords} ProgressWords */
/**
 * A format in which a table is handed over.
 * @typedef {object} Format
 * @property {string} name
 * @property {string} ending of the file's name
 * @property {string} type of its content
 * @property {(lines: import('../csv.js').Cell[][]) => string} write
 */

/** The formats; a line is all that adds one. */
const FORMATS = [csv]

const TABLES = { targets, units, totals, totalsByUnit, narratives, scores, matrix }

/**
 * What a page offers for download.
 * @param {ProgressView} view
 * @param {{ filters: Filters, words: ProgressWords, rows: (table: string) => unknown }} page
 */
export function files(view, { filters, words, rows }) {
  const offered = FORMATS.flatMap((format) =>
    /** @type {(keyof typeof TABLES)[]} */ (Object.keys(TABLES))
      .filter((table) => table !== 'scores' || view.scores.length > 0)
      .map(
        (table) => html`<li><button type="button" class="link" data-file=${`${table}.${format.ending}`}
        @click=${() => download(table, format)}>${words.tableAs(words.tables[table], format.name)}</button></li>`,
      ),
  )
  return html`<details class="files"><summary class="button">${words.download}</summary><ul>${offered}${view.tables.map(
    ({ indicator, label }) => html`<li><button type="button" class="link" data-file="rows-${indicator}.csv"
      @click=${() => rows(indicator)}>${words.tableAs(words.rowsOf(label), csv.name)}</button></li>`,
  )}</ul></details>`

  /**
   * @param {keyof typeof TABLES} table
   * @param {Format} format
   */
  function download(table, { ending, type, write }) {
    saveFile(`${view.plan}-${words.files[table]}.${ending}`, type, write(TABLES[table](view, filters, words)))
  }
}
