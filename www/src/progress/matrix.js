/**
 * Units × reports: who has sent what, each state with its sign and its words. It scrolls inside its own box, with the
 * units' names standing still; what was sent leads to the report.
 * @module
 */
import { html, nothing } from 'lit'
import { last } from '../list.js'
import { columnsOf, unitsOf } from './filters.js'
import { reportState } from './signs.js'

/** @typedef {import('../types.js').ProgressView} ProgressView */
/** @typedef {ProgressView['matrix']['columns'][number]} Column */
/** @typedef {import('./words.js').ProgressWords} ProgressWords */

/**
 * @param {ProgressView} view
 * @param {{ filters: import('./filters.js').Filters, words: ProgressWords, current: string | null,
 *   onSee: (submission: string) => void, onCurrent: (submission: string) => void }} options `current`: the cell that
 *   the Tab key reaches
 */
export function matrix(view, { filters, words, current, onSee, onCurrent }) {
  const columns = columnsOf(view, filters)
  const rows = unitsOf(view.matrix.rows, filters)
  if (rows.length === 0 || columns.length === 0) return html`<p class="empty">${words.noUnits}</p>`
  const sent = rows.flatMap((row) => columns.map(({ index }) => row.cells[index]?.submission ?? null))
  const entry = current && sent.includes(current) ? current : (sent.find(Boolean) ?? null)
  return html`<p class="hint screen-only" id="matrix-help">${words.matrixHelp}</p>
    <div class="scroll matrix" role="region" tabindex="0" aria-label=${words.matrixOf} aria-describedby="matrix-help">
    <table @keydown=${walk}>
      <caption class="unseen">${words.matrixOf}</caption>
      <thead>
        <tr><td></td>${groupsOf(view, columns).map(
          ({ name, span }) =>
            html`<th scope="colgroup" class=${span === 1 ? 'single' : nothing} colspan=${span} title=${name}><span>${name}</span></th>`,
        )}</tr>
        <tr><th scope="col">${words.unit}</th>${columns.map(({ column }) => columnHead(column))}</tr>
      </thead>
      <tbody>${rows.map(
        (row) => html`<tr data-unit=${row.unit}><th scope="row">${row.name}</th>
          ${columns.map(({ column, index }) => {
            const cell = row.cells[index] ?? null
            return html`<td class=${cell?.state ?? 'notOwed'} data-column=${column.key}>
              ${cell ? cellOf(cell) : html`<span class="none" aria-hidden="true">·</span><span class="unseen">${words.notOwed}</span>`}
            </td>`
          })}</tr>`,
      )}</tbody>
      <tfoot><tr><th scope="row">${words.tally}</th>${columns.map(
        ({ column }) => html`<td>${column.tally.text}</td>`,
      )}</tr></tfoot>
    </table></div>
    <ul class="legend only-print" aria-label=${words.legend}>${view.matrix.states.map(
      ({ state, text }) => html`<li>${reportState(state, text)}</li>`,
    )}${view.matrix.delayedText ? html`<li>* ${view.matrix.delayedText}</li>` : nothing}</ul>`

  /** @param {import('../types.js').CellView} cell */
  function cellOf(cell) {
    const { state, stateText, submission, receivedText, delayedText, amended } = cell
    const said = html`${reportState(state, stateText)}${
      delayedText
        ? html`<span class="aside">${delayedText}</span><span class="only-print" aria-hidden="true">*</span>`
        : nothing
    }${amended ? html`<span class="aside">${words.amended}</span>` : nothing}`
    if (!submission) return said
    return html`<button type="button" class="cell" data-submission=${submission} title=${receivedText ?? nothing}
      tabindex=${submission === entry ? 0 : -1} @focus=${() => onCurrent(submission)}
      @click=${() => onSee(submission)}>${said}</button>`
  }
}

/** @param {Column} column */
const columnHead = (column) => html`<th scope="col" title=${column.deadlineText ?? nothing}><span>
  ${column.label ? html`<strong>${column.label}</strong> ` : nothing}<span class="hint">${column.periodText}</span>
</span></th>`

/**
 * The duties with how many of the shown columns each has.
 * @param {ProgressView} view
 * @param {{ index: number }[]} columns
 */
function groupsOf({ matrix }, columns) {
  const shown = new Set(columns.map(({ index }) => index))
  const groups = matrix.duties.map(({ name, columns: own }) => ({
    name,
    span: own.filter((place) => shown.has(place)).length,
  }))
  return groups.filter(({ span }) => span > 0)
}

/**
 * Goes with the arrow keys among the cells that can be opened: left and right in the order of reading, up and down
 * to the nearest in the next row that has one; Home and End to the first and last of the row.
 * @param {KeyboardEvent} event
 */
function walk(event) {
  const from = /** @type {HTMLElement} */ (event.target).closest('td')
  const row = from?.parentElement
  const body = row?.parentElement
  if (!from || !row || !body) return
  const own = cellsOf(row)
  const all = cellsOf(body)
  const place = all.findIndex((button) => from.contains(button))
  const rows = [...body.children].filter((each) => each === row || cellsOf(each).length > 0)
  const beside = (/** @type {number} */ step) => {
    const other = rows[rows.indexOf(row) + step]
    const distance = (/** @type {Element} */ button) => Math.abs(columnOf(button) - from.cellIndex)
    return other && cellsOf(other).reduce((one, next) => (distance(next) < distance(one) ? next : one))
  }
  const goal = {
    ArrowRight: () => all[place + 1],
    ArrowLeft: () => all[place - 1],
    ArrowDown: () => beside(1),
    ArrowUp: () => beside(-1),
    Home: () => own[0],
    End: () => last(own),
  }[event.key]
  if (!goal) return
  event.preventDefault()
  const button = goal()
  button?.focus()
  button?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/**
 * @param {Element} place
 * @returns {HTMLElement[]}
 */
const cellsOf = (place) => [...place.querySelectorAll(/** @type {'button'} */ ('button.cell'))]

/** @param {Element} button */
const columnOf = (button) => button.closest('td')?.cellIndex ?? 0
