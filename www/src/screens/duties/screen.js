/**
 * What I owe (phiếu cần nộp): late, due soon, open, to come, sent, waived. The order, the words of a deadline and
 * the state are the core's.
 * @module
 */
import { html, nothing } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { icons, stateIcon } from '../../icons.js'
import { given, Part } from '../../part.js'
import { withOwn } from '../../words.js'
import { vi } from './vi.js'

const allWords = withOwn(vi, ({ duties }) => duties)

/** @typedef {import('../../types.js').DutyView} DutyView */

/** @typedef {{ draft: boolean, refused: boolean, waiting: boolean, receipt: boolean,
 *   decision?: import('../../store/endpoint.js').Decision | undefined }} Known what this device knows of a duty */

/**
 * @typedef {object} Port
 * @property {{ denied: string | undefined, trouble: import('../../store/endpoint.js').Trouble | undefined,
 *   letters: import('../../store/letters.js').Letter[] }} desk `denied`: what the office says of the code
 * @property {() => Promise<void>} ask asks the office again
 * @property {{ isHourOwn: boolean }} stage
 */

export class PhieuDuties extends Part {
  /** @override */
  static get properties() {
    return {
      duties: given,
      words: given,
      known: given,
      asked: given,
      port: given,
      last: given,
      opening: { state: true },
      onOpen: given,
      onReceipt: given,
    }
  }

  constructor() {
    super()
    /** @type {DutyView[]} */
    this.duties = []
    /** @type {(duty: DutyView) => Known} */
    this.known = () => ({ draft: false, refused: false, waiting: false, receipt: false })
    /** Whether the office could say what it has received; unknown for as long as it has not answered.
     * @type {boolean | undefined} */
    this.asked = true
    /** @type {string | undefined} when this was so, where it is of the last visit */
    this.last = undefined
    /** @type {string | undefined} what was chosen of it, and opens as soon as it can */
    this.opening = undefined
    /** @type {DOMStringMap | undefined} the slip that has the focus */
    this._focused = undefined
    /** @type {Port | undefined} */
    this.port = undefined
    /** @type {(duty: DutyView) => void} */
    this.onOpen = () => {}
    /** @type {(duty: DutyView) => void} */
    this.onReceipt = () => {}
  }

  /** @override */
  willUpdate() {
    const slip = this.one('.slip:focus-within')
    this._focused = slip ? { ...slip.dataset } : undefined
  }

  /**
   * The list may change while a button in it has the focus, which then goes with its slip.
   * @override
   */
  updated() {
    const { key } = this._focused ?? {}
    if (!key) return
    const wanted = this.one(`[data-key="${key}"]`)
    if (!wanted?.matches(':focus-within')) wanted?.querySelector('button')?.focus()
  }

  /** @override */
  render() {
    const { duties, asked, port, last } = this
    const words = allWords(this.words)
    const { denied, trouble, letters = [] } = port?.desk ?? {}
    // Those of one group follow each other. A button that somebody is about to press never becomes that of another slip.
    const first = new Map(duties.map(({ group, groupText }) => [groupText, group]))
    return html`<div class="sheet" part="duties">
      <h2 tabindex="-1" id=${port ? 'title' : nothing}>${words.duties}</h2>
      <phieu-ways .stage=${port?.stage} .words=${this.words}></phieu-ways>
      ${
        denied === undefined
          ? asked
            ? nothing
            : html`<div class="notice quiet" role="status" id="asked">
                <p>${last ?? (asked === undefined ? words.statusAsked : words.statusUnknown)}</p>
                ${
                  asked === undefined
                    ? nothing
                    : html`<button type="button" class="link" id="ask-again" @click=${this._askAgain}>${words.tryAgain}</button>`
                }
              </div>
              <phieu-obstacle .trouble=${asked === undefined ? undefined : trouble} .words=${this.words}></phieu-obstacle>`
          : html`<phieu-access .port=${port} .denied=${denied} .words=${this.words}></phieu-access>`
      }
      ${letters.length > 0 ? html`<phieu-outbox .port=${port} .letters=${letters} .words=${this.words}></phieu-outbox>` : nothing}
      <phieu-strays .port=${port} .duties=${duties} .words=${this.words}></phieu-strays>
      ${duties.some(({ isOwed }) => isOwed) ? nothing : html`<p class="empty">${words.nothingOwed}</p>`}
      ${[...first].map(([groupText, group]) => {
        const items = duties.filter((duty) => duty.groupText === groupText)
        return html`<section class="duties ${group}" aria-label=${groupText}>
            <h3>${groupText} <span class="count">${items.length}</span></h3>
            ${group === 'notYetOpen' && port?.stage.isHourOwn ? html`<p class="hint" id="hour-own">${words.notOpenHere}</p>` : nothing}
            <ul>${items.map((duty) => keyed(duty.key, this._slip(duty)))}</ul>
          </section>`
      })}
    </div>`
  }

