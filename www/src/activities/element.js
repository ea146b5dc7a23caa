/**
 * The list of activities (hoạt động) of a report, each a card that closes to one line: add from the plan's calendar or blank,
 * copy, move, remove and take the removal back. Everything by keyboard too, and the focus goes where the work goes on.
 * @module
 */
import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { findings } from '../field/findings.js'
import { icons } from '../icons.js'
import { given } from '../part.js'
import { saveFile } from '../store/file.js'
import { SessionPart } from '../watching.js'
import { wordsIn } from '../words/shared.js'
import { card } from './card.js'
import { en } from './en.js'
import { Inquiry } from './inquiry.js'
import { goesOn } from './keys.js'
import { Rows } from './rows.js'
import { recall, restore } from './undo.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {import('../types.js').ItemView} ItemView */

export class PhieuActivities extends SessionPart {
  /** @override */
  static get properties() {
    return {
      ...SessionPart.properties,
      list: given,
      port: given,
      removed: { state: true },
      choosing: { state: true },
      open: { state: true },
      wide: { state: true },
    }
  }

  constructor() {
    super()
    /** @type {import('../types.js').ListView | undefined} */
    this.list = undefined
    /** @type {import('./undo.js').Removed | null} */
    this.removed = null
    this.choosing = false
    /** @type {number | null} the key of the activity that is being filled in; the others are closed */
    this.open = null
    /** @type {number | null} the key of the activity of which more is asked for */
    this.wide = null
    /** @type {import('./inquiry.js').Port | undefined} */
    this.port = undefined
    /** @type {Inquiry | undefined} */
    this._inquiry = undefined
    this.rows = new Rows(this)
    this.addEventListener('paste', (event) => this.rows.onPaste(event))
    this.addEventListener('change', () => this.rows.renew())
    this.addEventListener('keydown', goesOn)
    this.addEventListener('phieu-picked', goesOn)
    this.addEventListener('focusout', () => {
      this._inquiry?.soon()
      // The focus lands a moment later, and another window may have it.
      requestAnimationFrame(
        () => this.matches(':focus-within') || !document.hasFocus() || this.session?.leaveList(),
      )
    })
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback()
    this._inquiry?.stop()
  }

  /** What rows come into that are pasted. */
  into() {
    return this.rows.into()
  }

  /** Closes whatever is open: the list is another one. */
  close() {
    this.removed = null
    this.open = null
  }

  /**
   * @override
   * @param {import('lit').PropertyValues} changed
   */
  willUpdate(changed) {
    if (changed.has('session')) this.rows = new Rows(this)
    super.willUpdate(changed)
  }

  /** @override */
  updated() {
    const { session, port } = this
    if (session && port && this._inquiry?.session !== session) {
      this._inquiry?.stop()
      this._inquiry = new Inquiry(session, port)
    }
    this._inquiry?.soon()
  }

  /**
   * @override
   * @param {import('../session.js').Topic} topic
   */
  concerns(topic) {
    return topic === 'list' || topic === 'problems'
  }

  /** @override */
  render() {
    const { list } = this
    const { locked = false } = this.session ?? {}
    const words = allWords(this.words)
    if (!list) return nothing
    return html`
      ${findings(this._found(), {
        id: 'at_activities-findings',
        words,
        attempted: this.session?.attempted ?? false,
        locked,
        explain: (finding, text) => this.session?.explain(finding.path, finding.code, text),
      })}
      ${list.items.length === 0 ? html`<p class="empty">${words.noActivity}</p>` : nothing}
      <ol class="activities" part="activities">
        ${repeat(
          list.items,
          (item) => item.key,
          (item) => card(this, item, list.items.length),
        )}
      </ol>
      ${locked ? nothing : this._changing(list)}
      ${
        list.items.length > 0
          ? html`<button type="button" class="link" id="at_activities-save" @click=${this._save}>${words.saveRows}</button>`
          : nothing
      }`
  }

  /** Hands the list over as a file. */
  _save = () => {
    const text = this.session?.ask((form) => form.ofTable('toFile', '/activities'))
    if (text) saveFile('activities.csv', 'text/csv', text)
  }

  /**
   * What changes the list.
   * @param {import('../types.js').ListView} list
   */
  _changing(list) {
    const words = allWords(this.words)
    const due = list.planned.filter((planned) => planned.due && !planned.added)
    const { pasting, missed } = this.rows
    return html`${
      pasting?.isShown
        ? html`<phieu-pasting .port=${pasting.port()} .words=${this.words}></phieu-pasting>`
        : nothing
    }${missed || pasting?.missed ? html`<p class="notice warn" role="status">${words.pastingNotHere}</p>` : nothing}${this.removed ? this._undo(this.removed) : nothing}
      ${
        due.length > 0
          ? html`<div class="due" role="group" aria-label=${words.due}><p class="hint">${words.due}</p>${due.map(
              (planned) => html`<button type="button" class="chip" data-planned=${planned.id}
                @click=${() => this._addPlanned(planned.id)}>${icons.add}${planned.title}</button>`,
            )}</div>`
          : nothing
      }
      <div class="actions">
        <button type="button" class="button" part="button" id="at_activities" @click=${this._addBlank}>
          ${icons.add}${words.addActivity}
        </button>
        ${
          list.planned.length > 0
            ? html`<button type="button" class="button" part="button" aria-expanded=${this.choosing}
                aria-controls="planned" @click=${() => (this.choosing = !this.choosing)}>
                ${icons.notYetOpen}${words.addPlanned}
              </button>
              <button type="button" class="button" part="button" id="as-planned" @click=${this._asPlanned}>
                ${icons.sent}${words.asPlanned}
              </button>`
            : nothing
        }
        <button type="button" class="button" part="button" id="at_activities-paste" @click=${() => this.rows.show()}>
          ${icons.copy}${words.pasteRows}
        </button>
      </div>
      ${this.choosing ? this._calendar() : nothing}`
  }

