/**
 * A list of the plan: what is proposed, what is in the plan, what was discarded; each row opens into its cells.
 * @module
 */
import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { cellsOf } from './cells.js'
import { useIt } from './paper.js'

/** @typedef {import('../contract.ts').PlanRow} PlanRow */
/** @typedef {import('../composing.js').List} List */
/** @typedef {{ words: import('./words.js').Words, open: string | null, cells: import('../contract.ts').Cell[],
 *   chosen: Set<string>, onChoose: (of: string[], isChosen: boolean) => void, onOpen: (of: string | null) => void,
 *   onAct: (act: string, list: List, ids: string[], more?: object) => void,
 *   pieces: import('../contract.ts').PieceView[], onDo: (action: import('../contract.ts').Action) => void,
 *   onUse: (list: 'targets' | 'duties' | 'activities', named: string) => void,
 *   details: (list: List, id: string, isForm?: boolean) => import('lit').TemplateResult }} Port */

/** The name of a row on the page. @param {PlanRow} row */
export const nameOf = ({ list, id }) => `${list}/${id}`

/** @param {List} list @param {PlanRow[]} rows @param {Port} port */
export function rowsOf(list, rows, port) {
  const { words, chosen, onChoose } = port
  const own = rows.filter((row) => row.list === list)
  const of = (/** @type {string} */ standing) => own.filter((row) => row.standing === standing)
  const proposed = of('proposed')
  const open = proposed.filter(({ grade }) => grade !== 'maybe')
  const maybe = proposed.filter(({ grade }) => grade === 'maybe')
  const [confirmed, discarded] = [of('confirmed'), of('discarded')]
  const ids = (/** @type {PlanRow[]} */ some) => some.map(nameOf)
  const mine = ids(proposed).filter((name) => chosen.has(name))
  const idsOf = (/** @type {string[]} */ names) => names.map((name) => name.slice(list.length + 1))
  return html`${
    proposed.length > 0
      ? html`<div class="plan-block">
        <h4>${words.proposals} <span class="count">${proposed.length}</span></h4>
        <div class="tools">
          <button type="button" class="button primary confirm-chosen" ?disabled=${mine.length === 0}
            @click=${() => port.onAct('confirm', list, idsOf(mine))}>${words.confirmChosen(mine.length)}</button>
          <button type="button" class="button discard-chosen" ?disabled=${mine.length === 0}
            @click=${() => port.onAct('discard', list, idsOf(mine))}>${words.discardChosen(mine.length)}</button>
          <button type="button" class="link" @click=${() => onChoose(ids(open), mine.length === 0)}>
            ${mine.length === 0 ? words.chooseAll : words.chooseNone}</button>
        </div>
        <p class="hint">${words.keys}</p>
        ${lines(open, port)}
        ${folded(words.maybes(maybe.length), maybe, port)}
      </div>`
      : nothing
  }
  ${
    confirmed.length > 0
      ? html`<div class="plan-block"><h4>${words.inPlan(confirmed.length)}</h4>${lines(confirmed, port)}</div>`
      : nothing
  }
  ${own.length === 0 ? html`<p class="empty">${words.none}</p>` : nothing}
  ${folded(words.discards(discarded.length), discarded, port)}`
}

/** @param {string} title @param {PlanRow[]} rows @param {Port} port */
const folded = (title, rows, port) =>
  rows.length === 0
    ? nothing
    : html`<details class="plan-block" ?open=${rows.some((row) => nameOf(row) === port.open)}>
      <summary>${title}</summary>${lines(rows, port)}</details>`

/** @param {PlanRow[]} rows @param {Port} port */
const lines = (rows, port) => html`<ul class="rows">${repeat(rows, nameOf, (row) => line(row, port))}</ul>`

/** @param {KeyboardEvent} event @param {PlanRow} row @param {Port} port */
function key(event, row, { onAct }) {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const list = /** @type {List} */ (row.list)
  const act = { x: 'confirm', b: 'discard' }[event.key.toLowerCase()]
  const button = /** @type {HTMLElement} */ (event.currentTarget)
  const root = /** @type {ShadowRoot} */ (button.getRootNode())
  const names = [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('.row-title'))]
  const at = names.indexOf(button)
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? (act ? 1 : 0)
  if (!step) return
  event.preventDefault()
  const next = names[at + step] ?? names[at - 1]
  if (act) onAct(act, list, [row.id])
  next?.focus()
}

