/**
 * `<phieu-report>`: what a unit owes, and the form to fill it in. The element holds which screen is shown; the
 * desk behind it holds everything else.
 * @module
 */
import { html, LitElement, nothing } from 'lit'
import { attributeMoment, attributeText, momentOf } from '../attributes.js'
import { earlyOf } from '../begun.js'
import { PhieuError } from '../error.js'
import { PhieuScreenEvent } from '../events.js'
import { addressOf, formSheet, selftestScript } from '../here.js'
import { afterFrame } from '../idle.js'
import { listen } from '../listen.js'
import { given, hindered } from '../part.js'
import { isLack, loadRest } from '../parts.js'
import { Place } from '../place.js'
import { keepPresses } from '../pressing.js'
import { access, personalLink } from '../store/access.js'
import { rememberedUnit, rememberUnit } from '../store/unit.js'
import { adopt } from '../style/adopt.js'
import css from '../style/form.css'
import { languageOf, loadWords, wordsOf } from '../words.js'
import { Desk } from './desk.js'
import { arrival } from './fetch.js'
import { standFirst, standLast } from './first.js'
import { containKeys } from './keys.js'
import { keptPlan, screenOf } from './screens.js'
import { stageOf } from './stage.js'
import { successorOf } from './successor.js'
import { Work } from './work.js'

const text = { converter: attributeText }
// A line on which nothing comes for so long: a person is told, and may try again.
const PATIENCE = 60_000

export class PhieuReport extends LitElement {
  /** @override */
  static get properties() {
    return {
      plan: text,
      endpoint: text,
      office: text,
      unit: text,
      duty: text,
      lang: text,
      theme: { ...text, reflect: false },
      files: text,
      first: text,
      offline: text,
      token: given,
      now: { attribute: 'data-now', converter: attributeMoment },
      screen: given,
      chosenUnit: given,
      cause: given,
      hindrance: given,
    }
  }

  constructor() {
    super()
    /** @type {string | null} the address of the plan */
    this.plan = null
    /** @type {string | null} the address of the office's server; none where the host takes the report */
    this.endpoint = null
    /** @type {string | null} what the receiving office is called */
    this.office = null
    /** @type {string | null} the unit, where the page fixes it */
    this.unit = null
    /** @type {string | null} the duty to open first */
    this.duty = null
    /** @type {string} `vi` or `en` */
    this.lang = 'vi'
    /** @type {string | null} `light` or `dark`; else as the person's system is set */
    this.theme = null
    /** @type {string | null} the folder of the files, where they do not lie beside the script */
    this.files = null
    /** @type {string | null} the address of the first screen, as it was published with the plan */
    this.first = null
    /** @type {string | null} the address of the service worker by which the page opens without a line; none without */
    this.offline = null
    /** @type {string | null} the token of the host's own login, for the office's server; kept nowhere */
    this.token = null
    /** @type {number | Date | string | null} the moment to take for now, for tests and demonstrations */
    this.now = null
    /** @type {import('../screens/registry.js').Screen} */
    this.screen = 'loading'
    /** @type {string | null} */
    this.chosenUnit = null
    /** @type {Desk | null} */
    this.desk = null
    /** @type {unknown} why the form could not be opened */
    this.failure = null
    /** @type {import('../selftest/part.js').Cause | undefined} what stands behind that */
    this.cause = undefined
    /** @type {string | undefined} why a way could not be gone */
    this.hindrance = undefined
    /** @type {import('../screens/registry.js').Screen} the screen that it opened with */
    this.entered = 'loading'
    this.work = new Work(stageOf(this))
    /** How often the form was asked for: only the last time counts. */
    this._opening = 0
    /** @type {Promise<unknown> | undefined} until what was asked for stands, with the core behind it */
    this.opened = undefined
    this.connection = new AbortController()
    /** @type {AbortController | undefined} the connection for which the outbox is heard */
    this._heard = undefined
    this.link = personalLink()
    /** What stood here before the form's script came, and takes text until the form does. */
    this.early = earlyOf(this)
  }

  get words() {
    return wordsOf(this.lang, (this.desk ?? this.work.session?.keeper)?.store.lasting)
  }

  get language() {
    return languageOf(this.lang)
  }

  /** The moment that deadlines are told by: the page's, else the office's, else what this device takes for now. */
  moment() {
    return momentOf(this.now) ?? Date.now() + (this.desk?.ahead ?? 0)
  }

  /** Whether nobody but this device has said what time it is. */
  get isHourOwn() {
    return momentOf(this.now) === null && this.desk?.ahead === undefined
  }

