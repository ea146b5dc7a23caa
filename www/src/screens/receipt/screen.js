/**
 * After sending: waiting in the outbox, received with a receipt (biên nhận), handed to the host, or with nowhere
 * to go. Each says plainly where the report is.
 * @module
 */
import { html, nothing } from 'lit'
import { pictureScript } from '../../here.js'
import { icons } from '../../icons.js'
import { given, hindered, Part } from '../../part.js'
import { printAlone, printsAlone } from '../../print.js'
import { saveFile } from '../../store/file.js'
import { isTaken, reportIn } from '../../store/letters.js'
import { wordsIn } from '../../words/shared.js'
import { faultOf } from '../obstacle/screen.js'
import { en } from './en.js'
import { receiptPage, rowsOf } from './page.js'
import { vi } from './vi.js'

export const allWords = wordsIn(vi, en)

/**
 * @typedef {{ kind: 'waiting', denied?: string, obstacle?: import('../../store/obstacle.js').Obstacle | undefined } | { kind: 'handed' } | { kind: 'carried' } | { kind: 'noEndpoint' }
 *   | { kind: 'accepted', text: string } | { kind: 'failed', reason: string }
 *   | { kind: 'refused', status: number, code: string, title: string }
 *   | { kind: 'received', receipt: import('../../types.js').Receipt }} Outcome
 */
/** @typedef {{ title: string, unitName: string, periodText: string }} Heading */

// What the office refuses because page and office do not fit together.
const FAULTS = ['malformed', 'notUtf8', 'notJson', 'notAUuid', 'otherIdentity', 'notCollected']

/** To what files can be added: to what is at the office, or on its way there. */
const ADDED_TO = ['received', 'waiting', 'accepted']

export class PhieuReceipt extends Part {
  /** @override */
  static get properties() {
    return {
      outcome: given,
      port: given,
      occasion: given,
      heading: given,
      submission: given,
      paper: given,
      words: given,
      office: given,
      lang: given,
      momentText: given,
      punctualText: given,
      hindrance: given,
      onBack: given,
      onRetry: given,
      onAgain: given,
      onEdit: given,
    }
  }

