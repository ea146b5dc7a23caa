/**
 * The parts of the plan beside the document: one is shown at a time.
 * @module
 */
import { html, nothing } from 'lit'
import { cellsOf } from './cells.js'
import { adder, rowsOf } from './rows.js'

/** @typedef {import('./rows.js').Port} Port */
/** @typedef {import('../composing.js').CompositionView} View */

/** The plan's own cells. @param {import('../contract.ts').Cell[]} cells @param {Port} port */
export const headPart = (cells, { words, onAct, details }) => html`
  ${cellsOf(cells, { words, onSet: (cell, text) => onAct('set', 'head', [], { cell, text }) })}
  ${details('head', '')}`

/** @param {View} view @param {Port} port */
export function unitsPart({ rows }, port) {
  const { words, onAct } = port
  const take = (/** @type {Event} */ { target }) => {
    const root = /** @type {ShadowRoot} */ (/** @type {Element} */ (target).getRootNode())
    const area = /** @type {HTMLTextAreaElement | null} */ (root.querySelector('#units'))
    if (!area) return
    onAct('paste', 'units', [], { text: area.value })
    area.value = ''
  }
  return html`<div class="plan-block">
      <label for="units"><strong>${words.pasteUnits}</strong></label>
      <p class="hint" id="units-help">${words.pasteUnitsHelp}</p>
      <textarea id="units" rows="5" aria-describedby="units-help"></textarea>
      <div class="tools"><button type="button" class="button primary" id="take-units" @click=${take}>${words.takeUnits}</button></div>
    </div>
    ${rowsOf('units', rows, port)}
    ${groups('levels', rows, port)} ${groups('sectors', rows, port)}`
}

/** Levels or sectors: names alone. @param {'levels' | 'sectors'} list @param {View['rows']} rows @param {Port} port */
function groups(list, rows, port) {
  const { words, onAct } = port
  const own = rows.filter((row) => row.list === list)
  return html`<details class="plan-block"><summary>${words[list]}</summary>
    <ul class="groups">${own.map(
      ({ id, title }) => html`<li>
        <input type="text" aria-label=${title} .value=${title} @change=${(/** @type {Event} */ { target }) =>
          onAct('set', list, [id], { cell: 'name', text: /** @type {HTMLInputElement} */ (target).value })}>
        <button type="button" class="button small" aria-label="${words.discard}: ${title}"
          @click=${() => onAct('discard', list, [id])}>${words.discard}</button>
      </li>`,
    )}</ul>${adder(list, port)}</details>`
}

/** @param {View} view @param {Port} port */
export const targetsPart = ({ rows }, port) => html`${rowsOf('targets', rows, port)} ${adder('targets', port)}
  <h4 class="apart">${port.words.figures}</h4>${rowsOf('figures', rows, port)} ${adder('figures', port)}
  ${piecesOf('figures', port)}`

/** @param {'duties' | 'activities'} list @param {View} view @param {Port} port */
export const listPart = (list, { rows }, port) =>
  html`${rowsOf(list, rows, port)} ${adder(list, port)} ${piecesOf(list, port)}`

/** Ready pieces of a list. @param {string} list @param {Port} port */
function piecesOf(list, { words, pieces, onDo }) {
  const own = pieces.filter(({ action }) => action.list === list)
  if (own.length === 0) return nothing
  return html`<details class="plan-block pieces"><summary>${words.pieces}</summary>
    <ul class="rows">${own.map(
      ({ title, about, action }) => html`<li class="row"><div class="row-line">
        <span class="row-title"><strong>${title}</strong><span class="hint">${about}</span></span>
        <button type="button" class="button small" aria-label="${words.takePiece}: ${title}"
          @click=${() => onDo(action)}>${words.takePiece}</button></div></li>`,
    )}</ul></details>`
}

/**
 * What each report asks.
 * @param {import('../contract.ts').AskingView[]} forms @param {Port} port
 */
export function formsPart(forms, { words, onAct, details }) {
  if (forms.length === 0) return html`<p class="empty">${words.none}</p>`
  return forms.map(
    ({ duty, name, all, asks, count }, at) => html`<details class="plan-block form" ?open=${at === 0}>
      <summary><strong>${name}</strong> <span class="hint">${words.asks(count)}</span></summary>
      <label class="choice"><input type="checkbox" .checked=${all} @change=${(
        /** @type {Event} */ { target },
      ) => {
        const asksAll = /** @type {HTMLInputElement} */ (target).checked
        onAct('ask', 'duties', [duty], { text: asksAll ? 'all' : 'none' })
      }}><span>${words.askAll}</span></label>
      <ul class="asks">${asks.map(
        ({ id, label, choices }) => html`<li>
          <label for="ask-${duty}-${id}">${label}</label>
          <select id="ask-${duty}-${id}" @change=${(/** @type {Event} */ { target }) =>
            onAct('ask', 'duties', [duty], {
              cell: id,
              text: /** @type {HTMLSelectElement} */ (target).value,
            })}>${choices.map(
            ({ value, label, chosen }) => html`<option value=${value} .selected=${chosen}>${label}</option>`,
          )}</select>
        </li>`,
      )}</ul>
      ${details('duties', duty, true)}
    </details>`,
  )
}

/**
 * Sentences that nothing uses, to be worked down.
 * @param {View} view @param {Port} port
 */
export function unusedPart({ unused }, port) {
  const { words, open, onAct, onOpen } = port
  const left = unused.filter(({ done }) => !done)
  const seen = unused.filter(({ done }) => done)
  return html`<p role="status">${left.length > 0 ? words.leftOver(left.length) : words.nothingLeft}</p>
    <ul class="rows">${left.map(
      ({
        id,
        quote,
        why,
      }) => html`<li class="row ${open === `unused/${id}` ? 'open' : ''}" data-of="unused/${id}">
        <button type="button" class="row-title" @click=${() => onOpen(`unused/${id}`)}>${quote}</button>
        <p class="hint">${why}</p>
        <div class="tools" role="group" aria-label=${words.useAs}>
          <span class="hint">${words.useAs}</span>
          <button type="button" class="button small use-targets" @click=${() => onAct('add', 'targets', [id])}>${words.asList.targets}</button>
          <button type="button" class="button small use-duties" @click=${() => onAct('add', 'duties', [id])}>${words.asList.duties}</button>
          <button type="button" class="button small use-activities" @click=${() => onAct('add', 'activities', [id])}>${words.asList.activities}</button>
          <button type="button" class="button small" @click=${() => onAct('use', 'unused', [id])}>${words.asNothing}</button>
        </div>
      </li>`,
    )}</ul>
    ${
      seen.length > 0
        ? html`<details class="plan-block"><summary>${words.seen(seen.length)}</summary>
          <ul class="rows">${seen.map(
            ({
              id,
              quote,
            }) => html`<li class="row discarded"><div class="row-line"><span class="row-title">${quote}</span>
              <button type="button" class="button small" @click=${() =>
                onAct('use', 'unused', [id], { text: 'no' })}>${words.takeBack}</button></div></li>`,
          )}</ul></details>`
        : nothing
    }`
}
