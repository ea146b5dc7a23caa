/**
 * A table of a form: on a wide screen a table with its columns' heads, on a narrow one a card for each row that closes to
 * one line. Rows are added, pasted, taken out and put back; what stands in a cell is a field like any other.
 * @module
 */
import { html, nothing } from 'lit'
import { findings } from '../field/findings.js'
import { icons } from '../icons.js'
import { given } from '../part.js'
import { Pasting } from '../pasting/rows.js'
import { WIDE } from '../pasting/width.js'
import { saveFile } from '../store/file.js'
import { SessionPart } from '../watching.js'
import { wordsIn } from '../words/shared.js'
import { card } from './card.js'
import { en } from './en.js'
import { grid } from './grid.js'
import { Rows } from './rows.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {import('../field/control.js').Control} Options */
/** @typedef {import('../types.js').TableRowView} RowView */
/** @typedef {{ index: number, title: string, line: string }} Removed */

export class PhieuTable extends SessionPart {
  /** @override */
  static get properties() {
    return {
      ...SessionPart.properties,
      options: given,
      open: { state: true },
      removed: { state: true },
      wide: { state: true },
    }
  }

  constructor() {
    super()
    /** @type {Options | undefined} */
    this.options = undefined
    /** @type {number | null} the row that is being filled in, on a narrow screen */
    this.open = null
    /** @type {Removed | null} */
    this.removed = null
    this.wide = false
    this.pasting = new Pasting(this)
    /** @type {Rows | undefined} */
    this.rows = undefined
    /** @type {ResizeObserver | undefined} */
    this._watched = undefined
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback()
    this._watched = new ResizeObserver(([entry]) => {
      this.wide = (entry?.contentRect.width ?? 0) >= WIDE
    })
    this._watched.observe(this)
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback()
    this._watched?.disconnect()
  }

  /**
   * @override
   * @param {import('lit').PropertyValues} changed
   */
  willUpdate(changed) {
    const session = this.options?.on.session
    if (this.options) this.words = this.options.words
    if (session !== this.session) {
      this.session = session
      this.removed = null
      this.open = null
      this.rows = undefined
      this.pasting = new Pasting(this)
      changed.set('session', undefined)
    }
    super.willUpdate(changed)
    if (!this.rows && session && this.options) {
      const { path } = this.options
      const view = session.ask((form) => form.ofTable('table', path))
      if (!view) return
      // The cells are read only now: what is wrong there counts from here on.
      session.heed(view.change)
      this.rows = new Rows(session, view, () => {
        this.pasting.renew()
        this.requestUpdate()
      })
    }
  }

  /**
   * @override
   * @param {import('../session.js').Topic} topic
   */
  concerns(topic) {
    if (topic === 'structure') {
      this.rows = undefined
      this.pasting.settle()
    }
    if (topic === 'problems') this.rows?.renew()
    return topic === 'problems' || topic === 'structure' || topic === 'notice'
  }

  /** @override */
  render() {
    const { rows, options, session } = this
    if (!rows || !options || !session) return nothing
    const words = allWords(options.words)
    const { view } = rows
    const count = view.rows.length
    return html`<div class="table" id="${options.id}-table" @paste=${this._onPaste}>
      ${findings(this._found(), {
        id: `${options.id}-findings`,
        words,
        attempted: session.attempted,
        locked: session.locked,
        explain: (finding, text) => rows.explain(finding.path, finding.code, text),
      })}
      ${count === 0 ? html`<p class="empty">${words.noRow}</p>` : this.wide ? grid(this, rows) : this._cards(rows)}
      ${session.locked ? nothing : this._changing(options, view)}
      ${
        count > 0
          ? html`<button type="button" class="link" id="${options.id}-save" @click=${() => this._save()}>${words.saveRows}</button>`
          : nothing
      }
    </div>`
  }

  /** What rows come into that are pasted. @returns {import('../pasting/rows.js').Into | undefined} */
  into() {
    const { options, rows, wide } = this
    if (!options || !rows) return undefined
    const { id, path } = options
    return {
      ...{ id, path, wide, isList: false, locked: rows.locked },
      ask: (call) => rows.ask(call),
      restructure: (change) => rows.restructure(change),
      taken: () => {
        this.removed = null
        this.open = null
      },
    }
  }

  /** Hands the table over as a file. */
  _save() {
    const { options, rows } = this
    const text = options && rows?.ask((form) => form.ofTable('toFile', options.path))
    if (text) saveFile(`${options.field.id}.csv`, 'text/csv', text)
  }

