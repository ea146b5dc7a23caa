/**
 * The way through the screens: unit → what I owe → form → review → receipt, and back.
 * @module
 */
import { PhieuSavedEvent } from '../events.js'
import { isLack } from '../parts.js'
import { saveFile } from '../store/file.js'
import { dropList, whose } from '../store/last.js'
import { loadWords } from '../words.js'
import { insisted, listKeeper, parts, screensHere } from './fetch.js'

/** @typedef {import('../types.js').DutyView} DutyView */

export class Work {
  /** @type {DutyView[]} */
  duties = []
  /** @type {import('../store/last.js').LastList | undefined} what was owed when it was last looked at, for as long as it may hold */
  stood
  /** Whether something newer has just come in its place. */
  renewed = false
  /** @type {DutyView | null} the duty that is open */
  occasion = null
  /** @type {import('../session.js').FormSession & Partial<Pick<import('./first.js').FirstSession, 'handOver' | 'standFor'>> | null} */
  session = null
  /** @type {typeof this.session} whose core broke: it stands until it is opened again, and what is typed into it counts */
  broken = null
  /** @type {Promise<unknown> | undefined} until what broke is open again */
  recovery
  /** @type {import('../types.js').Review | null} */
  review = null
  /** @type {import('../types.js').Review | null} what was sent last, in words */
  before = null
  /** @type {import('../screens/review/screen.js').Outdated | null} another version, which what is reviewed would replace */
  outdated = null
  /** @type {import('./dispatch.js').Dispatch | null} what sends the report that is open, or was sent last */
  dispatch = null
  /** @type {import('./journey.js').Journey | undefined} */
  journey
  /** @type {number | null} */
  restoredAt = null
  /** @type {string | null} */
  notice = null
  /** @type {(() => import('../error.js').PhieuError) | undefined} the panic after which the form is being opened again */
  recovering

  /** @param {import('./stage.js').Stage} stage */
  constructor(stage) {
    this.stage = stage
  }

  get desk() {
    const { desk } = this.stage
    if (!desk) throw new Error('no plan is open')
    return desk
  }

  get unit() {
    return this.stage.chosenUnit ?? ''
  }

  /** What stands in place of what is owed until the office has answered, or could not be reached: for whom and as it was kept. */
  get last() {
    const { stood, stage } = this
    return stood?.of === (stood && whose(stage, stood.plan)) ? stood : undefined
  }

  /** The report that stands on the screen. */
  get standing() {
    return this.session ?? this.broken
  }

  /** Whom the office does not let see the plan. @param {string} address of the plan */
  dropLast(address) {
    this.stood = undefined
    dropList(address)
  }

  /**
   * Starts with a unit, or asks for one.
   * @param {string | null} unit
   * @param {import('./desk.js').Early} [early] what was asked while the core was on its way
   */
  async begin(unit, early) {
    const { stage, last } = this
    if (!unit || !this.desk.unitName(unit)) return this._instead('units')
    stage.chosenUnit = unit
    await this.refresh(early)
    // What is being typed into already stays open.
    const begun = this.session?.remains().since.size ? this.session.keeper?.key : undefined
    const wanted =
      this.duties.find(({ key }) => key === begun) ??
      this.duties.find(({ duty, state, askText }) => duty === stage.duty && state !== 'waived' && !askText)
    return wanted ? this.open(wanted, undefined, early) : this._instead('duties', last && true)
  }

  /**
   * No form opens: what was typed before the core came is kept as a draft.
   * @param {import('../screens/registry.js').Screen} screen
   * @param {boolean} [stays] whether it stands already
   */
  _instead(screen, stays) {
    this.broken = null
    if (this.session?.isFirst) {
      this.session.close()
      this.session = null
    }
    return this.stage.show(screen, stays)
  }

