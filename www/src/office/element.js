/**
 * `<phieu-office>`: per duty, who has sent, who is late, who is missing, and each report. It asks the server again
 * every quarter of a minute while it is looked at.
 * @module
 */
import { html, LitElement, nothing } from 'lit'
import { attributeText } from '../attributes.js'
import { hour } from '../clock.js'
import { officeSheet } from '../here.js'
import { given } from '../part.js'
import { Place } from '../place.js'
import { keepPresses } from '../pressing.js'
import { printsAlone } from '../print.js'
import { adopt } from '../style/adopt.js'
import css from '../style/office-page.css'
import { languageOf } from '../words.js'
import { behind } from './behind.js'
import { door } from './door.js'
import { dutyCard, strayCard } from './duty.js'
import { reportPage } from './report.js'
import { decide, filesOf, overview, Refused, received, TOKEN_CHANGED, token } from './server.js'
import { officeWords } from './words.js'

const EVERY = 15_000
const text = { converter: attributeText }

export class PhieuOffice extends LitElement {
  /** @override */
  static get properties() {
    return {
      plan: text,
      endpoint: text,
      lang: text,
      theme: text,
      files: text,
      portal: text,
      now: { ...text, attribute: 'data-now' },
      secret: given,
      view: given,
      report: given,
      filter: given,
      trouble: given,
    }
  }

  constructor() {
    super()
    /** @type {string | null} the identity of the plan */
    this.plan = null
    this.endpoint = '/api'
    this.lang = 'vi'
    /** @type {string | null} */
    this.theme = null
    /** @type {string | null} the folder of the files, where they do not lie beside the script */
    this.files = null
    /** @type {string | null} the page on which the units report, to which reminders lead */
    this.portal = null
    /** @type {string | null} the moment to look at; the server's own where it is left out */
    this.now = null
    this.secret = token.read()
    this.connection = new AbortController()
    /** @type {import('./server.js').Overview | null} */
    this.view = null
    /** @type {import('../types.js').ReceivedView | null} */
    this.report = null
    /** @type {import('./duty.js').Filter} */
    this.filter = 'all'
    /** @type {'wrong' | 'unreachable' | null} */
    this.trouble = null
    /** @type {Node | undefined} what stands behind it, where no waiting mends it */
    this.cause = undefined
    this.asked = 0
    /** @type {Map<string, boolean>} which duties are unfolded */
    this.unfolded = new Map()
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.timer = undefined
    /** @param {any} event */
    this.onToken = ({ detail }) => {
      if (detail === this.secret) return
      this.secret = detail
      this.trouble = null
      if (detail) this.refresh()
      else this.view = null
    }
    /** @type {string | null} where the focus goes back to */
    this.from = null
  }

  /** @override */
  createRenderRoot() {
    const root = adopt(this, css, officeSheet)
    this.place = new Place(root)
    keepPresses(root)
    return root
  }

  get _words() {
    return officeWords(this.lang)
  }

  /** @override */
  performUpdate() {
    this.place?.hold()
    super.performUpdate()
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback()
    this.connection = new AbortController()
    printsAlone(() => this.renderRoot.querySelector('#report'), this.connection.signal)
    this.refresh()
    addEventListener(TOKEN_CHANGED, this.onToken)
    this.timer = setInterval(() => document.visibilityState === 'visible' && this.refresh(), EVERY)
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback()
    this.connection.abort()
    removeEventListener(TOKEN_CHANGED, this.onToken)
    clearInterval(this.timer)
  }

  async refresh() {
    const { secret, plan, endpoint, lang, now } = this
    if (!secret || !plan) return
    try {
      const view = await overview(endpoint, plan, { secret, lang, now })
      if (secret !== this.secret) return
      token.write(secret)
      this.view = view
      this.asked = Date.now()
      this.trouble = null
    } catch (error) {
      this._failed(error)
    }
  }

