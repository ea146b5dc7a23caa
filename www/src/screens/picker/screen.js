/**
 * Beside an input for a day or an hour: the days of a short period, one tap each, and the browser's own calendar or clock.
 * Whoever types needs neither.
 * @module
 */
import { html, nothing } from 'lit'
import { icons } from '../../icons.js'
import { given, Part } from '../../part.js'
import { wordsIn } from '../../words/shared.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

export class PhieuPicker extends Part {
  /** @override */
  static get properties() {
    return { on: given, path: given }
  }

  constructor() {
    super()
    /** @type {import('../../field/element.js').PhieuField | undefined} the field that is answered */
    this.on = undefined
    this.path = ''
    /** @type {import('../../types.js').DaysView | null | undefined} the days among which the answer lies */
    this._days = undefined
    /** @type {HTMLInputElement | undefined} the browser's own */
    this._own = undefined
  }

  /** @override */
  render() {
    const { on } = this
    const { field } = on ?? {}
    if (!on || !field) return nothing
    const words = allWords(on.words)
    const label = field.kind === 'time' ? words.pickHour : words.pickDay
    this._days = on.session?.ask((form) => form.days(this.path))
    return html`${
      this._days?.choices.length
        ? html`<div class="chips" role="group" aria-label="${label}: ${field.label}">${this._days.choices.map(
            ({ value, label }) =>
              html`<button type="button" class="chip" @click=${() => this._take(value)}>${label}</button>`,
          )}</div>`
        : nothing
    }<button type="button" class="tool pick" aria-label="${label}: ${field.label}" title=${label}
        @click=${this._pick}>${field.kind === 'time' ? icons.dueSoon : icons.notYetOpen}</button>`
  }

  /** The browser's input stands here only while it is asked: a field has one input. */
  _pick = () => {
    const { field } = this.on ?? {}
    this._own?.remove()
    const own = document.createElement('input')
    this._own = own
    own.type = field?.kind === 'time' ? 'time' : 'date'
    own.className = 'picked'
    own.tabIndex = -1
    own.ariaHidden = 'true'
    const { from = '', to = '' } = this._days?.within ?? {}
    own.min = from
    own.max = to
    own.addEventListener('change', () => {
      const text = this.on?.session?.ask((form) => form.picked(own.value))
      own.remove()
      if (text) this._take(text)
    })
    this.append(own)
    try {
      own.showPicker()
    } catch {
      // An older browser opens it for a tap, and a frame of another origin never does.
      own.click()
    }
  }

  /** Writes it as if typed, and goes on from there. @param {string} text */
  _take(text) {
    const { on, path } = this
    on?.typed(path, text)
    on?.left(path, text)
    const input = on?.one(`[data-path="${path}"]`)
    input?.dispatchEvent(new CustomEvent('phieu-picked', { bubbles: true }))
  }
}

/** @type {import('../../part.js').Shown} */
export const screen = { tag: 'phieu-picker', element: PhieuPicker }
