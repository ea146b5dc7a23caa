/**
 * A report as the document that a unit signs, for print: line by line as the core has it.
 * @module
 */
import { html } from 'lit'

/** @typedef {import('../../contract.js').OfficialLine} OfficialLine */
/** @typedef {import('../../contract.js').OfficialPair} OfficialPair */
/** @typedef {import('../../contract.js').OfficialTable} OfficialTable */

/** @param {import('../../types.js').Official} official */
export function officialSheet({ system, head, body, foot }) {
  return html`<div class="official only-print ${system}" lang="vi">
    ${pair(head)}
    ${body.map((block) => ('line' in block ? line(block.line) : table(block.table)))}
    ${pair(foot)}
  </div>`
}

/** @param {OfficialLine} line */
function line({ style, text }) {
  if (style === 'section') return html`<h2 class=${style}>${text}</h2>`
  if (style === 'item') return html`<h3 class=${style}>${text}</h3>`
  return html`<p class=${style}>${text}</p>`
}

/** @param {OfficialPair} pair */
function pair({ width, left, right }) {
  return html`<table class="pair" role="presentation"><colgroup><col width="${width}%"><col></colgroup>
    <tr><td>${left.map(line)}</td><td>${right.map(line)}</td></tr></table>`
}

/** @param {OfficialTable} table */
function table({ widths, head, rows }) {
  return html`<table class="listed"><colgroup>${widths.map((width) => html`<col width="${width}%">`)}</colgroup>
    <thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`
}
