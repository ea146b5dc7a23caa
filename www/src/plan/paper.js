/**
 * The document with its sentences marked. One mark at a time takes the focus; arrow keys go from one to the next.
 * @module
 */
import { html, nothing } from 'lit'

/** @typedef {import('../contract.ts').PaperLine} PaperLine */

/**
 * @param {{ words: import('./words.js').Words, lines: PaperLine[], current: string | null,
 *   standing: (of: string) => string, onSee: (of: string[]) => void,
 *   onUse: (list: 'targets' | 'duties' | 'activities', piece: string) => void }} port
 */
export function paper({ words, lines, current, standing, onSee, onUse }) {
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
    // With Shift what nothing was made of too.
    const kinds = event.shiftKey ? ['.mark', '.plain', ':focus'] : ['.mark', ':focus']
    const marks = [...(mark.closest('.paper')?.querySelectorAll(kinds.join()) ?? [])]
    const next = /** @type {HTMLElement | undefined} */ (marks[marks.indexOf(mark) + step])
    next?.focus()
  }
  // Of what was seen and not used something can be made all the same.
  const isFree = (/** @type {string[]} */ of) => of.every((name) => standing(name) === 'done')
  const plain = (
    /** @type {number} */ start,
    /** @type {string} */ text,
    /** @type {number} */ heading,
    /** @type {string[]} */ was,
  ) => {
    const of = [`text/${start}`]
    if (heading || !text.trim()) return text
    return html`<span class="plain ${was.length > 0 ? 'done' : ''}" role="button" tabindex="-1" data-of=${of[0]} aria-expanded=${current === of[0]}
      @click=${() => onSee(of)} @keydown=${(/** @type {KeyboardEvent} */ event) => key(event, of)}>${text}</span>`
  }
  return html`<section class="paper" aria-label=${words.document}>
    <p class="hint">${words.documentHelp}</p>
    ${lines.map(
      ({ heading, pieces }) =>
        html`<p class=${heading ? `heading level-${Math.min(heading, 3)}` : ''}>${pieces.map(
          ({ start, text, of }) =>
            isFree(of)
              ? plain(start, text, heading, of)
              : html`<span class="mark ${standing(of[0] ?? '')}" role="button" data-of=${of.join(' ')}
              tabindex=${takesFocus(of) ? 0 : -1} aria-pressed=${of.includes(current ?? '')}
              @click=${() => onSee(of)} @keydown=${(/** @type {KeyboardEvent} */ event) => key(event, of)}>${text}</span>`,
        )}</p>${pieces.map(({ start, of }) =>
          isFree(of) && current === `text/${start}`
            ? useIt(current, { label: words.useAs, words, onUse })
            : nothing,
        )}`,
    )}
    ${lines.length === 0 ? html`<p class="empty">${words.none}</p>` : nothing}
  </section>`
}

/** What a sentence can be made into. */
const LISTS = /** @type {const} */ (['targets', 'duties', 'activities'])

/**
 * What words of the document can be made into, beside what they are.
 * @param {string} named
 * @param {{ label: string, words: import('./words.js').Words, but?: string,
 *   onUse: (list: 'targets' | 'duties' | 'activities', named: string) => void }} port `but`: a list that another button adds to
 */
export const useIt = (
  named,
  { label, words, but, onUse },
) => html`<div class="tools use" role="group" aria-label=${label}>
  <span class="hint">${label}</span>
  ${LISTS.filter((list) => list !== but).map(
    (list) => html`<button type="button" class="button small use-${list}"
      @click=${() => onUse(list, named)}>${words.asList[list]}</button>`,
  )}</div>`