  /** @override */
  createRenderRoot() {
    const root = adopt(this, css, formSheet)
    this.place = new Place(root)
    containKeys(root)
    keepPresses(root)
    return root
  }

  /** @override */
  performUpdate() {
    this.place?.hold()
    try {
      super.performUpdate()
    } catch (error) {
      // What cannot be shown by the form's library is said without it.
      selftestScript().then(({ bare }) => bare(this.renderRoot, error, this))
      throw error
    }
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback()
    this.connection = new AbortController()
    const { signal } = this.connection
    listen(window, 'hashchange', () => personalLink() !== this.link && this.open(), signal)
    this._takeToken()
    if (this.desk) this._listen()
    this.work.journey?.listen(signal)
  }

  /** A token that the page's HTML carries is taken out of it. */
  _takeToken() {
    const token = this.getAttribute('token')
    if (!token) return
    this.token = token
    this.removeAttribute('token')
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback()
    this.connection.abort()
    this.work.session?.keeper?.flush()
  }

  /**
   * @override
   * @param {import('lit').PropertyValues} changed
   */
  willUpdate(changed) {
    if (this.endpoint && !addressOf(this.endpoint)) this.endpoint = null
    if (changed.has('token') && this.endpoint) access.login(this.endpoint, this.token)
    if (changed.has('plan')) this.open()
    else if (this.desk && changed.has('token')) this.work.admitted()
    else if (this.desk && (changed.has('unit') || changed.has('lang'))) this.work.changed()
  }

  /** @override */
  updated() {
    if (this.early?.stands && this.screen !== 'loading') this.early.giveWay(() => successorOf(this))
  }

  /** Opens the plan and shows the first screen; also what "try again" does. */
  open() {
    const { early } = this
    // What stands ahead is seen first, and takes what is typed.
    this.opened = early?.stands ? early.painted.then(() => this._open()) : this._open()
    return this.opened
  }

  async _open() {
    const { plan } = this
    if (!plan) return
    const isAgain = this.screen !== 'loading'
    this.screen = 'loading'
    this.link = personalLink()
    this._opening += 1
    const opening = this._opening
    // What comes after all opens the form still, unless it was asked for anew.
    const slow = setTimeout(
      () => opening === this._opening && this.fail(new PhieuError('load', 'timeout')),
      PATIENCE,
    )
    try {
      const { language: lang, unit, duty, endpoint, first } = this
      const words = loadWords(lang)
      const meanwhile = (/** @type {import('./desk.js').Device} */ device) => {
        // Where it does not come, the form opens without.
        if (first && duty) words.then(() => standFirst(this.work, first, device)).catch(() => {})
      }
      // A duty that the page names opens as a form.
      if (!duty) words.then(() => opening === this._opening && standLast(this.work, plan)).catch(() => {})
      const opened = Desk.open(plan, { lang, unit, endpoint, isAgain, meanwhile })
      const [{ desk, early }] = await Promise.all([opened, words])
      // Another plan was asked for meanwhile, or this one once more.
      if (opening !== this._opening) return
      this.desk = desk
      await this.work.begin(this.unit ?? rememberedUnit(desk.summary.id), early)
    } catch (error) {
      if (opening === this._opening) this.fail(error)
    } finally {
      clearTimeout(slow)
    }
  }

  /** @param {Promise<unknown>} doing what a person has asked for @returns {Promise<unknown>} */
  orFail(doing) {
    return doing.catch((error) => this.fail(error))
  }

  /** Says why the form cannot go on; where the core only lacked what comes later, it does once that is there. @param {unknown} error */
  fail(error) {
    if (this.screen === 'failed') return
    if (isLack(error)) return void this.orFail(loadRest().then(() => this.open()))
    this.failure = error
    this.cause = undefined
    if (/** @type {any} */ (error)?.code === 'denied' && this.plan) this.work.dropLast(this.plan)
    this.ask(error).then((cause) => (this.cause = cause))
    this.show('failed')
  }

  /**
   * What stands behind a failure, as far as it can be found out; nothing where even that does not come.
   * @param {unknown} error
   */
  ask(error) {
    return selftestScript().then(
      ({ causeOf }) => causeOf(error, this),
      () => undefined,
    )
  }

  /**
   * Says where a person has pressed that a way cannot be gone, and why.
   * @param {unknown} error
   */
  async hinder(error) {
    this.hindrance = this.words.tryLater
    const cause = await this.ask(new PhieuError('load', String(error)))
    if (cause && this.hindrance) this.hindrance = cause.text
  }

