/**
 * The document with its sentences marked. One mark at a time takes the focus; arrow keys go from one to the next.
 * @module
 */
import { html, nothing } from 'lit'

/** @typedef {import('../contract.ts').PaperLine} PaperLine */

/**
 * @param {{ words: import('./words.js').Words, lines: PaperLine[], current: string | null,
 *   standing: (of: string) => string, onSee: (of: string[]) => void }} port
 */
export function paper({ words, lines, current, standing, onSee }) {
  const first = lines.flatMap(({ pieces }) => pieces).find(({ of }) => of.length > 0)
  const active = current ?? first?.of[0]
  let isTaken = false
  const takesFocus = (/** @type {string[]} */ of) => {
    const takes = !isTaken && of.includes(active ?? '')
    isTaken ||= takes
    return takes
  }
  const key = (/** @type {KeyboardEvent} */ event, /** @type {string[]} */ of) => {
    const mark = /** @type {HTMLElement} */ (event.currentTarget)
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onSee(of)
      return
    }
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const marks = [...(mark.closest('.paper')?.querySelectorAll('.mark') ?? [])]
    const next = /** @type {HTMLElement | undefined} */ (marks[marks.indexOf(mark) + step])
    next?.focus()
  }
  return html`<section class="paper" aria-label=${words.document}>
    <p class="hint">${words.documentHelp}</p>
    ${lines.map(
      ({ heading, pieces }) =>
        html`<p class=${heading ? `heading level-${Math.min(heading, 3)}` : ''}>${pieces.map(
          ({ text, of }) =>
            of.length === 0
              ? text
              : html`<span class="mark ${standing(of[0] ?? '')}" role="button" data-of=${of.join(' ')}
              tabindex=${takesFocus(of) ? 0 : -1} aria-pressed=${of.includes(current ?? '')}
              @click=${() => onSee(of)} @keydown=${(/** @type {KeyboardEvent} */ event) => key(event, of)}>${text}</span>`,
        )}</p>`,
    )}
    ${lines.length === 0 ? html`<p class="empty">${words.none}</p>` : nothing}
  </section>`
}
