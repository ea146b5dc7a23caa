/**
 * What a person has to know before going on with a report: that the office returned it, and why; that it is locked;
 * that there is another version of it; that the plan has changed since. And what need not be typed again.
 * @module
 */
import { html, nothing } from 'lit'
import { fieldsOf } from '../../asked.js'
import { when } from '../../clock.js'
import { idOf } from '../../field/id.js'
import { lead } from '../../field/lead.js'
import { filesScript, tableScript } from '../../here.js'
import { icons } from '../../icons.js'
import { written } from '../../json.js'
import { given } from '../../part.js'
import { askedOf } from '../../store/keeper.js'
import { dropOthers } from '../../store/versions.js'
import { SessionPart } from '../../watching.js'
import { wordsIn } from '../../words/shared.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {import('../../store/keeper.js').Asked} Asked */
/** @typedef {{ path: string, label: string }} Question */
/** @typedef {{ added: Question[], gone: { label: string, typed: string }[] }} Changes */

/**
 * @typedef {object} Port
 * @property {{ key: string | undefined } | null} occasion
 * @property {(draft: string, isMeant?: boolean) => unknown} takeDraft opens another draft in place of the open one
 * @property {{ store: import('../../store/database.js').Store, summary: { version: number },
 *   isElsewhere: (occasion: { key: string | undefined }) => boolean }} desk
 * @property {{ one: (selector: string) => HTMLElement | null }} stage
 */

export class PhieuNews extends SessionPart {
  /** @override */
  static get properties() {
    return { ...SessionPart.properties, port: given, changes: { state: true } }
  }

  constructor() {
    super()
    /** @type {Port | undefined} */
    this.port = undefined
    /** @type {Changes | null} what a newer version of the plan asks otherwise */
    this.changes = null
  }

  /**
   * @override
   * @param {import('../../session.js').Topic} topic
   */
  concerns(topic) {
    return topic === 'other'
  }

  /**
   * @override
   * @param {import('lit').PropertyValues} changed
   */
  willUpdate(changed) {
    super.willUpdate(changed)
    if (!changed.has('session')) return
    this.changes = null
    this._compare()
    const fields = this.session?.view.sections.flatMap((section) => section.fields) ?? []
    if (fields.some(({ kind }) => kind === 'file')) filesScript().catch(() => {})
    if (fields.some(({ kind }) => kind === 'table')) tableScript().catch(() => {})
  }

  /** @override */
  render() {
    const { session, changes } = this
    if (!session) return nothing
    const { other, locked, decision, view, foreign } = session
    return html`
      ${foreign ? this._foreign(foreign) : nothing}
      ${locked ? this._locked() : decision?.outcome === 'returned' ? this._returned(decision) : nothing}
      ${this._isUnseen() ? this._unseen() : nothing}
      ${other && !locked ? this._other(other) : nothing}
      ${changes ? this._changed(changes) : nothing}
      <phieu-follows .port=${this.port} .of=${this.port?.occasion} .words=${this.words}></phieu-follows>
      <phieu-sums .session=${session} .port=${this.port} .words=${this.words}></phieu-sums>
      ${view.hasEarlier && !locked ? this._copying() : nothing}`
  }

  _locked() {
    const words = allWords(this.words)
    return html`<div class="notice warn" id="locked"><p>${icons.sent} <strong>${words.locked}</strong> ${words.lockedHelp}</p></div>`
  }

  /** @param {import('../../store/endpoint.js').Decision} decision */
  _returned({ decidedText, reason, fields }) {
    const words = allWords(this.words)
    return html`<div class="summary" id="returned" role="group" aria-labelledby="returned-title">
      <h3 id="returned-title">${icons.returned}${words.returned(decidedText ?? '')}</h3>
      ${reason ? html`<p class="reason">${reason}</p>` : nothing}
      <p>${words.returnedHelp}</p>
      <ul>${fields.map((field) => this._wanted(field))}</ul>
    </div>`
  }

  /** @param {{ path: string, reason: string }} field */
  _wanted({ path, reason }) {
    const known = this._questions().find(
      (question) =>
        question.path === path ||
        question.path.startsWith(`${path}/`) ||
        path.startsWith(`${question.path}/`),
    )
    if (!known) return html`<li>${reason}</li>`
    return html`<li><a href="#${idOf(known.path)}" @click=${(/** @type {Event} */ event) => this._lead(event, known.path)}>
      ${known.label}: ${reason}</a></li>`
  }

  /** @param {import('../../session.js').Foreign} foreign */
  _foreign({ text, file, form }) {
    const words = allWords(this.words)
    return html`<div class="notice warn stacked" role="alert" id="foreign-file">
      <p>${words.fileElsewhere(file)}</p>
      <p>${words.formHere(form)} ${words.fileElsewhereHelp}</p>
      <button type="button" class="button" id="take-file" @click=${() => this.port?.takeDraft(text, true)}>${words.takeFile}</button>
      <button type="button" class="button" id="leave-file" @click=${this._leaveFile}>${words.leaveFile}</button>
    </div>`
  }

  _leaveFile = () => {
    const { session } = this
    if (session) session.foreign = null
    this.requestUpdate()
    this.port?.stage.one('#title')?.focus()
  }