  /** @param {unknown} error */
  async _ask(error) {
    this.cause ??= await behind(error, this.lang)
    this.requestUpdate()
  }

  /** @param {unknown} error */
  _failed(error) {
    if (!(error instanceof Refused)) {
      this.trouble = 'unreachable'
      if (!this.view) this._ask(error)
      return
    }
    token.write(null)
    this.secret = null
    this.view = null
    this.trouble = 'wrong'
  }

  /** @param {string} submission */
  async see(submission) {
    const { secret, endpoint, lang } = this
    if (!secret) return
    try {
      this.report = await received(endpoint, submission, { secret, lang })
      this.from = submission
      await this.updateComplete
      this.renderRoot.querySelector('.phieu')?.scrollIntoView({ block: 'start' })
      this._focus('#title')
    } catch (error) {
      this._failed(error)
    }
  }

  /** @param {string} submission @param {import('../types.js').Verdict} verdict */
  async _decide(submission, verdict) {
    const { secret, endpoint, lang } = this
    if (!secret) return
    await decide(endpoint, submission, { secret, lang, verdict })
    this.report = await received(endpoint, submission, { secret, lang })
    await this.refresh()
  }

  async back() {
    this.report = null
    await this.updateComplete
    this._focus('#title')
  }

  /** @param {string} selector */
  _focus(selector) {
    const target = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(selector))
    target?.focus({ preventScroll: true })
  }

  /** @override */
  render() {
    return html`<div class="phieu office" part="base" lang=${this.lang} data-theme=${this.theme ?? nothing}>
      ${this.secret ? this._inside() : this._door()}
    </div>`
  }

  _inside() {
    const { report, view, _words: words, secret, endpoint, lang } = this
    if (report)
      return reportPage(report, {
        onBack: () => this.back(),
        ...(secret && endpoint && report.report
          ? { files: filesOf(endpoint, /** @type {any} */ (report.report), { secret, lang }) }
          : {}),
        lang: this.lang,
        onDecide: (verdict) => this._decide(report.receipt.submission, verdict),
      })
    if (!view)
      return html`<p class="sheet loading" role="status">${this.trouble ? words.unreachable : words.loading}</p>
        ${this.trouble ? this.cause : nothing}`
    return this._overview(view)
  }

  _door() {
    return door({
      words: this._words,
      wrong: this.trouble === 'wrong',
      onEnter: (secret) => {
        this.secret = secret
        this.trouble = null
        this.refresh()
      },
    })
  }

  /** @param {import('./server.js').Overview} view */
  _overview(view) {
    const words = this._words
    const filters = /** @type {const} */ ([
      ['all', words.all],
      ['missing', words.onlyMissing],
      ['sent', words.onlySent],
    ])
    return html`<header class="top">
        <h2 tabindex="-1" id="title">${view.title}</h2>
        <p class="plan" role="status">${(this.trouble ? words.stale : words.fresh)(hour(this.asked, languageOf(this.lang)))}</p>
        <div class="choices" role="radiogroup" aria-label=${words.show}>
          ${filters.map(
            ([filter, label]) => html`<label class="choice">
              <input type="radio" name="filter" .checked=${this.filter === filter}
                @change=${() => {
                  this.filter = filter
                }}><span>${label}</span></label>`,
          )}
        </div>
        <button type="button" class="link back" @click=${() => this._leave()}>${words.leave}</button>
      </header>
      ${view.duties.map((duty) => {
        const { key, isNext } = duty
        return dutyCard(duty, {
          words,
          lang: this.lang,
          portal: this.portal,
          open: this.unfolded.get(key) ?? isNext,
          filter: this.filter,
          onToggle: (open) => this.unfolded.set(key, open),
          onSee: (submission) => this.see(submission),
        })
      })}
      ${strayCard(view.strays, { words, onSee: (submission) => this.see(submission) })}`
  }

  _leave() {
    token.write(null)
    this.secret = null
    this.view = null
  }
}