/** @param {PlanRow} row @param {Port} port */
function line(row, port) {
  const { words, open, cells, chosen, onChoose, onOpen, onAct } = port
  const name = nameOf(row)
  const list = /** @type {List} */ (row.list)
  const isOpen = open === name
  const isProposed = row.standing === 'proposed'
  return html`<li class="row ${row.standing} ${isOpen ? 'open' : ''}" data-of=${name}>
    <div class="row-line">
      ${
        isProposed
          ? html`<input type="checkbox" aria-label=${words.choose(row.title)} .checked=${chosen.has(name)}
            @change=${(/** @type {Event} */ { target }) =>
              onChoose([name], /** @type {HTMLInputElement} */ (target).checked)}>`
          : nothing
      }
      <button type="button" class="row-title" aria-expanded=${isOpen} @click=${() => onOpen(isOpen ? null : name)}
        @keydown=${(/** @type {KeyboardEvent} */ event) => key(event, row, port)}>
        <strong>${row.title}</strong>
        <span class="says">${row.says}</span>
        <span class="signs">
          ${row.grade && isProposed ? html`<span class="grade ${row.grade}">${row.graded}</span>` : nothing}
          ${row.corrected ? html`<span class="grade">${words.corrected}</span>` : nothing}
          ${row.section ? html`<span class="hint">${words.where} ${row.section}</span>` : nothing}
        </span>
      </button>
      <span class="acts">
        ${
          row.standing === 'confirmed'
            ? nothing
            : html`<button type="button" class="button small confirm" aria-label="${words.confirm}: ${row.title}"
              @click=${() => onAct('confirm', list, [row.id])}>${isProposed ? words.confirm : words.restore}</button>`
        }
        ${
          row.standing === 'discarded'
            ? nothing
            : html`<button type="button" class="button small discard" aria-label="${words.discard}: ${row.title}"
              @click=${() => onAct('discard', list, [row.id])}>${words.discard}</button>`
        }
      </span>
    </div>
    ${
      isOpen
        ? html`<div class="editor">
          ${row.quote ? html`<blockquote><span class="hint">${words.quote}</span> ${row.quote}</blockquote>` : nothing}
          ${row.reasons.map((reason) => html`<p class="finding info">${reason}</p>`)}
          ${cellsOf(cells, {
            words,
            onSet: (cell, text) => onAct('set', list, [row.id], { cell, text }),
            onDrop: (cell) => onAct('discard', 'periods', [row.id], { cell }),
          })}
          ${port.details(list, row.id)}
          <div class="tools">
            ${
              isProposed
                ? html`<button type="button" class="button primary" @click=${() => {
                    onAct('confirm', list, [row.id])
                    onOpen(null)
                  }}>${words.confirm}</button>`
                : html`<button type="button" class="button" @click=${() => onOpen(null)}>${words.done}</button>`
            }
            ${
              cells.some(({ group }) => group)
                ? html`<button type="button" class="link" @click=${() => onAct('add', 'periods', [row.id])}>
                  ${words.addPeriod}</button>`
                : nothing
            }
            ${
              list === 'targets' || list === 'activities'
                ? html`<button type="button" class="link split" @click=${() => onAct('split', list, [row.id])}>
                  ${list === 'targets' ? words.split : words.splitActivity}</button>`
                : nothing
            }
          </div>
          ${row.quote ? useIt(name, { label: words.alsoAs, words, but: list === 'duties' ? '' : list, onUse: port.onUse }) : nothing}
        </div>`
        : nothing
    }
  </li>`
}

/**
 * A name, and a button that adds a row of it.
 * @param {'targets' | 'figures' | 'duties' | 'activities' | 'levels' | 'sectors'} list @param {Port} port
 */
export function adder(list, { words, onAct }) {
  const add = (/** @type {Event} */ { target }) => {
    const root = /** @type {ShadowRoot} */ (/** @type {Element} */ (target).getRootNode())
    const input = /** @type {HTMLInputElement | null} */ (root.querySelector(`#add-${list}`))
    if (!input?.value.trim()) return input?.focus()
    onAct('add', list, [], { text: input.value })
    input.value = ''
  }
  return html`<div class="adder">
    <label for="add-${list}" class="unseen">${words.addName}</label>
    <input type="text" id="add-${list}" placeholder=${words.addName} autocomplete="off"
      @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && add(event)}>
    <button type="button" class="button" @click=${add}>${words.add[list]}</button>
  </div>`
}
