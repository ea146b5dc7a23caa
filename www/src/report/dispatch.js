/**
 * Sending a report, what is shown before, and what comes back.
 * @module
 */
import { PhieuReceivedEvent, PhieuSubmitEvent } from '../events.js'
import { filesScript } from '../here.js'
import { written } from '../json.js'
import { isTaken, judged, reportIn } from '../store/letters.js'
import { remember } from '../store/sent.js'
import { uuid } from '../store/uuid.js'
import { carry, saidBy } from './host.js'
import { otherOf, sameReport, takeTheirs } from './outdated.js'
import { refuse } from './recovery.js'

/** @typedef {import('../store/letters.js').Answer} Answer */
/** @typedef {import('./outdated.js').Opened} Opened */
/** @typedef {import('./work.js').Work} Work */
/** @typedef {import('../types.js').DutyView} DutyView */
/** @typedef {Omit<Opened, 'session'> & { session: Opened['session'] | null }} Shown a report that is open, or only its receipt */

/** Shows the open report as the office will read it, or what stands in the way of sending it. @param {Work} work */
export function reviewOf(work) {
  const { session, occasion, desk } = work
  if (!session || !occasion) return
  if (work.dispatch?.session !== session) work.dispatch = new Dispatch(work, { session, occasion, desk })
  return work.dispatch.review()
}

/** @param {Work} work @param {DutyView} occasion */
export function receiptOf(work, occasion) {
  const { desk } = work
  const kept = desk.receiptOf(occasion)
  if (!kept) return
  work.occasion = occasion
  work.dispatch = new Dispatch(work, { session: null, occasion, desk })
  work.dispatch.outcome = { kind: 'received', receipt: kept.receipt }
  work.dispatch.shown = kept.submission
  return work.stage.show('receipt')
}

/** The sending of one report, for as long as it is open: what comes back later finds another in its place. */
export class Dispatch {
  /** @type {import('../screens/receipt/screen.js').Outcome | null} */
  outcome = null
  /** The submission that the outcome is about. @type {string | null} */
  shown = null
  /** The report that is reviewed, as JSON. @type {string | null} */
  report = null
  sending = false
  /** How much of the report's files has been sent. @type {{ sent: number, all: number } | undefined} */
  progress = undefined

  /** @param {Work} work @param {Shown} shown */
  constructor(work, { session, occasion, desk }) {
    this.work = work
    this.stage = work.stage
    this.session = session
    this.occasion = occasion
    this.desk = desk
  }

  /** Whether this report is still the one that is open. */
  get isHere() {
    return this.work.dispatch === this && this.work.occasion?.key === this.occasion.key
  }

  /** Shows the report as the office will read it, or what stands in the way of sending it. */
  review() {
    const { work, session, occasion, desk } = this
    if (!session || !this.isHere) return
    const { locked } = session
    if (!locked && !session.mayBeSent()) return work.point()
    const mine = locked ? undefined : session.ask((form) => form.submission({ id: uuid(), preparedAt: 0 }))
    const other = mine === undefined ? undefined : otherOf({ desk, session, occasion }, mine)
    const { submission } = other ?? desk.receiptOf(occasion) ?? {}
    const sent = submission ? desk.plan.sentInWords(reportIn(submission)) : null
    // Of an accepted report, what was sent counts, and not what may have been typed since.
    const review = (locked && sent) || session.ask((form) => form.review())
    if (!review) return work.point()
    const shown =
      (locked && submission) ||
      (mine ?? session.ask((form) => form.submission({ id: uuid(), preparedAt: 0 })))
    this.report = shown === undefined ? null : reportIn(shown)
    work.review = review
    work.before = locked ? null : sent
    work.outdated = other ? { ...other, said: session.outdated } : null
    return this.stage.show('review')
  }

  /** Opens what the office has; what is open is kept beside it. */
  takeTheirs() {
    return takeTheirs(this.work)
  }

  async send() {
    const { stage, session, occasion, desk, work } = this
    const { outdated } = work
    if (!session || this.sending) return
    const { keeper } = session
    // Before anything is waited for: what stands in the form now is what is sent, wherever the person goes on to.
    const mine = session.ask((form) => form.submission({ id: uuid(), preparedAt: stage.moment() }))
    if (mine === undefined) return
    const sent = { desk, session, occasion }
    this.sending = true
    stage.update()
    try {
      await keeper?.flush()
      // Another tab may have sent since: that is seen before it is replaced.
      await desk.look()
      const other = otherOf(sent, mine)
      if (other && !(outdated && outdated.id === other.id)) return this.review()
      if (other) {
        // It was seen, or is known to be there, and what is open is to take its place.
        if (keeper) keeper.base = other.id
        session.outdated = null
      }
      await this._hand(chosen(mine, keeper?.base, before(sent), desk))
    } finally {
      this.sending = false
      stage.update()
    }
  }

