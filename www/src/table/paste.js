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

/**
 * What a clipboard holds of rows, as a spreadsheet would put it there: a document puts its table there as such alone.
 * @param {DataTransfer | null} clipboard
 */
export function copied(clipboard) {
  const source = clipboard?.getData('text/html') ?? ''
  const table = source && new DOMParser().parseFromString(source, 'text/html').querySelector('table')
  const plain = table ? [...table.rows].map(line).join('\n') : (clipboard?.getData('text/plain') ?? '')
  return { plain, source }
}

/** A row as a spreadsheet puts it on the clipboard. @param {HTMLTableRowElement} row */
const line = (row) => [...row.cells].map(quoted).join('\t')

/** @param {HTMLTableCellElement} cell */
function quoted(cell) {
  const text = (cell.textContent ?? '').replace(/\s+/g, ' ').trim()
  return text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * @param {import('./element.js').PhieuTable} table
 * @param {PastedView} pasted
 */
export function preview(table, { columns, rows, left }) {
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
      left.length > 0
        ? html`<ul class="left">${left.map((why) => html`<li>${why}</li>`)}</ul>`
        : nothing
    }
    ${
      rows.length > 0
        ? html`<div class="table-scroll" tabindex="0" role="region" aria-labelledby="${id}-title"><table class="told">
            <thead><tr><th scope="col">#</th>${columns.map(({ label }) => html`<th scope="col">${label}</th>`)}</tr></thead>
            <tbody>${rows.map(
              (row) => html`<tr><th scope="row">${row.index + 1}</th>${row.cells.map((cell) => seen(cell, words))}</tr>`,
            )}</tbody>
          </table></div>`
        : nothing
    }
  </section>`
}

/**
 * A cell as it was copied, with what is understood of it and what is wrong.
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
