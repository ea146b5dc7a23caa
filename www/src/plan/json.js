/**
 * The plan as JSON: what is typed there becomes the plan where it is one, and stays as it was typed where it is none.
 * @module
 */
import { html, nothing } from 'lit'

/**
 * @param {import('../contract.ts').JsonView} json
 * @param {{ words: import('./words.js').Words, onWrite: (text: string) => void }} port
 */
export function jsonPart({ text, isPlan, faults }, { words, onWrite }) {
  const area = (/** @type {Event} */ { target }) => {
    const root = /** @type {ShadowRoot} */ (/** @type {Element} */ (target).getRootNode())
    return /** @type {HTMLTextAreaElement} */ (root.querySelector('#json'))
  }
  const go = (
    /** @type {HTMLTextAreaElement} */ input,
    /** @type {number} */ line,
    /** @type {number} */ column,
  ) => {
    const lines = input.value.split('\n')
    const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0)
    const at = Math.min(before + column - 1, input.value.length)
    input.focus()
    input.setSelectionRange(at, Math.min(before + (lines[line - 1]?.length ?? 0), input.value.length))
    // A text area scrolls to what is typed, and not to what is selected.
    const { lineHeight } = getComputedStyle(input)
    input.scrollTop = (line - 4) * (Number.parseFloat(lineHeight) || 20)
  }
  return html`${
    isPlan
      ? nothing
      : html`<p class="notice warn" role="status" id="json-kept">${words.jsonKept}
        <button type="button" class="link" id="json-back" @click=${() => onWrite('')}>${words.jsonBack}</button></p>`
  }
  ${
    faults.length > 0
      ? html`<ul class="findings" id="json-faults">${faults.map(
          ({ line, column, message }) => html`<li class="finding error"><p>${message}</p>
          <button type="button" class="link" @click=${(/** @type {Event} */ event) => go(area(event), line, column)}>${words.jsonLine(
            line,
            column,
          )}</button></li>`,
        )}</ul>`
      : nothing
  }
  <label for="json" class="unseen">${words.parts.json}</label>
  <textarea id="json" rows="24" spellcheck="false" autocomplete="off" .value=${text}
    aria-invalid=${isPlan ? nothing : 'true'}
    @change=${(/** @type {Event} */ event) => onWrite(area(event).value)}></textarea>
  <div class="tools"><button type="button" class="button" id="json-use" @click=${(
    /** @type {Event} */ event,
  ) => onWrite(area(event).value)}>${words.jsonUse}</button></div>`
}
