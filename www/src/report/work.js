/**
 * The way through the screens: unit → what I owe → form → review → receipt, and back.
 * @module
 */
import { PhieuReceivedEvent, PhieuSavedEvent, PhieuSubmitEvent } from '../events.js'
import { openFile, saveFile } from '../store/file.js'
import { loadWords } from '../words.js'
import { later } from './later.js'

/** @typedef {import('../types.js').DutyView} DutyView */

export class Work {
  /** @type {DutyView[]} */
  duties = []
  /** @type {DutyView | null} the duty that is open */
  occasion = null
  /** @type {import('../form/session.js').FormSession | null} */
  session = null
  /** @type {import('../types.js').Review | null} */
  review = null
  /** @type {import('../screens/receipt.js').Outcome | null} */
  outcome = null
  /** @type {number | null} */
  restoredAt = null
  /** @type {string | null} */
  notice = null
  /** What was last sent from the open draft. @type {string | null} */
  sent = null
  sending = false

  /** @param {import('./element.js').PhieuReport} element */
  constructor(element) {
    this.element = element
  }

  get desk() {
    const { desk } = this.element
    if (!desk) throw new Error('no plan is open')
    return desk
  }

  get unit() {
    return this.element.chosenUnit ?? ''
  }

  /**
   * Starts with a unit, or asks for one.
   * @param {string | null} unit
   */
  async begin(unit) {
    const { element } = this
    if (!unit || !this.desk.unitName(unit)) return element.show('units')
    element.chosenUnit = unit
    await this.refresh()
    const wanted = this.duties.find(({ duty, state }) => duty === element.duty && state !== 'waived')
    return wanted ? this.open(wanted) : element.show('duties')
  }

  /** The language or the unit of the element was changed by its host. */
  async changed() {
    await loadWords(this.element.lang)
    const { element } = this
    const unit = element.unit ?? element.chosenUnit
    if (unit !== element.chosenUnit || !this.occasion) return this.begin(unit)
    this.session?.keeper?.flush()
    return this.open(this.occasion, this.session?.draft())
  }

  async refresh() {
    const { element } = this
    await this.desk.refresh(this.unit, element.endpoint)
    this.duties = this.desk.duties(this.unit, element.moment(), element.language)
    element.requestUpdate()
  }

  /**
   * Opens the form of a duty, with its draft or the one given.
   * @param {DutyView} occasion
   * @param {string} [draft]
   */
  async open(occasion, draft) {
    const { element } = this
    this.session?.close()
    const hooks = {
      onPanic: () => this.recover(),
      announce: (/** @type {string} */ text) => element.announce(text),
      onSaved: (/** @type {string} */ saved, /** @type {number} */ at) =>
        element.dispatchEvent(new PhieuSavedEvent(saved, at)),
    }
    const opened = await this.desk.openForm({
      unit: this.unit,
      occasion,
      now: element.moment(),
      lang: element.language,
      ...(draft === undefined ? {} : { draft }),
      hooks,
    })
    this.occasion = occasion
    this.session = opened.session
    this.restoredAt = opened.restoredAt
    this.sent = opened.sent
    this.notice = null
    await element.show('form')
    if (opened.refused) this._recall(opened.refused)
    return opened.session
  }

  /**
   * Shows what the office found while the form was closed.
   * @param {{ title: string, findings: import('../types.js').Problem[] }} refused
   */
  _recall({ title, findings }) {
    this.notice = `${this.element.words.refused}. ${title}`
    this.element.requestUpdate()
    if (findings.length > 0) this.session?.refuse(findings)
  }

  /** After a panic: the core is loaded again and the form opened from its draft, with what was typed since. */
  async recover() {
    const { session, occasion, element } = this
    if (!session || !occasion) return
    const { draft, since } = session.remains()
    this.session = null
    await this.desk.reload()
    const again = await this.open(occasion, draft)
    for (const [path, value] of since) again.set(path, value)
    this.notice = element.words.recovered
    element.requestUpdate()
  }

  async toReview() {
    const { session, element } = this
    if (!session) return
    try {
      await later()
    } catch {
      this.notice = element.words.lineDown
      return element.requestUpdate()
    }
    if (!session.mayBeSent()) {
      const form = /** @type {import('../form/element.js').PhieuForm | null} */ (
        element.renderRoot.querySelector('phieu-form')
      )
      return form?.point()
    }
    const review = session.form.review()
    if (!review) return
    this.review = review
    return element.show('review')
  }

