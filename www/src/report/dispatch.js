/**
 * Sending a report, what is shown before, and what comes back.
 * @module
 */
import { PhieuReceivedEvent, PhieuSubmitEvent } from '../events.js'
import { written } from '../json.js'
import { uuid } from '../store/uuid.js'
import { refuse } from './recovery.js'

/** @typedef {import('../store/outbox.js').Answer} Answer */

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
    const last = desk.receiptOf(occasion)
    const report = last && written(JSON.parse(last.submission).report)
    const sent = report ? desk.plan.sentInWords(report) : null
    // Of an accepted report, what was sent counts, and not what may have been typed since.
    const review = (locked && sent) || session.ask((form) => form.review())
    if (!review) return work.point()
    work.review = review
    work.before = locked ? null : sent
    return element.show('review')
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
    const { session, occasion, desk } = this.work
    if (!session || !occasion || this.sending) return
    const made = submission(session, this.work.lastSent, element.moment())
    if (!made) return
    const { id, text } = made
    if (!element.dispatchEvent(new PhieuSubmitEvent(text))) return this._conclude({ kind: 'handed' }, text)
    if (element.hasAttribute('name')) element.internals?.setFormValue?.(text)
    if (!element.endpoint) return this._conclude({ kind: 'noEndpoint' }, text)
    this.sending = true
    element.requestUpdate()
    await session.keeper?.flush()
    await session.keeper?.remember(text)
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
    try {
      const answer = await (await desk.outbox()).send(letter)
      this.sending = false
      return await this._answered(answer, text)
    } finally {
      this.sending = false
    }
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
    if (this.sending || answer.kind === 'waiting' || !isOurs) return
    const isShown = this.element.screen === 'receipt' && this.shown === letter.submission
    if (isShown) return this._answered(answer, letter.submission)
    if (answer.kind === 'received') this.element.dispatchEvent(new PhieuReceivedEvent(answer.receipt))
    return this.work.refresh()
  }

  /**
   * @param {Answer} answer
   * @param {string} submission
   */
  async _answered(answer, submission) {
    if (answer.kind === 'refused') {
      // Another report has this number: the next attempt gets a new one.
      if (answer.status === 409 && answer.code !== 'locked') this.work.lastSent = null
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
 * last time, so that sending it twice counts once.
 * @param {import('../form/session.js').FormSession} session
 * @param {string | null} sent the last submission from this draft
 * @param {number} now
 */
function submission(session, sent, now) {
  const id = uuid()
  const text = session.ask((form) => form.submission({ id, preparedAt: now }))
  if (text === undefined) return null
  if (sent && sameReport(sent, text)) return { id: /** @type {string} */ (JSON.parse(sent).id), text: sent }
  return { id, text }
}

/**
 * @param {string} a
 * @param {string} b
 */
const sameReport = (a, b) => written(JSON.parse(a).report) === written(JSON.parse(b).report)
