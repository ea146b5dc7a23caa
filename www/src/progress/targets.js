/**
 * The targets, each with its bar: reached, expected by now, lacking, in words beside it; unfolded, all that is known
 * of it.
 * @module
 */
import { html, nothing } from 'lit'
import { bar } from './chart.js'
import { detail } from './detail.js'
import { allTargets, targetsOf } from './filters.js'
import { lensOf } from './lens.js'
import { isPartial, targetState } from './signs.js'

/** @typedef {import('../types.js').TargetProgressView} TargetProgressView */
/** @typedef {import('./words.js').ProgressWords} ProgressWords */
/**
 * @typedef {object} Options
 * @property {import('./filters.js').Filters} filters
 * @property {ProgressWords} words
 * @property {Set<string>} unfolded what is open, by identity
 * @property {(key: string, open: boolean) => void} onFold
 */

/**
 * @param {import('../types.js').ProgressView} view
 * @param {Options} options
 */
export function targetList(view, options) {
  const { filters, words, unfolded, onFold } = options
  const targets = targetsOf(view, filters)
  if (targets.length === 0) return html`<p class="empty">${words.none}</p>`
  const asTable = unfolded.has('targets as table')
  return html`<div class="bar-line">
      <p class="hint">${words.shown(targets.length, allTargets(view).length)}</p>
      <button type="button" class="link screen-only" aria-pressed=${asTable}
        @click=${() => onFold('targets as table', !asTable)}>${asTable ? words.asList : words.asTable}</button>
    </div>
    ${legend(words)}
    ${
      asTable
        ? targetTable(targets, options)
        : html`<ol class="targets">${targets.map((target) => targetItem(target, options))}</ol>`
    }`
}

/**
 * How many units gave which answer of a list.
 * @param {import('../types.js').ProgressView} view
 * @param {ProgressWords} words
 */
export function answerLists({ answers }, words) {
  if (answers.length === 0) return nothing
  return html`<section class="tallies"><h3>${words.answers}</h3>
    ${answers.map(
      (asked) => html`<h4>${asked.label}</h4><p class="hint">${asked.text}</p>
        <ul data-answers=${asked.indicator}>${asked.answers.map(({ text }) => html`<li>${text}</li>`)}</ul>`,
    )}</section>`
}

/** @param {ProgressWords} words */
const legend = (words) => html`<ul class="legend" aria-label=${words.legend}>
  <li>${bar({ value: 1, state: 'onTrack' })}${words.legendReached}</li>
  <li>${bar({ value: 0.001, target: 1, state: 'lack' })}${words.legendLacking}</li>
  <li><svg class="gauge key" aria-hidden="true"><line class="expected" x1="50%" x2="50%" y1="0" y2="100%"/></svg>${
    words.legendExpected
  }</li>
  <li>${bar({ value: null })}${words.legendNone}</li>
</ul>`

/**
 * @param {TargetProgressView} target
 * @param {Options} options
 */
function targetItem(target, options) {
  const { filters, words, unfolded, onFold } = options
  const lens = lensOf(target, filters)
  const key = `target ${target.id}`
  const isOpen = unfolded.has(key)
  const toggled = (/** @type {Event} */ { currentTarget }) =>
    onFold(key, /** @type {HTMLDetailsElement} */ (currentTarget).open)
  return html`<li><details class="target" data-target=${target.id} .open=${isOpen} @toggle=${toggled}>
    <summary>
      <span class="target-name">${target.number ? html`<span class="number">${target.number}</span> ` : nothing}
        <strong>${target.text}</strong>
        ${target.cadence === 'plan' ? nothing : html`<span class="hint">${words.span}: ${target.spanText}</span>`}
      </span>
      <span class="target-bar">${bar(lens)}
        <span class="target-said"><strong>${lens.valueText || words.notReported}</strong>
          <span class="share">${lens.shareText}</span><span class="hint">${target.targetText}</span>${
            lens.expectedText
              ? html`<span class="hint">${words.expected}: ${lens.expectedText}</span>`
              : nothing
          }<span class="hint">${lens.lacksText}</span></span>
      </span>
      <span class="target-state">${
        lens.state ? targetState(lens.state, lens.stateText) : nothing
      }<span class="hint whole ${lens.partial ? 'partial' : ''}">${
        lens.partial ? isPartial : nothing
      }${lens.partialText}</span></span>
    </summary>
    ${isOpen ? detail(target, options) : nothing}
  </details></li>`
}

/**
 * @param {TargetProgressView[]} targets
 * @param {Options} options
 */
function targetTable(targets, { filters, words }) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.tabs.targets}><table>
    <thead><tr><th scope="col">${words.target}</th><th scope="col">${words.reached}</th>
      <th scope="col">${words.toReach}</th><th scope="col">${words.share}</th><th scope="col">${words.expected}</th>
      <th scope="col">${words.lacks}</th><th scope="col">${words.stateOf}</th><th scope="col">${words.wholeness}</th>
    </tr></thead>
    <tbody>${targets.map((target) => {
      const lens = lensOf(target, filters)
      return html`<tr data-target=${target.id}><th scope="row">${target.number} ${target.text}</th>
        <td class="figures">${lens.valueText || words.notReported}</td><td class="figures">${target.targetValueText}</td>
        <td class="figures">${lens.shareText}</td><td class="figures">${lens.expectedText}</td>
        <td class="figures">${lens.lacksText}</td>
        <td>${lens.state ? targetState(lens.state, lens.stateText) : nothing}</td>
        <td>${lens.partialText}</td></tr>`
    })}</tbody></table></div>`
}
