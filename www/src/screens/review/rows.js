/**
 * A report to be read: its sections, questions and answers, as the review and the office show them.
 * @module
 */
import { html, nothing } from 'lit'
import { icons } from '../../icons.js'

/** @typedef {{ blank: string, was?: string }} RowWords */

/**
 * @param {import('../../types.js').ReviewSection} section
 * @param {RowWords} words
 * @param {import('../../types.js').ReviewSection} [before] the same of the report that was sent last
 */
export function reviewSection({ title, rows, activities }, words, before) {
  return html`<section class="section">
    <h3>${title}</h3>
    ${reviewRows(besideBefore(rows, before?.rows), words)}
    ${
      activities.length + (before?.activities.length ?? 0) > 0
        ? html`<ol class="review-activities">
            ${activities.map((activity, index) => reviewActivity(activity, words, before && (before.activities[index] ?? NONE)))}
            ${(before?.activities ?? [])
              .slice(activities.length)
              .map((gone) => reviewActivity(NONE, words, gone))}
          </ol>`
        : nothing
    }
  </section>`
}

/**
 * What the check noticed, each with the question, what was answered and what the unit says to it.
 * @param {import('../../types.js').Remark[]} noticed
 * @param {{ findings: string, explained: string }} words
 */
export function remarks(noticed, words) {
  if (noticed.length === 0) return nothing
  return html`<section class="section" id="remarks"><h3>${words.findings}</h3><div class="findings">
    ${noticed.map(
      ({ severity, label, value, message, explanation }) =>
        html`<p class="finding ${severity}">${icons[severity]}<span>
          <strong>${label}${value ? `: ${value}` : nothing}</strong><br>${message ?? nothing}${
            explanation ? html`<br>${words.explained} <q>${explanation}</q>` : nothing
          }</span></p>`,
    )}</div></section>`
}

/** @type {import('../../contract.js').ReviewActivity} */
const NONE = { title: '', rows: [] }

/**
 * @param {import('../../contract.js').ReviewActivity} activity
 * @param {RowWords} words
 * @param {import('../../contract.js').ReviewActivity} [before]
 */
function reviewActivity({ title, rows }, words, before) {
  const isRenamed = before && before.title !== title
  return html`<li><h4>${title || words.blank}${
    isRenamed ? html` <del class="hint">${words.was} ${before.title || words.blank}</del>` : nothing
  }</h4>${reviewRows(besideBefore(rows, before?.rows), words)}</li>`
}

/** @typedef {import('../../types.js').Row & { was?: string | undefined }} AmendedRow */

/**
 * Rows with what they said before, where that was something else; what is no longer said stands there blank.
 * @param {import('../../types.js').Row[]} rows
 * @param {import('../../types.js').Row[]} [before]
 * @returns {AmendedRow[]}
 */
function besideBefore(rows, before) {
  if (!before) return rows
  const old = new Map(before.map(({ path, value }) => [path, value]))
  const now = new Set(rows.map(({ path }) => path))
  const amended = rows.map((row) => {
    const was = old.get(row.path) ?? ''
    return was === row.value ? row : { ...row, was }
  })
  const gone = before.filter(({ path }) => !now.has(path))
  return [...amended, ...gone.map((row) => ({ ...row, value: '', was: row.value }))]
}

/**
 * @param {AmendedRow[]} rows
 * @param {RowWords} words
 */
function reviewRows(rows, words) {
  if (rows.length === 0) return nothing
  return html`<dl class="rows">
    ${rows.map(
      ({ label, value, was, table }) => html`<div class=${table && value ? 'wide' : nothing}>
        <dt>${label}</dt>
        <dd>${table && value ? reviewTable(table, label) : value || html`<span class="hint">${words.blank}</span>`}${
          was === undefined ? nothing : html`<br><del class="hint">${words.was} ${was || words.blank}</del>`
        }</dd>
      </div>`,
    )}
  </dl>`
}

/**
 * @param {import('../../contract.js').ReviewTable} table
 * @param {string} label
 */
function reviewTable({ head, rows }, label) {
  return html`<div class="told-scroll" tabindex="0" role="region" aria-label=${label}><table class="told">
    <thead><tr><th scope="col">#</th>${head.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
    <tbody>${rows.map(
      (row, index) =>
        html`<tr><th scope="row">${index + 1}</th>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`,
    )}</tbody>
  </table></div>`
}
