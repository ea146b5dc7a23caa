/**
 * What else the office looks at: who is complete and in time, what two units both claim, figures that do not agree,
 * and what is wrong with the plan itself.
 * @module
 */
import { html, nothing } from 'lit'
import { icons } from '../icons.js'
import { stacked } from './chart.js'

/** @typedef {import('../types.js').ProgressView} ProgressView */
/** @typedef {import('../types.js').NamedTallyView} NamedTallyView */
/** @typedef {import('./filters.js').Filters} Filters */
/** @typedef {import('./words.js').ProgressWords} ProgressWords */
/** @typedef {(submission: string) => void} OnSee */

/**
 * @param {ProgressView} view
 * @param {Filters} filters
 * @param {ProgressWords} words
 */
export function completeness(view, { sector, unit, duty }, words) {
  const { all, bySector, byDuty, byUnit, names } = view.completeness
  const sectors = new Map(view.matrix.rows.map((row) => [row.unit, row.sector]))
  const units = byUnit.filter(
    ({ id }) => (!unit || id === unit) && (!sector || sectors.get(id ?? '') === sector),
  )
  // The filter holds a duty, or one of its periods.
  const dutyOf = view.matrix.columns.find(({ key }) => key === duty)?.duty ?? duty
  const rest = [
    { title: words.bySector, rows: bySector.filter(({ id }) => !sector || id === sector) },
    { title: words.byDuty, rows: byDuty.filter(({ id }) => !duty || id === dutyOf) },
    { title: words.byUnitTally, rows: units },
  ]
  const said = { ...names, name: words.name }
  return html`${tallies(words.completeAll, [{ id: null, name: view.title, tally: all }], said)}
    ${rest.map(({ title, rows }) => tallies(title, rows, said))}`
}

/**
 * @param {string} title
 * @param {NamedTallyView[]} rows
 * @param {import('../contract.js').TallyNames & { name: string }} names
 */
function tallies(title, rows, { name: named, expected, onTime, late, missing, pending }) {
  if (rows.length === 0) return nothing
  const most = Math.max(...rows.map(({ tally }) => tally.expected + tally.pending))
  return html`<section class="tallies"><h3>${title}</h3>
    <div class="scroll" tabindex="0" role="region" aria-label=${title}><table class="bars">
      <thead><tr><th scope="col">${named}</th><td></td>${[expected, onTime, late, missing, pending].map(
        (name) => html`<th scope="col" class="figures">${name}</th>`,
      )}</tr></thead>
      <tbody>${rows.map(
        ({ name, tally }) => html`<tr><th scope="row">${name}<span class="hint">${tally.text}</span></th>
          <td class="bar-cell">${stacked({ sent: tally.onTime, late: tally.late, missing: tally.missing }, most)}</td>
          ${[tally.expected, tally.onTime, tally.late, tally.missing, tally.pending].map(
            (count) => html`<td class="figures">${count}</td>`,
          )}</tr>`,
      )}</tbody></table></div></section>`
}

/**
 * What is for a person to decide; nothing was dropped.
 * @param {ProgressView} view
 * @param {Filters} filters
 * @param {ProgressWords} words
 * @param {OnSee} onSee
 */
export function toDecide(view, { sector, unit }, words, onSee) {
  const sectors = new Map(view.matrix.rows.map((row) => [row.unit, row.sector]))
  const concerns = (/** @type {string} */ one) =>
    (!unit || one === unit) && (!sector || sectors.get(one) === sector)
  const duplicates = view.duplicates.filter(({ one, other }) => concerns(one.unit) || concerns(other.unit))
  const discrepancies = view.discrepancies.filter((each) => concerns(each.unit))
  return html`<section class="decide"><h3>${words.duplicates} <span class="count">${duplicates.length}</span></h3>
      ${
        duplicates.length === 0
          ? html`<p class="empty">${words.noDuplicates}</p>`
          : html`<p class="hint">${words.duplicatesHelp}</p>`
      }
      <ol class="cards">${duplicates.map(
        ({ one, other, text }) => html`<li class="card"><p class="card-why">${icons.info}${text}</p>
          <div class="beside">${[one, other].map((claim) => claimOf(claim, words, onSee))}</div></li>`,
      )}</ol></section>
    <section class="decide"><h3>${words.discrepancies} <span class="count">${discrepancies.length}</span></h3>
      ${discrepancies.length === 0 ? html`<p class="empty">${words.noDiscrepancies}</p>` : nothing}
      <ol class="cards">${discrepancies.map(
        (each) => html`<li class="card"><h4>${each.unitName}</h4><p>${each.label}</p>
          <p class="card-why">${icons.warning}${each.text}</p>
          <p class="hint">${each.dutyName}<br>${each.periodText}</p>
          ${seeButton(each.submission, each.unitName, words, onSee)}</li>`,
      )}</ol></section>`
}

/**
 * @param {import('../types.js').ClaimView} claim
 * @param {ProgressWords} words
 * @param {OnSee} onSee
 */
const claimOf = (claim, words, onSee) => html`<div class="claim"><h4>${claim.unitName}</h4>
  <p>${claim.title}</p>
  <p class="hint">${claim.periodText}${claim.place ? html`<br>${claim.place}` : nothing}</p>
  ${seeButton(claim.submission, claim.unitName, words, onSee)}</div>`

/**
 * @param {string} submission
 * @param {string} unit
 * @param {ProgressWords} words
 * @param {OnSee} onSee
 */
const seeButton = (submission, unit, words, onSee) =>
  html`<button type="button" class="button small screen-only" data-submission=${submission}
    aria-label=${words.seeBoth(unit)} @click=${() => onSee(submission)}>${words.see}</button>`

/**
 * What is wrong with the plan: the statements that disagree side by side, and what to do.
 * @param {import('../types.js').LintView[] | 'loading' | 'failed'} findings
 * @param {ProgressWords} words
 */
export function planFindings(findings, words) {
  if (findings === 'loading') return html`<p class="empty" role="status">${words.planLoading}</p>`
  if (findings === 'failed')
    return html`<p class="finding error">${icons.error}<span>${words.planFailed}</span></p>`
  if (findings.length === 0) return html`<p class="empty">${words.planClean}</p>`
  return html`<p class="hint">${words.planHelp}</p>
    <ol class="cards">${findings.map(
      ({ severity, severityText, message, statements, mend }) => html`<li class="card">
        <p class="finding ${severity}">${icons[severity]}<span><strong>${severityText}:</strong> ${message}</span></p>
        <div class="beside">${statements.map(
          ({ section, quote, reading }) => html`<blockquote class="claim">
            ${section ? html`<p class="number">${section}</p>` : nothing}
            ${quote ? html`<p>“${quote}”</p>` : nothing}
            ${reading ? html`<p class="hint">${words.reading}: ${reading}</p>` : nothing}</blockquote>`,
        )}</div>
        <p class="mend"><strong>${words.mend}:</strong> ${mend}</p></li>`,
    )}</ol>`
}
