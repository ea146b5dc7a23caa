/**
 * Rows that were copied in a spreadsheet or a document, or stand in a CSV file, for a table or the list of activities: where they are
 * pasted or chosen, what the core makes of them before any is taken, and the one press that takes them back.
 * @module
 */
import { html, nothing } from 'lit'
import { given, Part } from '../part.js'
import { doubts, placed, preview } from '../preview.js'
import { wordsIn } from '../words/shared.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** The largest file that is read. */
const MOST = 4_000_000

/** @typedef {import('../types.js').PastedView} PastedView */
/** @typedef {import('../types.js').FieldView} FieldView */
/** @typedef {import('./rows.js').Port} Port */

export class PhieuPasting extends Part {
  /** @override */
  static get properties() {
    return { port: given, words: given, trouble: { state: true } }
  }

  constructor() {
    super()
    /** @type {Port | undefined} */
    this.port = undefined
    this.trouble = ''
  }

  /** @override */
  render() {
    const { port } = this
    if (!port) return nothing
    return html`${port.taken ? this._taken(port, port.taken) : nothing}
      ${port.open ? this._place(port) : nothing}
      ${port.view ? this._preview(port, port.view) : nothing}`
  }

  /** @param {Port} port @param {string} taken */
  _taken({ id, undo }, taken) {
    const words = allWords(this.words)
    return html`<div class="notice" role="status">
      <p>${taken}</p>
      <button type="button" class="button" id="${id}-take-back" @click=${undo}>${words.takeBack}</button>
    </div>`
  }

  /** @param {Port} port */
  _place({ id, isList, close }) {
    const words = allWords(this.words)
    const { trouble } = this
    return html`<div class="pasting" id="${id}-pasting">
      <label for="${id}-paste-into">${words.pasteInto}</label>
      <p class="hint" id="${id}-paste-help">${isList ? words.pasteListHelp : words.pasteHelp}</p>
      <textarea class="paste-into" id="${id}-paste-into" rows="2" autocomplete="off" spellcheck="false"
        aria-describedby="${id}-paste-help" @input=${this._typed}></textarea>
      <label for="${id}-file">${words.chooseFile}</label>
      <input type="file" id="${id}-file" accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        aria-describedby=${trouble ? `${id}-file-trouble` : nothing} @change=${this._chosen}>
      ${trouble ? html`<p class="finding error" role="alert" id="${id}-file-trouble">${trouble}</p>` : nothing}
      <div class="actions"><button type="button" class="button" id="${id}-close-paste" @click=${close}>${words.closePaste}</button></div>
    </div>`
  }

  /** @param {Port} port @param {PastedView} view */
  _preview({ id, wide, take, drop, heads }, view) {
    const words = allWords(this.words)
    const { rows, notes, head, count } = view
    const first = html`<label class="choice first-is-head"><input type="checkbox" id="${id}-head" .checked=${head}
      @change=${(/** @type {Event} */ event) => heads(/** @type {HTMLInputElement} */ (event.target).checked)}>
      <span>${words.firstIsHead}</span></label>`
    return preview(
      {
        id: `${id}-pasted`,
        title: words.seenTitle,
        take: count > 0 ? { id: `${id}-take`, label: words.takeRows(rows.length, count), on: take } : null,
        drop: { id: `${id}-drop`, label: words.dropRows, on: drop },
        left: { title: words.known, lines: notes.map(({ place, text }) => placed(place, text)) },
      },
      html`${count > 0 || head ? first : nothing}
        ${rows.length === 0 ? nothing : wide ? this._table(id, view) : this._list(view)}`,
    )
  }

  /** @param {string} id @param {PastedView} view */
  _table(id, { columns, rows, cells }) {
    const words = allWords(this.words)
    const known = byPath(cells)
    // Of many columns a block fills few.
    const places = columns
      .map((_, place) => place)
      .filter((place) => rows.some((row) => says(row.cells[place])))
    return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${words.seenRows}>
      <table class="block-rows pasted-rows" aria-labelledby="${id}-pasted-title">
        <thead><tr><th scope="col">${words.rowNumber}</th>${places.map(
          (place) => html`<th scope="col">${columns[place]?.label}</th>`,
        )}</tr></thead>
        <tbody>${rows.map(
          (row) =>
            html`<tr data-row=${row.index}><th scope="row">${row.index + 1}</th>${places.map((place) => {
              const cell = row.cells[place]
              return html`<td>${cell ? this._cell(cell, known) : nothing}</td>`
            })}</tr>`,
        )}</tbody>
      </table></div>`
  }

  /** @param {PastedView} view */
  _list({ columns, rows, cells }) {
    const words = allWords(this.words)
    const known = byPath(cells)
    return html`<ol class="pasted-list">${rows.map(
      (row) => html`<li data-row=${row.index}><h4>${words.rowOf(row.index + 1, row.title)}</h4>
        <dl>${row.cells.map((cell, place) =>
          says(cell) ? html`<dt>${columns[place]?.label}</dt><dd>${this._cell(cell, known)}</dd>` : nothing,
        )}</dl></li>`,
    )}</ol>`
  }

  /** @param {FieldView} cell @param {ReturnType<typeof byPath>} known */
  _cell({ inputs }, known) {
    const words = allWords(this.words)
    return inputs.map(({ path, label, value, choices, echo, findings }) => {
      const { copied, replaces } = known.get(path) ?? {}
      const chosen = choices.find((one) => one.chosen)?.label
      return html`<div class="pasted-cell">${label && value ? html`<span class="hint">${label}: </span>` : nothing}<span class="pasted-text">${chosen ?? value}</span>
        ${echo ? html`<p class="echo">${echo}</p>` : nothing}
        ${copied ? html`<p class="hint">${words.wasCopied(copied)}</p>` : nothing}
        ${replaces ? html`<p class="hint">${words.replaces(replaces)}</p>` : nothing}
        ${doubts(findings, words)}</div>`
    })
  }

  /** What a keyboard of a phone put there without pasting. @param {Event} event */
  _typed = ({ target }) => {
    const area = /** @type {HTMLTextAreaElement} */ (target)
    if (!/[\t\n]/.test(area.value.trim())) return
    this.port?.read(area.value, false)
    area.value = ''
  }

  /** @param {Event} event */
  _chosen = async ({ target }) => {
    const input = /** @type {HTMLInputElement} */ (target)
    const [file] = input.files ?? []
    // The same file can be chosen again once it is mended.
    const isRead = file && file.size <= MOST
    const bytes = isRead ? await file.arrayBuffer().catch(() => undefined) : undefined
    input.value = ''
    if (!file) return
    const { fileUnreadable, fileTooLarge } = allWords(this.words)
    this.trouble = bytes ? '' : isRead ? fileUnreadable : fileTooLarge
    if (bytes) this.port?.read(new TextDecoder().decode(bytes), true)
  }
}

/** Whether something stands in a cell, or is wrong with it. @param {FieldView | undefined} cell */
const says = (cell) => cell?.inputs.some(({ blank, findings }) => !blank || findings.length > 0) ?? false

/** What is to be known of single cells, by their paths. @param {PastedView['cells']} cells */
const byPath = (cells) => new Map(cells.map((cell) => [cell.path, cell]))
