/**
 * What the core found, beside where it found it. Words and a mark, never colour alone.
 * @module
 */
import { html, nothing } from 'lit'
import { icons } from '../icons.js'

/** @typedef {import('../types.js').FindingView} FindingView */

/**
 * @param {FindingView[]} found
 * @param {{ id: string, words: import('../words.js').Words, attempted: boolean, locked: boolean,
 *   explain: (finding: FindingView, text: string) => void }} options
 */
export function findings(found, { id, words, attempted, locked, explain }) {
  if (found.length === 0) return nothing
  return html`<div class="findings" id=${id} part="findings">
    ${found.map(
      (finding) => html`<p class="finding ${finding.severity}">
          ${icons[finding.severity]}<span><span class="unseen">${words[finding.severity]}: </span>${finding.message}</span>
        </p>
        ${finding.severity === 'warning' ? explanation(finding) : nothing}`,
    )}
  </div>`

  /** @param {FindingView} finding */
  function explanation(finding) {
    const missing = attempted && finding.blocks
    const explained = (/** @type {Event} */ event) =>
      explain(finding, /** @type {HTMLInputElement} */ (event.target).value)
    const field = `${id}-${finding.code.replace(/\W/g, '-')}`
    return html`<div class="explanation">
      <label for=${field}>${words.explain}</label>
      <input type="text" id=${field} part="input" autocomplete="off" spellcheck="false"
        .value=${finding.explanation ?? ''} ?readonly=${locked} aria-invalid=${missing || nothing}
        @input=${explained} @change=${explained}>
    </div>`
  }
}