  /** @param {{ id: string, text: string, plain: string }} made */
  async _hand({ id, text, plain }) {
    const { stage, session, occasion, desk } = this
    const { keeper } = session ?? {}
    const told = [new PhieuSubmitEvent('submit', plain), new PhieuSubmitEvent('phieu-submit', plain)]
    for (const event of told) event.files = async () => (await filesScript()).blobsOf(plain)
    if (told.map(stage.tell).includes(false))
      return this._heed(told.find(({ answer }) => answer)?.answer, plain)
    const isCarried = stage.lend((element) => carry(element, occasion.key, plain))
    if (!stage.endpoint) return this._conclude({ kind: isCarried ? 'carried' : 'noEndpoint' }, plain)
    if (keeper) keeper.base = id
    if (keeper) await remember(keeper, text)
    const letter = {
      id,
      endpoint: new URL(stage.endpoint, document.baseURI).href,
      draftKey: occasion.key,
      submission: text,
      lang: stage.language,
      at: Date.now(),
    }
    const answer = await (await desk.outbox()).send(letter, (progress) => {
      this.progress = progress
      stage.update()
    })
    this.progress = undefined
    this.sending = false
    return answered(this.work, occasion.key, answer, text)
  }

  /**
   * The host has taken the report. It keeps it in its own way, and may say what becomes of it.
   * @param {Promise<import('../events.js').HostAnswer> | undefined} answer
   * @param {string} submission
   */
  async _heed(answer, submission) {
    const { session, occasion, desk, work } = this
    // Heard from now on: it may fail before the next line has ended.
    const saying = saidBy(answer)
    // Sent once more, the same content is the same submission.
    if (answer && session?.keeper) await remember(session.keeper, submission)
    const said = await saying
    this.sending = false
    if (said.kind !== 'refused') return this._conclude(said, submission)
    const letter = { draftKey: occasion.key, submission, at: Date.now() }
    await desk.store.update('drafts', occasion.key, judged(said, letter)).catch(() => {})
    return answered(work, occasion.key, said, submission)
  }

  /**
   * What became of what was sent, told to whoever waits for it.
   * @param {Answer} answer
   * @param {string} submission
   */
  async take(answer, submission) {
    const { stage, session, work } = this
    if (answer.kind === 'refused') {
      // Another report has this number: the next attempt gets a new one.
      if (isTaken(answer) && session?.keeper) session.keeper.sent = null
      if (answer.code === 'outdated' && session) {
        await work.refresh()
        if (!this.isHere) return
        await stage.show('form')
        return this.review()
      }
      if (answer.findings.length > 0 && session) return this._refused({ ...answer, submission })
    }
    if (answer.kind !== 'gone') return this._conclude(answer, submission)
    // Another tab has taken it out: nothing waits here any more.
    return stage.screen === 'receipt' ? work.goBack() : work.refresh()
  }

  /** @param {import('../store/keeper.js').Refused} refused */
  async _refused(refused) {
    await this.stage.show('form')
    if (!this.isHere) return
    refuse(this.work, refused)
    return this.work.point()
  }

  /**
   * @param {import('../screens/receipt/screen.js').Outcome} outcome
   * @param {string} submission
   */
  async _conclude(outcome, submission) {
    const { stage, work } = this
    this.outcome = outcome
    this.shown = submission
    if (outcome.kind === 'received') stage.tell(new PhieuReceivedEvent(outcome.receipt))
    await work.refresh()
    // Who has gone on meanwhile is not called back.
    return this.isHere ? stage.show('receipt') : undefined
  }
}

/**
 * An answer goes to the report that it is about, where that is open; who has gone on to another is not called back.
 * @param {Work} work
 * @param {string} key of the occasion
 * @param {Answer} answer
 * @param {string} submission
 */
export function answered(work, key, answer, submission) {
  const { dispatch, stage } = work
  if (dispatch?.isHere && dispatch.occasion.key === key) return dispatch.take(answer, submission)
  if (answer.kind === 'received') stage.tell(new PhieuReceivedEvent(answer.receipt))
  return work.refresh()
}

/**
 * What was last sent of a report, from here or from another tab.
 * @param {Opened} opened
 */
function before({ desk, occasion, session }) {
  const waiting = desk.letters.filter(({ draftKey }) => draftKey === occasion.key)
  return [
    session.keeper?.sent,
    desk.receiptOf(occasion)?.submission,
    ...waiting.map(({ submission }) => submission),
  ]
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
