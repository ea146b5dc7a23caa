/**
 * The form of one report: heading, error summary, sections, and the bar below. Its parts render themselves; this
 * one renders again only when an activity comes, goes or moves, when other fields are asked, and at first, until all
 * fields stand there.
 * @module
 */
import { html, nothing } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { afterFrame } from '../../idle.js'
import { given } from '../../part.js'
import { SessionPart } from '../../watching.js'
import { notices } from './notices.js'
import { FIRST, isFoldedAtFirst } from './start.js'

// Fields out of sight are neither laid out nor painted, a run of them at a time: the browser watches each such box.
const RUN = 10
// The rest follows while the first field is being read.
const MORE = 2 * RUN

/** @typedef {import('./news.js').Port & import('../../activities/inquiry.js').Port
 *   & { stage: { isHourOwn: boolean }, toFirst: () => unknown }} Port */

export class PhieuForm extends SessionPart {
  /** @override */
  static get properties() {
    return {
      ...SessionPart.properties,
      clock: given,
      port: given,
      onReview: given,
      onBack: given,
      onFile: given,
      onTakeFile: given,
      restoredAt: given,
      notice: given,
      hindrance: given,
    }
  }

  constructor() {
    super()
    /** How many fields are rendered, counted from the first; the others are known to the session alone. */
    this._reach = FIRST
    /** @type {Set<string> | undefined} the sections that stand folded */
    this._folded = undefined
    /** @type {() => number} */
    this.clock = Date.now
    /** @type {Port | undefined} */
    this.port = undefined
    /** @type {number | null} */
    this.restoredAt = null
    /** @type {string | null} */
    this.notice = null
    /** @type {string | undefined} why the way on could not be gone */
    this.hindrance = undefined
    this.onReview = () => {}
    this.onBack = () => {}
    this.onFile = () => {}
    /** @type {(draft?: string) => void} */
    this.onTakeFile = () => {}
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.ticking = undefined
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback()
    this.ticking = setInterval(() => this.passTime(), 30_000)
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback()
    clearInterval(this.ticking)
  }

  /**
   * @override
   * @param {import('../../session.js').Topic} topic
   */
  concerns(topic) {
    return topic === 'structure' || topic === 'notice'
  }

  /**
   * @override
   * @param {import('lit').PropertyValues} changed
   */
  willUpdate(changed) {
    super.willUpdate(changed)
    const { session } = this
    if (!session || !changed.has('session')) return
    // A report that was opened again, after a panic or in another version, stands as it stood.
    session.folded ??= this._folded ?? foldedAtFirst(session, changed.get('session'))
    if (!session.isFirst) this._folded = session.folded
  }

  /** @override */
  updated() {
    const all = this.session?.view.sections.reduce((sum, { fields }) => sum + fields.length, 0) ?? 0
    if (this._reach < all) afterFrame(() => this._reachTo(this._reach + MORE))
    else this.session?.tell('left')
  }

  /** @param {number} reach */
  _reachTo(reach) {
    if (reach <= this._reach) return
    this._reach = reach
    this.requestUpdate()
  }

  /** Renders all fields now, for whoever wants to go to one of them. */
  async complete() {
    this._reachTo(Infinity)
    await this.updateComplete
  }

  /** The line is written past the template, which therefore holds its text as a property and no node of its own. */
  passTime() {
    const tick = this.session?.ask((form) => form.tick(this.clock()))
    const line = this.one('#remaining')
    if (!tick || !line) return
    line.textContent = tick.remainingText
    line.toggleAttribute('data-said', tick.remainingText !== null)
  }

