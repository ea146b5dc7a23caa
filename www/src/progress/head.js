/**
 * The head of the page: which plan, of which moment, how whole all of it is; and the filters.
 * @module
 */
import { html, nothing } from 'lit'
import { icons } from '../icons.js'
import { stacked } from './chart.js'
import { isFiltered } from './filters.js'
import { isPartial, targetState } from './signs.js'

/** @typedef {import('../types.js').ProgressView} ProgressView */
/** @typedef {import('./filters.js').Filters} Filters */
/** @typedef {import('./words.js').ProgressWords} ProgressWords */

/**
 * @param {ProgressView} view
 * @param {ProgressWords} words
 */
export function head(view, words) {
  const { partial, completeness } = view
  const { all, names } = completeness
  return html`<p class="moment">${words.asOf} <strong>${view.nowText}</strong> <span class="hint">${view.periodText}</span></p>
    <div class="wholeness">
      <div class="whole-box ${partial.partial ? 'is-partial' : ''}">
        <p class="whole-name">${words.units}</p>
        <p class="whole-text">${partial.partial ? isPartial : icons.sent}<strong>${partial.text}</strong></p>
        ${stacked(partial, partial.units)}
        <p class="hint">${partial.partial ? words.partial : partial.units > 0 ? words.whole : nothing}</p>
      </div>
      <div class="whole-box ${all.missing > 0 ? 'is-partial' : ''}">
        <p class="whole-name">${words.reports}</p>
        <p class="whole-text">${all.missing > 0 ? isPartial : icons.sent}<strong>${all.text}</strong></p>
        ${stacked({ sent: all.onTime, late: all.late, missing: all.missing }, all.expected)}
        <ul class="legend" aria-hidden="true">
          <li>${stacked({ sent: 1, late: 0, missing: 0 }, 1)}${names.onTime}</li>
          <li>${stacked({ sent: 0, late: 1, missing: 0 }, 1)}${names.late}</li>
          <li>${stacked({ sent: 0, late: 0, missing: 1 }, 1)}${names.missing}</li></ul>
      </div>
    </div>
    ${view.straysText ? html`<p class="finding warning">${icons.warning}<span>${view.straysText}</span></p>` : nothing}`
}

/**
 * @param {ProgressView} view
 * @param {{ filters: Filters, words: ProgressWords, onFilter: (filters: Partial<Filters>) => void }} options
 */
export function filterBar(view, { filters, words, onFilter }) {
  const { columns: all, duties, rows, sectors } = view.matrix
  const units = rows.filter((row) => !filters.sector || row.sector === filters.sector)
  return html`<div class="filters screen-only" role="group" aria-label=${words.filters}>
    ${choice(
      'sector',
      words.sector,
      sectors.map(({ id, name }) => [id, name]),
    )}
    ${choice(
      'unit',
      words.unit,
      units.map(({ unit, name }) => [unit, name]),
    )}
    <div class="filter"><label for="filter-duty">${words.duty}</label>
      <select id="filter-duty" @change=${changed('duty')}><option value="" .selected=${!filters.duty}>${words.all}</option>
        ${duties.map(
          ({ duty, name, columns }) => html`<optgroup label=${name}>
            ${option('duty', duty, `${name}: ${words.allOfDuty}`)}
            ${
              columns.length > 1
                ? columns.map((place) => option('duty', all[place]?.key ?? '', all[place]?.whenText ?? ''))
                : nothing
            }</optgroup>`,
        )}</select></div>
    ${
      isFiltered(filters)
        ? html`<button type="button" class="button" id="clear-filters"
            @click=${() => onFilter({ sector: '', unit: '', duty: '', state: '' })}>${words.clear}</button>`
        : nothing
    }
  </div>`

  /** @param {keyof Filters} name */
  function changed(name) {
    return (/** @type {Event} */ { target }) =>
      onFilter({
        [name]: /** @type {HTMLSelectElement} */ (target).value,
        ...(name === 'sector' ? { unit: '' } : {}),
      })
  }

  /** @param {keyof Filters} name @param {string} value @param {string} text */
  function option(name, value, text) {
    return html`<option value=${value} .selected=${filters[name] === value}>${text}</option>`
  }

  /** @param {'sector' | 'unit'} name @param {string} label @param {[string, string][]} values */
  function choice(name, label, values) {
    if (values.length < 2 && !filters[name]) return nothing
    return html`<div class="filter"><label for="filter-${name}">${label}</label>
      <select id="filter-${name}" @change=${changed(name)}>
        <option value="" .selected=${!filters[name]}>${words.all}</option>
        ${values.map(([value, text]) => option(name, value, text))}</select></div>`
  }
}

/**
 * How many targets stand how; each is a filter.
 * @param {ProgressView} view
 * @param {{ filters: Filters, words: ProgressWords, onFilter: (filters: Partial<Filters>) => void }} options
 */
export function stateChips(view, { filters, words, onFilter }) {
  return html`<div class="chips" role="group" aria-label=${words.state}>${view.targetGroups.map(
    ({
      state,
      text,
      targets,
    }) => html`<button type="button" class="chip ${state}" aria-pressed=${filters.state === state}
      @click=${() => onFilter({ state: filters.state === state ? '' : state })}>
      ${targetState(state, text)} <span class="count">${targets.length}</span></button>`,
  )}</div>`
}
