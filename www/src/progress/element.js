/**
 * `<phieu-progress>`: how far every target of a plan is, who has sent, who is late, who is missing; how whole all of
 * it is stands above everything. From the collector it asks again while it is looked at; from a file of sample reports
 * it rolls up in the browser, and says that it is a sample.
 *
 * Attributes: `plan` (the plan's identity where there is an `endpoint`, else its address), `endpoint` (the collector),
 * `reports` (the address of sample reports, one arrival a line), `now`, `lang`, `theme`.
 * @module
 */
import { html, LitElement, nothing } from 'lit'
import { attributeText } from '../attributes.js'
import { hour } from '../clock.js'
import { progressSheet, wordScript } from '../here.js'
import { written } from '../json.js'
import { behind } from '../office/behind.js'
import { door } from '../office/door.js'
import { reportPage } from '../office/report.js'
import { Refused, TOKEN_CHANGED, token } from '../office/server.js'
import { given } from '../part.js'
import { Place } from '../place.js'
import { keepPresses } from '../pressing.js'
import { printAlone, printsAlone } from '../print.js'
import { saveFile } from '../store/file.js'
import { adopt } from '../style/adopt.js'
import css from '../style/progress-page.css'
import { languageOf } from '../words.js'
import { EVERYTHING } from './filters.js'
import { screen } from './screen.js'
import { collectorSource, sampleSource } from './source.js'
import { progressWords } from './words.js'

/** @typedef {import('./screen.js').Tab} Tab */

const EVERY = 20_000
const text = { converter: attributeText }

export class PhieuProgress extends LitElement {
  /** @override */
  static get properties() {
    return {
      ...{ plan: text, endpoint: text, reports: text, now: text, lang: text, theme: text, files: text },
      ...{ secret: given, view: given, report: given, findings: given, filters: given, tab: given },
      ...{ trouble: given, news: given, current: given, folds: given, hindrance: given },
    }
  }

  constructor() {
    super()
    /** @type {string | null} */
    this.plan = null
    /** @type {string | null} */
    this.endpoint = null
    /** @type {string | null} */
    this.reports = null
    /** @type {string | null} the moment to look at; that of the clock where it is left out */
    this.now = null
    this.lang = 'vi'
    /** @type {string | null} */
    this.theme = null
    /** @type {string | null} the folder of the files, where they do not lie beside the script */
    this.files = null
    this.secret = token.read()
    this.connection = new AbortController()
    /** @type {import('../types.js').ProgressView | null} */
    this.view = null
    /** @type {import('./source.js').Read | null} */
    this.report = null
    /** @type {import('../types.js').LintView[] | 'loading' | 'failed'} */
    this.findings = 'loading'
    this.filters = EVERYTHING
    /** @type {Tab} */
    this.tab = 'targets'
    /** @type {'wrong' | 'unreachable' | null} */
    this.trouble = null
    /** @type {Node | undefined} what stands behind it, where no waiting mends it */
    this.cause = undefined
    /** @type {string | undefined} why what was asked for could not be made */
    this.hindrance = undefined
    /** what is told politely */
    this.news = ''
    /** @type {string | null} the cell of the matrix that the Tab key reaches */
    this.current = null
    /** raised with each fold, so that it is shown */
    this.folds = 0
    /** @type {Set<string>} */
    this.unfolded = new Set()
    this.asked = 0
    /** @type {import('./source.js').Source | null} */
    this.source = null
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.timer = undefined
    /** @param {any} event */
    this.onToken = ({ detail }) => {
      if (detail === this.secret) return
      this.secret = detail
      this.trouble = null
    }
    this.look = () => {
      if (document.visibilityState === 'visible') this.refresh()
    }
  }

  /** @override */
  createRenderRoot() {
    const root = adopt(this, css, progressSheet)
    this.place = new Place(root)
    keepPresses(root)
    return root
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
    this.timer = setInterval(this.look, EVERY)
    addEventListener(TOKEN_CHANGED, this.onToken)
    addEventListener('focus', this.look)
    document.addEventListener('visibilitychange', this.look)
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback()
    this.connection.abort()
    clearInterval(this.timer)
    removeEventListener(TOKEN_CHANGED, this.onToken)
    removeEventListener('focus', this.look)
    document.removeEventListener('visibilitychange', this.look)
  }

  /** @override @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    const isOther = ['plan', 'endpoint', 'reports', 'secret'].some((name) => changed.has(name))
    if (isOther) {
      this.source = this._source()
      this.view = null
      this.report = null
      this.filters = EVERYTHING
    }
    if (isOther || changed.has('lang')) this.findings = 'loading'
    if (isOther || changed.has('now') || changed.has('lang')) this.refresh()
  }

  get words() {
    return progressWords(this.lang)
  }

  /** Whether what is shown is no unit's report but made to try the page out. */
  get isSample() {
    return !this.endpoint && this.reports !== null
  }

  _source() {
    const { plan, endpoint, reports, secret } = this
    if (!plan) return null
    if (endpoint) return secret ? collectorSource({ endpoint, plan, secret }) : null
    return reports ? sampleSource({ plan, reports }) : null
  }

