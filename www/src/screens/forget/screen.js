/**
 * Leaving a device that others use too: the unit's code goes, with all that the device keeps of the unit. What has not
 * reached the office, and what is only a draft, is named before, and can be kept as files.
 * @module
 */
import { html, nothing } from 'lit'
import { icons } from '../../icons.js'
import { given, Part } from '../../part.js'
import { hearTabs, tellTabs } from '../../store/channel.js'
import { saveFile } from '../../store/file.js'
import { clearUnit, storedOf } from '../../store/unit-shelves.js'
import { wordsIn } from '../../words/shared.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {import('../../store/unit-shelves.js').Stored} Stored */

/**
 * @typedef {object} Port
 * @property {import('../../types.js').DutyView[]} duties
 * @property {Pick<import('../../session.js').FormSession, 'isTouched' | 'draft'> | null} session the report that is open
 * @property {() => Promise<unknown>} forget whoever comes next begins anew
 * @property {{ desk: import('../../store/unit-shelves.js').Keeping & { unitName: (unit: string) => string | null,
 *   plan: Pick<import('../../core.js').Plan, 'named'>, access: typeof import('../../store/access.js').access } | null,
 *   endpoint: string | null, announce: (message: string) => void }} stage
 */

export class PhieuForget extends Part {
  /** @override */
  static get properties() {
    return {
      port: given,
      unit: given,
      screen: given,
      words: given,
      stored: { state: true },
      left: { state: true },
    }
  }

  constructor() {
    super()
    /** @type {Port | undefined} */
    this.port = undefined
    /** @type {string | null} */
    this.unit = null
    /** @type {string | undefined} */
    this.screen = undefined
    /** @type {Stored | null} what would go; none until that is asked for */
    this.stored = null
    /** @type {string | null} the draft that stood open here when another tab made the device forget its unit */
    this.left = null
    this._heard = new AbortController()
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback()
    this._heard.abort()
  }

  /**
   * @override
   * @param {import('lit').PropertyValues} changed
   */
  willUpdate(changed) {
    if (changed.has('unit') || changed.has('screen')) this.stored = null
    if (!changed.has('unit')) return
    this._heard.abort()
    this._heard = new AbortController()
    hearTabs(this._news, this._follow, this._heard.signal)
  }

  /** Another tab has made the device forget the unit: what stands open here is kept nowhere any more. */
  _follow = () => {
    const { session } = this.port ?? {}
    if (session?.isTouched()) this.left = session.draft()
    this.port?.forget()
  }

  /** What other tabs that show the same unit are told. */
  get _news() {
    return `forgotten|${this.port?.stage.desk?.summary.id}|${this.unit}`
  }

  /** @override */
  render() {
    const words = allWords(this.words)
    const { port, screen, stored } = this
    const { desk, endpoint } = port?.stage ?? {}
    if (desk && this.left) return this._leftOpen(this.left)
    if (!desk || !this.unit || screen !== 'duties') return nothing
    const code = endpoint && desk.access.token(endpoint, desk.summary.id, this.unit)
    return stored
      ? this._panel(stored, desk.unitName(this.unit) ?? '')
      : html`<button type="button" class="link" id="forget" @click=${this._ask}>
          ${code ? words.forgetCode : words.forgetUnit}</button>`
  }

  /**
   * @param {Stored} stored
   * @param {string} unit
   */
  _panel({ drafts, letters }, unit) {
    const words = allWords(this.words)
    return html`<div class="notice warn" role="group" aria-labelledby="forget-title">
      <h2 tabindex="-1" id="forget-title">${words.forgetTitle(unit)}</h2>
      <p>${words.forgetHelp}</p>
      ${letters.length > 0 ? html`<p>${icons.waiting}<strong>${words.forgetLetters(letters.length)}</strong></p>` : nothing}
      <ul>${letters.map(({ id, submission }) => this._item(submission, `bao-cao-${id}.json`))}</ul>
      ${drafts.length > 0 ? html`<p>${words.forgetDrafts(drafts.length)}</p>` : nothing}
      <ul>${drafts.map(({ draft }, index) => this._item(draft, `ban-nhap-${index + 1}.json`))}</ul>
      <button type="button" class="button" part="button" id="forget-now" @click=${this._forget}>
        ${words.forgetNow(letters.length, drafts.length)}</button>
      <button type="button" class="button" part="button" id="forget-not" @click=${this._leave}>${words.keepWaiting}</button>
    </div>`
  }

  /** @param {string} draft */
  _leftOpen(draft) {
    const words = allWords(this.words)
    return html`<div class="notice warn" role="alert" id="forgotten-elsewhere">
      <p>${words.forgottenElsewhere}</p>
      <ul>${this._item(draft, 'ban-nhap.json')}</ul>
      <button type="button" class="button" part="button" id="forget-left" @click=${() => {
        this.left = null
      }}>${words.remove}</button>
    </div>`
  }

  /**
   * @param {string} text a draft or a submission
   * @param {string} file
   */
  _item(text, file) {
    const words = allWords(this.words)
    const read = JSON.parse(text)
    const name = this.port?.stage.desk?.plan.named(read.report ?? read)
    return html`<li>${name}
      <button type="button" class="button" part="button" aria-label="${words.saveFile}: ${name}"
        @click=${() => saveFile(file, 'application/json', text)}>${words.saveFile}</button></li>`
  }

  _ask = async () => {
    const { desk } = this.port?.stage ?? {}
    if (!desk || !this.unit) return
    this.stored = await storedOf(desk, this.unit)
    await this.updateComplete
    this.one('#forget-title')?.focus()
  }

  _leave = async () => {
    this.stored = null
    await this.updateComplete
    this.one('#forget')?.focus()
  }

  _forget = async () => {
    const { port, unit, _news } = this
    const { stage } = port ?? {}
    const { desk } = stage ?? {}
    if (!port || !stage || !desk || !unit) return
    await clearUnit(
      desk,
      unit,
      port.duties.map(({ key }) => key),
    )
    tellTabs(_news)
    await port.forget()
    stage.announce(allWords(this.words).forgotten)
  }
}

export const screen = { tag: 'phieu-forget', element: PhieuForget }