  constructor() {
    super()
    /** @type {Outcome | undefined} */
    this.outcome = undefined
    /** @type {(import('../access/screen.js').Port & import('../follows/screen.js').Port) | undefined} */
    this.port = undefined
    /** @type {import('../../types.js').DutyView | null} */
    this.occasion = null
    /** @type {Heading | undefined} */
    this.heading = undefined
    this.submission = ''
    /** @type {import('../paper/screen.js').Paper | undefined} what makes a document of the report */
    this.paper = undefined
    this.connection = new AbortController()
    /** @type {string | null} */
    this.office = null
    this.lang = 'vi'
    /** @type {(instant: string) => string} a moment in words */
    this.momentText = String
    /** @type {(receipt: import('../../types.js').Receipt) => string} whether it came in time, in words */
    this.punctualText = () => ''
    /** @type {string | undefined} why what was asked for could not be made */
    this.hindrance = undefined
    this.onBack = () => {}
    this.onRetry = () => {}
    this.onAgain = () => {}
    this.onEdit = () => {}
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

  /** @override */
  render() {
    const { outcome } = this
    const words = allWords(this.words)
    if (!outcome) return nothing
    switch (outcome.kind) {
      case 'received':
        return this._received(outcome.receipt)
      case 'waiting':
        return this._message(icons.waiting, words.waiting, this._whyWaiting(outcome), 'waiting', [
          html`<button type="button" class="button primary" id="retry" @click=${this.onRetry}>${words.sendNow}</button>`,
        ])
      case 'refused':
        return this._message(
          icons.error,
          words.refused,
          html`${this._whyRefused(outcome)} ${words.refusedHelp}`,
          'refused',
          [
            html`<button type="button" class="button primary" id="edit" @click=${this.onEdit}>${words.edit}</button>`,
          ],
        )
      case 'accepted':
        return this._message(
          icons.sent,
          words.accepted,
          html`<p class="said" id="host-receipt">${outcome.text || words.acceptedHelp}</p>`,
          'received',
          [],
        )
      case 'failed':
        return this._message(
          icons.error,
          words.hostFailed,
          html`<p class="said">${outcome.reason}</p><p>${words.refusedHelp} ${words.hostFailedHelp}</p>`,
          'refused',
          [
            html`<button type="button" class="button primary" id="again" @click=${this.onAgain}>${words.again}</button>`,
          ],
        )
      case 'carried':
        return this._message(icons.info, words.carried, words.carriedHelp, 'waiting', [])
      case 'handed':
        return this._message(icons.sent, words.handed, words.handedHelp, 'handed', [])
      default:
        return this._message(icons.info, words.noEndpoint, words.noEndpointHelp, 'handed', [
          html`<button type="button" class="button primary" @click=${this._saveReport}>${words.saveReport}</button>`,
        ])
    }
  }

  /** @param {Extract<Outcome, { kind: 'refused' }>} outcome */
  _whyRefused(outcome) {
    const { code, title } = outcome
    const words = allWords(this.words)
    if (isTaken(outcome)) return words.conflict
    // What a person did not cause, a person who fills in a form cannot mend.
    return FAULTS.includes(code) ? html`${words.faulty} <code>${code}: ${title}</code><br>` : title
  }

  /** @param {Extract<Outcome, { kind: 'waiting' }>} outcome */
  _whyWaiting({ denied, obstacle }) {
    const words = allWords(this.words)
    if (obstacle) return html`${words.heldHere} ${faultOf(obstacle, this.words)}`
    if (denied === undefined) return words.waitingHelp
    return html`${words.deniedHelp}
      <phieu-access .port=${this.port} .denied=${denied} .words=${this.words}></phieu-access>`
  }

  /**
   * @param {unknown} icon
   * @param {string} title
   * @param {unknown} help
   * @param {string} kind
   * @param {unknown[]} actions
   */
  _message(icon, title, help, kind, actions) {
    return html`<div class="sheet outcome ${kind}" part="outcome">
      <h2 tabindex="-1" id="title">${icon}${title}</h2>
      <div>${help}</div>
      ${this._heading()}
      ${kind === 'refused' ? nothing : this._follows()}
      <div class="actions">${actions}${kind === 'refused' ? nothing : this._paper()}
        <button type="button" class="button" id="to-duties" @click=${this.onBack}>${allWords(this.words).toDuties}</button>
      </div>
    </div>`
  }

  _follows() {
    const { outcome, submission } = this
    // What the host has only carried on cannot be added to from here.
    const sent = outcome && ADDED_TO.includes(outcome.kind) ? submission : undefined
    return html`<phieu-follows .port=${this.port} .of=${this.occasion} .sent=${sent} .words=${this.words}></phieu-follows>`
  }

  _paper() {
    const { paper } = this
    return paper ? html`<phieu-paper .paper=${paper} .words=${this.words}></phieu-paper>` : nothing
  }

  _heading() {
    const { heading } = this
    if (!heading) return nothing
    return html`<p class="heading"><strong>${heading.title}</strong><br>
      ${heading.unitName}<br>${heading.periodText}</p>`
  }

  /** @param {import('../../types.js').Receipt} receipt */
  _received(receipt) {
    const { office } = this
    const words = allWords(this.words)
    return html`<div class="sheet outcome received" part="receipt">
      <h2 tabindex="-1" id="title">${icons.sent}${words.received}</h2>
      <p class="screen-only">${office ? words.receivedBy(office) : words.receivedBySomeone}</p>
      <div class="ticket" part="ticket">
        <p class="ticket-name">${words.receiptTitle}</p>
        ${this._heading()}
        <dl class="rows">
          <div class="ticket-code"><dt>${words.receiptCode}</dt><dd id="code">${receipt.code}</dd></div>
          <div><dt>${words.preparedAt}</dt><dd id="prepared">${this.momentText(receipt.preparedAt)}</dd></div>
          <div><dt>${words.receivedAt}</dt><dd>${this.momentText(receipt.receivedAt)}</dd></div>
          <div><dt>${words.deadline}</dt><dd class="punctual ${receipt.timeliness}" id="timeliness">
            ${receipt.timeliness === 'late' ? icons.late : icons.sent}${this.punctualText(receipt)}</dd></div>
          ${receipt.revision > 1 ? html`<div><dt></dt><dd>${words.revision(receipt.revision)}${receipt.timeliness === 'late' ? html`<br><span class="hint">${words.byTheFirst}</span>` : nothing}</dd></div>` : nothing}
          <div><dt>${words.hash}</dt><dd class="hash">${receipt.hash}</dd></div>
        </dl>
      </div>
      ${this._follows()}
      <div class="actions screen-only">
        <button type="button" class="button primary" id="keep" @click=${() => this._keep(receipt)}>${words.keepReceipt}</button>
        <button type="button" class="button" id="share" @click=${() => this._share(receipt)}>
          ${canShare() ? words.share : words.picture}</button>
        <button type="button" class="button" @click=${() => printAlone(this)}>${icons.print}${words.print}</button>
        ${this._paper()}
        <button type="button" class="button" id="to-duties" @click=${this.onBack}>${words.toDuties}</button>
      </div>
      ${hindered(this.hindrance)}
    </div>`
  }

  /** @param {import('../../types.js').Receipt} receipt */
  _said(receipt) {
    return {
      receipt,
      preparedText: this.momentText(receipt.preparedAt),
      receivedText: this.momentText(receipt.receivedAt),
      punctualText: this.punctualText(receipt),
      words: allWords(this.words),
    }
  }

  /**
   * A picture of the receipt, which a phone shows or sends on by what it has; else a file.
   * @param {import('../../types.js').Receipt} receipt
   */
  async _share(receipt) {
    const { heading, office } = this
    const words = allWords(this.words)
    this.hindrance = undefined
    const script = await pictureScript().catch(() => undefined)
    const picture = await script?.paint({
      name: words.receiptTitle,
      title: heading?.title ?? '',
      lines: [heading?.unitName ?? '', heading?.periodText ?? '', office ? words.receivedBy(office) : ''],
      rows: rowsOf(this._said(receipt)),
    })
    if (!picture) {
      this.hindrance = words.pictureFailed
      return
    }
    const name = `bien-nhan-${receipt.code}.png`
    const isShared = canShare() && (await shared(new File([picture], name, { type: picture.type })))
    if (!isShared) saveFile(name, picture.type, new Uint8Array(await picture.arrayBuffer()))
  }

  /** @param {import('../../types.js').Receipt} receipt */
  _keep(receipt) {
    const { heading, office, lang, submission } = this
    const page = receiptPage({
      ...this._said(receipt),
      heading,
      office,
      lang,
      submission,
    })
    saveFile(`bien-nhan-${receipt.code}.html`, 'text/html', page)
  }

  _saveReport = () => saveFile('bao-cao.json', 'application/json', this.submission)
}

/** Whether the device hands pictures on: a page without https cannot ask it to. */
const canShare = () =>
  navigator.canShare?.({ files: [new File([], 'a.png', { type: 'image/png' })] }) ?? false

/**
 * Whether a file was handed on, or whoever asked turned back.
 * @param {File} file
 */
const shared = (file) =>
  navigator.share({ files: [file] }).then(
    () => true,
    ({ name }) => name === 'AbortError',
  )

/** @typedef {import('../access/screen.js').Port & import('../follows/screen.js').Port & { occasion: import('../../types.js').DutyView | null,
 *   dispatch: { outcome: Outcome | null, shown: string | null, send: () => unknown } | null,
 *   desk: { plan: Pick<import('../../core.js').Plan, 'moment' | 'punctual' | 'paper'>, unitName: (unit: string) => string | null },
 *   goBack: () => unknown, retry: () => unknown, stage: { moment: () => number, show: (screen: 'form') => unknown } }} Port */

export const screen = {
  tag: 'phieu-receipt',
  element: PhieuReceipt,
  after: /** @type {const} */ ('duties'),
  /** @param {Port} port @param {import('../../words.js').Words} words */
  show(port, words) {
    const { dispatch, occasion, desk, unit, stage } = port
    const heading = occasion && {
      title: occasion.title,
      periodText: occasion.periodText,
      unitName: desk.unitName(unit) ?? '',
    }
    const paper = dispatch?.shown && { report: reportIn(dispatch.shown), plan: desk.plan, at: stage.moment() }
    return html`<phieu-receipt .paper=${paper || undefined} .outcome=${dispatch?.outcome} .port=${port} .occasion=${occasion} .words=${words} .office=${stage.office}
      .lang=${stage.language} .momentText=${(/** @type {string} */ instant) => desk.plan.moment(Date.parse(instant))}
      .punctualText=${(/** @type {import('../../types.js').Receipt} */ receipt) => desk.plan.punctual(receipt) ?? ''}
      .submission=${dispatch?.shown ?? ''} .heading=${heading ?? undefined} .onBack=${() => port.goBack()}
      .onRetry=${() => port.retry()} .onAgain=${() => dispatch?.send()} .onEdit=${() => stage.show('form')}></phieu-receipt>`
  },
}
