/**
 * Asks of an event on which a unit reports when it was held, and opens its report. What is wrong with the day or the hour, and by
 * when the report is due, the core says.
 * @module
 */
import { html, nothing } from 'lit'
import { heldOf } from '../../papers.js'
import { given, Part } from '../../part.js'
import { wordsIn } from '../../words/shared.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {import('../../types.js').DutyView} DutyView */

/**
 * @typedef {object} Port
 * @property {string} unit
 * @property {DutyView[]} duties what the unit owes, has begun or has sent
 * @property {{ plan: import('../../papers.js').Plan, asks: <T>(question: () => T) => Promise<T> }} desk
 * @property {(duty: DutyView) => Promise<unknown>} open
 * @property {{ moment: () => number, orFail: (doing: Promise<unknown>) => unknown, announce: (text: string) => void }} stage
 */

export class PhieuHeld extends Part {
  /** @override */
  static get properties() {
    return { port: given, of: given, words: given, held: { state: true } }
  }

  constructor() {
    super()
    /** @type {Port | undefined} */
    this.port = undefined
    /** @type {DutyView | undefined} the offer */
    this.of = undefined
    /** @type {import('../../contract.js').HeldView | undefined} what became of what was told last */
    this.held = undefined
  }

  /** @override */
  render() {
    const { port, of, held } = this
    if (!port || !of?.askText) return nothing
    const words = allWords(this.words)
    const id = `held-${of.duty}`
    return html`<div role="group" aria-labelledby="${id}-asked" aria-describedby=${of.deadlineText ? `${id}-counted` : nothing}>
      <p id="${id}-asked">${of.askText}</p>
      ${this._field(`${id}-day`, words.day, held?.dayWrong)}
      ${this._field(`${id}-hour`, words.hour, held?.hourWrong)}
      ${of.deadlineText ? html`<p class="hint" id="${id}-counted">${words.counted}</p>` : nothing}
      <button type="button" class="button primary" part="button primary" data-action="held" aria-describedby="duty-${of.key}"
        @click=${this._press}>${of.fillText}</button>
    </div>`
  }

  /** @param {string} id @param {string} label @param {string | null | undefined} wrong */
  _field(id, label, wrong) {
    return html`<div class="code-field">
      <label for=${id}>${label}</label>
      <input type="text" id=${id} part="input" autocomplete="off" spellcheck="false" aria-invalid=${wrong ? true : nothing}
        aria-describedby=${wrong ? `${id}-wrong` : nothing} @keydown=${this._onKey}>
      ${wrong ? html`<p class="reason" id="${id}-wrong">${wrong}</p>` : nothing}
    </div>`
  }

  /** @param {KeyboardEvent} event */
  _onKey = (event) => {
    if (event.key === 'Enter' && !event.isComposing) this._press()
  }

  _press = () => {
    const { port, of } = this
    if (port && of) port.stage.orFail(this._open(port, of))
  }

  /** @param {Port} port @param {DutyView} of */
  async _open(port, of) {
    const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll('input'))
    const [day = '', hour = ''] = [...inputs].map(({ value }) => value)
    const { unit, duties, desk, stage } = port
    const told = { unit, duty: of.duty, day, hour }
    this.held = await desk.asks(() => heldOf(desk.plan, told, stage.moment()))
    const { duty, dayWrong, hourWrong } = this.held
    // One that was told of before is gone on with.
    if (duty) return port.open(duties.find(({ key }) => key === duty.key) ?? duty)
    await this.updateComplete
    stage.announce(dayWrong ?? hourWrong ?? '')
    this.one('[aria-invalid]')?.focus()
  }
}

export const screen = { tag: 'phieu-held', element: PhieuHeld }
