/**
 * What is to be mended, what is unclear, and the calendar of deadlines.
 * @module
 */
import { html, nothing } from 'lit'
import { icons } from '../icons.js'
import { byKind, placesOf, times } from './kinds.js'

/** @typedef {import('../contract.ts').ComposeFinding} ComposeFinding */

/** @typedef {{ words: import('./words.js').Words, units: { id: string, title: string }[], unit: string, isMended: boolean,
 *   onUnit: (unit: string) => void, onGo: (place: ComposeFinding['place']) => void,
 *   onMend: (action: import('../contract.ts').Action) => void }} Port */

/** @param {ComposeFinding[]} findings @param {import('../contract.ts').DeadlineView[]} calendar @param {Port} port */
export function checkPart(findings, calendar, port) {
  const { words, isMended } = port
  const of = (/** @type {string} */ severity) => findings.filter((one) => one.severity === severity)
  return html`<p class=${isMended ? 'notice good' : 'unseen'} role="status" id="mended" tabindex="-1">${
    isMended ? words.mended : nothing
  }</p>
    ${findings.length === 0 ? html`<p class="notice good">${words.clean}</p>` : nothing}
    ${group('error', words.mustMend, of('error'), port)}
    ${group('warning', words.toThink, of('warning'), port)}
    ${group('info', words.unsaid, of('info'), port)}
    ${deadlines(calendar, port)}`
}

/** @param {import('../contract.ts').DeadlineView[]} calendar @param {Port} port */
function deadlines(calendar, { words, units, unit, onUnit }) {
  return html`<div class="calendar-head"><h4 class="apart">${words.calendar}</h4>
      <label for="calendar-of" class="unseen">${words.calendarOf}</label>
      <select id="calendar-of" @change=${(/** @type {Event} */ { target }) =>
        onUnit(/** @type {HTMLSelectElement} */ (target).value)}>
        <option value="" .selected=${unit === ''}>${words.allUnits}</option>
        ${units.map(({ id, title }) => html`<option value=${id} .selected=${id === unit}>${title}</option>`)}
      </select></div>
    ${
      calendar.length === 0
        ? html`<p class="empty">${words.noCalendar}</p>`
        : html`<ul class="calendar">${calendar.map(
            ({ name, label, period, due, units: count }) => html`<li>
            <strong>${due ?? words.noDeadline}</strong>
            <span>${name} ${label ? html`<em>${label}</em>` : nothing}</span>
            <span class="hint">${period}</span> ${unit ? nothing : html`<span class="hint">${words.ofUnits(count)}</span>`}
          </li>`,
          )}</ul>`
    }`
}

/**
 * @param {'error' | 'warning' | 'info'} severity @param {string} title @param {ComposeFinding[]} findings
 * @param {Port} port
 */
function group(severity, title, findings, { words, onGo, onMend }) {
  if (findings.length === 0) return nothing
  const one = (
    /** @type {ComposeFinding} */ { message, mends, place },
    /** @type {boolean} */ isOneOfMany,
  ) => {
    const go = (/** @type {string} */ label) =>
      html`<button type="button" class="link" @click=${() => onGo(place)}>${label}</button>`
    // Of several that stand together the name leads to the place.
    const leads = isOneOfMany && place.title !== ''
    const title = place.title
      ? html`${leads ? go(place.title) : html`<strong>${place.title}</strong>`}: `
      : nothing
    return html`<div class="one">
      <p>${icons[severity]} ${title}${message}</p>
      ${
        leads && mends.length === 0
          ? nothing
          : html`<div class="tools">${mends.map(
              ({ label, action }) =>
                html`<button type="button" class="button small mend" @click=${() => onMend(action)}>${label}</button>`,
            )}${leads ? nothing : go(words.goThere)}</div>`
      }
    </div>`
  }
  // One sentence that is said of several places, with nothing to press at any of them, is read once.
  const same = (/** @type {ComposeFinding[]} */ kind) =>
    kind.length > 1 && kind.every(({ message, mends }) => message === kind[0]?.message && mends.length === 0)
  const how = (/** @type {ComposeFinding[]} */ kind) => [
    ...new Set(kind.flatMap(({ mend }) => (mend ? [mend] : []))),
  ]
  const list = html`<ul class="findings">${byKind(findings).map(
    (kind) => html`<li class="finding ${severity}">
      ${
        same(kind)
          ? html`<p>${icons[severity]} ${kind[0]?.message}${times(kind.length)}</p>
            ${placesOf(
              kind.map(({ place }) => place),
              { words, onGo },
            )}`
          : kind.map((finding) => one(finding, kind.length > 1))
      }
      ${how(kind).map((mend) => html`<p class="hint">${words.howToMend}: ${mend}</p>`)}
    </li>`,
  )}</ul>`
  const head = html`${title} <span class="count">${findings.length}</span>`
  return severity === 'error'
    ? html`<h4>${head}</h4>${list}`
    : html`<details class="plan-block" ?open=${severity === 'warning'}><summary>${head}</summary>${list}</details>`
}
