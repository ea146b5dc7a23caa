/**
 * Every figure with its total, with a target on it or not, the answers of lists, and what units say in words. It
 * chooses among what the view says and computes nothing.
 * @module
 */
import { html, nothing } from 'lit'
import { bar } from './chart.js'
import { unitsOf } from './filters.js'
import { isPartial } from './signs.js'
import { answerLists } from './targets.js'

/** @typedef {import('../types.js').ProgressView} ProgressView */
/** @typedef {import('../types.js').TotalView} TotalView */
/** @typedef {import('../types.js').NarrativeView} NarrativeView */
/** @typedef {import('./filters.js').Filters} Filters */
/** @typedef {import('./words.js').ProgressWords} ProgressWords */
/**
 * A total as the filters look at it: the whole plan's, a sector's or a unit's.
 * @typedef {object} Sum
 * @property {number | null} value
 * @property {string | null} valueFigure
 * @property {string} valueText
 * @property {string} knownText
 * @property {string} partialText
 * @property {boolean} partial
 */

/**
 * The total that the filters ask for; none where nobody whom they choose is asked.
 * @param {TotalView} total
 * @param {Filters} filters
 * @returns {Sum | null}
 */
export function sumOf(total, { sector, unit }) {
  if (unit) {
    const own = total.byUnit.find((each) => each.unit === unit)
    if (!own) return null
    return { ...own, knownText: '', partialText: own.standingText, partial: own.standing === 'missing' }
  }
  const chosen = sector ? total.bySector.find(({ id }) => id === sector)?.sum : total.sum
  if (!chosen) return null
  return { ...chosen, partialText: chosen.partial.text, partial: chosen.partial.partial }
}

/**
 * The answers in words that the filters ask for, of a duty or one of its periods too.
 * @param {NarrativeView[]} answers
 * @param {Filters} filters
 */
export const answersOf = (answers, filters) =>
  unitsOf(answers, filters).filter(
    ({ duty, key }) => !filters.duty || duty === filters.duty || key === filters.duty,
  )

/**
 * @param {ProgressView} view
 * @param {object} options
 * @param {Filters} options.filters
 * @param {ProgressWords} options.words
 * @param {Set<string>} options.unfolded
 * @param {(key: string, open: boolean) => void} options.onFold
 * @param {(submission: string) => void} options.onSee
 */
export function totalList(view, options) {
  const { filters, words } = options
  const shown = view.totals.flatMap((total) => {
    const sum = sumOf(total, filters)
    return sum ? [{ total, sum }] : []
  })
  return html`<section class="tallies"><p class="hint">${words.totalsHelp}</p>
    ${
      shown.length === 0
        ? html`<p class="empty">${words.noTotals}</p>`
        : html`<ol class="targets">${shown.map(({ total, sum }) => item(total, sum, options))}</ol>`
    }</section>
    ${answerLists(view, words)}
    ${view.narratives.map((question) => narrative(question, options))}`
}

/**
 * @param {TotalView} total
 * @param {Sum} sum
 * @param {Parameters<typeof totalList>[1]} options
 */
function item(total, sum, options) {
  const { words, unfolded, onFold } = options
  const key = `total ${total.indicator} ${total.column ?? total.rows}`
  const isOpen = unfolded.has(key)
  const toggled = (/** @type {Event} */ { currentTarget }) =>
    onFold(key, /** @type {HTMLDetailsElement} */ (currentTarget).open)
  return html`<li><details class="target" data-total=${total.indicator} .open=${isOpen} @toggle=${toggled}>
    <summary>
      <span class="target-name"><strong>${total.label}</strong><span class="hint">${total.combineText}</span></span>
      <span class="target-bar"><span class="target-said"><strong>${sum.valueText || words.notReported}</strong>
        <span class="hint">${sum.knownText}</span></span></span>
      <span class="target-state"><span class="hint whole ${sum.partial ? 'partial' : ''}">${
        sum.partial ? isPartial : nothing
      }${sum.partialText}</span></span>
    </summary>
    ${isOpen ? detail(total, options) : nothing}
  </details></li>`
}

/**
 * @param {TotalView} total
 * @param {Parameters<typeof totalList>[1]} options
 */
function detail(total, { filters, words }) {
  const sectors = total.bySector.map(({ name, sum }) => ({ ...sum, name, whole: sum.partial.text }))
  const units = unitsOf(total.byUnit, filters).map((unit) => ({ ...unit, whole: unit.standingText }))
  return html`<div class="detail">
    ${sectors.length > 1 ? table(words.bySector, words.sector, sectors, words) : nothing}
    ${units.length > 0 ? table(words.byUnit, words.unit, units, words) : nothing}
    ${units.length === 0 ? html`<p class="hint">${words.unitsUnlisted}</p>` : nothing}
  </div>`
}

/**
 * @param {string} title
 * @param {string} named
 * @param {{ name: string, value: number | null, valueText: string, whole: string }[]} rows
 * @param {ProgressWords} words
 */
function table(title, named, rows, words) {
  const most = Math.max(...rows.map(({ value }) => value ?? 0))
  return html`<section><h4>${title}</h4><div class="scroll" tabindex="0" role="region" aria-label=${title}>
    <table class="bars"><thead><tr><th scope="col">${named}</th><td></td><th scope="col">${words.value}</th>
      <th scope="col">${words.wholeness}</th></tr></thead>
    <tbody>${rows.map(
      ({ name, value, valueText, whole }) => html`<tr><th scope="row">${name}</th>
        <td class="bar-cell">${bar({ value, most })}</td>
        <td class="figures">${valueText || words.notReported}</td><td>${whole}</td></tr>`,
    )}</tbody></table></div></section>`
}

/**
 * @param {import('../types.js').NarrativesView} question
 * @param {Parameters<typeof totalList>[1]} options
 */
function narrative({ indicator, label, answers, moreText }, { filters, words, onSee }) {
  const chosen = answersOf(answers, filters)
  if (chosen.length === 0) return nothing
  return html`<section class="tallies narratives" data-narratives=${indicator}><h3>${label}</h3>
    <ul>${chosen.map(
      ({ unitName, whenText, text, submission }) => html`<li><p><strong>${unitName}</strong>
          <span class="hint">${whenText}</span></p><p class="narrative">${text}</p>
        <button type="button" class="link screen-only" @click=${() => onSee(submission)}>${words.seeReport(
          unitName,
        )}</button></li>`,
    )}</ul>
    ${moreText ? html`<p class="hint">${moreText}</p>` : nothing}</section>`
}