  /**
   * What was chosen last from the list, also from that of the last visit: as it stands as soon as the core is there.
   * @param {{ key: string }} chosen
   */
  async chosen({ key }) {
    const { stage } = this
    this._wanted = key
    await (stage.screen === 'failed' ? stage.open() : stage.opened)
    return this._wanted === key ? this.duties.find((duty) => duty.key === key) : undefined
  }

  /** The language or the unit of the element was changed by its host. */
  async changed() {
    const { stage } = this
    await this.recovery
    await loadWords(stage.language)
    const unit = stage.unit ?? stage.chosenUnit
    if (unit !== stage.chosenUnit || !this.occasion) return this.begin(unit)
    this.session?.keeper?.flush()
    return this.open(this.occasion, this.session?.draft())
  }

  /** Another code or token is at hand: what was denied may be asked again. */
  async admitted() {
    await this.refresh()
    await this.retry()
  }

  /** Whatever waits is sent now. */
  async retry() {
    return (await this.desk.outbox()).retry(() => true)
  }

  /** The unit is gone from this device. */
  async forget() {
    return (await parts()).forgetUnit(this)
  }

  /** The office is asked again, and the list says so meanwhile. */
  ask() {
    const asking = this.refresh()
    this.stage.update()
    return asking
  }

  /** @param {import('./desk.js').Early} [early] */
  async refresh(early) {
    await this.desk.refresh(this.unit, this.stage.endpoint, () => this._heard(), early)
    await this._list()
  }

  async _list() {
    const { stage, desk } = this
    this.duties = await desk.asks(() => desk.duties(this.unit, stage.moment(), stage.language))
    if (this.stood && desk.asked !== undefined) {
      this.stood = undefined
      this.renewed = true
    }
    listKeeper()?.(this)
    stage.update()
  }

  /** The office has answered after the screen was shown, or could not be reached. */
  async _heard() {
    await this._list()
    // Where the line is down, the form hears it when it is opened again.
    const come = await parts().catch(() => undefined)
    come?.takeAnswer(this)
  }

  /**
   * Opens the form of a duty, with its draft or the one given.
   * @param {DutyView} occasion
   * @param {string} [draft]
   * @param {import('./desk.js').Early} [early]
   */
  async open(occasion, draft, early) {
    if (occasion.offerText) occasion = (await parts()).openedNow(this, occasion)
    const before = this.session
    await before?.keeper?.flush()
    // What was typed before the core came is read anew.
    const opened = await this.opened(
      occasion,
      draft,
      before?.isFirst && before.isTouched() ? undefined : early,
    )
    // Only now: what could not be opened leaves the form that is open as it is.
    before?.close()
    this.occasion = occasion
    const goesOn = before?.isFirst && before.keeper?.key === occasion.key
    if (goesOn) opened.restoredAt = this.restoredAt
    // What breaks as it is handed over breaks in the form that is open then; the first screen stands until that is opened again.
    this.take(opened)
    if (goesOn) this._handOver(before, opened.session)
    this.notice = null
    await this.stage.show('form', before?.isFirst || undefined)
    const { refused, restoredAt } = opened
    if (refused) (await this._later())?.refuse(this, refused)
    else if (restoredAt) this._resume(opened.session)
    return opened.session
  }

  /**
   * @param {NonNullable<typeof this.session>} first
   * @param {import('../session.js').FormSession} next
   */
  _handOver(first, next) {
    this.broken = first
    first.handOver?.(next)
    if (this.session === next) this.broken = null
    else first.standFor?.(next)
  }

  /**
   * A report, opened beside the one that is open.
   * @param {DutyView} occasion
   * @param {string} [draft]
   * @param {import('./desk.js').Early} [early]
   */
  async opened(occasion, draft, early) {
    const { stage } = this
    const opened = await this.desk.openForm({
      unit: this.unit,
      occasion,
      now: stage.moment(),
      lang: stage.language,
      ...(draft === undefined ? {} : { draft }),
      ...(early ? { early } : {}),
      hooks: this.hooks(),
    })
    opened.session.hear(this.desk.decisionOf(occasion), occasion.state)
    return opened
  }

