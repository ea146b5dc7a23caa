/**
 * The review page: the report as the office will read it. It prints on A4 as a paper to sign.
 * @module
 */
import { html, nothing } from 'lit'
import { icons } from '../icons.js'
import { given, Part } from '../part.js'
import { allWords } from '../words/later.js'
import { printAlone } from './print.js'
import { remarks, reviewSection } from './rows.js'

export class PhieuReview extends Part {
  /** @override */
  static get properties() {
    return {
      review: given,
      label: given,
      words: given,
      office: given,
      sending: given,
      lastSent: given,
      locked: given,
      onEdit: given,
      onSend: given,
    }
  }

  constructor() {
    super()
    /** @type {import('../types.js').Review | undefined} */
    this.review = undefined
    /** @type {string | null} the name of the period */
    this.label = null
    /** @type {string | null} */
    this.office = null
    this.sending = false
    /** @type {import('../types.js').Review | null} what was sent last */
    this.lastSent = null
    /** Whether the office has accepted what was sent: nothing more can be. */
    this.locked = false
    this.onEdit = () => {}
    this.onSend = () => {}
  }

  /** @override */
  render() {
    const { review, sending, lastSent: before, locked } = this
    const words = allWords(this.words)
    if (!review) return nothing
    return html`<div class="sheet paper" part="review">
      <p class="head-unit only-print">${review.unitName}</p>
      <h2 tabindex="-1" id="title">${locked ? words.accepted : words.review}</h2>
      ${locked ? nothing : html`<p class="hint screen-only">${words.reviewHelp}</p>`}
      <div class="paper-head">
        <p>${review.title}</p>
        <p class="paper-title">${review.dutyName}${this.label ? html` – ${this.label}` : nothing}</p>
        <p>${review.unitName}</p>
        <p>${words.period}: ${review.periodText}</p>
        ${this.office ? html`<p class="hint">${this.office}</p>` : nothing}
      </div>
      ${before ? html`<p class="hint screen-only" id="amends">${words.amends}</p>` : nothing}
      ${review.sections.map((section) =>
        reviewSection(
          section,
          words,
          before?.sections.find(({ title }) => title === section.title),
        ),
      )}
      ${remarks(review.remarks, words)}
      <div class="signatures only-print">
        <p><strong>${words.preparedBy}</strong><br>${words.signHere}</p>
        <p><strong>${words.signedBy}</strong><br>${words.signHere}</p>
      </div>
      <div class="bar screen-only" part="bar">
        <div class="bar-status">${
          locked
            ? html`<p id="locked-send">${words.locked} ${words.lockedHelp}</p>`
            : html`<p class="saved">${icons.device}<span>${words.notYetSent}</span></p>`
        }</div>
        <div class="actions">
          <button type="button" class="button" part="button" id="edit" @click=${this.onEdit}>${locked ? words.back : words.edit}</button>
          <button type="button" class="button" part="button" @click=${() => printAlone(this)}>
            ${icons.print}${words.print}</button>
          <button type="button" class="button primary" part="button primary" id="send" aria-disabled=${sending || locked || nothing}
            aria-describedby=${locked ? 'locked-send' : nothing}
            @click=${() => sending || locked || this.onSend()}>${icons.send}${sending ? words.sending : words.send}</button>
        </div>
      </div>
    </div>`
  }
}