  /** What can wait until a screen stands. */
  _goOn() {
    if (this.desk) this._listen()
    arrival().then(({ keepPlan, keepList, keepOffline, follow, takeShelves }) => {
      keepOffline(this.offline)
      follow(this.work, this.entered, this.connection.signal)
      takeShelves(this.work)
      keepList(this.work)
      return keepPlan(this.desk)
    })
  }

  /** Sends what waits, and hears what becomes of it; once for as long as the element stands in the page. */
  async _listen() {
    const { connection } = this
    if (this._heard === connection) return
    this._heard = connection
    try {
      const { delivered } = await arrival()
      const { desk } = this
      if (!desk || connection.signal.aborted) return
      const outbox = await desk.outbox()
      outbox.listen((delivery) => delivered(this.work, delivery), connection.signal)
      outbox.believe(desk.letters)
      await outbox.retry(() => true)
    } catch {
      // The core has broken; the next screen asks again.
      this._heard = undefined
    }
  }

  /** @param {string} unit */
  choose(unit) {
    if (this.desk && !this.unit) rememberUnit(this.desk.summary.id, unit)
    return this.orFail(this.work.begin(unit))
  }

  /**
   * Shows a screen; its heading takes the focus, unless the page has only just opened.
   * @param {import('../screens/registry.js').Screen} screen
   * @param {boolean} [stays] whether it stands already
   */
  async show(screen, stays = this.screen === 'loading') {
    const isNews = screen !== this.screen || !stays
    this.screen = screen
    this.hindrance = undefined
    if (this.entered === 'loading') this.entered = screen
    this.work.journey?.follow(screen)
    this.requestUpdate()
    if (isNews) this.dispatchEvent(new PhieuScreenEvent(screen))
    await this.updateComplete
    // What comes later must not come before the core.
    if (this.desk || !(this.work.session?.isFirst || this.work.last)) afterFrame(() => this._goOn())
    if (stays) return
    // The screen is a part that renders a moment after the element.
    await new Promise((done) => setTimeout(done))
    const heading = this.renderRoot.querySelector('#title')
    this.renderRoot.querySelector('.phieu')?.scrollIntoView({ block: 'start' })
    if (this.screen === screen && heading) /** @type {HTMLElement} */ (heading).focus({ preventScroll: true })
  }

  /** Says something to a reader of the screen. @param {string} message */
  announce(message) {
    const live = this.renderRoot.querySelector('#live')
    if (live) live.textContent = message
  }

  /** The units are the plan's, which the core reads. */
  _changeUnit = async () => {
    await this.opened
    if (this.desk) this.show('units')
  }

  /** @override */
  render() {
    const { desk, words, chosenUnit, work, early } = this
    if (early?.stands && this.screen === 'loading') return nothing
    const { title, unitName } = work.session?.view ?? work.last ?? {}
    const unit = chosenUnit && (desk ? desk.unitName(chosenUnit) : unitName)
    return html`<div class="phieu" part="base" lang=${this.language} data-theme=${this.theme ?? nothing} ?hidden=${early?.stands}>
      <slot name="header"></slot>
      ${
        desk || title
          ? html`<header class="top" part="header">
              <p class="plan"><span class="plan-title">${desk?.summary.title ?? title}</span></p>
              ${
                unit && this.screen !== 'units'
                  ? html`<p class="who"><strong id="unit-name">${unit}</strong>
                      ${
                        this.unit || this.screen !== 'duties'
                          ? nothing
                          : html`<button type="button" class="link" id="change-unit" @click=${this._changeUnit}>
                              ${words.changeUnit}</button>`
                      }</p>`
                  : nothing
              }
              <phieu-forget .port=${work} .screen=${this.screen} .unit=${unit ? chosenUnit : null} .words=${words}></phieu-forget>
              ${
                work.mayGoBack()
                  ? html`<button type="button" class="link back" id="back" @click=${() => work.goBack()}>
                      ${words.back}</button>`
                  : nothing
              }
              ${
                desk?.store.silent && this.screen !== 'form'
                  ? html`<p class="notice quiet" role="status" id="device-silent">${words.deviceSilent}</p>`
                  : nothing
              }
              ${desk?.keptAt ? keptPlan(work, desk.keptAt) : nothing}
            </header>`
          : nothing
      }
      ${screenOf(work)}
      ${this.screen === 'form' ? nothing : hindered(this.hindrance)}
      <slot name="footer"></slot>
      <p class="unseen" role="status" aria-live="polite" id="live"></p>
    </div>`
  }
}
