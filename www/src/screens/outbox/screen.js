/**
 * The outbox (chờ gửi), item by item: what has not reached the office yet, when it was tried, when it will be, and
 * what a person can do about it.
 * @module
 */
import { html, nothing } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { when } from '../../clock.js'
import { icons } from '../../icons.js'
import { given, Part } from '../../part.js'
import { saveFile } from '../../store/file.js'
import { wordsIn } from '../../words/shared.js'
import { faultOf } from '../obstacle/screen.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {import('../../store/letters.js').Letter} Letter */

/**
 * @typedef {object} Port
 * @property {{ outbox: () => Promise<import('../../store/outbox.js').Outbox>,
 *   plan: Pick<import('../../core.js').Plan, 'named'> }} desk
 * @property {() => Promise<void>} refresh
 * @property {{ announce: (message: string) => void, one: (selector: string) => HTMLElement | null }} stage
 */

export class PhieuOutbox extends Part {
  /** @override */
  static get properties() {
    return { port: given, letters: given, words: given, sure: { state: true }, dropping: { state: true } }
  }

  constructor() {
    super()
    /** @type {Port | undefined} */
    this.port = undefined
    /** @type {Letter[]} */
    this.letters = []
    /** @type {string | null} the one that is to be deleted, once that is confirmed */
    this.sure = null
    /** Whether it is being deleted: an attempt that is under way has to end first. */
    this.dropping = false
    this._connection = new AbortController()
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback()
    this._connection = new AbortController()
    this._watch(this._connection.signal)
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback()
    this._connection.abort()
  }

  /** @param {AbortSignal} signal */
  async _watch(signal) {
    // The element's properties are set after it is made.
    await this.updateComplete
    const outbox = await this.port?.desk.outbox()
    const read = async () => {
      if (outbox) this.letters = await outbox.waiting()
    }
    outbox?.listen(read, signal)
    return read()
  }

  /** @override */
  render() {
    const words = allWords(this.words)
    const { letters } = this
    if (letters.length === 0) return nothing
    return html`<section class="duties" id="outbox" part="outbox" aria-labelledby="outbox-title">
      <h3 id="outbox-title">${icons.waiting}${words.outbox} <span class="count">${letters.length}</span></h3>
      <p class="hint">${words.outboxHelp}</p>
      <ul>${letters.map((letter) => keyed(letter.id, this._slip(letter)))}</ul>
    </section>`
  }

  /** @param {Letter} letter */
  _slip(letter) {
    const words = allWords(this.words)
    const { id, at, triedAt, nextAt, denied, obstacle, submission } = letter
    return html`<li class="slip dueSoon" data-letter=${id}>
      <div class="slip-body">
        <h4 id="letter-${id}">${this.port?.desk.plan.named(JSON.parse(submission).report)}</h4>
        <p class="hint">${words.preparedHere(when(at, words))}
          ${triedAt ? words.triedAt(when(triedAt, words)) : nothing}
          ${denied === undefined && nextAt ? words.nextAt(when(nextAt, words)) : nothing}</p>
        ${obstacle ? faultOf(obstacle, this.words) : nothing}
        ${denied === undefined ? nothing : html`<p class="reason">${denied} ${words.waitsForCode}</p>`}
      </div>
      <div class="slip-actions">${this.sure === id ? this._confirm(letter) : this._actions(letter)}</div>
    </li>`
  }

  /** @param {Letter} letter */
  _actions(letter) {
    const words = allWords(this.words)
    const about = `letter-${letter.id}`
    /** @type {(name: string, label: string, action: () => void) => unknown} */
    const button = (name, label, action) =>
      html`<button type="button" class="button" part="button" aria-describedby=${about} data-action=${name}
        @click=${action}>${label}</button>`
    return html`
      ${button('try', words.tryNow, () => this._try(letter))}
      ${button('export', words.saveFile, () => saveFile(`bao-cao-${letter.id}.json`, 'application/json', letter.submission))}
      ${button('delete', words.remove, () => this._ask(letter.id))}`
  }

  /** @param {Letter} letter */
  _confirm(letter) {
    const words = allWords(this.words)
    const { dropping } = this
    const unlessDropping = (/** @type {() => void} */ action) => () => dropping || action()
    return html`<p id="sure-text" role="status">${dropping ? words.deleting : words.sureToDelete}</p>
      <button type="button" class="button" id="delete-letter" aria-describedby="sure-text" aria-disabled=${dropping || nothing}
        @click=${unlessDropping(() => this._discard(letter))}>${words.deleteUnsent}</button>
      <button type="button" class="button" id="keep-letter" aria-disabled=${dropping || nothing}
        @click=${unlessDropping(() => this._ask(null))}>${words.keepWaiting}</button>`
  }

  /** @param {string | null} id */
  async _ask(id) {
    const last = this.sure
    this.sure = id
    await this.updateComplete
    this.one(id ? '#keep-letter' : `[data-letter="${last}"] [data-action=delete]`)?.focus()
  }

  /** @param {Letter} wanted */
  async _try(wanted) {
    const { port } = this
    const outbox = await port?.desk.outbox()
    const answer = (await outbox?.retry(({ id }) => id === wanted.id))?.get(wanted.id)
    const words = allWords(this.words)
    if (answer && answer.kind !== 'gone') port?.stage.announce(words[answer.kind])
  }

  /** @param {Letter} letter */
  async _discard({ id }) {
    const { port } = this
    this.dropping = true
    const outbox = await port?.desk.outbox()
    const answer = await outbox?.discard(id)
    this.dropping = false
    const words = allWords(this.words)
    if (answer && answer.kind !== 'gone') port?.stage.announce(words[answer.kind])
    this.sure = null
    this.letters = this.letters.filter((letter) => letter.id !== id)
    await port?.refresh()
    port?.stage.one('#title')?.focus()
  }
}

export const screen = { tag: 'phieu-outbox', element: PhieuOutbox }
