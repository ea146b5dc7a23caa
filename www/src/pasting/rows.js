/**
 * How rows come into a table, or into the list of activities, that were copied elsewhere or stand in a file: what the core makes of
 * them is kept here until a person has decided. What shows it is fetched when somebody pastes.
 * @module
 */
import { pastingScript } from '../here.js'
import { wordsIn } from '../words/shared.js'
import { copied } from './clipboard.js'
import { en } from './en.js'
import { isForRows } from './target.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {import('../types.js').PastedView} PastedView */
/**
 * What rows come into.
 * @typedef {object} Into
 * @property {string} id
 * @property {string} path
 * @property {boolean} wide whether there is room for its columns
 * @property {boolean} isList whether it is the list of activities
 * @property {boolean} locked
 * @property {<T>(call: (form: import('../core.js').Form) => T) => T | undefined} ask
 * @property {(change: (form: import('../core.js').Form) => import('../types.js').TableView | null) => import('../types.js').TableView
 *   | null | undefined} restructure
 * @property {() => void} taken hears that rows were taken
 * @property {() => boolean} [dropped] hears that they were not; whether what was pasted stands as text now
 */
/** @typedef {import('../watching.js').SessionPart & { into(): Into | undefined }} Host the element that shows it */
/** @typedef {{ path: string, text: string, what: 'Pasted' | 'File', head: number }} Block `head`: whether the first row names the
 *   columns, as the core takes it */

/**
 * What the table gives to what shows it, and takes from it.
 * @typedef {object} Port
 * @property {string} id
 * @property {string} path
 * @property {boolean} wide whether there is room for the table's columns
 * @property {boolean} isList whether the rows become activities
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

  /** @param {Host} host */
  constructor(host) {
    this.host = host
  }

  get isShown() {
    return this.open || this._view !== null || this.taken !== null
  }

  /** What shows it takes. @returns {Port} */
  port() {
    const { open, taken, host, _view: view } = this
    const { id = '', path = '', wide = false, isList = false } = host.into() ?? {}
    return {
      ...{ id, path, wide, isList, open, view, taken: taken?.said },
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
    if (await this._come()) this._one('paste-into')?.focus()
  }

  /** @param {ClipboardEvent} event */
  onPaste(event) {
    const target = /** @type {HTMLElement} */ (event.target)
    const into = this.host.into()
    if (!into || into.locked || !isForRows(target)) return
    if (!this.see(target, copied(event.clipboardData))) return
    event.preventDefault()
    event.stopPropagation()
  }

  /** @param {HTMLElement} target where it was pasted @param {ReturnType<typeof copied>} clipboard @returns {boolean} whether it is rows */
  see(target, { html, plain }) {
    this._at = target.dataset.path ?? ''
    const path = this._at || (this.host.into()?.path ?? '')
    return this._see({ path, text: `${html}\0${plain}`, what: 'Pasted', head: 0 })
  }

  /** Holds what waits against the table as it stands by now. */
  renew() {
    const { _block: block, host } = this
    if (!block) return
    const { path, text, what, head } = block
    this._view = host.into()?.ask((form) => form.ofTable(`see${what}`, path, text, head)) ?? null
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
    const choice = this._one('take') ?? this._one('drop')
    choice?.focus()
  }

  /** What shows it. @returns {Promise<boolean>} whether it stands */
  async _come() {
    const { host } = this
    host.requestUpdate()
    try {
      await pastingScript()
      this.missed = false
    } catch {
      this.missed = true
      this.settle()
      this.open = false
      host.requestUpdate()
      return false
    }
    await host.updateComplete
    await /** @type {import('../part.js').Part | null} */ (host.querySelector('phieu-pasting'))
      ?.updateComplete
    return true
  }

  async _take() {
    const { _block: block, _view: view, host } = this
    if (!block || !view) return
    const { path, text, what, head } = block
    const said = allWords(host.words).takenRows(view.rows.length, view.count)
    this._block = null
    this._view = null
    const into = host.into()
    const then = into?.restructure((form) => form.ofTable(`take${what}`, path, text, head))
    if (!into || !then?.taken) return
    this.open = false
    into.taken()
    this.taken = { said, back: then.taken }
    host.session?.announce(said)
    await this._come()
    this._one('take-back')?.focus()
  }

  async _drop() {
    const { host } = this
    this._block = null
    this._view = null
    host.requestUpdate()
    await host.updateComplete
    if (host.into()?.dropped?.()) return
    const cell = this._at ? host.one(`[data-path="${this._at}"]`) : null
    ;(cell ?? this._one('paste-into') ?? this._one('paste'))?.focus()
  }

  async _close() {
    this.open = false
    this.host.requestUpdate()
    await this.host.updateComplete
    this._one('paste')?.focus()
  }

  async _undo() {
    const { host, taken } = this
    const into = host.into()
    if (!taken || !into) return
    this.taken = null
    into.restructure((form) => form.ofTable('takeBack', into.path, taken.back))
    host.session?.announce(allWords(host.words).takenBack)
    await host.updateComplete
    this._one('paste')?.focus()
  }

  /** @param {string} name @returns {HTMLElement | null} */
  _one(name) {
    return this.host.one(`#${this.host.into()?.id}-${name}`)
  }
}
