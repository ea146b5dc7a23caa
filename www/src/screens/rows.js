/**
 * A report to be read: its sections, questions and answers, as the review and the office show them.
 * @module
 */
import { html, nothing } from 'lit'

/** @typedef {{ blank: string }} RowWords */

/**
 * @param {import('../types.js').ReviewSection} section
 * @param {RowWords} words
 */
export function reviewSection({ title, rows, activities }, words) {
  return html`<section class="section">
    <h3>${title}</h3>
    ${reviewRows(rows, words)}
    ${
      activities.length > 0
        ? html`<ol class="review-activities">
            ${activities.map(
              (activity) =>
                html`<li><h4>${activity.title || words.blank}</h4>${reviewRows(activity.rows, words)}</li>`,
            )}
          </ol>`
        : nothing
    }
  </section>`
}

/**
 * @param {import('../types.js').Row[]} rows
 * @param {RowWords} words
 */
function reviewRows(rows, words) {
  if (rows.length === 0) return nothing
  return html`<dl class="rows">
    ${rows.map(
      ({ label, value }) => html`<div>
        <dt>${label}</dt>
        <dd>${value || html`<span class="hint">${words.blank}</span>`}</dd>
      </div>`,
    )}
  </dl>`
}