  _askAgain = () => {
    // The button goes, and must not take the focus with it.
    this.one('#title')?.focus()
    this.port?.ask()
  }

  /** @param {DutyView} duty */
  _open(duty) {
    this.opening = duty.key
    this.onOpen(duty)
  }

  /** @param {DutyView} duty */
  _slip(duty) {
    const words = allWords(this.words)
    const { draft, refused, waiting, receipt, decision } = this.known(duty)
    const id = `duty-${duty.key}`
    return html`<li class="slip ${duty.group}" part="duty" data-duty=${duty.duty} data-key=${duty.key}>
      <div class="slip-body">
        <h4 id=${id}>${duty.name}${duty.label ? html` <span class="label">${duty.label}</span>` : nothing}</h4>
        <p class="period">${duty.offerText ?? duty.periodText}</p>
        ${duty.deadlineText ? html`<p class="deadline">${words.deadline}: ${duty.deadlineText}</p>` : nothing}
        ${duty.isOwed ? html`<phieu-otherwise .port=${this.port} .of=${duty.key} .words=${this.words}></phieu-otherwise>` : nothing}
        ${duty.why ? html`<p class="hint">${duty.why}</p>` : nothing}
        ${
          decision?.outcome === 'returned'
            ? html`<p class="reason">${words.officeSays} ${decision.reason || words.seeFields(decision.fields.length)}</p>`
            : nothing
        }
        <p class="badges">
          <span class="state">${stateIcon(duty.state)}<span>${duty.standsText}</span></span>
          ${waiting ? html`<span class="tag">${icons.waiting}${words.inOutbox}</span>` : nothing}
          ${refused ? html`<span class="tag refused">${icons.error}${words.refused}</span>` : nothing}
          ${draft ? html`<span class="tag">${icons.device}${words.hasDraft}</span>` : nothing}
        </p>
        ${duty.askText ? html`<phieu-held .port=${this.port} .of=${duty} .words=${this.words}></phieu-held>` : nothing}
        ${receipt ? html`<phieu-follows .port=${this.port} .of=${duty} .brief=${true} .words=${this.words}></phieu-follows>` : nothing}
      </div>
      <div class="slip-actions">${this._actions(duty, { id, draft, receipt })}</div>
    </li>`
  }

  /**
   * @param {DutyView} duty
   * @param {{ id: string, draft: boolean, receipt: boolean }} slip
   */
  _actions(duty, { id, draft, receipt }) {
    const words = allWords(this.words)
    const done = duty.group === 'sent'
    const label =
      duty.state === 'accepted'
        ? words.lookAgain
        : done
          ? words.fillAgain
          : draft && duty.state !== 'returned'
            ? words.continueDraft
            : duty.fillText
    const isOpening = this.last && this.opening === duty.key
    const isAhead = duty.state === 'notYetOpen'
    // An event is told of before its report opens.
    const main = (duty.isOwed || (duty.offerText && !duty.askText)) && !isAhead
    // Only the office knows what has not opened yet; and what was begun can always be gone on with.
    const early = isAhead && (draft || this.port?.stage.isHourOwn)
    return html`
      ${
        receipt
          ? html`<button type="button" class="button" part="button" aria-describedby=${id} data-action="receipt"
              @click=${() => this.onReceipt(duty)}>${words.seeReceipt}</button>`
          : nothing
      }
      ${
        main || done || early
          ? html`<button type="button" class="button ${main ? 'primary' : ''}" part="button ${main ? 'primary' : ''}"
              aria-describedby=${id} data-action="fill" @click=${() => this._open(duty)}>${isOpening ? words.loading : label}</button>`
          : nothing
      }`
  }
}
