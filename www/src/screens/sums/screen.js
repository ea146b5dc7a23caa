/**
 * What the unit reported of the shorter periods inside this one: a line at each figure, and one tap that takes the sums into
 * the blanks. What is added up, and in which words, is the core's.
 * @module
 */
import { html, nothing } from 'lit'
import { icons } from '../../icons.js'
import { SessionPart } from '../../watching.js'
import { wordsIn } from '../../words/shared.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

export class PhieuSums extends SessionPart {
  /** @type {import('../../types.js').PartsView | undefined} */
  _parts

  /**
   * @override
   * @param {import('../../session.js').Topic} topic
   */
  concerns(topic) {
    return topic === 'structure' || topic === 'left'
  }

  /** @override @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    super.willUpdate(changed)
    this._parts = this.session?.ask((form) => form.parts())
  }

  /** @override */
  updated() {
    const { session, _parts: { figures } = { figures: [] } } = this
    /** @type {Map<string, string[]>} */
    const told = new Map()
    for (const { path, text } of figures) told.set(path, [...(told.get(path) ?? []), text])
    if (!session || JSON.stringify([...told]) === JSON.stringify([...session.told])) return
    session.told = told
    session.renew()
  }

  /** @override */
  render() {
    const { takeText } = this._parts ?? {}
    if (!takeText || this.session?.locked) return nothing
    return html`<div class="actions">
      <button type="button" class="button" part="button" id="take-parts" aria-describedby="take-parts-help"
        @click=${this._take}>${icons.add}${takeText}</button>
      <p class="hint" id="take-parts-help">${allWords(this.words).sumsHelp}</p>
    </div>`
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