  async refresh() {
    const { source } = this
    if (!source) return
    try {
      const view = await source.progress(this.now, languageOf(this.lang))
      if (source !== this.source) return
      if (this.endpoint) token.write(this.secret)
      this.asked = Date.now()
      this.trouble = null
      if (view) this._show(view)
      else this.requestUpdate()
    } catch (error) {
      if (source === this.source) this._failed(error)
    }
  }

  /** @param {import('../types.js').ProgressView} view */
  _show(view) {
    const before = this.view
    this.view = view
    if (before && figuresOf(before) !== figuresOf(view))
      this.news = this.words.changed(hour(this.asked, languageOf(this.lang)))
    if (!before) this._lookAtPlan()
  }

  /** What is wrong with the plan is looked at once the progress stands. */
  async _lookAtPlan() {
    const { source } = this
    const findings = await source
      ?.findings(languageOf(this.lang))
      .catch(() => /** @type {const} */ ('failed'))
    if (findings && source === this.source) this.findings = findings
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
    this.trouble = 'wrong'
  }

  /** @param {string} submission */
  async see(submission) {
    try {
      this.report = (await this.source?.report(submission, languageOf(this.lang))) ?? null
      this.current = submission
      await this.updateComplete
      this.renderRoot.querySelector('.phieu')?.scrollIntoView({ block: 'start' })
      this._focus('#title')
    } catch (error) {
      if (error instanceof Refused) this._failed(error)
      else this.news = this.words.reportUnavailable
    }
  }

  async back() {
    this.report = null
    await this.updateComplete
    this._focus(`[role=tabpanel]:not([hidden]) [data-submission="${this.current}"]`)
  }

  /** @param {string} selector */
  _focus(selector) {
    const target = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(selector))
    target?.focus()
  }

  /** @override */
  render() {
    const { words, lang, theme } = this
    return html`<div class="phieu progress" part="base" lang=${languageOf(lang)} data-theme=${theme ?? nothing}>
      ${this.isSample ? html`<p class="sample" role="note"><strong>${words.sample}</strong> ${words.sampleHelp}</p>` : nothing}
      <p class="unseen" role="status" id="news">${this.news}</p>
      ${this.endpoint && !this.secret ? this._door() : this._inside()}
    </div>`
  }

  _door() {
    return door({
      words: this.words,
      wrong: this.trouble === 'wrong',
      onEnter: (secret) => {
        this.secret = secret
        this.trouble = null
      },
    })
  }

  _inside() {
    const { report, view, words } = this
    if (report) return this._report(report)
    if (view) return screen(view, this)
    const said = this.trouble ? (this.isSample ? words.failed : words.unreachable) : words.loading
    return html`<p class="sheet loading" role="status">${said}</p>${this.trouble ? this.cause : nothing}`
  }

  /** @param {import('./source.js').Read} report */
  _report(report) {
    const { source, words } = this
    const lang = languageOf(this.lang)
    const decide = source?.decide
    const submission = report.receipt?.submission
    return reportPage(report, {
      onBack: () => this.back(),
      words: words.report,
      lang,
      ...(decide && submission
        ? {
            onDecide: async (verdict) => {
              await decide(submission, verdict, lang)
              this.report = await source.report(submission, lang)
              await this.refresh()
            },
          }
        : {}),
    })
  }

  /** How fresh it is. */
  get freshness() {
    const { words, trouble, source } = this
    if (this.isSample) return source && source.unreadable > 0 ? words.unreadable(source.unreadable) : ''
    const clock = hour(this.asked, languageOf(this.lang))
    return trouble ? words.stale(clock) : words.fresh(clock)
  }

  /** @param {string} key @param {boolean} open */
  fold(key, open) {
    if (open === this.unfolded.has(key)) return
    if (open) this.unfolded.add(key)
    else this.unfolded.delete(key)
    this.folds += 1
  }

  /** What the office reports to the level above, as a Word file: it is made, and what packs it fetched, when asked for. */
  async paper() {
    const { source, words, plan } = this
    this.hindrance = undefined
    try {
      const [parts, script] = await Promise.all([
        source?.paper(this.now, languageOf(this.lang)),
        wordScript(),
      ])
      if (parts)
        saveFile(`${words.files.paper}-${this.view?.plan ?? plan}.docx`, script.WORD, script.pack(parts))
    } catch (error) {
      if (error instanceof Refused) this._failed(error)
      else this.hindrance = words.paperFailed
    }
  }

  /** The rows of a table of all reports, as a file. @param {string} table */
  async rows(table) {
    const { source, words } = this
    this.hindrance = undefined
    try {
      const file = await source?.rows(table, this.now, languageOf(this.lang))
      if (file) saveFile(`${this.view?.plan}-${table}.csv`, 'text/csv', file)
    } catch (error) {
      if (error instanceof Refused) this._failed(error)
      else this.hindrance = words.rowsFailed
    }
  }

  /** @param {Event} event */
  print({ target }) {
    printAlone(/** @type {Element} */ (target))
  }

  leave() {
    token.write(null)
    this.secret = null
  }
}

/**
 * What changes when a report has come or was amended, and not because a minute has passed.
 * @param {import('../types.js').ProgressView} view
 */
const figuresOf = ({ reports, matrix, targets }) =>
  written([
    reports,
    matrix.rows.map(({ cells }) => cells.map((cell) => cell?.submission)),
    targets.map(({ periods }) => periods.map(({ value }) => value)),
  ])
