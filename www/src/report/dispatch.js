/**
 * Sending a report, what is shown before, and what comes back.
 * @module
 */
import { PhieuReceivedEvent, PhieuSubmitEvent } from '../events.js'
import { written } from '../json.js'
import { heir, isTaken } from '../store/letters.js'
import { uuid } from '../store/uuid.js'
import { otherOf, sameReport, takeTheirs } from './outdated.js'
import { refuse } from './recovery.js'

/** @typedef {import('../store/letters.js').Answer} Answer */
/** @typedef {import('./outdated.js').Other & { said: string | null }} Outdated with what the office says of it */
/** @typedef {import('./outdated.js').Opened} Opened */

export class Dispatch {
  /** @type {import('../screens/receipt/screen.js').Outcome | null} */
  outcome = null
  /** The submission that the outcome is about. @type {string | null} */
  shown = null
  sending = false

  /** @param {import('./work.js').Work} work */
  constructor(work) {
    this.work = work
    this.element = work.element
  }

  /** Shows the report as the office will read it, or what stands in the way of sending it. */
  review() {
    const { work, element } = this
    const { session, occasion, desk } = work
    if (!session || !occasion) return
    const { locked } = session
    if (!locked && !session.mayBeSent()) return work.point()
    const other = locked ? undefined : this._other()
    const { submission } = other ?? desk.receiptOf(occasion) ?? {}
    const sent = submission ? desk.plan.sentInWords(written(JSON.parse(submission).report)) : null
    // Of an accepted report, what was sent counts, and not what may have been typed since.
    const review = (locked && sent) || session.ask((form) => form.review())
    if (!review) return work.point()
    work.review = review
    work.before = locked ? null : sent
    work.outdated = other ? { ...other, said: session.outdated } : null
    return element.show('review')
  }

  /** Another version than the one from which the open report was made. */
  _other() {
    const mine = this.work.session?.ask((form) => form.submission({ id: uuid(), preparedAt: 0 }))
    const { session, occasion, desk, lastSent } = this.work
    if (mine === undefined || !session || !occasion) return undefined
    return otherOf({ desk, session, occasion, lastSent }, mine)
  }

  /** Opens what the office has; what is open is kept beside it. */
  takeTheirs() {
    return takeTheirs(this.work)
  }

  /** @param {import('../types.js').DutyView} occasion */
  showReceipt(occasion) {
    const kept = this.work.desk.receiptOf(occasion)
    if (!kept) return
    this.work.occasion = occasion
    this.outcome = { kind: 'received', receipt: kept.receipt }
    this.shown = kept.submission
    return this.element.show('receipt')
  }

  async send() {
    const { element } = this
    const { session, occasion, desk, outdated, lastSent } = this.work
    if (!session || !occasion || this.sending) return
    const { keeper } = session
    // Before anything is waited for: what stands in the form now is what is sent, wherever the person goes on to.
    const mine = session.ask((form) => form.submission({ id: uuid(), preparedAt: element.moment() }))
    if (mine === undefined) return
    const sent = { desk, session, occasion, lastSent }
    this.sending = true
    element.requestUpdate()
    try {
      await keeper?.flush()
      // Another tab may have sent since: that is seen before it is replaced.
      await desk.look()
      const other = otherOf(sent, mine)
      if (other && !(outdated && outdated.id === other.id))
        return this.work.session === session ? this.review() : undefined
      if (other) {
        // It was seen, or is known to be there, and what is open is to take its place.
        if (keeper) keeper.base = other.id
        session.outdated = null
      }
      await this._hand(chosen(mine, keeper?.base, before(sent), desk), sent)
    } finally {
      this.sending = false
      element.requestUpdate()
    }
  }

  /**
   * @param {{ id: string, text: string, plain: string }} made
   * @param {Opened} opened
   */
  async _hand({ id, text, plain }, { session, occasion, desk }) {
    const { element } = this
    const isHere = () => this.work.occasion?.key === occasion.key
    // A host keeps what it gets in its own way, and tells nobody what it has.
    if (!element.dispatchEvent(new PhieuSubmitEvent(plain))) return this._conclude({ kind: 'handed' }, plain)
    if (element.hasAttribute('name')) element.internals?.setFormValue?.(plain)
    if (!element.endpoint) return this._conclude({ kind: 'noEndpoint' }, plain)
    const { keeper } = session
    if (keeper) keeper.base = id
    await keeper?.remember(text)
    if (isHere()) this.work.lastSent = text
    const endpoint = new URL(element.endpoint, document.baseURI).href
    const letter = {
      id,
      endpoint,
      draftKey: occasion.key,
      submission: text,
      lang: element.language,
      at: Date.now(),
    }
    const answer = await (await desk.outbox()).send(letter)
    this.sending = false
    if (isHere()) return this._answered(answer, text)
    // Who has gone on to another report is not called back from it.
    if (answer.kind === 'received') element.dispatchEvent(new PhieuReceivedEvent(answer.receipt))
    return this.work.refresh()
  }

