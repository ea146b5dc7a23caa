/**
 * The cells of one row, as the core names them: typed, or chosen.
 * @module
 */
import { html, nothing } from 'lit'

/** @typedef {import('../contract.ts').Cell} Cell */

/** What a cell is called on the page; a detail by its row too. @param {string} name @param {string} [row] */
export const cellId = (name, row = '') => `cell-${row}${name.replace(/[./]/g, '-')}`

/**
 * @param {Cell[]} cells
 * @param {{ words: import('./words.js').Words, onSet: (cell: string, text: string) => void, onDrop?: (at: string) => void }} port
 *   `onDrop`: takes a group away
 */
export function cellsOf(cells, { words, onSet, onDrop }) {
  const groups = [...new Set(cells.map(({ group }) => group))]
  const isGrouped = groups.filter(Boolean).length > 1
  return groups.map((group) => {
    const own = cells.filter((cell) => cell.group === group)
    const shown = own.map((cell) => oneCell(cell, onSet))
    if (!group) return html`<div class="cells">${shown}</div>`
    const at = own[0]?.name.split('.')[0] ?? ''
    return html`<fieldset class="cells"><legend>${group}</legend>${shown}
      ${
        isGrouped && onDrop
          ? html`<button type="button" class="link" @click=${() => onDrop(at)}>${words.dropPeriod}</button>`
          : nothing
      }</fieldset>`
  })
}

/** @param {Cell} cell @param {(cell: string, text: string) => void} onSet @param {string} [row] whose detail it is */
export function oneCell({ name, label, text, lines, choices, hint, wrong }, onSet, row) {
  const id = cellId(name, row)
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ')
  const set = (/** @type {Event} */ { target }) =>
    onSet(name, /** @type {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} */ (target).value)
  const input =
    choices.length > 0
      ? html`<select id=${id} aria-describedby=${described || nothing} @change=${set}>${choices.map(
          ({ value, label, chosen }) => html`<option value=${value} .selected=${chosen}>${label}</option>`,
        )}</select>`
      : lines
        ? html`<textarea id=${id} rows="2" .value=${text} aria-invalid=${wrong ? 'true' : nothing}
            aria-describedby=${described || nothing} @change=${set}></textarea>`
        : html`<input type="text" id=${id} .value=${text} autocomplete="off" aria-invalid=${wrong ? 'true' : nothing}
            aria-describedby=${described || nothing} @change=${set}>`
  return html`<div class="cell ${lines || name === 'combine' ? 'wide' : ''}">
    <label for=${id}>${label}</label>
    ${input}
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${wrong ? html`<p class="finding error" id="${id}-wrong">${wrong}</p>` : nothing}
  </div>`
}
