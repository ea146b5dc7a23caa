/**
 * Asking for the unit's code, where the office's server wants one: why, whom to ask, and a field for it.
 * @module
 */
import { html, nothing } from 'lit'
import { icons } from '../../icons.js'
import { given, Part } from '../../part.js'
import { status } from '../../store/endpoint.js'
import { wordsIn } from '../../words/shared.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/**
 * @typedef {object} Port
 * @property {{ summary: { id: string }, access: typeof import('../../store/access.js').access }} desk
 * @property {string} unit
 * @property {() => Promise<unknown>} admitted another code is at hand
 * @property {{ endpoint: string | null, office: string | null, token: string | null, language: import('../../types.js').Lang,
 *   announce: (message: string) => void }} stage
 */

export class PhieuAccess extends Part {
  /** @override */
  static get properties() {
    return { port: given, denied: given, words: given, busy: { state: true }, told: { state: true } }
  }

  constructor() {
    super()
    /** @type {Port | undefined} */
    this.port = undefined
    /** What the server said. */
    this.denied = ''
    this.busy = false
    /** @type {string | null} what it said of the code that was typed here */
    this.told = null
  }

  /** @override */
  render() {
    const words = allWords(this.words)
    const { denied, told, busy, port } = this
    const { token, office } = port?.stage ?? {}
    return html`<div class="notice warn" id="access" role="group" aria-labelledby="access-title">
      <p><strong id="access-title">${words.codeWanted}</strong> ${told ?? denied}</p>
      ${
        token
          ? html`<p>${words.loginAgain}</p>`
          : html`<p>${office ? words.askOffice(office) : words.askSomeone}</p>
              <div class="code-field">
                <label for="code-field">${words.code}</label>
                <input type="text" id="code-field" part="input" autocomplete="off" autocapitalize="characters"
                  spellcheck="false" aria-invalid=${told === null ? nothing : true} aria-describedby="access-title"
                  @keydown=${this._onKey}>
              </div>
              <button type="button" class="button primary" part="button primary" id="use-code"
                aria-disabled=${busy || nothing} @click=${this._use}>${icons.send}${words.useCode}</button>`
      }
    </div>`
  }

  /** @param {KeyboardEvent} event */
  _onKey = (event) => {
    if (event.key === 'Enter' && !event.isComposing) this._use()
  }

  _use = async () => {
    const { port } = this
    const { endpoint, language, announce } = port?.stage ?? {}
    const field = /** @type {HTMLInputElement | null} */ (this.one('#code-field'))
    const code = codeIn(field?.value ?? '')
    if (!port || !endpoint || !code || this.busy) return field?.focus()
    this.busy = true
    const { desk, unit } = port
    const { id } = desk.summary
    const answer = await status(endpoint, id, unit, { lang: language ?? 'vi', token: code })
    this.busy = false
    this.told = answer.denied ?? null
    if (answer.denied !== undefined) {
      announce?.(answer.denied)
      return field?.focus()
    }
    // Where the line is down the code is kept all the same, and tried when there is one.
    desk.access.keep(endpoint, id, unit, code)
    await port.admitted()
    announce?.(allWords(this.words).codeTaken)
  }
}

/**
 * The code in what was typed; people paste the whole link too.
 * @param {string} text
 */
const codeIn = (text) => new URLSearchParams(text.slice(text.indexOf('#') + 1)).get('code') ?? text.trim()

export const screen = { tag: 'phieu-access', element: PhieuAccess }