  async retry() {
    return (await this.work.desk.outbox()).retry(() => true)
  }

  /**
   * The outbox has got an answer, perhaps for a report that was sent before a reload.
   * @param {import('../store/outbox.js').Delivery} delivery
   */
  async delivered({ letter, answer }) {
    const { desk, unit } = this.work
    const { report } = JSON.parse(letter.submission)
    const isOurs = report.plan === desk.summary.id && report.unit === unit
    this._lead(letter, answer)
    if (this.sending || answer.kind === 'waiting' || !isOurs) return
    const isShown = this.element.screen === 'receipt' && this.shown && JSON.parse(this.shown).id === letter.id
    if (isShown) return this._answered(answer, letter.submission)
    if (answer.kind === 'received') this.element.dispatchEvent(new PhieuReceivedEvent(answer.receipt))
    return this.work.refresh()
  }

  /**
   * The open report was made from the letter: now from what became of it.
   * @param {import('../store/letters.js').Letter} letter
   * @param {Answer} answer
   */
  _lead(letter, answer) {
    const { session } = this.work
    const { keeper } = session ?? {}
    if (!session || !keeper || answer.kind === 'waiting' || keeper.key !== letter.draftKey) return
    if (keeper.base === letter.id) keeper.base = heir(letter, answer)
    if (answer.kind === 'refused' && answer.code === 'outdated')
      refuse(this.work, { ...answer, submission: letter.submission })
  }

  /**
   * @param {Answer} answer
   * @param {string} submission
   */
  async _answered(answer, submission) {
    if (answer.kind === 'refused') {
      // Another report has this number: the next attempt gets a new one.
      if (isTaken(answer)) this.work.lastSent = null
      if (answer.code === 'outdated' && this.work.session) {
        await this.work.refresh()
        await this.element.show('form')
        return this.review()
      }
      if (answer.findings.length > 0 && this.work.session) return this._refused({ ...answer, submission })
    }
    if (answer.kind !== 'gone') return this._conclude(answer, submission)
    // Another tab has taken it out: nothing waits here any more.
    return this.element.screen === 'receipt' ? this.work.goBack() : this.work.refresh()
  }

  /** @param {import('../store/keeper.js').Refused} refused */
  async _refused(refused) {
    await this.element.show('form')
    refuse(this.work, refused)
    return this.work.point()
  }

  /**
   * @param {import('../screens/receipt/screen.js').Outcome} outcome
   * @param {string} submission
   */
  async _conclude(outcome, submission) {
    this.outcome = outcome
    this.shown = submission
    if (outcome.kind === 'received') this.element.dispatchEvent(new PhieuReceivedEvent(outcome.receipt))
    await this.work.refresh()
    return this.element.show('receipt')
  }
}

/**
 * What was last sent of a report, from here or from another tab.
 * @param {Opened} opened
 */
function before({ desk, occasion, lastSent }) {
  const waiting = desk.letters.filter(({ draftKey }) => draftKey === occasion.key)
  return [lastSent, desk.receiptOf(occasion)?.submission, ...waiting.map(({ submission }) => submission)]
}

/**
 * The submission to send. The same content is the same submission as the last time, so that sending it twice counts
 * once; where another has come between, only as long as it has not arrived.
 * @param {string} plain the submission of what stands in the form, which does not say from what it was made
 * @param {string | null | undefined} amends from what it was made
 * @param {(string | null | undefined)[]} sent what was sent of it before
 * @param {import('./desk.js').Desk} desk
 */
function chosen(plain, amends, sent, desk) {
  const hasArrived = (/** @type {string} */ id) => desk.kept.some(({ receipt }) => receipt.submission === id)
  for (const each of sent) {
    if (!each || !sameReport(each, plain)) continue
    const { amends: from, ...rest } = JSON.parse(each)
    const again = { id: /** @type {string} */ (rest.id), plain: written(rest) }
    if (amends === rest.id || from === amends) return { ...again, text: each }
    if (!hasArrived(rest.id)) return { ...again, text: written({ ...rest, amends }) }
  }
  const made = JSON.parse(plain)
  return { id: /** @type {string} */ (made.id), text: written({ ...made, amends }), plain }
}
