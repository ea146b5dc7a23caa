/**
 * Asks the office, a moment after the list of activities has changed, which of them other units have reported
 * too. Nothing waits for the answer: where the line is down it is asked again with the next change.
 * @module
 */
import { claimed } from '../store/claims.js'

const PAUSE = 800

export class Inquiry {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  _timer
  /** What was answered last. */
  _asked = ''
  _number = 0
  _off = false

  /**
   * @param {import('../form/session.js').FormSession} session
   * @param {import('../report/element.js').PhieuReport} element
   */
  constructor(session, element) {
    this.session = session
    this.element = element
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
    const { session, element } = this
    const { desk, endpoint } = element
    const claims = session.ask((form) => form.claims()) ?? ''
    // What is accepted is the office's affair.
    if (session.locked || !claims || claims === this._asked || !desk || !endpoint) return
    this._number += 1
    const number = this._number
    const { unit } = element.work
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
