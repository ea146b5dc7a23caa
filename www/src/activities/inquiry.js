/**
 * Asks the office, a moment after the list of activities has changed, which of them other units have reported
 * too. Nothing waits for the answer: where the line is down it is asked again with the next change.
 * @module
 */
import { claimed } from '../store/claims.js'

/** @typedef {{ unit: string, desk: { summary: { id: string }, plan: { lang: import('../types.js').Lang },
 *   access: typeof import('../store/access.js').access }, stage: { endpoint: string | null } }} Port */

const PAUSE = 800

export class Inquiry {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  _timer
  /** What was answered last. */
  _asked = ''
  _number = 0
  _off = false

  /**
   * @param {import('../session.js').FormSession} session
   * @param {Port} port
   */
  constructor(session, port) {
    this.session = session
    this.port = port
  }

  soon() {
    if (this._off) return
    clearTimeout(this._timer)
    this._timer = setTimeout(() => this._ask(), PAUSE)
  }

  stop() {
    clearTimeout(this._timer)
    this._number += 1
  }

  async _ask() {
    const { session, port } = this
    const { desk, unit, stage } = port
    const { endpoint } = stage
    const claims = session.ask((form) => form.claims()) ?? ''
    // What is accepted is the office's affair.
    if (session.locked || !claims || claims === this._asked || !endpoint) return
    this._number += 1
    const number = this._number
    const plan = desk.summary.id
    const token = desk.access.token(endpoint, plan, unit)
    const told = await claimed(endpoint, plan, unit, claims, { lang: desk.plan.lang, token })
    // The answer is about what was asked last, and of no use to a list that is no longer shown.
    if (number !== this._number) return
    if ('off' in told) {
      this._off = told.off
      return
    }
    this._asked = claims
    session.heed(session.ask((form) => form.heed(told.answer)))
  }
}
