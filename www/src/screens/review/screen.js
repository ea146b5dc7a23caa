/**
 * The review page: the report as the office will read it. It prints on A4 as a paper to sign.
 * @module
 */
import { html, nothing } from 'lit'
import { icons } from '../../icons.js'
import { officialOf } from '../../papers.js'
import { given, Part } from '../../part.js'
import { printAlone, printsAlone } from '../../print.js'
import { wordsIn } from '../../words/shared.js'
import { officialSheet } from '../paper/sheet.js'
import { en } from './en.js'
import { remarks, reviewSection } from './rows.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {{ said: string | null, id?: string, submission?: string, waits?: boolean }} Outdated another version: what the office says
 *   of it, itself where it is at hand, and whether it has not arrived */
/** @typedef {import('../../types.js').Review} Review */
/** @typedef {import('../follows/screen.js').Port & { review: Review | null, before: Review | null, outdated: Outdated | null,
 *   occasion: import('../../types.js').DutyView | null, session: { locked: boolean } | null,
 *   dispatch: { sending: boolean, progress: { sent: number, all: number } | undefined, report: string | null, send: () => unknown, takeTheirs: () => unknown } | null,
 *   stage: { moment: () => number, show: (screen: 'form') => unknown } }} Port */

export class PhieuReview extends Part {
  /** @override */
  static get properties() {
    return {
      review: given,
      heading: given,
      port: given,
      of: given,
      words: given,
      sending: given,
      progress: given,
      lastSent: given,
      outdated: given,
      paper: given,
      printed: given,
      locked: given,
      onTake: given,
      onEdit: given,
      onSend: given,
    }
  }

  constructor() {
    super()
    /** @type {import('../../types.js').Review | undefined} */
    this.review = undefined
    /** What the report is of. */
    this.heading = ''
    /** @type {import('../follows/screen.js').Port | undefined} */
    this.port = undefined
    /** @type {import('../../types.js').DutyView | null} */
    this.of = null
    this.sending = false
    /** @type {{ sent: number, all: number } | undefined} how much of its files has been sent */
    this.progress = undefined
    /** @type {import('../../types.js').Review | null} what was sent last */
    this.lastSent = null
    /** @type {Outdated | null} another version, which this one would replace */
    this.outdated = null
    /** @type {import('../paper/screen.js').Paper | undefined} what makes a document of it */
    this.paper = undefined
    /** @type {import('../../types.js').Official | undefined} the document, while it is being printed */
    this.printed = undefined
    this.connection = new AbortController()
    /** Whether the office has accepted what was sent: nothing more can be. */
    this.locked = false
    this.onTake = () => {}
    this.onEdit = () => {}
    this.onSend = () => {}
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback()
    this.connection = new AbortController()
    printsAlone(() => this, this.connection.signal)
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback()
    this.connection.abort()
  }

  /**
   * On paper the report is the document that is signed. It must stand before the browser looks, so it is shown at once.
   * @param {boolean} is
   */
  printing(is) {
    const { paper } = this
    this.printed = is && paper ? officialOf(paper.plan, paper.report, paper.at) : undefined
    this.requestUpdate()
    this.performUpdate()
    return this.printed !== undefined
  }

  /** @override */
  render() {
    const { review, sending, printed, paper, lastSent: before, outdated, locked } = this
    const all = allWords(this.words)
    const words = outdated ? { ...all, was: all.theirs } : all
    if (!review) return nothing
    return html`${printed ? officialSheet(printed) : nothing}<div class="sheet paper ${printed ? 'screen-only' : ''}" part="review">
      <p class="head-unit only-print">${review.unitName}</p>
      <h2 tabindex="-1" id="title">${locked ? words.accepted : words.review}</h2>
      ${locked ? nothing : html`<p class="hint screen-only">${words.reviewHelp}</p>`}
      <div class="paper-head">
        <p>${review.title}</p>
        <p class="paper-title">${this.heading}</p>
        <p>${review.unitName}</p>
        <p>${words.period}: ${review.periodText}</p>
        ${review.toText ? html`<p>${review.toText}</p>` : nothing}
      </div>
      <phieu-follows class="screen-only" .port=${this.port} .of=${this.of} .words=${this.words}></phieu-follows>
      ${outdated ? this._outdated(outdated) : nothing}
      ${before ? html`<p class="hint screen-only" id="amends">${outdated ? words.besideOther : words.amends}</p>` : nothing}
      ${review.sections.map((section) => reviewSection(section, words, named(before, section.title)))}
      ${(before?.sections ?? [])
        .filter(({ title }) => !named(review, title))
        .map((gone) => reviewSection({ title: gone.title, rows: [], activities: [] }, words, gone))}
      ${(review.points ?? []).map((text) => html`<p class="points"><strong>${text}</strong></p>`)}
      ${remarks(review.remarks, words)}
      ${
        this.progress
          ? html`<div class="sending-files screen-only" role="status"><p>${words.sendingFiles}</p>
              <progress max=${this.progress.all} value=${this.progress.sent} aria-label=${words.sendingFiles}></progress></div>`
          : nothing
      }
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
          ${paper ? html`<phieu-paper .paper=${paper} .words=${this.words}></phieu-paper>` : nothing}
          <button type="button" class="button primary" part="button primary" id="send" aria-disabled=${sending || locked || nothing}
            aria-describedby=${locked ? 'locked-send' : nothing}
            @click=${() => sending || locked || this.onSend()}>${icons.send}${sending ? words.sending : outdated ? words.sendOver : words.send}</button>
        </div>
      </div>
    </div>`
  }

  /** @param {Outdated} outdated */
  _outdated({ said, submission, waits }) {
    const words = allWords(this.words)
    return html`<div class="notice warn stacked screen-only" role="alert" id="outdated">
      <p>${icons.warning}<strong>${said ?? (submission ? words.otherCame : words.otherUnseen)}</strong></p>
      ${said && submission ? nothing : html`<p>${submission ? words.otherHelp : words.otherUnseenHelp}</p>`}
      ${
        submission && !waits
          ? html`<button type="button" class="button" part="button" id="take-theirs" @click=${this.onTake}>${words.takeTheirs}</button>`
          : nothing
      }
    </div>`
  }
}

/**
 * @param {import('../../types.js').Review | null} review
 * @param {string} title
 */
const named = (review, title) => review?.sections.find((section) => section.title === title)

/**
 * @param {string | null | undefined} report
 * @param {import('../paper/screen.js').Paper['plan']} plan
 * @param {number} at
 */
const paperOf = (report, plan, at) => (report ? { report, plan, at } : undefined)

export const screen = {
  tag: 'phieu-review',
  element: PhieuReview,
  after: /** @type {const} */ ('form'),
  /** @param {Port} port @param {import('../../words.js').Words} words */
  show(port, words) {
    const { review, before, outdated, occasion, session, dispatch, desk, stage } = port
    return html`<phieu-review .review=${review} .heading=${occasion?.title ?? review?.dutyName ?? ''} .words=${words}
      .port=${port} .of=${occasion} .paper=${paperOf(dispatch?.report, desk.plan, stage.moment())}
      .sending=${dispatch?.sending} .progress=${dispatch?.progress} .lastSent=${before} .outdated=${outdated} .locked=${session?.locked ?? false}
      .onTake=${() => dispatch?.takeTheirs()} .onEdit=${() => stage.show('form')}
      .onSend=${() => dispatch?.send()}></phieu-review>`
  },
}
