/**
 * What was copied elsewhere, before any of it is taken: what would become of it, what of it is not taken and why, and the
 * choice to take it or not, also by Escape.
 * @module
 */
import { html, nothing } from 'lit'
import { icons } from './icons.js'

/** @typedef {{ id: string, label: string, on: () => unknown }} Choice */

/**
 * @param {{ id: string, title: string, take: Choice | null, drop: Choice, left: { title: string, lines: unknown[] } }} options
 *   `take`: none where there is nothing to take
 * @param {unknown} body
 */
export function preview({ id, title, take, drop, left }, body) {
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Escape') return
    // A dialog of the host's, in which the form may stand, is not what is meant.
    event.stopPropagation()
    drop.on()
  }
  return html`<section class="block" id=${id} aria-labelledby="${id}-title" @keydown=${onKey}>
    <div class="block-head">
      <h3 id="${id}-title">${title}</h3>
      ${take ? html`<button type="button" class="button primary" id=${take.id} @click=${take.on}>${take.label}</button>` : nothing}
      <button type="button" class="button" id=${drop.id} @click=${drop.on}>${drop.label}</button>
    </div>
    ${body}
    ${
      left.lines.length > 0
        ? html`<h4>${left.title}</h4>
            <ul class="block-left">${left.lines.map((line) => html`<li>${line}</li>`)}</ul>`
        : nothing
    }
  </section>`
}

/**
 * What would be wrong or doubtful.
 * @param {import('./types.js').FindingView[]} findings
 * @param {import('./words.js').Words} words
 */
export const doubts = (findings, words) =>
  findings.map(
    ({ severity, message }) => html`<p class="finding ${severity}">${icons[severity]}<span><span
      class="unseen">${words[severity]}: </span>${message}</span></p>`,
  )

/**
 * Where something stands, and what is to be known of it.
 * @param {string} place
 * @param {string} text
 */
export const placed = (place, text) => html`${place ? html`<strong>${place}</strong>: ` : nothing}${text}`