  async send() {
    const { session, element, occasion } = this
    if (!session || !occasion || this.sending) return
    const { id, text } = this.desk.submission(session, this.sent, element.moment())
    if (!element.dispatchEvent(new PhieuSubmitEvent(text))) return this.conclude({ kind: 'handed' }, text)
    if (element.hasAttribute('name')) element.internals?.setFormValue?.(text)
    if (!element.endpoint) return this.conclude({ kind: 'noEndpoint' }, text)
    this.sending = true
    element.requestUpdate()
    await session.keeper?.flush()
    await session.keeper?.remember(text)
    this.sent = text
    const endpoint = new URL(element.endpoint, document.baseURI).href
    const draftKey = this.desk.key(this.unit, occasion)
    const answer = await this.desk.outbox.send({
      id,
      endpoint,
      draftKey,
      submission: text,
      lang: element.language,
      at: Date.now(),
    })
    this.sending = false
    return this._answered(answer, text)
  }

  /**
   * @param {import('../store/endpoint.js').Answer} answer
   * @param {string} submission
   */
  async _answered(answer, submission) {
    if (answer.kind === 'refused') {
      // Under the same id another report is there: the next attempt gets a new id.
      if (answer.status === 409) this._forget()
      if (answer.findings.length > 0 && this.session) return this._refused(answer.findings)
    }
    return this.conclude(answer.kind === 'waiting' ? { kind: 'waiting' } : answer, submission)
  }

  _forget() {
    this.sent = null
    this.session?.keeper?.remember('')
  }

  /** @param {import('../types.js').Problem[]} findings */
  async _refused(findings) {
    await this.element.show('form')
    this.session?.refuse(findings)
    const form = /** @type {import('../form/element.js').PhieuForm | null} */ (
      this.element.renderRoot.querySelector('phieu-form')
    )
    return form?.point()
  }

  /**
   * @param {import('../screens/receipt.js').Outcome} outcome
   * @param {string} submission
   */
  async conclude(outcome, submission) {
    this.outcome = outcome
    this.sent = submission
    if (outcome.kind === 'received') this.element.dispatchEvent(new PhieuReceivedEvent(outcome.receipt))
    await this.refresh()
    return this.element.show('receipt')
  }

  /**
   * The outbox has got an answer, perhaps for a report that was sent before a reload.
   * @param {import('../store/outbox.js').Delivery} delivery
   */
  async delivered({ letter, answer }) {
    if (
      this.sending ||
      answer.kind === 'waiting' ||
      !letter.draftKey.startsWith(`${this.desk.summary.id}|${this.unit}|`)
    )
      return
    const isShown = this.element.screen === 'receipt' && this.sent === letter.submission
    if (isShown) return this._answered(answer, letter.submission)
    if (answer.kind === 'received') this.element.dispatchEvent(new PhieuReceivedEvent(answer.receipt))
    return this.refresh()
  }

  /** @param {DutyView} occasion */
  showReceipt(occasion) {
    const kept = this.desk.receiptOf(occasion)
    if (!kept) return
    this.occasion = occasion
    this.outcome = { kind: 'received', receipt: kept.receipt }
    this.sent = kept.submission
    return this.element.show('receipt')
  }

  retry() {
    return this.desk.outbox.retry()
  }

  mayGoBack() {
    return ['form', 'review', 'receipt'].includes(this.element.screen)
  }

  async goBack() {
    if (this.element.screen === 'review') return this.element.show('form')
    await this.session?.keeper?.flush()
    this.session?.close()
    this.session = null
    this.occasion = null
    await this.refresh()
    return this.element.show('duties')
  }

  saveDraft() {
    if (this.session) saveFile('ban-nhap.json', 'application/json', this.session.draft())
  }

  /** @param {string} [draft] the draft to open; asks for a file where there is none */
  async takeDraft(draft) {
    const { occasion, element } = this
    const text = draft ?? (await openFile('.json,application/json'))
    if (!text || !occasion) return
    try {
      await this.open(occasion, text)
    } catch {
      this.notice = element.words.badFile
      element.requestUpdate()
    }
  }
}