  /** What a report that is open tells of itself. */
  hooks() {
    const { stage } = this
    return {
      onPanic: (/** @type {unknown} */ error) => (this.recovery = this.recover(error)),
      announce: stage.announce,
      onSaved: (/** @type {string} */ saved, /** @type {number} */ at) =>
        stage.tell(new PhieuSavedEvent(saved, at)),
    }
  }

  /**
   * Takes an opened report in place of the one that was open.
   * @param {Awaited<ReturnType<import('./desk.js').Desk['openForm']>>} opened
   */
  take({ session, restoredAt }) {
    this.session = session
    this.broken = null
    this.stood = undefined
    this.dispatch = null
    this.restoredAt = restoredAt
  }

  /**
   * After a panic: the form is opened again from its draft, with what was typed since. Where the core only lacked what comes
   * later, it is opened once that is there, and nobody hears of it.
   * @param {unknown} error
   */
  async recover(error) {
    const { session, stage, recovering } = this
    if (!session) return
    const isLacking = isLack(error)
    this.broken ??= session
    this.session = null
    // What it knows is older than what the form that comes writes, which comes at once but for a line that is down.
    if (!isLacking) session.keeper?.close()
    try {
      // What breaks the core breaks it again: then a person has to see it, and what was typed with it.
      if (recovering) throw recovering()
      const come = await (isLacking ? insisted() : parts())
      session.keeper?.close()
      await come.recover(this, session, isLacking)
    } catch (cause) {
      stage.fail(cause)
    } finally {
      this.recovering = undefined
    }
  }

  /** What comes after the first fields. Where it does not come, that is said. */
  async _later() {
    this.stage.hindrance = undefined
    return parts().catch((error) => this.stage.hinder(error))
  }

  /** A draft is gone on with where it was left. @param {import('../session.js').FormSession} session */
  async _resume({ keeper }) {
    if (keeper?.place && (await this._later())) this.stage.one('phieu-map')?.resume(keeper.place)
  }

  async toReview() {
    await this.stage.opened
    return (await this._later())?.reviewOf(this)
  }

  /** @param {DutyView} occasion */
  async showReceipt(occasion) {
    return (await this._later())?.receiptOf(this, occasion)
  }

  /** What takes the files of a report that was sent. @param {DutyView} occasion */
  async showScan(occasion) {
    return (await this._later())?.scanOf(this, occasion)
  }

  /** Shows what stands in the way of sending. */
  point() {
    return this.stage.one('phieu-form')?.point()
  }

  /** Leads to what stands in the way first. */
  async toFirst() {
    if ((await this._later()) && !(await this.stage.one('phieu-map').toFirst())) this.toReview()
  }

  mayGoBack() {
    return !['loading', 'failed', 'units', 'duties'].includes(this.stage.screen)
  }

  async goBack() {
    const { stage } = this
    await stage.opened
    return screensHere()?.[stage.screen]?.after === 'form' ? stage.show('form') : this.leave('duties')
  }

  /** Leaves the open report for a screen that stands before it. @param {import('../screens/registry.js').Screen} screen */
  async leave(screen) {
    // The form stands open until the list is there: what is still typed in it is kept.
    this.occasion = null
    await this.session?.keeper?.flush()
    await this.refresh()
    // Another report was opened meanwhile.
    if (this.occasion) return
    const { session } = this
    this.session = null
    this.broken = null
    await this.stage.show(screen)
    session?.close()
  }

  saveDraft() {
    const draft = this.standing?.draft()
    if (draft) saveFile('ban-nhap.json', 'application/json', draft)
  }

  /**
   * @param {string} [draft] the draft to open; asks for a file where there is none
   * @param {boolean} [isMeant] whether a person has said that it belongs here
   */
  async takeDraft(draft, isMeant = false) {
    await this.stage.opened
    return (await this._later())?.takeDraft(this, draft, isMeant)
  }
}
