/**
 * `<phieu-trial>`: the form of a plan in the making, as a unit will see it, to be tried with typed figures. It is the form
 * itself; only what it stands on keeps nothing and sends nothing.
 * @module
 */
import { html, nothing } from 'lit'
import { given } from '../part.js'
import { loadFirst } from '../parts.js'
import { Desk } from '../report/desk.js'
import { PhieuReport } from '../report/element.js'
import { arrival } from '../report/fetch.js'
import { screenOf } from '../report/screens.js'
import { FormSession } from '../session.js'
import { loadWords } from '../words.js'
import { planWords } from './words.js'

const DAY = 86_400_000

/** A store that holds nothing, so that no draft of this device is read or written. */
const NOWHERE = {
  lasting: true,
  silent: false,
  get: async () => undefined,
  all: async () => [],
  update: async () => undefined,
}

/** The desk of a form that is only tried. */
class TrialDesk extends Desk {
  /** @override */
  isTried = true

  /**
   * @override
   * @param {Parameters<Desk['openForm']>[0]} options
   */
  async openForm({ unit, occasion: { duty, period }, now, lang, draft, hooks }) {
    const text = draft ?? null
    const form = this.plan.form({ unit, duty, period, draft: text, earlier: [], now, lang })
    return { session: new FormSession(form, text, hooks), restoredAt: null, refused: null }
  }
}

/** Gives a form another desk. @param {PhieuReport} form @param {Desk} desk @returns {Desk | null} the one before */
function sits(form, desk) {
  const before = form.desk
  form.desk = desk
  return before
}

export class PhieuTrial extends PhieuReport {
  /** @override */
  static get properties() {
    return { ...PhieuReport.properties, json: given, of: given, trouble: given }
  }

  constructor() {
    super()
    /** @type {string | null} the plan as it stands */
    this.json = null
    /** @type {{ unit: string, duty: string } | null} what is opened first */
    this.of = null
    /** @type {number | null} */
    this.at = null
    /** Whether another report is to be opened. */
    this.isOther = false
    /** @type {Promise<unknown>} */
    this.turn = Promise.resolve()
    for (const name of ['submit', 'phieu-submit'])
      this.addEventListener(name, (event) => {
        event.stopPropagation()
        const { trialSent } = planWords(this.lang)
        const told = /** @type {import('../events.js').PhieuSubmitEvent} */ (event)
        told.respondWith({ outcome: 'accepted', receipt: trialSent })
      })
    // What the form tells its host is nobody's matter here.
    for (const name of ['phieu-screen', 'phieu-saved', 'phieu-received'])
      this.addEventListener(name, (event) => event.stopPropagation())
  }

  /** A form is tried in its own time: a day before it is due. @override */
  moment() {
    return this.at ?? Date.now()
  }

  /** @override */
  get isHourOwn() {
    return false
  }

  /**
   * @override
   * @param {import('lit').PropertyValues} changed
   */
  willUpdate(changed) {
    if (changed.has('json') || changed.has('of')) this.open(changed.has('of'))
  }

  /**
   * Opens the plan as it stands now, once what is being opened stands; of several that come meanwhile the last.
   * @override
   * @param {boolean} [isOther] whether another report is to be opened
   */
  async open(isOther = false) {
    this.isOther ||= isOther
    this._opening += 1
    const opening = this._opening
    this.turn = this.turn.then(() => (opening === this._opening ? this._openNow() : undefined))
    await this.turn
  }

  /** What is typed stays where its report is still asked. */
  async _openNow() {
    const { json, language: lang, of, work, isOther } = this
    if (!json || !of) return
    this.isOther = false
    try {
      const [core] = await Promise.all([loadFirst(lang), loadWords(lang)])
      const { session, occasion } = work
      const typed = session?.isTouched() ? session.draft() : undefined
      const file = { url: '', text: json, json: null }
      const before = sits(this, new TrialDesk(core.plan(json, lang), /** @type {any} */ (NOWHERE), file))
      // As when it is first opened: nothing takes the focus or moves the page.
      this.screen = 'loading'
      await this._opened(of, isOther ? undefined : occasion?.key, typed)
      // Its memory is the wasm's, which collects nothing by itself.
      before?.plan.raw.free()
    } catch (error) {
      this.fail(error)
    }
  }

  /** @param {{ unit: string, duty: string }} of @param {string | undefined} same @param {string} [typed] */
  async _opened({ unit, duty }, same, typed) {
    const { work, desk, language } = this
    if (!desk?.unitName(unit)) return this.show('units')
    this.chosenUnit = unit
    await work.refresh()
    const owed = work.duties.filter(({ state }) => state !== 'waived')
    const wanted = (same && owed.find(({ key }) => key === same)) || owed.find((each) => each.duty === duty)
    if (!wanted) return this.show('duties')
    this.at = (wanted.cutoff ?? Date.parse(wanted.period.to)) - DAY
    work.duties = desk.duties(unit, this.at, language)
    const now = work.duties.find(({ key }) => key === wanted.key) ?? wanted
    return work.open(now, wanted.key === same ? typed : undefined)
  }

  /** @override @param {string} unit */
  choose(unit) {
    return this.orFail(this.work.begin(unit))
  }

  /** The rest of the form comes; history, outbox and plans kept on the device are left alone. @override */
  _goOn() {
    arrival()
  }

  /** @override */
  async _listen() {}

  /** @override */
  render() {
    const { language, theme, work, desk, chosenUnit, words } = this
    const unit = chosenUnit && desk?.unitName(chosenUnit)
    return html`<div class="phieu" part="base" lang=${language} data-theme=${theme ?? nothing}>
      ${
        work.mayGoBack() || unit
          ? html`<header class="top"><p class="who"><strong>${unit}</strong></p>
            ${
              work.mayGoBack()
                ? html`<button type="button" class="link back" id="back" @click=${() => work.goBack()}>${words.back}</button>`
                : nothing
            }</header>`
          : nothing
      }
      ${screenOf(work)}
      <p class="unseen" role="status" aria-live="polite" id="live"></p>
    </div>`
  }
}
