/**
 * The bar under the form: what is left, where the draft is, and the way on. A part of its own, because it changes
 * with every keystroke.
 * @module
 */
import { html, nothing } from 'lit'
import { hour } from '../../clock.js'
import { icons } from '../../icons.js'
import { given, hindered } from '../../part.js'
import { SessionPart } from '../../watching.js'

export class PhieuBar extends SessionPart {
  /** @override */
  static get properties() {
    return { ...SessionPart.properties, port: given, onReview: given, hindrance: given }
  }

  constructor() {
    super()
    /** @type {{ toFirst: () => unknown } | undefined} */
    this.port = undefined
    this.onReview = () => {}
    /** @type {string | undefined} */
    this.hindrance = undefined
  }

  /**
   * @override
   * @param {import('../../session.js').Topic} topic
   */
  concerns(topic) {
    return topic !== 'list' && topic !== 'left'
  }

  /** @override */
  render() {
    const { session, words } = this
    if (!session) return nothing
    const { locked, isFirst } = session
    const { blank, short } = session.counts
    // How many there are only the core knows.
    const due = isFirst ? 0 : session.inTheWay() + blank + short
    const left = isFirst ? '\u00a0' : words.left(session.inTheWay(), blank, short)
    return html`<div class="bar" part="bar">
      ${hindered(this.hindrance)}
      <div class="bar-status">
        ${
          locked
            ? nothing
            : html`${
                due > 0
                  ? html`<button type="button" class="link left" id="to-first" @click=${() => this.port?.toFirst()}>${left}</button>`
                  : html`<p class="left">${left}</p>`
              }
                <p class="saved">${icons.device}<span>${
                  session.saveFailed
                    ? words.saveFailed
                    : session.savedAt
                      ? words.savedAt(hour(session.savedAt, words.lang))
                      : words.notSaved
                }</span></p>`
        }
      </div>
      <phieu-block .session=${isFirst ? undefined : session} .words=${words}></phieu-block>
      <phieu-map .session=${isFirst ? undefined : session} .words=${words}></phieu-map>
      <button type="button" class="button primary" part="button primary" id="to-review" @click=${this.onReview}>
        ${locked ? words.lookAgain : words.toReview}
      </button>
    </div>`
  }
}
