/**
 * All that is known of one target: its pace, its spans, its figures period by period, by sector and by unit.
 * @module
 */
import { html, nothing } from 'lit'
import { bar, figure, pace } from './chart.js'
import { unitsOf } from './filters.js'
import { isPartial, targetState } from './signs.js'

/** @typedef {import('../types.js').TargetProgressView} TargetProgressView */
/** @typedef {import('../types.js').UnitProgressView} UnitProgressView */
/** @typedef {import('./targets.js').Options} Options */

/**
 * @param {TargetProgressView} target
 * @param {Options} options
 */
export function detail(target, options) {
  const { words } = options
  return html`<div class="detail">
    <p>${target.indicatorLabel}${target.note ? html`<span class="note">${target.note}</span>` : nothing}</p>
    ${paceFigure(target, options)}
    ${target.spans.length > 0 ? spanTable(target, options) : nothing}
    ${multiples(target, options)}
    ${target.bySector.length > 1 ? sectorTable(target, options) : nothing}
    ${target.periods.length > 0 ? periodTable(target, words) : nothing}
  </div>`
}

/**
 * @param {TargetProgressView} target
 * @param {Options} options
 */
function paceFigure(target, { words, unfolded, onFold, filters }) {
  const { value, expected, projection, state, valueText, projectionText } = target
  const isOfAll = !filters.sector && !filters.unit
  if (!isOfAll || value === null || !target.target || !expected) return nothing
  const key = `pace ${target.id}`
  const open = unfolded.has(key)
  const cell = (/** @type {string} */ name, /** @type {string} */ text) =>
    html`<tr><th scope="row">${name}</th><td class="figures">${text}</td></tr>`
  return figure({
    title: words.paceOf(target.spanText),
    chart: pace(
      {
        ...{ value, expected, projection, state, valueText, projectionText },
        ...{ target: target.target, targetText: target.targetValueText, expectedText: target.expectedText },
      },
      words,
    ),
    table: html`<table><caption class="unseen">${words.pace}</caption><tbody>
      ${cell(words.reached, valueText)}${cell(words.expected, target.expectedText)}
      ${projection === null ? nothing : cell(words.projection, projectionText)}${cell(words.toReach, target.targetValueText)}
      ${cell(words.stateOf, target.stateText)}</tbody></table>`,
    ...{ open, words },
    onToggle: () => onFold(key, !open),
  })
}

/**
 * A year, a quarter, a week after the other, on one scale.
 * @param {TargetProgressView} target
 * @param {Options} options
 */
function spanTable({ spans }, { words }) {
  const most = Math.max(...spans.map((span) => Math.max(span.value ?? 0, span.target ?? 0)))
  return html`<section><h4>${words.spans}</h4><div class="scroll" tabindex="0" role="region" aria-label=${words.spans}>
    <table class="bars"><thead><tr><th scope="col">${words.period}</th><td></td><th scope="col">${words.reached}</th>
      <th scope="col">${words.stateOf}</th><th scope="col">${words.wholeness}</th></tr></thead>
    <tbody>${spans.map(
      (span) => html`<tr aria-current=${span.current ? 'true' : nothing}><th scope="row">${span.text}</th>
        <td class="bar-cell">${bar({ ...span, most })}</td>
        <td class="figures">${span.valueText || words.notReported}</td>
        <td>${targetState(span.state, span.stateText)}</td>
        <td>${span.partial.partial ? isPartial : nothing} ${span.partial.text}</td></tr>`,
    )}</tbody></table></div></section>`
}

/**
 * @param {TargetProgressView} target
 * @param {Options} options
 */