  /** Whether the office has this report, but not this device. */
  _isUnseen() {
    const { desk, occasion } = this.port ?? {}
    return Boolean(occasion && desk?.isElsewhere(occasion) && this.session?.keeper?.base === null)
  }

  _unseen() {
    const words = allWords(this.words)
    return html`<div class="notice warn stacked" role="status" id="unseen">
      <p>${icons.warning}<strong>${words.otherUnseen}</strong></p><p>${words.otherUnseenHelp}</p></div>`
  }

  /** @param {import('../../store/keeper.js').Copy} other */
  _other(other) {
    const words = allWords(this.words)
    return html`<div class="notice" role="status" id="other-tab">
      <p>${words.otherTab(when(other.at, words))}</p>
      <button type="button" class="button" id="take-other"
        @click=${() => this.port?.takeDraft(other.draft)}>${words.takeOther}</button>
      <button type="button" class="button" id="drop-other" @click=${this._drop}>${words.dropOther}</button>
    </div>`
  }

  /** @param {Changes} changes */
  _changed({ added, gone }) {
    const words = allWords(this.words)
    return html`<div class="notice" role="status" id="plan-changed">
      <p><strong>${words.planChanged}</strong></p>
      ${
        added.length > 0
          ? html`<p>${words.newFields}</p><ul>${added.map(
              ({ path, label }) =>
                html`<li><a href="#${idOf(path)}" @click=${(/** @type {Event} */ event) => this._lead(event, path)}>${label}</a></li>`,
            )}</ul>`
          : nothing
      }
      ${
        gone.length > 0
          ? html`<label for="gone-fields">${words.goneFields}</label>
              <textarea id="gone-fields" part="input" readonly rows=${gone.length + 1}
                .value=${gone.map(({ label, typed }) => `${label}: ${typed}`).join('\n')}></textarea>`
          : nothing
      }
      <button type="button" class="button" id="understood" @click=${this._understood}>${words.understood}</button>
    </div>`
  }

  _copying() {
    const words = allWords(this.words)
    return html`<div class="actions">
      <button type="button" class="button" part="button" id="copy-earlier" aria-describedby="copy-earlier-help"
        @click=${this._copy}>${icons.copy}${words.copyEarlier}</button>
      <p class="hint" id="copy-earlier-help">${words.copyEarlierHelp}</p>
    </div>`
  }

  _copy = () => {
    const { session } = this
    const unanswered = () => this._questions().filter(({ blank }) => blank)
    const before = unanswered().map(({ path }) => path)
    session?.restructure((form) => form.copyEarlier())
    const left = new Set(unanswered().map(({ path }) => path))
    const copied = before.filter((path) => !left.has(path))
    session?.announce(allWords(this.words).copied(copied.length))
    const [first] = copied
    if (first) lead(this, first)
  }

  _drop = () => {
    const { session } = this
    if (session) session.other = null
    if (session?.keeper) dropOthers(session.keeper)
    this.requestUpdate()
  }

  /**
   * @param {Event} event
   * @param {string} path
   */
  _lead(event, path) {
    // The address bar belongs to the host.
    event.preventDefault()
    lead(this, path)
  }

  /** Every input of the form with its question. */
  _questions() {
    return fieldsOf(this.session?.view).flatMap(({ label, inputs }) =>
      inputs.map((input) => ({
        path: input.path,
        blank: input.blank,
        label: input.label ? `${label}: ${input.label}` : label,
      })),
    )
  }

  /** Holds what this version of the plan asks against what the version asked with which the draft was begun. */
  async _compare() {
    // The element's properties are set after it is made.
    await Promise.resolve()
    const { session, port } = this
    const { keeper } = session ?? {}
    if (!session || !keeper || !port) return
    const now = this._asked()
    /** @type {import('../../store/keeper.js').DraftRecord | undefined} */
    const record = await port.desk.store.get('drafts', keeper.key).catch(() => undefined)
    const asked = askedOf(record)
    const { planVersion, figures = {} } = JSON.parse(session.opened ?? '{}')
    if (!asked || (planVersion === undefined && asked.version !== now.version)) return this._understood()
    if (asked.version === now.version || this.session !== session) return
    const added = Object.entries(now.fields).filter(([path]) => !(path in asked.fields))
    const gone = Object.entries(asked.fields).filter(([path]) => !(path in now.fields))
    // The core says at which of them something stands that the form does not ask.
    const said = session.ask((form) => form.problems()) ?? []
    const typed = new Set(said.map(({ path }) => path))
    this.changes = {
      added: added.map(([path, label]) => ({ path, label })),
      gone: gone
        .filter(([path]) => typed.has(path))
        .map(([path, label]) => ({ label, typed: String(figures[path.slice('/figures/'.length)] ?? '') })),
    }
    if (added.length === 0 && gone.length === 0) this._understood()
  }

  /** @returns {Asked} */
  _asked() {
    const figures = this._questions().filter(({ path }) => path.startsWith('/figures/'))
    return {
      version: this.port?.desk.summary.version ?? 0,
      fields: Object.fromEntries(figures.map(({ path, label }) => [path, label])),
    }
  }

  _understood = () => {
    const { keeper } = this.session ?? {}
    this.changes = null
    if (!keeper) return
    const { key } = keeper
    const asked = written(this._asked())
    this.port?.desk.store.update('drafts', key, (old) => ({ ...old, key, asked })).catch(() => {})
  }
}
