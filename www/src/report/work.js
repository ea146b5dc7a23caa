/**
 * The way through the screens: unit → what I owe → form → review → receipt, and back.
 * @module
 */
import { PhieuSavedEvent } from '../events.js'
import { saveFile } from '../store/file.js'
import { loadWords } from '../words.js'
import { later } from './fetch.js'

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
  /** @type {import('../types.js').Review | null} what was sent last, in words */
  before = null
  /** @type {import('./dispatch.js').Outdated | null} another version, which what is reviewed would replace */
  outdated = null
  /** @type {import('./dispatch.js').Dispatch | null} */
  dispatch = null
  /** What was last sent from the open draft; sent again as long as nothing changes. @type {string | null} */
  lastSent = null
  /** @type {number | null} */
  restoredAt = null
  /** @type {string | null} */
  notice = null
  /** @type {import('../error.js').PhieuError | undefined} the panic after which the form is being opened again */
  recovering

  /** @param {import('./element.js').PhieuReport} element */
  constructor(element) {
    this.element = element
  }

  /** What sends reports, which comes after the first fields. */
  async dispatcher() {
    const { Dispatch } = await later()
    this.dispatch ??= new Dispatch(this)
    return this.dispatch
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
   * @param {import('./desk.js').Early} [early] what was asked while the core was on its way
   */
  async begin(unit, early) {
    const { element } = this
    if (!unit || !this.desk.unitName(unit)) return element.show('units')
    element.chosenUnit = unit
    await this.refresh(early)
    const wanted = this.duties.find(({ duty, state }) => duty === element.duty && state !== 'waived')
    return wanted ? this.open(wanted, undefined, early) : element.show('duties')
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

  /** Another code or token is at hand: what was denied may be asked again. */
  async admitted() {
    await this.refresh()
    await (await this.dispatcher()).retry()
  }

  /** @param {import('./desk.js').Early} [early] */
  async refresh(early) {
    await this.desk.refresh(this.unit, this.element.endpoint, () => this._heard(), early)
    this._list()
  }

  _list() {
    const { element } = this
    this.duties = this.desk.duties(this.unit, element.moment(), element.language)
    element.requestUpdate()
  }

  /** The office has answered after the screen was shown, or could not be reached. */
  async _heard() {
    this._list()
    // Where the line is down, the form hears it when it is opened again.
    const parts = await later().catch(() => undefined)
    parts?.takeAnswer(this)
  }

  /**
   * Opens the form of a duty, with its draft or the one given.
   * @param {DutyView} occasion
   * @param {string} [draft]
   * @param {import('./desk.js').Early} [early]
   */
  async open(occasion, draft, early) {
    const before = this.session
    await before?.keeper?.flush()
    const opened = await this.opened(occasion, draft, early)
    // Only now: what could not be opened leaves the form that is open as it is.
    before?.close()
    this.occasion = occasion
    this.take(opened)
    this.notice = null
    await this.element.show('form')
    const { refused } = opened
    if (refused) (await this._later())?.refuse(this, refused)
    return opened.session
  }

  /**
   * A report, opened beside the one that is open.
   * @param {DutyView} occasion
   * @param {string} [draft]
   * @param {import('./desk.js').Early} [early]
   */
  async opened(occasion, draft, early) {
    const { element } = this
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
      ...(early ? { early } : {}),
      hooks,
    })
    opened.session.hear(this.desk.decisionOf(occasion), occasion.state)
    return opened
  }

  /**
   * Takes an opened report in place of the one that was open.
   * @param {Awaited<ReturnType<import('./desk.js').Desk['openForm']>>} opened
   */
  take({ session, restoredAt, sent }) {
    this.session = session
    this.restoredAt = restoredAt
    this.lastSent = sent
  }

  /** After a panic: the form is opened again from its draft, with what was typed since. */
  async recover() {
    const { session, element, recovering } = this
    if (!session) return
    const remains = session.remains()
    this.session = null
    try {
      // What breaks the core breaks it again: then a person has to see it, and what was typed with it.
      if (recovering) throw recovering
      await (await later()).recover(this, remains)
    } catch (error) {
      element.failure = error
      await element.show('failed')
    } finally {
      this.recovering = undefined
    }
  }

  /** What comes after the first fields. Where the line is down, that is said. */
  async _later() {
    const parts = await later().catch(() => undefined)
    if (!parts) {
      this.notice = this.element.words.lineDown
      this.element.requestUpdate()
    }
    return parts
  }

  async toReview() {
    if (await this._later()) return (await this.dispatcher()).review()
  }

  /** @param {DutyView} occasion */
  async showReceipt(occasion) {
    return (await this.dispatcher()).showReceipt(occasion)
  }

  /** Shows what stands in the way of sending. */
  point() {
    const form = this.element.renderRoot.querySelector('phieu-form')
    return /** @type {import('../form/element.js').PhieuForm | null} */ (form)?.point()
  }

  /** Puts away all that is open of the unit. */
  close() {
    this.session?.close()
    this.session = null
    this.occasion = null
    this.duties = []
  }

  mayGoBack() {
    return ['form', 'review', 'receipt'].includes(this.element.screen)
  }

  async goBack() {
    return this.element.screen === 'review' ? this.element.show('form') : this.leave('duties')
  }

  /** Leaves the open report for a screen that stands before it. @param {import('../types.js').Screen} screen */
  async leave(screen) {
    // The form stands open until the list is there: what is still typed in it is kept.
    this.occasion = null
    await this.session?.keeper?.flush()
    await this.refresh()
    // Another report was opened meanwhile.
    if (this.occasion) return
    const { session } = this
    this.session = null
    await this.element.show(screen)
    session?.close()
  }

  saveDraft() {
    if (this.session) saveFile('ban-nhap.json', 'application/json', this.session.draft())
  }

  /** @param {string} [draft] the draft to open; asks for a file where there is none */
  async takeDraft(draft) {
    return (await this._later())?.takeDraft(this, draft)
  }
}
