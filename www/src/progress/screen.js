/**
 * The whole screen: head, filters, and the parts of the page as tabs. On paper all parts stand one after the other.
 * @module
 */
import { html, nothing } from 'lit'
import { icons } from '../icons.js'
import { hindered } from '../part.js'
import { patterns } from './chart.js'
import { files } from './files.js'
import { allTargets } from './filters.js'
import { filterBar, head, stateChips } from './head.js'
import { completeness, planFindings, toDecide } from './lists.js'
import { matrix } from './matrix.js'
import { scoreTables } from './scores.js'
import { targetList } from './targets.js'
import { totalList } from './totals.js'

/** @typedef {keyof import('./words.js').ProgressWords['tabs']} Tab */
/** @typedef {import('../types.js').ProgressView} ProgressView */
/** @typedef {import('./element.js').PhieuProgress} PhieuProgress */

const TABS = /** @type {Tab[]} */ (['targets', 'totals', 'scores', 'matrix', 'complete', 'decide', 'plan'])

/** The parts of a plan's page: points only where it scores somebody. @param {ProgressView} view */
const tabsOf = ({ scores }) => TABS.filter((tab) => tab !== 'scores' || scores.length > 0)

/**
 * @param {ProgressView} view
 * @param {PhieuProgress} page
 */
export function screen(view, page) {
  const { words, filters } = page
  const onFilter = (/** @type {Partial<import('./filters.js').Filters>} */ changed) => {
    page.filters = { ...filters, ...changed }
  }
  const options = { filters, words, onFilter }
  return html`${patterns}<header class="progress-head">
      <h2 tabindex="-1" id="title">${view.title}</h2>
      ${head(view, words)}
      <div class="tools-line screen-only"><p class="hint">${page.freshness}</p>
        ${files(view, { filters, words, rows: (table) => page.rows(table) })}
        <button type="button" class="button" id="paper" @click=${() => page.paper()}>${words.paper}</button>
        <button type="button" class="button" id="print" @click=${page.print}>${icons.print}${words.print}</button>
        ${
          page.endpoint
            ? html`<button type="button" class="link" id="leave" @click=${() => page.leave()}>${words.leave}</button>`
            : nothing
        }</div>
      ${hindered(page.hindrance)}
    </header>
    ${filterBar(view, options)}
    ${tabs(view, page)}
    ${tabsOf(view).map(
      (tab) => html`<section class="panel" role="tabpanel" id="panel-${tab}" aria-labelledby="tab-${tab}"
        ?hidden=${tab !== page.tab}><h3 class="unseen panel-title">${words.tabs[tab]}</h3>${panel(tab)}</section>`,
    )}`

  /** @param {Tab} tab */
  function panel(tab) {
    const onSee = (/** @type {string} */ submission) => page.see(submission)
    if (tab === 'targets')
      return html`${stateChips(view, options)}${targetList(view, {
        filters,
        words,
        unfolded: page.unfolded,
        onFold: (key, open) => page.fold(key, open),
      })}`
    if (tab === 'totals')
      return totalList(view, {
        ...{ filters, words, unfolded: page.unfolded, onSee },
        onFold: (key, open) => page.fold(key, open),
      })
    if (tab === 'scores')
      return scoreTables(view, {
        ...{ filters, words, unfolded: page.unfolded },
        onFold: (key, open) => page.fold(key, open),
      })
    if (tab === 'matrix')
      return matrix(view, {
        ...{ filters, words, onSee, current: page.current },
        onCurrent: (submission) => {
          page.current = submission
        },
      })
    if (tab === 'complete') return completeness(view, filters, words)
    if (tab === 'decide') return toDecide(view, filters, words, onSee)
    return planFindings(page.findings, words)
  }
}

/**
 * @param {ProgressView} view
 * @param {PhieuProgress} page
 */
function tabs(view, page) {
  const { words, findings } = page
  const counts = /** @type {Partial<Record<Tab, number>>} */ ({
    targets: allTargets(view).length,
    totals: view.totals.length + view.answers.length + view.narratives.length,
    decide: view.duplicates.length + view.discrepancies.length,
    ...(Array.isArray(findings) ? { plan: findings.length } : {}),
  })
  return html`<div class="tabs screen-only" role="tablist" aria-label=${words.parts} @keydown=${walk}>${tabsOf(
    view,
  ).map(
    (tab) => html`<button type="button" role="tab" id="tab-${tab}" aria-controls="panel-${tab}"
      aria-selected=${tab === page.tab} tabindex=${tab === page.tab ? 0 : -1} @click=${() => choose(tab)}>
      ${words.tabs[tab]}${
        counts[tab] === undefined ? nothing : html` <span class="count">${counts[tab]}</span>`
      }</button>`,
  )}</div>`

  /** @param {Tab} tab */
  function choose(tab) {
    page.tab = tab
  }

  /** @param {KeyboardEvent} event */
  async function walk(event) {
    const tabs = tabsOf(view)
    const place = tabs.indexOf(page.tab)
    const to = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: tabs.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    choose(tabs[(to + tabs.length) % tabs.length] ?? 'targets')
    await page.updateComplete
    const tab = /** @type {HTMLElement | null} */ (page.renderRoot.querySelector(`#tab-${page.tab}`))
    tab?.focus()
  }
}
