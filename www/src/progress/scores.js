/**
 * Points: each table with its bands, the units by their points, and of each the unit's own points beside the office's. It shows
 * what the view says and computes nothing.
 * @module
 */
import { html, nothing } from 'lit'
import { unitsOf } from './filters.js'

/** @typedef {import('../types.js').ProgressView} ProgressView */
/** @typedef {import('../types.js').ScoresView} ScoresView */
/** @typedef {import('../types.js').ScoreView} ScoreView */
/** @typedef {import('./filters.js').Filters} Filters */
/** @typedef {import('./words.js').ProgressWords} ProgressWords */
/**
 * @typedef {object} Options
 * @property {Filters} filters
 * @property {ProgressWords} words
 * @property {Set<string>} unfolded
 * @property {(key: string, open: boolean) => void} onFold
 */

/** @param {ProgressView} view @param {Options} options */
export const scoreTables = (view, options) =>
  html`<p class="hint">${options.words.scoresHelp}</p>${view.scores.map((table) => one(table, options))}`

/** @param {ScoresView} table @param {Options} options */
function one(table, options) {
  const { words, filters } = options
  const rows = unitsOf(table.rows, filters)
  return html`<section class="tallies" data-scores=${table.id}>
    <h4>${table.name} <span class="hint">${words.mostPoints} ${table.mostText}</span></h4>
    ${
      table.bands.length > 0
        ? html`<table class="bands"><thead><tr><th scope="col">${words.band}</th><th scope="col">${words.units}</th></tr></thead>
            <tbody>${table.bands.map(
              ({ text, units }) =>
                html`<tr><th scope="row">${text}</th><td class="figures">${units}</td></tr>`,
            )}</tbody></table>`
        : nothing
    }
    ${
      rows.length === 0
        ? html`<p class="empty">${words.noTotals}</p>`
        : html`<ol class="targets">${rows.map((row) => scored(table, row, options))}</ol>`
    }</section>`
}

/** @param {ScoresView} table @param {ScoreView} row @param {Options} options */
function scored(table, row, options) {
  const { words, unfolded, onFold } = options
  const key = `scores ${table.id} ${row.unit}`
  const isOpen = unfolded.has(key)
  const toggled = (/** @type {Event} */ { currentTarget }) =>
    onFold(key, /** @type {HTMLDetailsElement} */ (currentTarget).open)
  return html`<li><details class="target" data-score=${row.unit} .open=${isOpen} @toggle=${toggled}>
    <summary>
      <span class="target-name"><strong>${row.name}</strong><span class="hint">${row.knownText}</span></span>
      <span class="target-bar"><span class="target-said"><strong>${row.countedText || words.notReported}</strong>
        ${row.reviewed ? html`<span class="hint">${words.ownPoints} ${row.ownText}</span>` : nothing}</span></span>
      <span class="target-state"><strong>${row.bandText}</strong>${row.barredTexts.map(
        (text) => html`<span class="hint">${text}</span>`,
      )}</span>
    </summary>
    ${isOpen ? criteria(table, row, words) : nothing}
  </details></li>`
}

/** @param {ScoresView} table @param {ScoreView} row @param {ProgressWords} words */
function criteria(table, row, words) {
  return html`<div class="detail"><div class="scroll" tabindex="0" role="region" aria-label=${row.name}>
    <table><thead><tr><th scope="col">${words.criterion}</th><th scope="col">${words.mostPoints}</th>
      <th scope="col">${words.ownPoints}</th><th scope="col">${words.reviewedPoints}</th></tr></thead>
    <tbody>${table.criteria.map(({ text, mostText }, place) => {
      const { own = '', reviewed = '' } = row.cells[place] ?? {}
      return html`<tr><th scope="row">${text}</th>
        <td class="figures">${mostText}</td><td class="figures">${own || words.notReported}</td>
        <td class="figures">${reviewed}</td></tr>`
    })}</tbody></table></div></div>`
}