function sectorTable({ bySector, target: whole }, { words }) {
  const most = Math.max(...bySector.map((group) => Math.max(group.value ?? 0, group.target ?? 0)))
  return html`<section><h4>${words.bySector}</h4><div class="scroll" tabindex="0" role="region" aria-label=${words.bySector}>
    <table class="bars"><thead><tr><th scope="col">${words.sector}</th><td></td><th scope="col">${words.reached}</th>
      <th scope="col">${words.wholeness}</th></tr></thead>
    <tbody>${bySector.map(
      (group) => html`<tr><th scope="row">${group.name}</th>
        <td class="bar-cell">${bar({ value: group.value, target: group.target, most: most || (whole ?? 0) })}</td>
        <td class="figures">${group.valueText || words.notReported}</td>
        <td>${group.partial.partial ? isPartial : nothing} ${group.partial.text}</td></tr>`,
    )}</tbody></table></div></section>`
}

/**
 * @param {TargetProgressView} target
 * @param {import('./words.js').ProgressWords} words
 */
function periodTable({ periods }, words) {
  const most = Math.max(...periods.map((period) => period.value ?? 0))
  return html`<section><h4>${words.byPeriod}</h4><p class="hint">${words.byPeriodHelp}</p>
    <div class="scroll" tabindex="0" role="region" aria-label=${words.byPeriod}>
    <table class="bars"><thead><tr><th scope="col">${words.period}</th><td></td><th scope="col">${words.value}</th>
      <th scope="col">${words.count}</th></tr></thead>
    <tbody>${periods.map(
      (period) => html`<tr><th scope="row">${period.name}<span class="hint">${period.periodText}</span></th>
        <td class="bar-cell">${bar({ value: period.value, most })}</td>
        <td class="figures">${period.valueText || words.notReported}</td>
        <td class="figures">${period.reports}</td></tr>`,
    )}</tbody></table></div></section>`
}

/**
 * A small bar for each unit, all on one scale; who has not reported has an empty, dashed one.
 * @param {TargetProgressView} target
 * @param {Options} options
 */
function multiples(target, { words, filters, unfolded, onFold }) {
  const units = unitsOf(target.byUnit, filters)
  const asked = units.filter(({ standing, value }) => standing !== 'notAsked' || value !== null)
  const most = Math.max(...target.byUnit.map((unit) => Math.max(unit.value ?? 0, unit.target ?? 0)))
  // What each is to reach, where it has something of its own to reach.
  const aims = units.some(({ targetText }) => targetText)
  const key = `units ${target.id}`
  const open = unfolded.has(key)
  return figure({
    title: words.byUnit,
    // Who is not asked for the figure has no bar; the table says so.
    chart: html`<div class="multiples" aria-hidden="true">${asked.map(
      (unit) => html`<div class="multiple" data-unit=${unit.unit}>
        <span class="multiple-name">${unit.name}</span>
        ${bar({ value: unit.value, target: unit.target, most, state: unit.state })}
        <span class="multiple-said">${said(unit, words)}</span>
      </div>`,
    )}</div>`,
    table: html`<table><caption class="unseen">${words.byUnit}</caption>
      <thead><tr><th scope="col">${words.unit}</th><th scope="col">${words.reached}</th>
        ${aims ? html`<th scope="col">${words.toReach}</th>` : nothing}<th scope="col">${words.stateOf}</th><th scope="col">${words.wholeness}</th></tr></thead>
      <tbody>${units.map(
        (unit) =>
          html`<tr><th scope="row">${unit.name}</th><td class="figures">${
            unit.valueText || words.notReported
          }</td>${aims ? html`<td class="figures">${unit.targetText}</td>` : nothing}<td>${unit.state ? targetState(unit.state, unit.stateText) : nothing}</td><td>${
            unit.standingText
          }</td></tr>`,
      )}</tbody></table>`,
    ...{ open, words },
    onToggle: () => onFold(key, !open),
  })
}

/**
 * @param {UnitProgressView} unit
 * @param {import('./words.js').ProgressWords} words
 */
const said = (unit, words) =>
  html`<strong>${unit.valueText || words.notReported}</strong> <span class="standing ${unit.standing}">${
    unit.standingText
  }</span>`
