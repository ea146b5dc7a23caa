/**
 * How rows come into a table that were copied elsewhere or stand in a file: what the core makes of them is kept here until a person
 * has decided. What shows it is fetched when somebody pastes.
 * @module
 */
import { pastingScript } from '../here.js'
import { saveFile } from '../store/file.js'
import { wordsIn } from '../words/shared.js'
import { copied } from './clipboard.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {import('../types.js').PastedView} PastedView */
/** @typedef {import('./element.js').PhieuTable} Table */
/** @typedef {{ path: string, text: string, what: 'Pasted' | 'File', head: number }} Block `head`: whether the first row names the
 *   columns, as the core takes it */

/**
 * What the table gives to what shows it, and takes from it.
 * @typedef {object} Port
 * @property {string} id
 * @property {string} path
 * @property {boolean} wide whether there is room for the table's columns
 * @property {boolean} open whether a place to paste into is shown
 * @property {PastedView | null} view what would be taken, while a person has not decided
 * @property {string | undefined} taken what was taken, in words, for as long as it can be taken back
 * @property {(text: string, isFile: boolean) => void} read hears of rows as text
 * @property {(head: boolean) => void} heads hears whether the first row names the columns
 * @property {() => void} take
 * @property {() => void} drop
 * @property {() => void} undo
 * @property {() => void} close
 */

export class Pasting {
  /** Whether a place to paste into is shown. */
  open = false
  /** What shows it did not come. */
  missed = false
  /** @type {Block | null} what would be taken, while a person has not decided */
  _block = null
  /** @type {PastedView | null} */
  _view = null
  /** @type {{ said: string, back: string } | null} what was taken, in words, for as long as it can be taken back */
  taken = null
  /** Where it was pasted, to go back to. */
  _at = ''

  /** @param {Table} table */
  constructor(table) {
    this.table = table
  }

  get isShown() {
    return this.open || this._view !== null || this.taken !== null
  }

  /** What shows it takes. @returns {Port} */
  port() {
    const { open, taken, table, _view: view } = this
    const { id = '', path = '' } = table.options ?? {}
    return {
      ...{ id, path, wide: table.wide, open, view, taken: taken?.said },
      read: (text, isFile) =>
        this._see({ path, text: isFile ? text : `\0${text}`, what: isFile ? 'File' : 'Pasted', head: 0 }),
      heads: (head) => this._block && this._see({ ...this._block, head: head ? 1 : 2 }),
      take: () => this._take(),
      drop: () => this._drop(),
      undo: () => this._undo(),
      close: () => this._close(),
    }
  }

  /** Shows a place to paste into. */
  async show() {
    this.open = true
    if (await this._come()) this.table.one(`#${this.table.options?.id}-paste-into`)?.focus()
  }

  /** @param {ClipboardEvent} event */
  onPaste(event) {
    const { table } = this
    const target = /** @type {HTMLElement} */ (event.target)
    const { path = table.options?.path ?? '' } = target.dataset
    const isOther = target.matches('input, textarea') && !target.matches('[data-path], .paste-into')
    if (!table.rows || table.rows.locked || isOther) return
    const { html, plain } = copied(event.clipboardData)
    this._at = target.dataset.path ?? ''
    if (!this._see({ path, text: `${html}\0${plain}`, what: 'Pasted', head: 0 })) return
    event.preventDefault()
    event.stopPropagation()
  }

  /** Holds what waits against the table as it stands by now. */
  renew() {
    const { _block: block, table } = this
    if (!block) return
    const { path, text, what, head } = block
    this._view = table.rows?.ask((form) => form.ofTable(`see${what}`, path, text, head)) ?? null
  }

  /** The rows are others by now: what was taken is a person's own. */
  settle() {
    this._block = null
    this._view = null
    this.taken = null
  }

  /** @param {Block} block @returns {boolean} whether it is one */
  _see(block) {
    const isAnother = this._block?.text !== block.text
    const before = this._block
    this._block = block
    this.renew()
    if (!this._view) {
      this._block = before
      this.renew()
      return false
    }
    this.taken = null
    this._come().then((isHere) => isHere && isAnother && this._lead())
    return true
  }

  /** Leads to what is to be decided. */
  _lead() {
    const { table } = this
    const id = table.options?.id
    const choice = table.one(`#${id}-take`) ?? table.one(`#${id}-drop`)
    choice?.focus()
  }

  /** What shows it. @returns {Promise<boolean>} whether it stands */
  async _come() {
    const { table } = this
    table.requestUpdate()
    try {
      await pastingScript()
      this.missed = false
    } catch {
      this.missed = true
      this.settle()
      this.open = false
      table.requestUpdate()
      return false
    }
    await table.updateComplete
    await /** @type {import('../part.js').Part | null} */ (table.querySelector('phieu-pasting'))
      ?.updateComplete
    return true
  }

  async _take() {
    const { _block: block, _view: view, table } = this
    if (!block || !view) return
    const { path, text, what, head } = block
    const said = allWords(table.words).takenRows(view.rows.length, view.count)
    this._block = null
    this._view = null
    const then = table.rows?.restructure((form) => form.ofTable(`take${what}`, path, text, head))
    if (!then?.taken) return
    this.open = false
    table.removed = null
    table.open = null
    this.taken = { said, back: then.taken }
    table.session?.announce(said)
    await this._come()
    table.one(`#${table.options?.id}-take-back`)?.focus()
  }

  async _drop() {
    const { table } = this
    this._block = null
    this._view = null
    table.requestUpdate()
    await table.updateComplete
    const into = `#${table.options?.id}-paste-into`
    const cell = this._at ? table.one(`[data-path="${this._at}"]`) : null
    ;(cell ?? table.one(into) ?? this._button())?.focus()
  }

  async _close() {
    this.open = false
    this.table.requestUpdate()
    await this.table.updateComplete
    this._button()?.focus()
  }

  async _undo() {
    const { table, taken } = this
    const path = table.options?.path
    if (!taken || !path) return
    this.taken = null
    table.rows?.restructure((form) => form.ofTable('takeBack', path, taken.back))
    table.session?.announce(allWords(table.words).takenBack)
    await table.updateComplete
    this._button()?.focus()
  }

  _button() {
    return this.table.one(`#${this.table.options?.id}-paste`)
  }
}

/**
 * Hands a table over as a file.
 * @param {Table} table
 */
export function save({ options, rows }) {
  const text = options && rows?.ask((form) => form.ofTable('toFile', options.path))
  if (!text) return
  saveFile(`${options.field.id}.csv`, 'text/csv', text)
}
