/**
 * One duty in one period, as the office sees it: a bar that says how far it is, and the units by name.
 * @module
 */
import { html, nothing, svg } from 'lit'
import { icons, stateIcon } from '../icons.js'

/** @typedef {'all' | 'missing' | 'sent'} Filter */
/** @typedef {import('../types.js').DutyOverview} DutyOverview */
/** @typedef {import('./words.js').Words} Words */

/**
 * @param {DutyOverview} duty
 * @param {{ words: Words, lang: string, portal: string | null, open: boolean, filter: Filter, onToggle: (open: boolean) => void,
 *   onSee: (submission: string) => void }} options
 */
export function dutyCard(duty, { words, lang, portal, open, filter, onToggle, onSee }) {
  const shown = duty.groups.filter(({ isSent }) => filter === 'all' || isSent === (filter === 'sent'))
  return html`<details class="office-duty" data-duty=${duty.duty} data-key=${duty.key} .open=${open}
      @toggle=${(/** @type {Event} */ event) => onToggle(/** @type {HTMLDetailsElement} */ (event.target).open)}>
    <summary>
      <span class="office-name"><strong>${duty.title}</strong>
        <span class="hint">${duty.periodText}</span>
        <span class="hint">${duty.deadlineText ? html`${words.deadline}: ${duty.deadlineText}` : duty.noDeadlineText}</span>
      </span>
      <span class="office-sum">${bar(duty)}
        <span>${duty.sentText} <span class="is-late">${duty.lateText}</span></span></span>
    </summary>
    ${shown.map(
      ({ group, text, units }) => html`<section class="office-group ${group}">
        <h3>${text} <span class="count">${units.length}</span></h3>
        <ul>${units.map((place) => row(duty.units[place], words, onSee))}</ul>
      </section>`,
    )}
    ${duty.reminder ? html`<phieu-reminder .duty=${duty} .portal=${portal} .lang=${lang}></phieu-reminder>` : nothing}
  </details>`
}

/**
 * @param {import('../types.js').UnitOverview | undefined} unit
 * @param {Words} words
 * @param {(submission: string) => void} onSee
 */
function row(unit, words, onSee) {
  if (!unit) return nothing
  const { submission } = unit
  return html`<li data-unit=${unit.unit}>
    <span class="office-unit">${unit.name}
      ${unit.openedText ? html`<span class="hint">${unit.openedText}</span>` : nothing}
      ${unit.deadlineText ? html`<span class="hint deadline">${unit.deadlineText}</span>` : nothing}
      ${unit.receivedAt ? html`<span class="hint">${words.receivedAt} ${unit.receivedText}</span>` : nothing}
      ${unit.delayedText ? html`<span class="hint delayed">${icons.waiting}${unit.delayedText}</span>` : nothing}
    </span>
    <span class="office-state">${stateIcon(unit.state)}${unit.stateText}</span>
    ${
      submission
        ? html`<button type="button" class="button small" aria-label="${words.see}: ${unit.name}"
            @click=${() => onSee(submission)}>${words.see}</button>`
        : nothing
    }
  </li>`
}

/**
 * Reports that no duty asks for any more, since the plan has changed: they are not lost, and not counted.
 * @param {import('../types.js').StrayReport[]} strays
 * @param {{ words: Words, onSee: (submission: string) => void }} options
 */
export function strayCard(strays, { words, onSee }) {
  if (strays.length === 0) return nothing
  return html`<details class="office-duty" id="strays">
    <summary><span class="office-name"><strong>${words.strays}</strong>
      <span class="hint">${words.straysHelp}</span></span>
      <span class="count">${strays.length}</span></summary>
    <section class="office-group">
      <ul>${strays.map(
        ({ name, dutyName, periodText, receivedText, submission }) => html`<li>
          <span class="office-unit">${name}
            <span class="hint">${dutyName}</span>
            <span class="hint">${periodText}</span>
            <span class="hint">${words.receivedAt} ${receivedText}</span></span>
          <button type="button" class="button small" aria-label="${words.see}: ${name}"
            @click=${() => onSee(submission)}>${words.see}</button>
        </li>`,
      )}</ul>
    </section>
  </details>`
}

/**
 * How many of each, as a bar. Its numbers stand in words beside it.
 * @param {DutyOverview} duty
 */
function bar({ bar, units }) {
  return html`<svg class="office-bar" viewBox="0 0 ${Math.max(units.length, 1)} 10" preserveAspectRatio="none"
    aria-hidden="true">${bar.map(
      (part) => svg`<rect class=${part.group} x=${part.from} y="0" width=${part.units} height="10"/>`,
    )}</svg>`
}
