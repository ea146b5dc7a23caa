/**
 * Adding files to a report that was sent: the scan of what was signed and stamped, without a way through the form.
 * @module
 */
import { html, nothing } from 'lit'
import { icons } from '../../icons.js'
import { followsOf } from '../../papers.js'
import { given, hindered } from '../../part.js'
import { reportIn } from '../../store/letters.js'
import { SessionPart } from '../../watching.js'
import { wordsIn } from '../../words/shared.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {import('../../session.js').FormSession} FormSession */
/** @typedef {import('../follows/screen.js').Port} FollowsPort */
/** @typedef {FollowsPort & { session: FormSession | null, occasion: import('../../types.js').DutyView | null, unit: string,
 *   dispatch: { sending: boolean, progress: { sent: number, all: number } | undefined, shown: string | null,
 *     send: () => unknown } | null,
 *   desk: FollowsPort['desk'] & { unitName: (unit: string) => string | null },
 *   stage: { hindrance: string | undefined, moment: () => number }, goBack: () => unknown }} Port */

export class PhieuScan extends SessionPart {
  /** @override */
  static get properties() {
    return {
      ...SessionPart.properties,
      port: given,
      sending: given,
      progress: given,
      hindrance: given,
      none: { state: true },
    }
  }

  constructor() {
    super()
    /** @type {Port | undefined} */
    this.port = undefined
    this.sending = false
    /** @type {{ sent: number, all: number } | undefined} how much of the files has been sent */
    this.progress = undefined
    /** @type {string | undefined} */
    this.hindrance = undefined
    /** Whether sending was tried with nothing chosen. */
    this.none = false
  }

  /**
   * A file was chosen or taken out.
   * @override
   * @param {import('../../session.js').Topic} topic
   */
  concerns(topic) {
    if (topic === 'left') this.none = false
    return false
  }

  /** @override */
  render() {
    const { port, session, sending, progress } = this
    const { occasion, dispatch } = port ?? {}
    if (!port || !session || !occasion) return nothing
    const words = allWords(this.words)
    const sent = dispatch?.shown
    const isSigned = sent
      ? followsOf(port.desk.plan, reportIn(sent)).files.some(({ signed }) => signed)
      : false
    const paper = sent ? { report: reportIn(sent), plan: port.desk.plan, at: port.stage.moment() } : undefined
    const fields = session.view.sections.flatMap((section) => section.fields)
    return html`<div class="sheet" part="scan">
      <h2 tabindex="-1" id="title">${isSigned ? words.scan : words.addFile}</h2>
      <p class="heading"><strong>${occasion.title}</strong><br>${port.desk.unitName(port.unit)}<br>${occasion.periodText}</p>
      <p id="scan-help">${isSigned ? words.scanHelp : words.addFileHelp}</p>
      ${isSigned && paper ? html`<p><phieu-paper .paper=${paper} .words=${this.words}></phieu-paper></p>` : nothing}
      <div class="within">${fields
        .filter(({ kind }) => kind === 'file')
        .map(
          (field) =>
            html`<phieu-field .field=${field} .session=${session} .words=${this.words}></phieu-field>`,
        )}</div>
      <phieu-follows .port=${port} .of=${occasion} .words=${this.words}></phieu-follows>
      <div role="alert">${this.none ? html`<p class="finding error" id="no-file">${icons.error}<span>${words.noFile}</span></p>` : nothing}</div>
      <div role="status">${
        progress
          ? html`<p>${words.sendingFiles}</p>
            <progress max=${progress.all} value=${progress.sent} aria-label=${words.sendingFiles}></progress>`
          : nothing
      }</div>
      ${hindered(this.hindrance)}
      <div class="actions">
        <button type="button" class="button primary" part="button primary" id="send-scan" aria-disabled=${sending || nothing}
          aria-describedby="scan-help" @click=${this._send}>${icons.send}${sending ? words.sendingScan : words.sendScan}</button>
        <button type="button" class="button" part="button" id="to-duties" @click=${() => port.goBack()}>${words.toDuties}</button>
      </div>
    </div>`
  }

  _send = async () => {
    const { port, sending } = this
    if (sending || !port?.dispatch) return
    this.none = false
    this.none = (await port.dispatch.send()) === 'none'
    if (this.none) this.one('.choose')?.focus()
  }
}

export const screen = {
  tag: 'phieu-scan',
  element: PhieuScan,
  after: /** @type {const} */ ('duties'),
  /** @param {Port} port @param {import('../../words.js').Words} words */
  show: (port, words) =>
    html`<phieu-scan .port=${port} .session=${port.session ?? undefined} .sending=${port.dispatch?.sending ?? false}
      .progress=${port.dispatch?.progress} .hindrance=${port.stage.hindrance} .words=${words}></phieu-scan>`,
}
