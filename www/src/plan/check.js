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
 *   onMend: (actions: import('../contract.ts').Action[]) => void }} Port */

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
    // The name leads to the place; to what must be mended a button does, too, where it stands alone.
    const leads = place.title !== '' && (isOneOfMany || severity !== 'error')
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
                html`<button type="button" class="button small mend" @click=${() => onMend([action])}>${label}</button>`,
            )}${leads ? nothing : go(words.goThere)}</div>`
      }
    </div>`
  }
  // One sentence that is said of several places, with the same to press at each of them, is read once.
  const buttons = (/** @type {ComposeFinding} */ { mends }) => mends.map(({ label }) => label)
  const same = (/** @type {ComposeFinding[]} */ kind) =>
    kind.length > 1 &&
    kind.every((one) => one.message === kind[0]?.message && `${buttons(one)}` === `${buttons(kind[0])}`)
  const forAll = (/** @type {ComposeFinding[]} */ kind) =>
    (kind[0]?.mends ?? []).map(
      ({ label }, at) =>
        html`<button type="button" class="button small mend" @click=${() =>
          onMend(
            kind.flatMap(({ mends }) => (mends[at] ? [mends[at].action] : [])),
          )}>${label}${times(kind.length)}</button>`,
    )
  const how = (/** @type {ComposeFinding[]} */ kind) => [
    ...new Set(kind.flatMap(({ mend }) => (mend ? [mend] : []))),
  ]
  const list = html`<ul class="findings">${byKind(findings).map(
    (kind) => html`<li class="finding ${severity}">
      ${
        same(kind)
          ? html`<p>${icons[severity]} ${kind[0]?.message}${times(kind.length)}</p>
            ${placesOf(
              kind.map(({ place }) => ({ place })),
              { words, onGo },
            )}
            <div class="tools">${forAll(kind)}</div>`
          : kind.map((finding) => one(finding, kind.length > 1))
      }
      ${how(kind).map((mend) =>
        severity === 'error'
          ? html`<p class="hint">${words.howToMend}: ${mend}</p>`
          : html`<details class="how"><summary>${words.howToMend}</summary><p class="hint">${mend}</p></details>`,
      )}
    </li>`,
  )}</ul>`
  const head = html`${title} <span class="count">${findings.length}</span>`
  return severity === 'error'
    ? html`<h4>${head}</h4>${list}`
    : html`<details class="plan-block" ?open=${severity === 'warning'}><summary>${head}</summary>${list}</details>`
}
