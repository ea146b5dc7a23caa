/**
 * What a keyboard does at a form beside typing: it moves as in a spreadsheet, and pastes what was copied in one. A block of
 * cells goes into several inputs at once, so what the core makes of it is shown first, and a person takes it or not; what
 * was taken can be taken back with one press.
 * @module
 */
import { html, nothing } from 'lit'
import { lead } from '../../field/lead.js'
import { listen } from '../../listen.js'
import { doubts, placed, preview } from '../../preview.js'
import { SessionPart } from '../../watching.js'
import { wordsIn } from '../../words/shared.js'
import { en } from './en.js'
import { onKey } from './moving.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {import('../../types.js').BlockView} BlockView */
/** @typedef {{ path: string, text: string, before: string }} Taken */

export class PhieuBlock extends SessionPart {
  /** @override */
  static get properties() {
    return { ...SessionPart.properties, block: { state: true }, taken: { state: true } }
  }

  constructor() {
    super()
    /** @type {BlockView | null | undefined} what would be taken, while a person has not decided */
    this.block = null
    /** @type {Taken[]} what was taken, for as long as it can be taken back */
    this.taken = []
    /** Where it is pasted. */
    this._at = ''
    /** @type {AbortController | undefined} */
    this._heard = undefined
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback()
    this._heard = new AbortController()
    const { signal } = this._heard
    /** @type {HTMLElement | null} */
    const form = this.closest('phieu-form')
    if (!form) return
    listen(form, 'keydown', this._onKey, signal)
    listen(form, 'paste', this._onPaste, signal)
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback()
    this._heard?.abort()
  }

  /**
   * @override
   * @param {import('../../session.js').Topic} topic
   */
  concerns(topic) {
    // Other fields are asked than those that the block was held against.
    if (topic === 'structure') this.block = null
    return false
  }

  /** @override @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    super.willUpdate(changed)
    if (!changed.has('session')) return
    this.block = null
    this.taken = []
  }

  /** @override */
  render() {
    const { block, taken } = this
    const words = allWords(this.words)
    if (block) return this._preview(block)
    if (taken.length === 0) return nothing
    return html`<div class="block-taken" id="block-taken">
      <p>${words.blockTaken(taken.length)}</p>
      <button type="button" class="link" id="undo-block" @click=${this._undo}>${words.undoBlock}</button>
      <button type="button" class="link" id="close-block" @click=${this._close}>${words.closeBlock}</button>
    </div>`
  }

  /** @param {BlockView} block */
  _preview({ rows, left }) {
    const words = allWords(this.words)
    const { length } = rows
    return preview(
      {
        id: 'block',
        title: words.blockTitle,
        take: length > 0 ? { id: 'take-block', label: words.takeBlock(length), on: this._take } : null,
        drop: { id: 'drop-block', label: words.dropBlock, on: this._drop },
        left: { title: words.blockLeft, lines: left.map(({ pasted, why }) => placed(pasted, why)) },
      },
      length > 0
        ? html`<table class="block-rows" aria-labelledby="block-title">
            <thead><tr><th scope="col">${words.blockInput}</th><th scope="col">${words.blockCell}</th>
              <th scope="col">${words.blockMeaning}</th></tr></thead>
            <tbody>${rows.map((row) => this._row(row))}</tbody>
          </table>`
        : nothing,
    )
  }

  /** @param {BlockView['rows'][number]} row */
  _row({ path, label, pasted, understood, replaces, findings }) {
    const words = allWords(this.words)
    return html`<tr data-path=${path}>
      <th scope="row">${label}</th>
      <td>${pasted}</td>
      <td>
        ${understood ?? (findings.length > 0 ? nothing : words.asIs)}
        ${replaces ? html`<p class="hint">${words.replaces(replaces)}</p>` : nothing}
        ${doubts(findings, words)}
      </td>
    </tr>`
  }

  /** @param {KeyboardEvent} event */
  _onKey = (event) => {
    const { key, isComposing, ctrlKey, metaKey } = event
    // Most keys write a letter, and nothing else is asked of those.
    if (key.length === 1 && !isComposing && !ctrlKey && !metaKey) return
    if (this._takesBack(event)) return this._undo()
    onKey(event)
  }

  /**
   * Whether a key takes back what was pasted into the very input that has the focus. Browsers know nothing of it.
   * @param {KeyboardEvent} event
   */
  _takesBack(event) {
    const { key, ctrlKey, metaKey, shiftKey } = event
    if (key.toLowerCase() !== 'z' || !(ctrlKey || metaKey) || shiftKey) return false
    const { dataset, value } = /** @type {HTMLInputElement} */ (event.target)
    const isPasted = this.taken.some(({ path, text }) => path === dataset.path && text === value)
    if (isPasted) event.preventDefault()
    return isPasted
  }

  /** @param {ClipboardEvent} event */
  _onPaste = async (event) => {
    const { session } = this
    const input = /** @type {HTMLElement} */ (event.target)
    const { path } = input.dataset
    if (!session || session.locked || !path || !input.matches('.run input[type=text]')) return
    const of = (/** @type {string} */ kind) => event.clipboardData?.getData(kind) ?? ''
    const block = session.ask((form) => form.block(path, of('text/plain'), of('text/html')))
    if (!block) return
    event.preventDefault()
    this._at = path
    this.block = block
    await this.updateComplete
    const [first] = this.querySelectorAll('button')
    first?.focus()
  }

  _take = () => {
    const { session, block } = this
    const rows = block?.rows ?? []
    const stood = this._texts()
    this.block = null
    for (const { path, text } of rows) {
      session?.set(path, text)
      session?.leave(path)
    }
    this.taken = rows.map(({ path, text }) => ({ path, text, before: stood.get(path) ?? '' }))
    this._say(allWords(this.words).blockTaken(rows.length), rows[0]?.path)
  }

  _drop = () => {
    this.block = null
    lead(this, this._at)
  }

  _close = () => {
    const [first] = this.taken
    this.taken = []
    if (first) lead(this, first.path)
  }

  /** What was typed since stays. */
  _undo = () => {
    const { session } = this
    const stands = this._texts()
    const back = this.taken.filter(({ path, text }) => stands.get(path) === text)
    this.taken = []
    for (const { path, before } of back) {
      session?.set(path, before)
      session?.leave(path)
    }
    this._say(allWords(this.words).blockUndone(back.length), back[0]?.path)
  }

  /**
   * @param {string} text
   * @param {string | undefined} path where one goes on
   */
  _say(text, path) {
    this.session?.announce(text)
    if (path) lead(this, path)
  }

  /** What stands in the figures now. */
  _texts() {
    const { sections = [] } = this.session?.view ?? {}
    const inputs = sections.flatMap(({ fields }) => fields.flatMap((field) => field.inputs))
    return new Map(inputs.map(({ path, value }) => [path, value]))
  }
}

/** @type {import('../../part.js').Shown} */
export const screen = { tag: 'phieu-block', element: PhieuBlock }
