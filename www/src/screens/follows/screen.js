/**
 * What follows a report: what goes on paper or to a mailbox besides, and the files that can still be added, first the document
 * that was signed and stamped. What is lacking, the core says.
 * @module
 */
import { html, nothing } from 'lit'
import { icons } from '../../icons.js'
import { besideOf, followsOf } from '../../papers.js'
import { given, Part } from '../../part.js'
import { reportIn } from '../../store/letters.js'
import { wordsIn } from '../../words/shared.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {import('../../types.js').DutyView} DutyView */
/** @typedef {import('../../contract.js').Follows} Follows */
/** @typedef {{ desk: { plan: import('../../papers.js').Plan, receiptOf: (occasion: DutyView) => { submission: string } | undefined },
 *   duties?: DutyView[], showScan: (occasion: DutyView) => unknown }} Port */

export class PhieuFollows extends Part {
  /** @override */
  static get properties() {
    return { port: given, of: given, sent: given, brief: given, words: given }
  }

  constructor() {
    super()
    /** @type {Port | undefined} */
    this.port = undefined
    /** @type {DutyView | null | undefined} */
    this.of = undefined
    /** @type {string | null | undefined} what was sent of it, as JSON; nothing while it is being made */
    this.sent = undefined
    /** Whether nothing but what is owed is said, as in a list. */
    this.brief = false
    /** @type {{ plan: import('../../papers.js').Plan, text: string, said: Follows } | undefined} */
    this._told = undefined
  }

  /** @override */
  render() {
    const { port, of, brief } = this
    if (!port?.desk || !of) return nothing
    const sent = brief ? port.desk.receiptOf(of)?.submission : this.sent
    const said = sent
      ? this._follows(sent)
      : { beside: brief ? [] : besideOf(port.desk.plan, of.duty), files: [] }
    const mayAdd = !this._isLocked() && said.files.some(({ isThere }) => !isThere)
    const owed = said.files.find(({ signed, isThere }) => signed && !isThere)
    if (brief) return owed && mayAdd ? this._owed(owed.text) : nothing
    const lines = [
      ...said.files.filter(({ signed }) => signed || mayAdd).map(({ text }) => text),
      ...said.beside,
    ]
    if (lines.length === 0) return nothing
    if (!sent) return html`${lines.map((line) => html`<p class="hint beside">${line}</p>`)}`
    const words = allWords(this.words)
    return html`<section class="follows screen-only" part="follows" aria-labelledby="follows">
      <h3 id="follows">${words.follows}</h3>
      <ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>
      ${mayAdd ? this._button(owed ? words.scan : words.addFile) : nothing}
    </section>`
  }

  /** @param {string} text what is owed */
  _owed(text) {
    return html`<p class="badges"><span class="tag owed">${icons.warning}${text}</span></p>
      ${this._button(allWords(this.words).scan)}`
  }

  /** @param {string} label */
  _button(label) {
    const { of, port, brief } = this
    return html`<button type="button" class="button" part="button" data-action="scan"
      aria-describedby=${brief ? `duty-${of?.key}` : 'follows'} @click=${() => of && port?.showScan(of)}>${icons.send}${label}</button>`
  }

  /** Whether the office has accepted it: nothing can be added any more. */
  _isLocked() {
    const { of, port } = this
    return port?.duties?.find(({ key }) => key === of?.key)?.state === 'accepted'
  }

  /** @param {string} text a submission @returns {Follows} */
  _follows(text) {
    const { plan } = /** @type {Port} */ (this.port).desk
    if (this._told?.plan === plan && this._told.text === text) return this._told.said
    /** @type {Follows} */
    let said = { beside: [], files: [] }
    try {
      said = followsOf(plan, reportIn(text))
    } catch (error) {
      // What another version has written is read by nobody here, and lacks nothing.
      if (/** @type {any} */ (error).code === 'panic') throw error
    }
    this._told = { plan, text, said }
    return said
  }
}

export const screen = { tag: 'phieu-follows', element: PhieuFollows }