  /** @param {Rows} rows */
  _cards(rows) {
    const { view } = rows
    const words = allWords(this.words)
    const sums = view.columns
      .map(({ label }, place) => ({ label, sum: view.sums[place] }))
      .filter(({ sum }) => sum)
    return html`<ol class="activities table-rows">${view.rows.map((row) => card(this, rows, row))}</ol>
      ${sums.map(({ label, sum }) => html`<p class="sum">${words.sum}: ${label} <strong>${sum}</strong></p>`)}`
  }

  /**
   * @param {Options} options
   * @param {import('../types.js').TableView} view
   */
  _changing({ id, path, field }, { row, full, rows }) {
    const words = allWords(this.words)
    const { removed, pasting } = this
    return html`${
      pasting.isShown
        ? html`<phieu-pasting .port=${pasting.port()} .words=${this.words}></phieu-pasting>`
        : nothing
    }${pasting.missed ? html`<p class="notice warn" role="status">${words.pastingNotHere}</p>` : nothing}${
      removed
        ? html`<div class="notice" role="status">
            <p>${words.removedRow(removed.title)}</p>
            <button type="button" class="button" id="${id}-undo" @click=${() => this._takeBack(removed)}>${words.undoRow}</button>
          </div>`
        : nothing
    }
      <div class="actions">${
        full
          ? html`<p class="hint" id=${id} tabindex="-1">${words.fullTable(rows.length)}</p>`
          : html`<button type="button" class="button" part="button" id=${id} data-path=${path}
              aria-label="${words.addRow(row)}: ${field.label}" @click=${this._add}>${icons.add}${words.addRow(row)}</button>`
      }<button type="button" class="button" id="${id}-paste" data-path=${path}
        aria-label="${words.pasteRows}: ${field.label}" @click=${() => pasting.show()}>${icons.copy}${words.pasteRows}</button></div>`
  }

  /** What is wrong with the table as a whole, or with a row; what only the check before sending knows, once it ran. */
  _found() {
    const { rows, options } = this
    if (!rows || !options) return []
    const { path, rows: all, findings: own } = rows.view
    const shown = [...own, ...all.flatMap((row) => row.findings)]
    const isRow = (/** @type {string} */ at) => new RegExp(`^${path}(/\\d+)?$`).test(at)
    const known = options.field.inputs.flatMap((input) => input.findings)
    const more = (this.session?.attempted ? this.session.problems : []).filter((one) => isRow(one.path))
    const isSaid = (/** @type {import('../types.js').FindingView} */ one) =>
      [...shown, ...known].some(({ code, path: at }) => code === one.code && at === one.path) ||
      one.code === 'required'
    return [...shown, ...more.filter((one) => !isSaid(one))]
  }

  _add = () => this.add()

  /** @param {ClipboardEvent} event */
  _onPaste = (event) => this.pasting.onPaste(event)

  /** Adds a row and goes on in it. */
  async add() {
    const { rows, options } = this
    if (!rows || !options) return
    const index = rows.view.rows.length
    this.open = index
    this.removed = null
    this.pasting.settle()
    rows.restructure((form) => form.ofTable('putRow', options.path, '', index))
    this.session?.announce(allWords(this.words).addedRow(index + 1))
    await this.goTo(index)
  }

  /** @param {RowView} row */
  async removeRow(row) {
    const { rows, options } = this
    if (!rows || !options) return
    this.pasting.settle()
    const view = rows.restructure((form) => form.ofTable('takeRow', options.path, '', row.index))
    if (view?.taken) this.removed = { index: row.index, title: row.title, line: view.taken }
    this.open = null
    await this.updateComplete
    this.one(`#${options.id}-undo`)?.focus()
  }

  /** @param {Removed} removed */
  async _takeBack({ index, line }) {
    const { rows, options } = this
    if (!rows || !options) return
    this.removed = null
    this.open = index
    this.pasting.settle()
    rows.restructure((form) => form.ofTable('putRow', options.path, line, index))
    await this.goTo(index)
  }

  /** Opens a row, and closes it where it is open. @param {number} index */
  toggle(index) {
    this.open = this.open === index ? null : index
  }

  /**
   * Leads to a cell of a row, the first where none is named.
   * @param {number} index
   * @param {number} [column]
   */
  async goTo(index, column = 0) {
    await this.updateComplete
    const row = this.querySelector(`[data-row="${index}"]`)
    const fields = /** @type {import('../part.js').Part[]} */ ([
      ...(row?.querySelectorAll('phieu-field') ?? []),
    ])
    await Promise.all(fields.map((field) => field.updateComplete))
    /** @type {HTMLElement | null | undefined} */
    const input = fields[column]?.querySelector('input, textarea, select')
    input?.focus()
  }
}
