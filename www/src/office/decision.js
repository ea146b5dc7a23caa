/**
 * What the office decides about a report: it accepts it, or returns it with a reason for the whole or for single
 * answers; and what became of it so far.
 * @module
 */
import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import { icons } from '../icons.js'
import { last } from '../list.js'
import { given, Part } from '../part.js'
import { fieldsOf, givenIn, pointTables } from './points.js'
import { decisionWords } from './words.js'

/** @typedef {import('../types.js').FieldReason} FieldReason */

export class PhieuDecision extends Part {
  /** @override */
  static get properties() {
    return {
      ...{ received: given, lang: given, onDecide: given, fields: given, trouble: given, busy: given },
      points: given,
    }
  }

  constructor() {
    super()
    /** @type {import('../types.js').ReceivedView | undefined} */
    this.received = undefined
    this.lang = 'vi'
    /** @type {(verdict: import('../types.js').Verdict) => Promise<void>} */
    this.onDecide = async () => {}
    /** @type {FieldReason[]} the answers that are to be mended */
    this.fields = []
    /** @type {Map<string, import('./points.js').Given>} the points that the office gives, by where the answer stands */
    this.points = new Map()
    this.reason = ''
    /** @type {string | null} */
    this.trouble = null
    this.busy = false
  }

  get says() {
    return decisionWords(this.lang)
  }

  /** @override @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('received')) this.points = givenIn(this.received?.points ?? [])
  }

  /** @override */
  render() {
    const { received, says } = this
    if (!received?.history) return nothing
    const latest = last(received.history)
    const isLatest = latest?.submission === received.receipt.submission
    return html`<section class="section" id="decision" aria-labelledby="decision-title">
      <h3 id="decision-title" tabindex="-1">${says.title}</h3>
      ${this._history(received.history)}
      ${!isLatest ? html`<p>${says.superseded}</p>` : this._form(received)}
    </section>`
  }

  /** @param {import('../types.js').RevisionView[]} history */
  _history(history) {
    const { says } = this
    return html`<ol class="history">
      ${history.map(
        ({ revision, receivedText, sentBy, decisions }) => html`<li>
          ${says.came(revision, receivedText ?? '')} <span class="hint">${says.by} <bdi>${sentBy}</bdi></span>
          ${decisions.map(
            ({ outcomeText, decidedText, decidedBy, reason, fields }) => html`<p>
              <strong>${outcomeText}</strong> ${decidedText} <span class="hint">${says.by} <bdi>${decidedBy}</bdi></span>${
                reason ? html`<br><bdi>${reason}</bdi>` : nothing
              }</p>
              ${
                fields.length > 0
                  ? html`<ul>${fields.map(
                      (field) =>
                        html`<li>${this._label(field.path)}: ${
                          field.points ? html`<strong>${field.points}</strong> ` : nothing
                        }<bdi>${field.reason}</bdi></li>`,
                    )}</ul>`
                  : nothing
              }`,
          )}</li>`,
      )}
    </ol>`
  }

  /** @param {import('../types.js').ReceivedView} received */
  _form({ review, status, points = [] }) {
    const { says, busy } = this
    const onGive = (/** @type {string} */ path, /** @type {object} */ change) => {
      const before = this.points.get(path) ?? { points: '', reason: '' }
      this.points = new Map(this.points).set(path, { ...before, ...change })
      this.trouble = null
    }
    const answers = answersOf(review)
    const accepted = status === 'accepted'
    const typed = (/** @type {any} */ { target }) => {
      this.reason = target.value
      this.trouble = null
    }
    return html`
      ${accepted ? html`<p class="finding info">${icons.info}<span>${says.locked}</span></p>` : nothing}
      ${pointTables(points, this.points, { says, onGive })}
      <label for="return-reason">${says.reason}</label>
      <p class="hint" id="return-hint">${says.reasonHelp}</p>
      <textarea id="return-reason" rows="3" aria-describedby="return-hint" .value=${live(this.reason)}
        @input=${typed} @change=${typed}></textarea>
      ${this.fields.map((field, index) => this._line(field, index, answers))}
      <button type="button" class="link" id="add-field" @click=${() => this._add(answers)}>${says.addField}</button>
      ${this.trouble ? html`<p class="finding error" role="alert">${icons.error}<span>${this.trouble}</span></p>` : nothing}
      <div class="actions">
        <button type="button" class="button" id="return" aria-disabled=${busy || nothing} @click=${() => this._return()}>${says.return}</button>
        ${
          accepted && points.length === 0
            ? nothing
            : html`<button type="button" class="button primary" id="accept" aria-disabled=${busy || nothing}
                @click=${() => this._send({ outcome: 'accepted', fields: fieldsOf(this.points) })}>${
                  accepted ? says.givePoints : says.accept
                }</button>`
        }
      </div>`
  }

  /**
   * @param {FieldReason} field
   * @param {number} index
   * @param {{ path: string, label: string }[]} answers
   */
  _line(field, index, answers) {
    const { says } = this
    const typed = (/** @type {any} */ { target }) => this._change(index, { reason: target.value })
    return html`<fieldset class="return-line">
      <legend>${says.field(index + 1)}</legend>
      <select aria-label=${says.which} @change=${(/** @type {any} */ { target }) => this._change(index, { path: target.value })}>
        ${answers.map(
          ({ path, label }) => html`<option value=${path} ?selected=${path === field.path}>${label}</option>`,
        )}
      </select>
      <input type="text" aria-label=${says.why} placeholder=${says.why} .value=${live(field.reason)}
        @input=${typed} @change=${typed}>
      <button type="button" class="link" @click=${() => this._take(index)}>${says.remove}</button>
    </fieldset>`
  }

  /** @param {{ path: string, label: string }[]} answers */
  async _add(answers) {
    const taken = new Set(this.fields.map(({ path }) => path))
    const next = answers.find(({ path }) => !taken.has(path)) ?? answers[0]
    if (!next) return
    this.fields = [...this.fields, { path: next.path, reason: '' }]
    await this.updateComplete
    this.one('.return-line:last-of-type select')?.focus()
  }

  /** @param {number} index */
  _take(index) {
    this.fields = this.fields.filter((_, at) => at !== index)
    this.one('#add-field')?.focus()
  }

  /** @param {number} index @param {Partial<FieldReason>} change */
  _change(index, change) {
    this.fields = this.fields.map((field, at) => (at === index ? { ...field, ...change } : field))
  }

  /** @param {string} path */
  _label(path) {
    const known = answersOf(/** @type {import('../types.js').ReceivedView} */ (this.received).review)
    return known.find((answer) => answer.path === path)?.label ?? path
  }

  _return() {
    return this._send({ outcome: 'returned', reason: this.reason, fields: this.fields })
  }

  /** @param {import('../types.js').Verdict} verdict */
  async _send(verdict) {
    if (this.busy) return
    this.busy = true
    this.trouble = null
    try {
      await this.onDecide(verdict)
      this.reason = ''
      this.fields = []
      // What was pressed may be gone; what became of the report stands below its heading.
      this.one('#decision-title')?.focus()
    } catch (error) {
      // What the office wrote stays until the server has taken it.
      this.trouble = /** @type {Error} */ (error).message
    } finally {
      this.busy = false
    }
  }
}

/**
 * Every answer of a report that can be returned by itself.
 * @param {import('../types.js').Review} review
 */
function answersOf(review) {
  return review.sections.flatMap(({ title, rows, activities }) => [
    ...rows,
    ...activities.flatMap((activity) =>
      activity.rows.map(({ path, label }) => ({ path, label: `${activity.title || title}: ${label}` })),
    ),
  ])
}