  /** What is wrong with the list as a whole; what only the check before sending knows, once it ran. */
  _found() {
    const { list, session } = this
    const now = session?.listFindings ?? list?.findings ?? []
    const shown = session?.attempted ? now : now.filter(({ severity }) => severity !== 'error')
    const more = session?.problems.filter(({ path }) => path === '/activities') ?? []
    return [...shown, ...more.filter(({ code }) => !shown.some((finding) => finding.code === code))]
  }

  /** @param {import('./undo.js').Removed} removed */
  _undo(removed) {
    const words = allWords(this.words)
    return html`<div class="notice" role="status">
      <p>${words.removed(removed.title || words.activity(removed.index + 1))}</p>
      <button type="button" class="button" id="undo" @click=${() => this._takeBack(removed)}>${words.undo}</button>
    </div>`
  }

  _calendar() {
    const { list } = this
    const words = allWords(this.words)
    return html`<ul class="planned" id="planned">
      ${list?.planned.map(
        (planned) => html`<li>
          <span class="planned-title">${planned.title}
            ${planned.dateText ? html`<span class="hint">${planned.dateText}</span>` : nothing}</span>
          ${planned.added ? html`<span class="hint">${words.added}</span>` : nothing}
          <button type="button" class="button small" aria-label="${words.add}: ${planned.title}"
            @click=${() => this._addPlanned(planned.id)}>${words.add}</button>
        </li>`,
      )}
    </ul>`
  }

  _addBlank = () => this._add((form) => form.addActivity({}))

  /** @param {string} planned */
  _addPlanned = (planned) => this._add((form) => form.addActivity({ planned }))

  /** @param {ItemView} item */
  copyItem(item) {
    return this._add((form) => form.addActivity({ copyOf: item.index }))
  }

  /** Opens an activity, and closes it where it is open. @param {ItemView} item */
  toggle(item) {
    this.open = this.open === item.key ? null : item.key
  }

  _asPlanned = () =>
    this._add(
      (form) => form.addAllPlanned(),
      (count) => allWords(this.words).addedPlanned(count),
    )

  /**
   * Says what was added, and goes on in the first field that is left; what was open before is closed.
   * @param {(form: import('../core.js').Form) => import('../types.js').FormView} change
   * @param {(count: number, last: number) => string} [say]
   */
  async _add(change, say = (_, last) => allWords(this.words).addedActivity(last)) {
    const before = this._items().length
    this.rows.settle()
    this.session?.restructure(change)
    this.removed = null
    const items = this._items()
    const added = items[before]
    this.session?.announce(say(items.length - before, items.length))
    if (added) this.open = added.key
    const element = await this._fieldsOf(added)
    const inputs = /** @type {HTMLInputElement[]} */ ([...(element?.querySelectorAll('input') ?? [])])
    const next = inputs.find(({ value }) => value === '') ?? inputs[0]
    next?.focus()
    // What stands around it is laid out a moment later, and may push it out of sight.
    for (let frame = 0; frame < 4; frame += 1) {
      await new Promise((painted) => requestAnimationFrame(painted))
      if (next?.matches(':focus')) next.scrollIntoView({ block: 'nearest' })
    }
  }

  /** The list as the session has it, which is told to this part a moment later. */
  _items() {
    return this.session?.view.sections.find(({ activities }) => activities)?.activities?.items ?? []
  }

  /**
   * @param {ItemView} item
   * @param {number} by
   */
  async moveItem(item, by) {
    const to = item.index + by
    this.rows.settle()
    this.session?.restructure((form) => form.moveActivity(item.index, to))
    this.session?.announce(allWords(this.words).moved(to + 1, this._items().length))
    // Moving an element takes the focus from the button in it.
    const tools = (await this._fieldsOf(this._items()[to]))?.querySelectorAll('.tool')
    const again = /** @type {HTMLElement | undefined} */ (tools?.[by < 0 ? 0 : 1])
    again?.focus()
  }

  /** @param {ItemView} item */
  async removeItem(item) {
    if (!this.session) return
    this.removed = recall(this.session, item)
    this.rows.settle()
    this.session.restructure((form) => form.removeActivity(item.index))
    await this.updateComplete
    this.one('#undo')?.focus()
  }

  /** @param {import('./undo.js').Removed} removed */
  async _takeBack(removed) {
    this.rows.settle()
    this.session?.restructure((form) => restore(form, removed))
    this.removed = null
    const back = this._items()[removed.index]
    if (back) this.open = back.key
    const item = await this._fieldsOf(back)
    item?.querySelector('h4')?.focus()
  }

  /**
   * The element of an activity, once its fields stand.
   * @param {ItemView | undefined} item
   */
  async _fieldsOf(item) {
    if (!item) return null
    // The form hands the new list on.
    await /** @type {import('../part.js').Part | null} */ (this.closest('phieu-form'))?.updateComplete
    await this.updateComplete
    const element = this.one(`#activity-${item.key}`)?.closest('li') ?? null
    const fields = /** @type {import('../part.js').Part[]} */ ([
      ...(element?.querySelectorAll('phieu-field') ?? []),
    ])
    await Promise.all(fields.map((field) => field.updateComplete))
    return element
  }
}
