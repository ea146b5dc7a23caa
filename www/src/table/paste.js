/**
 * Rows that were copied in a spreadsheet or a document, or stand in a CSV file: what the core makes of them is shown first, and
 * a person takes them or not.
 * @module
 */
import { html, nothing } from 'lit'
import { icons } from '../icons.js'
import { wordsIn } from '../words/shared.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {import('../types.js').PastedView} PastedView */

/** The most rows and cells of a row that are looked at: one more than the core reads, which says that there are more. */
const ROWS = 501
const COLUMNS = 41
/** The most letters of what a clipboard holds as a page. */
const MOST = 4_000_000

/**
 * What a clipboard holds of rows, as a spreadsheet would put it there: a document puts its table there as a page alone.
 * @param {DataTransfer | null} clipboard
 */
export function copied(clipboard) {
  const source = clipboard?.getData('text/html') ?? ''
  const plain = clipboard?.getData('text/plain') ?? ''
  const table = source.length > MOST ? undefined : largest(source)
  return { plain: table ? linesOf(table) : plain, source }
}

/** The table of most rows in a page. @param {string} source */
function largest(source) {
  if (!/<table/i.test(source)) return undefined
  const page = new DOMParser().parseFromString(source, 'text/html')
  const [first] = [...page.querySelectorAll('table')].sort((a, b) => b.rows.length - a.rows.length)
  return first
}

/**
 * A table as a spreadsheet puts it on the clipboard. What cells that were made one leave free is blank.
 * @param {HTMLTableElement} table
 */
function linesOf(table) {
  /** @type {string[][]} */
  const lines = []
  /** @type {number[]} how many more rows a cell above reaches down, by column */
  const reach = []
  for (const row of [...table.rows].slice(0, ROWS)) {
    /** @type {string[]} */
    const line = []
    const free = () => {
      while ((reach[line.length] ?? 0) > 0) {
        reach[line.length] = (reach[line.length] ?? 0) - 1
        line.push('')
      }
    }
    for (const cell of row.cells) {
      free()
      if (line.length >= COLUMNS) break
      const down = Math.min(cell.rowSpan, ROWS) - 1
      const text = quoted(said(cell))
      for (let right = 0; right < Math.min(cell.colSpan, COLUMNS); right += 1) {
        reach[line.length] = down
        line.push(right === 0 ? text : '')
      }
    }
    free()
    lines.push(line)
  }
  return lines.map((line) => line.join('\t')).join('\n')
}

/** What a cell shows, with the ends of its lines. @param {Node} node @returns {string} */
function said(node) {
  const broken = [...node.childNodes].map((each) => {
    if (each.nodeType === Node.TEXT_NODE) return (each.nodeValue ?? '').replace(/\s+/g, ' ')
    const name = each.nodeName
    if (name === 'BR') return '\n'
    const text = name === 'STYLE' || name === 'SCRIPT' ? '' : said(each)
    return /^(P|DIV|LI|TR)$/.test(name) ? `\n${text}\n` : text
  })
  const lines = broken.join('').split('\n')
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
}

/** @param {string} text */
const quoted = (text) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/**
 * @param {import('./element.js').PhieuTable} table
 * @param {PastedView} pasted
 */
export function preview(table, { columns, rows, notes }) {
  const words = allWords(table.words)
  const id = `${table.options?.id}-pasted`
  return html`<section class="pasted" id=${id} aria-labelledby="${id}-title" @keydown=${(
    /** @type {KeyboardEvent} */ event,
  ) => {
    if (event.key !== 'Escape') return
    // A dialog of the host's, in which the form may stand, is not what is meant.
    event.stopPropagation()
    table.drop()
  }}>
    <h4 id="${id}-title" tabindex="-1">${words.pasteTitle}</h4>
    ${notes.length > 0 ? html`<ul class="left">${notes.map((note) => html`<li>${note}</li>`)}</ul>` : nothing}
    <div class="actions">
      ${
        rows.length > 0
          ? html`<button type="button" class="button primary" id="${id}-take" @click=${() => table.take()}>
              ${words.takeRows(rows.length)}</button>`
          : nothing
      }
      <button type="button" class="button" id="${id}-drop" @click=${() => table.drop()}>${words.dropRows}</button>
    </div>
    ${
      rows.length > 0
        ? html`<div class="table-scroll" tabindex="0" role="region" aria-labelledby="${id}-title"><table class="told">
            <thead><tr><th scope="col">${words.rowNumber}</th>${columns.map(
              ({ label }) => html`<th scope="col">${label}</th>`,
            )}</tr></thead>
            <tbody>${rows.map(
              (row) => html`<tr><th scope="row">${row.index + 1}</th>${row.cells.map((cell) => seen(cell, words))}</tr>`,
            )}</tbody>
          </table></div>`
        : nothing
    }
  </section>`
}

/**
 * A cell as it would stand, with what is understood of it and what is wrong.
 * @param {import('../types.js').FieldView} cell
 * @param {ReturnType<typeof allWords>} words
 */
function seen({ inputs }, words) {
  return html`<td>${inputs.map(({ value, choices, echo, findings }) => {
    const chosen = choices.find((one) => one.chosen)?.label
    return html`<p>${chosen ?? value}</p>
      ${echo ? html`<p class="echo">${echo}</p>` : nothing}
      ${findings.map(
        ({ severity, message }) => html`<p class="finding ${severity}">${icons[severity]}<span><span
          class="unseen">${words[severity]}: </span>${message}</span></p>`,
      )}`
  })}</td>`
}
