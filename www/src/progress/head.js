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
  const { all } = completeness
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
        <ul class="legend" aria-hidden="true">${
          /** @type {const} */ (['sent', 'late', 'missing']).map(
            (part) =>
              html`<li>${stacked({ sent: 0, late: 0, missing: 0, [part]: 1 }, 1)}${
                { sent: words.inTime, late: words.late, missing: words.missing }[part]
              }</li>`,
          )
        }</ul>
      </div>
    </div>
    ${view.straysText ? html`<p class="finding warning">${icons.warning}<span>${view.straysText}</span></p>` : nothing}`
}

/**
 * @param {ProgressView} view
 * @param {{ filters: Filters, words: ProgressWords, onFilter: (filters: Partial<Filters>) => void }} options
 */
export function filterBar(view, { filters, words, onFilter }) {
  const sectors = new Map(view.matrix.rows.map((row) => [row.sector ?? '', row.sectorName ?? '']))
  sectors.delete('')
  const units = view.matrix.rows.filter((row) => !filters.sector || row.sector === filters.sector)
  return html`<div class="filters screen-only" role="group" aria-label=${words.filters}>
    ${choice('sector', words.sector, [...sectors])}
    ${choice(
      'unit',
      words.unit,
      units.map(({ unit, name }) => [unit, name]),
    )}
    <div class="filter"><label for="filter-duty">${words.duty}</label>
      <select id="filter-duty" @change=${changed('duty')}><option value="" .selected=${!filters.duty}>${words.all}</option>
        ${dutiesOf(view).map(
          ({ duty, name, columns }) => html`<optgroup label=${name}>
            ${option('duty', duty, `${name}: ${words.allOfDuty}`)}
            ${
              columns.length > 1
                ? columns.map((column) =>
                    option('duty', column.key, [column.label, column.periodText].filter(Boolean).join(' · ')),
                  )
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

/** @param {ProgressView} view */
function dutiesOf(view) {
  /** @type {Map<string, { duty: string, name: string, columns: ProgressView['matrix']['columns'] }>} */
  const duties = new Map()
  for (const column of view.matrix.columns) {
    const { duty, dutyName } = column
    const entry = duties.get(duty) ?? { duty, name: dutyName, columns: [] }
    entry.columns.push(column)
    duties.set(duty, entry)
  }
  return [...duties.values()]
}

/**
 * How many targets stand how; each is a filter.
 * @param {ProgressView} view
 * @param {{ filters: Filters, words: ProgressWords, onFilter: (filters: Partial<Filters>) => void }} options
 */
export function stateChips(view, { filters, words, onFilter }) {
  /** @type {Map<import('../types.js').TargetState, { text: string, count: number }>} */
  const states = new Map()
  for (const { state, stateText } of view.targets)
    states.set(state, { text: stateText, count: (states.get(state)?.count ?? 0) + 1 })
  return html`<div class="chips" role="group" aria-label=${words.state}>${[...states].map(
    ([
      state,
      { text, count },
    ]) => html`<button type="button" class="chip ${state}" aria-pressed=${filters.state === state}
      @click=${() => onFilter({ state: filters.state === state ? '' : state })}>
      ${targetState(state, text)} <span class="count">${count}</span></button>`,
  )}</div>`
}
