/**
 * The document's headings: a level deeper or less deep, none, or a line that has become one. Everything below is read
 * again, and what was decided stays.
 * @module
 */
import { html, nothing } from 'lit'

/**
 * @param {import('../contract.ts').HeadingView[]} headings
 * @param {import('../contract.ts').PaperLine[]} lines
 * @param {{ words: import('./words.js').Words, onLevel: (id: string, level: string) => void }} port
 */
export function outlinePart(headings, lines, { words, onLevel }) {
  const plain = lines.filter(({ heading, pieces }) => heading === 0 && pieces.length > 0)
  const text = (/** @type {import('../contract.ts').PaperLine} */ { pieces }) =>
    pieces.map((piece) => piece.text).join('')
  const add = (/** @type {Event} */ { target }) => {
    const root = /** @type {ShadowRoot} */ (/** @type {Element} */ (target).getRootNode())
    const select = /** @type {HTMLSelectElement | null} */ (root.querySelector('#new-heading'))
    if (select?.value) onLevel(select.value, '1')
  }
  return html`${headings.length === 0 ? html`<p class="empty">${words.none}</p>` : nothing}
    <ul class="outline">${headings.map(
      ({
        id,
        section,
        title,
        level,
        corrected,
      }) => html`<li class="level-${Math.min(level, 6)}" data-heading=${id}>
      <span class="outline-title">${level === 0 ? html`<s>${title}</s>` : html`<strong>${section}</strong> ${title}`}
        ${corrected ? html`<span class="grade">${words.corrected}</span>` : nothing}</span>
      <span class="acts">${
        level === 0
          ? nothing
          : html`<button type="button" class="button small" ?disabled=${level === 1} aria-label="${words.outdent}: ${title}"
              @click=${() => onLevel(id, 'out')}>${words.outdent}</button>
            <button type="button" class="button small" aria-label="${words.indent}: ${title}"
              @click=${() => onLevel(id, 'in')}>${words.indent}</button>
            <button type="button" class="button small" aria-label="${words.noHeading}: ${title}"
              @click=${() => onLevel(id, 'none')}>${words.noHeading}</button>`
      }${
        corrected
          ? html`<button type="button" class="button small" aria-label="${words.asRead}: ${title}"
              @click=${() => onLevel(id, 'read')}>${words.asRead}</button>`
          : nothing
      }</span></li>`,
    )}</ul>
    <div class="adder">
      <label for="new-heading" class="unseen">${words.newHeading}</label>
      <select id="new-heading"><option value="">${words.newHeading}</option>${plain.map(
        (line) => html`<option value=${line.start}>${text(line).slice(0, 120)}</option>`,
      )}</select>
      <button type="button" class="button" id="add-heading" @click=${add}>${words.addHeading}</button>
    </div>`
}
