/**
 * What is to be mended, what is unclear, and the calendar of deadlines.
 * @module
 */
import { html, nothing } from 'lit'
import { icons } from '../icons.js'

/** @typedef {import('../contract.ts').ComposeFinding} ComposeFinding */

/**
 * @param {ComposeFinding[]} findings @param {import('../contract.ts').DeadlineView[]} calendar
 * @param {{ words: import('./words.js').Words, onGo: (place: ComposeFinding['place']) => void }} port
 */
export function checkPart(findings, calendar, { words, onGo }) {
  const of = (/** @type {string} */ severity) => findings.filter((one) => one.severity === severity)
  return html`${findings.length === 0 ? html`<p class="notice good">${words.clean}</p>` : nothing}
    ${group('error', words.mustMend, of('error'), { words, onGo })}
    ${group('warning', words.toThink, of('warning'), { words, onGo })}
    ${group('info', words.unsaid, of('info'), { words, onGo })}
    <h4 class="apart">${words.calendar}</h4>
    ${
      calendar.length === 0
        ? html`<p class="empty">${words.noCalendar}</p>`
        : html`<ul class="calendar">${calendar.map(
            ({ name, label, period, due, units }) => html`<li>
            <strong>${due ?? words.noDeadline}</strong>
            <span>${name} ${label ? html`<em>${label}</em>` : nothing}</span>
            <span class="hint">${period}</span> <span class="hint">${words.ofUnits(units)}</span>
          </li>`,
          )}</ul>`
    }`
}

/**
 * @param {'error' | 'warning' | 'info'} severity @param {string} title @param {ComposeFinding[]} findings
 * @param {{ words: import('./words.js').Words, onGo: (place: ComposeFinding['place']) => void }} port
 */
function group(severity, title, findings, { words, onGo }) {
  if (findings.length === 0) return nothing
  const list = html`<ul class="findings">${findings.map(
    ({ message, mend, place }) => html`<li class="finding ${severity}">
      <p>${icons[severity]} ${place.title ? html`<strong>${place.title}</strong>: ` : nothing}${message}</p>
      ${mend ? html`<p class="hint">${words.howToMend}: ${mend}</p>` : nothing}
      <button type="button" class="link" @click=${() => onGo(place)}>${words.goThere}</button>
    </li>`,
  )}</ul>`
  const head = html`${title} <span class="count">${findings.length}</span>`
  return severity === 'error'
    ? html`<h4>${head}</h4>${list}`
    : html`<details class="block" ?open=${severity === 'warning'}><summary>${head}</summary>${list}</details>`
}
