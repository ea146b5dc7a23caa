/**
 * The plan's own page for units: what this plan is, by when each report is due, and whom to ask. All of it is the
 * core's word.
 * @module
 */
import { html, nothing } from 'lit'
import { given, Part } from '../../part.js'
import { wordsIn } from '../../words/shared.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {import('../../types.js').DutyView} DutyView */
/** @typedef {{ duties: DutyView[], desk: { plan: Pick<import('../../core.js').Plan, 'about'> },
 *   stage: { office: string | null } }} Port */

export class PhieuPlan extends Part {
  /** @override */
  static get properties() {
    return { port: given, words: given }
  }

  constructor() {
    super()
    /** @type {Port | undefined} */
    this.port = undefined
  }

  /** @override */
  render() {
    const { port } = this
    if (!port) return nothing
    const words = allWords(this.words)
    const about = port.desk.plan.about()
    const row = (/** @type {string} */ name, /** @type {unknown} */ value) =>
      value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : nothing
    return html`<div class="sheet" part="plan">
      <h2 tabindex="-1" id="title">${words.aboutPlan}</h2>
      <p class="paper-title">${about.title}</p>
      <dl class="rows">
        ${row(words.theme, about.theme)} ${row(words.document, about.documentText)} ${row(words.issuer, about.issuer)}
        ${row(words.planPeriod, about.periodText)} ${row(words.version, about.version)}
      </dl>
      <section class="section" aria-labelledby="plan-deadlines">
        <h3 id="plan-deadlines">${words.deadlines}</h3>
        <dl class="rows">${port.duties.map((duty) => this._due(duty, about.noDeadlineText))}</dl>
      </section>
      <section class="section" aria-labelledby="plan-contacts">
        <h3 id="plan-contacts">${words.whomToAsk}</h3>
        ${about.contacts.length > 0 ? this._contacts(about.contacts) : html`<p>${this._whom(about.issuer)}</p>`}
      </section>
    </div>`
  }

  /** @param {DutyView} duty @param {string} none */
  _due({ title, periodText, deadlineText, standsText, why }, none) {
    return html`<div><dt>${title}<span class="hint">${periodText}</span></dt>
      <dd>${deadlineText ?? none}<br><span class="hint">${standsText}</span>${
        why ? html`<br><span class="hint">${why}</span>` : nothing
      }</dd></div>`
  }

  /** @param {import('../../contract.js').ContactView[]} contacts */
  _contacts(contacts) {
    return html`<ul>${contacts.map(
      ({ office, charge, email }) =>
        html`<li><p><strong>${office}</strong><br>${charge}${
          email ? html`<br><a href="mailto:${email}">${email}</a>` : nothing
        }</p></li>`,
    )}</ul>`
  }

  /** @param {string | null} issuer */
  _whom(issuer) {
    const words = allWords(this.words)
    const office = this.port?.stage.office ?? issuer
    return office ? words.askWhoIssued(office) : words.askWhoReceives
  }
}

export const screen = {
  tag: 'phieu-plan',
  element: PhieuPlan,
  after: /** @type {const} */ ('duties'),
  /** @param {import('../../words.js').Words} words */
  name: (words) => allWords(words).aboutPlan,
  /** @param {Port} port @param {import('../../words.js').Words} words */
  show: (port, words) => html`<phieu-plan .port=${port} .words=${words}></phieu-plan>`,
}
