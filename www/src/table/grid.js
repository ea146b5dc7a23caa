/**
 * The rows of a table on a wide screen, with the heads of the columns. Enter and the arrows go up and down in a column, and
 * Enter on the last row adds one.
 * @module
 */
import { html, nothing } from 'lit'
import { icons } from '../icons.js'
import { wordsIn } from '../words/shared.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/**
 * @param {import('./element.js').PhieuTable} table
 * @param {import('./rows.js').Rows} rows
 */
export function grid(table, rows) {
  const words = allWords(table.words)
  const { columns, rows: all, sums } = rows.view
  return html`<div class="table-scroll"><table class="grid" aria-labelledby="${table.options?.id}-label"
    @keydown=${(/** @type {KeyboardEvent} */ event) => onKey(table, all.length, event)}>
    <thead><tr>
      <th scope="col" class="number">${words.rowNumber}</th>
      ${columns.map(
        ({ label, hint, noun, required, short }) =>
          html`<th scope="col" class=${short ? 'narrow' : nothing}>${label}${
            noun ? html`<span class="noun">${noun}</span>` : nothing
          }${required ? html` <span class="required">${words.required}</span>` : nothing}${
            hint ? html`<span class="hint">${hint}</span>` : nothing
          }</th>`,
      )}
      ${rows.locked ? nothing : html`<th scope="col" class="number"><span class="unseen">${words.rowTools}</span></th>`}
    </tr></thead>
    <tbody>${all.map(
      (row) => html`<tr data-row=${row.index}>
        <th scope="row" class="number">${row.index + 1}</th>
        ${row.cells.map(
          (field) =>
            html`<td><phieu-field .field=${field} .session=${rows} .words=${table.words}></phieu-field></td>`,
        )}
        ${
          rows.locked
            ? nothing
            : html`<td class="number"><button type="button" class="tool" aria-label=${words.removeRow(row.title)}
                title=${words.rowTools} @click=${() => table.removeRow(row)}>${icons.remove}</button></td>`
        }
      </tr>`,
    )}</tbody>
    ${
      sums.length > 0
        ? html`<tfoot><tr><th scope="row" class="number">${words.sum}</th>${columns.map(
            (_, place) => html`<td>${sums[place]}</td>`,
          )}${rows.locked ? nothing : html`<td></td>`}</tr></tfoot>`
        : nothing
    }
  </table></div>`
}

/**
 * @param {import('./element.js').PhieuTable} table
 * @param {number} count
 * @param {KeyboardEvent} event
 */
function onKey(table, count, event) {
  const { key, isComposing, keyCode, shiftKey, ctrlKey, altKey, metaKey } = event
  // Some input methods tell of their work by this number alone.
  if (isComposing || keyCode === 229 || ctrlKey || altKey || metaKey) return
  const at = /** @type {HTMLInputElement} */ (event.target)
  const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : key === 'Enter' ? (shiftKey ? -1 : 1) : 0
  if (!by || !at.matches('input[type=text]')) return
  const row = at.closest('tr')
  const column = [...(row?.querySelectorAll('phieu-field') ?? [])].findIndex((field) => field.contains(at))
  const to = Number(row?.dataset.row) + by
  if (to < 0 || (to >= count && key !== 'Enter')) return
  event.preventDefault()
  event.stopPropagation()
  if (to < count) table.goTo(to, column)
  else if (!table.rows?.view.full && !table.rows?.locked) table.add()
}
