/**
 * The way through the screens: unit → what I owe → form → review → receipt, and back.
 * @module
 */
import { PhieuSavedEvent } from '../events.js'
import { openFile, saveFile } from '../store/file.js'
import { loadWords } from '../words.js'
import { Dispatch } from './dispatch.js'
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
  /** @type {number | null} */
  restoredAt = null
  /** @type {string | null} */
  notice = null

  /** @param {import('./element.js').PhieuReport} element */
  constructor(element) {
    this.element = element
    this.dispatch = new Dispatch(this)
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
    const before = this.session
    await before?.keeper?.flush()
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
    // Only now: what could not be opened leaves the form that is open as it is.
    before?.close()
    this.occasion = occasion
    this.session = opened.session
    this.restoredAt = opened.restoredAt
    this.dispatch.last = opened.sent
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
      return this.point()
    }
    const review = session.form.review()
    if (!review) return
    this.review = review
    return element.show('review')
  }

  /** @param {DutyView} occasion */
  showReceipt(occasion) {
    const kept = this.desk.receiptOf(occasion)
    if (!kept) return
    this.occasion = occasion
    this.dispatch.outcome = { kind: 'received', receipt: kept.receipt }
    this.dispatch.shown = kept.submission
    return this.element.show('receipt')
  }

  /** Shows what stands in the way of sending. */
  point() {
    const form = this.element.renderRoot.querySelector('phieu-form')
    return /** @type {import('../form/element.js').PhieuForm | null} */ (form)?.point()
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