  /** @override */
  render() {
    const { session, words } = this
    if (!session) return nothing
    const { view } = session
    // What only the core can tell is told by nothing until it is there.
    const told = session.isFirst ? undefined : session
    let before = 0
    // Activities stand with the core: what is below them would be moved by them.
    let isBelow = false
    const sections = view.sections.map((section) => {
      const left = this._reach - before
      before += section.fields.length
      // One of activities alone has no field that is still to come.
      const isReached = left > 0 || (left === 0 && section.fields.length === 0)
      const shown = isReached && !isBelow ? this._section(section, left) : nothing
      isBelow ||= session.isFirst && Boolean(section.activities)
      return keyed(section.id, shown)
    })
    return html`<div class="sheet" part="form">
      <header class="sheet-head">
        <h2 tabindex="-1" id="title">${view.dutyName}</h2>
        <dl class="meta">
          <div><dt>${words.period}</dt><dd>${view.datedText}</dd></div>
          ${
            view.deadlineText
              ? html`<div><dt>${words.deadline}</dt><dd>${view.deadlineText}
                  <span class="remaining" id="remaining" ?data-said=${view.remainingText} .textContent=${view.remainingText ?? ''}></span>
                  ${this.port?.stage.isHourOwn ? html`<span class="hint" id="hour-own">${words.hourOwn}</span>` : nothing}
                  <phieu-otherwise .port=${this.port} .of=${this.port?.occasion?.key} .words=${words}></phieu-otherwise></dd></div>`
              : nothing
          }
        </dl>
      </header>
      ${notices(this)}
      <phieu-news .session=${told} .port=${this.port} .words=${words}></phieu-news>
      <phieu-summary .session=${told} .words=${words}></phieu-summary>
      ${sections}
      <phieu-bar .session=${session} .port=${this.port} .words=${words} .hindrance=${this.hindrance}
        .onReview=${this.onReview}></phieu-bar>
    </div>`
  }

  /**
   * @param {import('../../types.js').SectionView} section
   * @param {number} most how many of its fields are rendered by now
   */
  _section({ id, title, hint, fields, activities }, most) {
    const { session, words } = this
    const isFolded = session?.folded?.has(id) ?? false
    return html`<section class="section" part="section" data-section=${id} aria-labelledby="section-${id}">
      <div class="section-head">
        <h3 id="section-${id}"><button type="button" class="fold" aria-expanded=${!isFolded} aria-controls="within-${id}"
          aria-describedby="tally-${id}" @click=${() => this._fold(id, !isFolded)}>${title}</button></h3>
        <p class="tally" id="tally-${id}"></p>
      </div>
      <div class="within" id="within-${id}" hidden=${isFolded ? 'until-found' : nothing}
        @beforematch=${(/** @type {{ currentTarget: HTMLElement }} */ event) => this._unfold(event.currentTarget, id)}>
      ${hint ? html`<p class="hint">${hint}</p>` : nothing}
      ${runsOf(fields.slice(0, most)).map(
        (run) =>
          html`<div class="run" .style=${`--fields: ${run.length}`}>${run.map((field) =>
            keyed(
              field.id,
              html`<phieu-field .field=${field} .session=${session} .words=${words}></phieu-field>`,
            ),
          )}</div>`,
      )}
      ${
        activities && fields.length <= most
          ? html`<phieu-activities .list=${activities} .session=${session} .port=${this.port}
              .words=${words}></phieu-activities>`
          : nothing
      }
      </div>
    </section>`
  }

  /** @param {string} id @param {boolean} isFolded */
  _fold(id, isFolded) {
    const folded = this.session?.folded
    if (isFolded) folded?.add(id)
    else folded?.delete(id)
    this.requestUpdate()
  }

  /**
   * Someone is led into what is folded, by the browser's search or by a link: it is open at once.
   * @param {HTMLElement} within
   * @param {string} id
   */
  _unfold(within, id) {
    within.removeAttribute('hidden')
    this._fold(id, false)
  }

  /** Shows what stands in the way of sending. */
  async point() {
    await this.complete()
    const summary = /** @type {(HTMLElement & { take: () => Promise<void> }) | null} */ (
      this.one('phieu-summary')
    )
    await summary?.take()
  }
}

/** @param {import('../../types.js').FieldView[]} fields */
function runsOf(fields) {
  const starts = fields.map((_, index) => index).filter((index) => index % RUN === 0)
  return starts.map((start) => fields.slice(start, start + RUN))
}

/**
 * What stands folded at first: on a narrow screen all but the first section, and but those in which something is wrong.
 * What a person opened or folded before the core came stays so.
 * @param {import('../../session.js').FormSession} session
 * @param {import('../../session.js').FormSession} [first]
 */
function foldedAtFirst({ view }, first) {
  const isWrong = (/** @type {import('../../types.js').FieldView} */ { inputs }) =>
    inputs.some(({ findings }) => findings.some(({ severity }) => severity === 'error'))
  const stood = new Set(first?.view.sections.map(({ id }) => id))
  const folded = view.sections.filter(
    ({ id, fields }, place) =>
      !fields.some(isWrong) && (stood.has(id) ? first?.folded?.has(id) : isFoldedAtFirst(place)),
  )
  return new Set(folded.map(({ id }) => id))
}
