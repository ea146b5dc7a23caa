/**
 * The form of one report: heading, error summary, sections, and the bar below. Its parts render themselves; this
 * one renders again only when an activity comes, goes or moves.
 * @module
 */
import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { given, Part } from '../part.js'
import { notices } from './notices.js'

export class PhieuForm extends Part {
  /** @override */
  static get properties() {
    return {
      session: given,
      words: given,
      clock: given,
      lasting: given,
      onReview: given,
      onBack: given,
      onFile: given,
      onTakeFile: given,
      restoredAt: given,
      notice: given,
    }
  }

  constructor() {
    super()
    /** @type {import('./session.js').FormSession | undefined} */
    this.session = undefined
    /** @type {() => number} */
    this.clock = Date.now
    this.lasting = true
    /** @type {number | null} */
    this.restoredAt = null
    /** @type {string | null} */
    this.notice = null
    this.onReview = () => {}
    this.onBack = () => {}
    this.onFile = () => {}
    /** @type {(draft?: string) => void} */
    this.onTakeFile = () => {}
    /** @type {(() => void) | undefined} */
    this.stopWatching = undefined
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.ticking = undefined
    /** @type {{ deadlineText: string | null, remainingText: string | null } | null} */
    this.tick = null
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback()
    this.stopWatching = this.session?.watch((topic) => {
      if (topic === 'structure' || topic === 'notice') this.requestUpdate()
    })
    this.ticking = setInterval(() => this._passTime(), 30_000)
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback()
    this.stopWatching?.()
    clearInterval(this.ticking)
  }

  _passTime() {
    const { session } = this
    if (!session) return
    this.tick = session.form.tick(this.clock())
    const line = this.one('#remaining')
    if (line) line.textContent = this.tick.remainingText
  }

  /** @override */
  render() {
    const { session, words } = this
    if (!session) return nothing
    const { view } = session
    return html`<div class="sheet" part="form">
      <header class="sheet-head">
        <h2 tabindex="-1" id="title">${view.dutyName}</h2>
        <dl class="meta">
          <div><dt>${words.period}</dt><dd>${view.label ? html`${view.label}, ` : nothing}${view.periodText}</dd></div>
          ${
            view.deadlineText
              ? html`<div><dt>${words.deadline}</dt><dd>${view.deadlineText}
                  <span class="remaining" id="remaining">${view.remainingText ?? nothing}</span></dd></div>`
              : nothing
          }
        </dl>
      </header>
      ${notices(this)}
      <phieu-summary .session=${session} .words=${words}></phieu-summary>
      ${repeat(
        view.sections,
        ({ id }) => id,
        (section) => this._section(section),
      )}
      <phieu-bar .session=${session} .words=${words} .onReview=${this.onReview}></phieu-bar>
    </div>`
  }

  /** @param {import('../types.js').SectionView} section */
  _section({ id, title, hint, fields, activities }) {
    const { session, words } = this
    return html`<section class="section" part="section" aria-labelledby="section-${id}">
      <h3 id="section-${id}">${title}</h3>
      ${hint ? html`<p class="hint">${hint}</p>` : nothing}
      ${repeat(
        fields,
        (field) => field.id,
        (field) => html`<phieu-field .field=${field} .session=${session} .words=${words}></phieu-field>`,
      )}
      ${
        activities
          ? html`<phieu-activities .list=${activities} .session=${session} .words=${words}></phieu-activities>`
          : nothing
      }
    </section>`
  }

  /** Shows what stands in the way of sending. */
  async point() {
    await this.updateComplete
    const summary = /** @type {import('../summary/element.js').PhieuSummary | null} */ (
      this.one('phieu-summary')
    )
    await summary?.take()
  }
}
