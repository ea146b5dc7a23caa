/**
 * Drafts on this device that belong to no period of what the unit owes any more, because the plan has changed its
 * periods, duties, units or its own name since. Which they are, and which period one fits, is the core's word.
 * @module
 */
import { html, nothing } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { when } from '../../clock.js'
import { icons } from '../../icons.js'
import { given, Part } from '../../part.js'
import { saveFile } from '../../store/file.js'
import { strays } from '../../store/strays.js'
import { aside, without } from '../../store/versions.js'
import { wordsIn } from '../../words/shared.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {import('../../store/strays.js').Stray} Stray */

/**
 * @typedef {object} Port
 * @property {{ store: import('../../store/database.js').Store, plan: import('../../core.js').Plan, planUrl: string, summary: { id: string },
 *   known: (duty: import('../../types.js').DutyView) => { draft: boolean } }} desk
 * @property {string} unit
 * @property {(duty: import('../../types.js').DutyView) => Promise<unknown>} open
 * @property {{ moment: () => number, one: (selector: string) => HTMLElement | null }} stage
 */

export class PhieuStrays extends Part {
  /** @override */
  static get properties() {
    return {
      port: given,
      duties: given,
      words: given,
      strays: { state: true },
      sure: { state: true },
      told: { state: true },
    }
  }

  constructor() {
    super()
    /** @type {Port | undefined} */
    this.port = undefined
    /** What the unit owes now. @type {import('../../types.js').DutyView[]} */
    this.duties = []
    /** @type {Stray[]} */
    this.strays = []
    /** @type {Stray | null} the one that is to be deleted, once that is confirmed */
    this.sure = null
    /** What went wrong. */
    this.told = ''
  }

  /**
   * @override
   * @param {import('lit').PropertyValues} changed
   */
  willUpdate(changed) {
    if (changed.has('duties')) this._read()
  }

  async _read() {
    // The element's properties are set one after the other.
    await Promise.resolve()
    const { port } = this
    if (port) this.strays = await strays(port.desk, port.unit, this.duties)
  }

  /** @override */
  render() {
    const words = allWords(this.words)
    if (this.strays.length === 0) return nothing
    return html`<section class="duties" id="strays" part="strays" aria-labelledby="strays-title">
      <h3 id="strays-title" tabindex="-1">${icons.device}${words.strays} <span class="count">${this.strays.length}</span></h3>
      <p class="hint">${words.straysHelp}</p>
      ${this.told ? html`<p class="reason" role="alert">${this.told}</p>` : nothing}
      <ul>${this.strays.map((stray, index) => keyed(stray.text, this._slip(stray, index)))}</ul>
    </section>`
  }

  /**
   * @param {Stray} stray
   * @param {number} index
   */
  _slip(stray, index) {
    const words = allWords(this.words)
    const { title, at, refused, lines } = stray
    const about = `stray-${index}`
    return html`<li class="slip" data-stray=${index}>
      <div class="slip-body">
        <h4 id=${about}>${title}</h4>
        ${at ? html`<p class="period">${words.typedHere(when(at, words))}</p>` : nothing}
        ${refused ? html`<p class="reason">${words.refusedFor(refused)}</p>` : nothing}
        <details><summary>${words.readStray}</summary>
          <textarea part="input" readonly aria-labelledby=${about} rows=${Math.min(lines.length + 1, 12)}
            .value=${lines.join('\n')}></textarea></details>
      </div>
      <div class="slip-actions">${this.sure === stray ? this._confirm(stray) : this._actions(stray, about)}</div>
    </li>`
  }

  /**
   * @param {Stray} stray
   * @param {string} about
   */
  _actions(stray, about) {
    const words = allWords(this.words)
    const { fits, text } = stray
    /** @type {(name: string, label: string, action: () => void) => unknown} */
    const button = (name, label, action) =>
      html`<button type="button" class="button" part="button" aria-describedby=${about} data-action=${name}
        @click=${action}>${label}</button>`
    return html`
      ${
        fits
          ? html`${button('place', words.placeIn(fits.label, fits.periodText), () => this._place(stray))}
            ${this.port?.desk.known(fits).draft ? html`<p class="hint">${words.placedBeside}</p>` : nothing}`
          : nothing
      }
      ${button('export', words.saveAsFile, () => saveFile('ban-nhap.json', 'application/json', text))}
      ${button('delete', words.remove, () => this._ask(stray))}`
  }

  /** @param {Stray} stray */
  _confirm(stray) {
    const words = allWords(this.words)
    return html`<p id="sure-stray">${words.sureToDrop}</p>
      <button type="button" class="button" id="drop-stray" aria-describedby="sure-stray"
        @click=${() => this._drop(stray)}>${words.remove}</button>
      <button type="button" class="button" id="keep-stray" @click=${() => this._ask(null)}>${words.keepWaiting}</button>`
  }

  /** @param {Stray | null} stray */
  async _ask(stray) {
    const last = this.sure
    this.sure = stray
    await this.updateComplete
    const slip = `[data-stray="${last ? this.strays.indexOf(last) : ''}"]`
    this.one(stray ? '#keep-stray' : `${slip} [data-action=delete]`)?.focus()
  }

  /** @param {Stray} stray */
  async _drop({ key, text }) {
    this.sure = null
    await this.port?.desk.store.update('drafts', key, without(text)).catch(() => {})
    await this._read()
    await this.updateComplete
    const heading = this.one('#strays-title') ?? this.port?.stage.one('#title')
    heading?.focus()
  }

  /**
   * Puts a draft into the period that it fits; beside what is there, where something is.
   * @param {Stray} stray
   */
  async _place({ key: from, text, at, asked, fits }) {
    const { port } = this
    if (!port || !fits) return
    const { desk, unit, stage } = port
    const { key, duty, period } = fits
    try {
      // The core makes it a draft of that period, under the plan as it is now.
      const form = desk.plan.form({
        ...{ unit, duty, period, draft: text, earlier: [] },
        now: stage.moment(),
      })
      const copy = { draft: form.draft(), at }
      form.free()
      await desk.store.update('drafts', key, (now) => ({
        ...(now?.draft ? aside(now, copy) : { ...now, key, ...copy, writer: '' }),
        // What stands there was begun under what is asked there.
        asked: now?.draft ? now.asked : asked,
      }))
      await desk.store.update('drafts', from, without(text))
      await port.open(fits)
    } catch {
      this.told = this.words.saveFailed
    }
  }
}

export const screen = { tag: 'phieu-strays', element: PhieuStrays }
