/**
 * What was reported already, of the shorter periods inside this one or by the units below: a line at each figure, and one tap
 * that takes the sums into the blanks. What is added up, and in which words, is the core's.
 * @module
 */
import { html, nothing } from 'lit'
import { fieldsOf } from '../../asked.js'
import { icons } from '../../icons.js'
import { written } from '../../json.js'
import { given } from '../../part.js'
import { below } from '../../store/below.js'
import { SessionPart } from '../../watching.js'
import { wordsIn } from '../../words/shared.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {import('../../activities/inquiry.js').Port & { occasion: import('../../types.js').DutyView | null }} Port */

export class PhieuSums extends SessionPart {
  /** @override */
  static get properties() {
    return { ...SessionPart.properties, port: given }
  }

  /** @type {import('../../types.js').PartsView | undefined} */
  _parts
  /** The report of which the units below were asked about. @type {import('../../session.js').FormSession | undefined} */
  _asked

  constructor() {
    super()
    /** @type {Port | undefined} */
    this.port = undefined
  }

  /**
   * @override
   * @param {import('../../session.js').Topic} topic
   */
  concerns(topic) {
    return topic === 'structure' || topic === 'left' || topic === 'other'
  }

  /** @override @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    super.willUpdate(changed)
    this._parts = this.session?.ask((form) => form.parts())
  }

  /** @override */
  updated() {
    this._askBelow()
    const { session, _parts: { figures } = { figures: [] } } = this
    /** @type {Map<string, string[]>} */
    const told = new Map()
    for (const { path, text } of figures) told.set(path, [...(told.get(path) ?? []), text])
    if (!session || written([...told]) === written([...session.told])) return
    session.told = told
    session.renew()
  }

  /** @override */
  render() {
    const { takeText, missingText, points = [] } = this._parts ?? {}
    const own = points.map((text) => html`<p class="points"><strong>${text}</strong></p>`)
    if (this.session?.locked) return html`${own}${this._reviewed()}`
    return html`${own}${
      takeText
        ? html`<div class="actions">
      <button type="button" class="button" part="button" id="take-parts" aria-describedby="take-parts-help"
        @click=${this._take}>${icons.add}${takeText}</button>
      <p class="hint" id="take-parts-help">${allWords(this.words).sumsHelp}</p>
    </div>`
        : nothing
    }
    ${missingText ? html`<p class="hint" id="missing-below">${missingText}</p>` : nothing}`
  }

  /** The points that the office gave in the place of the unit's own, each with why. */
  _reviewed() {
    const { decision, view } = this.session ?? {}
    const given = (decision?.fields ?? []).filter(({ points }) => points)
    if (given.length === 0) return nothing
    const labels = new Map(
      fieldsOf(view).flatMap(({ label, inputs }) => inputs.map(({ path }) => [path, label])),
    )
    return html`<div class="notice stacked" id="reviewed-points"><p><strong>${allWords(this.words).reviewedPoints}</strong></p>
      <ul>${given.map(
        ({ path, points, reason }) =>
          html`<li>${labels.get(path) ?? nothing}: <strong>${points}</strong>${
            reason ? html` <q>${reason}</q>` : nothing
          }</li>`,
      )}</ul></div>`
  }

  /** Asks once what the units below sent. Where the line is down, the form is as it would be without. */
  async _askBelow() {
    const { session, port } = this
    const endpoint = port?.stage.endpoint
    const occasion = port?.occasion
    if (!session || !endpoint || !occasion || session === this._asked || !this._parts?.gathers) return
    this._asked = session
    const { desk, unit } = port
    const plan = desk.summary.id
    const token = desk.access.token(endpoint, plan, unit)
    // Figures are told to nobody who is not known.
    if (!token) return
    const told = await below(endpoint, plan, { unit, ...occasion }, { lang: desk.plan.lang, token })
    if (told === null || session !== this.session) return
    session.ask((form) => form.hearBelow(told))
    this._parts = session.ask((form) => form.parts())
    this.requestUpdate()
  }

  _take = async () => {
    const { session } = this
    const blanks = () => session?.view.sections.flatMap(({ fields }) => fields.filter(isBlank)) ?? []
    const before = blanks().length
    session?.restructure((form) => form.takeParts())
    session?.announce(allWords(this.words).sumsTaken(before - blanks().length))
    await this.updateComplete
    // What was pressed is gone.
    const title = /** @type {HTMLElement | null} */ (this.closest('phieu-form')?.querySelector('#title'))
    title?.focus()
  }
}

/** @param {import('../../types.js').FieldView} field */
const isBlank = ({ inputs }) => inputs.some(({ blank }) => blank)

/** @type {import('../../part.js').Shown} */
export const screen = { tag: 'phieu-sums', element: PhieuSums }
