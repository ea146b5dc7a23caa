/**
 * Rows that come into the list of activities together: whether what was pasted is rows is seen at once; what takes them is fetched
 * then.
 * @module
 */
import { pastingScript } from '../here.js'
import { isForRows } from '../pasting/target.js'
import { WIDE } from '../pasting/width.js'
import { wordsIn } from '../words/shared.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {import('../pasting/rows.js').Pasting} Pasting */
/** @typedef {import('../pasting/rows.js').Into} Into */

export class Rows {
  /** @type {Pasting | undefined} what takes rows, once it was asked for */
  pasting
  /** What takes them did not come. */
  missed = false
  /** @type {(() => void) | undefined} puts lines where they were pasted, which may be a text that was broken into some */
  _asText

  /** @param {import('./element.js').PhieuActivities} list */
  constructor(list) {
    this.list = list
  }

  /** What rows come into. @returns {Into | undefined} */
  into() {
    const { list } = this
    const { session } = list
    if (!session) return undefined
    return {
      ...{ id: 'at_activities', path: '/activities', isList: true, locked: session.locked },
      wide: list.clientWidth >= WIDE,
      ask: (call) => session.ask(call),
      restructure: (change) => {
        const then = session.ask(change)
        if (then) session.restructure((form) => form.view())
        return then
      },
      taken: () => {
        this._asText = undefined
        list.close()
      },
      dropped: () => {
        const put = this._asText
        this._asText = undefined
        put?.()
        return put !== undefined
      },
    }
  }

  /** Shows a place to paste into. */
  async show() {
    await (await this._come())?.show()
  }

  /** @param {ClipboardEvent} event */
  onPaste(event) {
    const target = /** @type {HTMLElement} */ (event.target)
    const { clipboardData } = event
    const plain = clipboardData?.getData('text/plain') ?? ''
    if (this.list.session?.locked || !isForRows(target) || !isRows(plain, target)) return
    const html = clipboardData?.getData('text/html') ?? ''
    event.preventDefault()
    event.stopPropagation()
    this._take(target, { html, plain })
  }

  /** The activities are others by now: what was taken is a person's own. */
  settle() {
    this.pasting?.settle()
  }

  /** Hears that something was typed. */
  renew() {
    if (!this.pasting?.isShown) return
    this.pasting.renew()
    this.list.requestUpdate()
  }

  /** @param {HTMLElement} target @param {{ html: string, plain: string }} clipboard */
  async _take(target, { html, plain }) {
    const isLines = !plain.trim().includes('\t') && target.matches('input')
    this._asText = isLines ? () => insert(target, plain) : undefined
    const pasting = await this._come()
    // The list is of another report by now.
    if (this.list.rows !== this) return
    const held = { getData: (/** @type {string} */ type) => (type === 'text/html' ? html : plain) }
    const isTaken = pasting?.see(target, (await pastingScript()).copied(held)) ?? !isLines
    if (!isTaken) insert(target, plain)
  }

  /** @returns {Promise<Pasting | undefined>} what takes rows, where it comes */
  async _come() {
    const { list } = this
    try {
      const { Pasting } = await pastingScript()
      this.missed = false
      this.pasting ??= new Pasting(list)
    } catch {
      this.missed = true
      list.session?.announce(allWords(list.words).pastingNotHere)
    }
    list.requestUpdate()
    return this.missed ? undefined : this.pasting
  }
}

/**
 * Whether a text is cells, or lines that are titles, and none for where it is pasted.
 * @param {string} plain
 * @param {HTMLElement} target
 */
function isRows(plain, { dataset: { path = '' } }) {
  const text = plain.trim()
  return text.includes('\t') || (text.includes('\n') && (!path || path.endsWith('/title')))
}

/** Puts a text where it was pasted, as a browser does. @param {Element} target @param {string} text */
function insert(target, text) {
  if (!target.matches('input, textarea')) return
  const input = /** @type {HTMLInputElement} */ (target)
  const line = target.matches('input') ? text.trim().replace(/\s*\n\s*/g, ' ') : text
  input.setRangeText(line, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end')
  input.focus()
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
}
