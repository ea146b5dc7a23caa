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

export class Dispatch {
  /** @type {import('../screens/receipt.js').Outcome | null} */
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
    return mine === undefined ? undefined : otherOf(this.work, mine)
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
    const { session, occasion, desk, outdated } = this.work
    if (!session || !occasion || this.sending) return
    this.sending = true
    element.requestUpdate()
    try {
      // Another tab may have sent since: that is seen before it is replaced.
      await desk.look()
      // Another report was opened meanwhile.
      if (this.work.session !== session) return
      const other = this._other()
      if (other && !(outdated && outdated.id === other.id)) return this.review()
      if (other) this._replace(other)
      const made = submission(session, this._sent(), element.moment(), (id) =>
        desk.kept.some(({ receipt }) => receipt.submission === id),
      )
      if (made) await this._hand(made)
    } finally {
      this.sending = false
      element.requestUpdate()
    }
  }

  /**
   * Another version was seen, or is known to be there, and what is open is to take its place.
   * @param {import('./outdated.js').Other} other
   */
  _replace({ id }) {
    const { session } = this.work
    if (session?.keeper) session.keeper.base = id
    if (session) session.outdated = null
  }

  /** What was last sent of this report, from here or from another tab: the same again counts once. */
  _sent() {
    const { desk, occasion, lastSent } = this.work
    const waiting = desk.letters.filter(({ draftKey }) => draftKey === occasion?.key)
    const last = occasion && desk.receiptOf(occasion)
    return [lastSent, last?.submission, ...waiting.map(({ submission }) => submission)]
  }

  /**
   * @param {{ id: string, text: string, plain: string }} made
   */
  async _hand({ id, text, plain }) {
    const { element } = this
    const { session, occasion, desk } = this.work
    if (!session || !occasion) return
    // A host keeps what it gets in its own way, and tells nobody what it has.
    if (!element.dispatchEvent(new PhieuSubmitEvent(plain))) return this._conclude({ kind: 'handed' }, plain)
    if (element.hasAttribute('name')) element.internals?.setFormValue?.(plain)
    if (!element.endpoint) return this._conclude({ kind: 'noEndpoint' }, plain)
    const { keeper } = session
    await keeper?.flush()
    if (keeper) keeper.base = id
    await keeper?.remember(text)
    this.work.lastSent = text
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
    if (this.work.occasion?.key === occasion.key) return this._answered(answer, text)
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
    const isShown = this.element.screen === 'receipt' && this.shown === letter.submission
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
   * @param {import('../screens/receipt.js').Outcome} outcome
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
 * The submission of what stands in the form; none after a panic. The same content is the same submission as the
 * last time, so that sending it twice counts once; where another has come between, only as long as it has not arrived.
 * @param {import('../form/session.js').FormSession} session
 * @param {(string | null | undefined)[]} sent what was sent of it before
 * @param {number} now
 * @param {(id: string) => boolean} hasArrived
 */
function submission(session, sent, now, hasArrived) {
  const amends = session.keeper?.base
  const id = uuid()
  const plain = session.ask((form) => form.submission({ id, preparedAt: now }))
  const text = session.ask((form) => form.submission({ id, preparedAt: now, amends }))
  if (plain === undefined || text === undefined) return null
  for (const each of sent) {
    if (!each || !sameReport(each, text)) continue
    const before = JSON.parse(each)
    const { amends: from, ...rest } = before
    const again = { id: /** @type {string} */ (before.id), plain: written(rest) }
    if (amends === before.id || from === amends) return { ...again, text: each }
    if (!hasArrived(before.id)) return { ...again, text: written({ ...before, amends }) }
  }
  return { id, text, plain }
}
