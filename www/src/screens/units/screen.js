/**
 * Choosing the unit (đơn vị): searched without marks by the core, grouped by sector.
 * @module
 */
import { html, nothing } from 'lit'
import { icons } from '../../icons.js'
import { given, Part } from '../../part.js'
import { withOwn } from '../../words.js'
import { vi } from './vi.js'

const allWords = withOwn(vi, ({ units }) => units)

export class PhieuUnits extends Part {
  /** @override */
  static get properties() {
    return { plan: given, words: given, onChoose: given, query: { state: true } }
  }

  constructor() {
    super()
    /** @type {import('../../core.js').Plan | undefined} */
    this.plan = undefined
    this.query = ''
    /** @type {(unit: string) => void} */
    this.onChoose = () => {}
  }

  /** @override */
  render() {
    const { plan, query } = this
    const words = allWords(this.words)
    if (!plan) return nothing
    const groups = plan.searchUnits(query)
    const count = groups.reduce((sum, { units }) => sum + units.length, 0)
    return html`<div class="sheet" part="units">
      <h2 tabindex="-1" id="title">${words.chooseUnit}</h2>
      <div class="search" role="search">
        <label for="unit-search">${words.searchUnit}</label>
        <div class="control">
          ${icons.search}
          <input type="text" id="unit-search" part="input" autocomplete="off" spellcheck="false"
            aria-describedby="unit-hint"
            @input=${(/** @type {Event} */ event) => {
              this.query = /** @type {HTMLInputElement} */ (event.target).value
            }}>
        </div>
        <p class="hint" id="unit-hint">${words.searchHint}</p>
        <p class="unseen" role="status">${words.unitsFound(count)}</p>
      </div>
      ${count === 0 ? html`<p class="empty">${words.noUnit}</p>` : nothing}
      ${groups.map(
        ({ sector, units }, index) => html`<section class="units" aria-labelledby="sector-${index}">
          <h3 id="sector-${index}">${sector}
            <span class="count">${units.length}</span></h3>
          <ul>
            ${units.map(
              (unit) => html`<li>
                <button type="button" class="unit" part="unit" data-unit=${unit.id} @click=${() => this.onChoose(unit.id)}>
                  ${unit.name}
                </button>
              </li>`,
            )}
          </ul>
        </section>`,
      )}
    </div>`
  }
}
