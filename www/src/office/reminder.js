/**
 * What the office sends to those who have not reported, ready to be copied, shared or taken as a list. It can be changed
 * before, and nothing is sent by itself.
 * @module
 */
import { html, nothing } from 'lit'
import { csv } from '../csv.js'
import { given, Part } from '../part.js'
import { saveFile } from '../store/file.js'
import { reminderWords } from './words.js'

/** @typedef {import('../types.js').DutyOverview} DutyOverview */

/** The longest address of a letter that mail programs take. */
const LONGEST = 2000

export class PhieuReminder extends Part {
  /** @override */
  static get properties() {
    return { duty: given, portal: given, lang: given, text: given, done: given }
  }

  constructor() {
    super()
    /** @type {DutyOverview | undefined} */
    this.duty = undefined
    /** @type {string | null} the page on which the units report */
    this.portal = null
    this.lang = 'vi'
    /** @type {string | undefined} as the office has it by now; none while it is folded */
    this.text = undefined
    /** what was done with it */
    this.done = ''
    /** @type {string | undefined} of which duty it is */
    this.of = undefined
  }

  /** @override */
  willUpdate() {
    const key = this.duty?.key
    if (this.of !== undefined && this.of !== key) this.text = undefined
    this.of = key
  }

  get says() {
    return reminderWords(this.lang)
  }

  /** @override */
  render() {
    const { duty, says, text, done } = this
    if (!duty?.reminder) return nothing
    const id = `reminder-${duty.key}`
    return html`<details class="office-reminder" @toggle=${this._toggle}>
      <summary>${says.title}</summary>
      ${
        text === undefined
          ? nothing
          : html`<label for=${id}>${says.text}</label>
            <p class="hint" id="${id}-hint">${says.help}</p>
            <textarea id=${id} rows="12" aria-describedby="${id}-hint" .value=${text} @input=${this._typed}></textarea>
            <div class="actions">
              <button type="button" class="button primary" data-action="copy" @click=${this._copy}>${says.copy}</button>
              ${'share' in navigator ? html`<button type="button" class="button" data-action="share" @click=${this._share}>${says.share}</button>` : nothing}
              ${this._letter(duty.reminder.subject, text)}
              <button type="button" class="button" data-action="csv" @click=${this._save}>${says.csv}</button>
            </div>
            <p class="hint" role="status">${done}</p>`
      }
    </details>`
  }

  /**
   * A letter that the office's own mail program opens. One that is too long for an address is copied.
   * @param {string} subject
   * @param {string} text
   */
  _letter(subject, text) {
    const address = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.split('\n').join('\r\n'))}`
    return address.length > LONGEST
      ? nothing
      : html`<a class="button" data-action="mail" href=${address}>${this.says.mail}</a>`
  }

  /** The link of a unit, where the page says on which page units report. @param {string} unit */
  _link(unit) {
    if (!this.portal) return ''
    const link = new URL(this.portal, document.baseURI)
    link.hash = new URLSearchParams({ unit }).toString()
    return link.href
  }

  _toggle = (/** @type {Event} */ { target }) => {
    // What is changed is not overwritten as the time passes.
    if (/** @type {HTMLDetailsElement} */ (target).open) this.text ??= this._whole()
  }

  _whole() {
    const { reminder, units = [] } = this.duty ?? {}
    const lines = (reminder?.lines ?? []).flatMap(({ text, unit }) => {
      const named = unit === null ? undefined : units[unit]
      const link = named ? this._link(named.unit) : ''
      return link ? [text, link] : [text]
    })
    return lines.join('\n')
  }

  _typed = (/** @type {Event} */ { target }) => {
    this.text = /** @type {HTMLTextAreaElement} */ (target).value
    this.done = ''
  }

  _copy = async () => {
    const area = /** @type {HTMLTextAreaElement | null} */ (this.querySelector('textarea'))
    try {
      await navigator.clipboard.writeText(this.text ?? '')
    } catch {
      // Pages without https, and frames that may not, have the older way only.
      area?.select()
      // What is selected is copied by hand.
      if (!document.execCommand('copy')) return
      this.one('[data-action=copy]')?.focus()
    }
    this.done = this.says.copied
  }

  _share = () => {
    const { duty, text = '' } = this
    // Whoever turns back has shared nothing, and needs not be told.
    navigator.share({ title: duty?.reminder?.subject ?? '', text }).catch(() => {})
  }

  _save = () => {
    const { duty, says } = this
    const { reminder, units = [], deadlineText = null } = duty ?? {}
    const named = (reminder?.lines ?? []).flatMap(({ unit }) => (unit === null ? [] : (units[unit] ?? [])))
    const rows = named.map((unit, place) => [
      place + 1,
      unit.name,
      unit.sectorName,
      unit.stateText,
      unit.deadlineText ?? deadlineText,
      this._link(unit.unit),
    ])
    saveFile(
      `${says.file}-${duty?.duty}-${duty?.period.from}.csv`,
      'text/csv',
      csv.write([says.columns, ...rows]),
    )
  }
}
