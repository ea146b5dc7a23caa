/**
 * The bar under the form: what is left, where the draft is, and the way on. A part of its own, because it changes
 * with every keystroke.
 * @module
 */
import { html, nothing } from 'lit'
import { hour } from '../clock.js'
import { icons } from '../icons.js'
import { given, Part } from '../part.js'

export class PhieuBar extends Part {
  /** @override */
  static get properties() {
    return { session: given, words: given, onReview: given }
  }

  constructor() {
    super()
    /** @type {import('./session.js').FormSession | undefined} */
    this.session = undefined
    this.onReview = () => {}
    /** @type {(() => void) | undefined} */
    this.stopWatching = undefined
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback()
    this.stopWatching = this.session?.watch(() => this.requestUpdate())
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback()
    this.stopWatching?.()
  }

  /** @override */
  render() {
    const { session, words } = this
    if (!session) return nothing
    const { blank, errors } = session.counts
    const inTheWay = session.attempted ? session.blocking().length : errors
    return html`<div class="bar" part="bar">
      <div class="bar-status">
        <p class="left">${words.left(inTheWay, blank)}</p>
        <p class="saved">${icons.device}<span>${
          session.saveFailed
            ? words.saveFailed
            : session.savedAt
              ? words.savedAt(hour(session.savedAt))
              : words.notSaved
        }</span></p>
      </div>
      <button type="button" class="button primary" part="button primary" id="to-review" @click=${this.onReview}>
        ${words.toReview}
      </button>
    </div>`
  }
}
