/**
 * All else that the model can say of a row: groups that open into cells, and what can be said besides. What there is and what
 * it is called is the core's.
 * @module
 */
import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { cellId, oneCell } from './cells.js'
import { partOf } from './using.js'

/** @typedef {import('./element.js').PhieuPlan} Element */
/** @typedef {import('../composing.js').List} List */
/** @typedef {import('../contract.ts').DetailGroup} Group */

/** The groups of details that are open, each behind the name of its row. @returns {Set<string>} */
export const unfolded = () => new Set()

/** The groups that are open of a row. @param {Element} plan @param {string} row */
const opened = ({ unfolded }, row) =>
  [...unfolded].filter((name) => name.startsWith(`${row}:`)).map((name) => name.slice(row.length + 1))

/** @param {string} id of the row @param {string} path */
const groupId = (id, path) => `group-${id}${path.replace(/\//g, '-')}`

/** Opens a group and those around it. @param {Element} plan @param {string} row @param {string} path */
function unfold({ unfolded }, row, path) {
  const steps = path.split('/')
  for (const at of steps.keys()) unfolded.add(`${row}:${steps.slice(0, at + 1).join('/')}`)
}

/**
 * The details of a row, or of a duty what its form asks.
 * @param {Element} plan @param {List} list @param {string} id @param {boolean} [isForm]
 */
export function detailsOf(plan, list, id, isForm = false) {
  const { made, _words: words } = plan
  const row = `${list}/${id}`
  const open = opened(plan, row)
  const groups = made?.details(list, id, isForm, open) ?? []
  const act = (/** @type {string} */ name, /** @type {string} */ cell, /** @type {string} */ then) => {
    plan._act(name, list, [id], { cell })
    if (plan.trouble === null) unfold(plan, row, then)
    focusOn(plan, `#${groupId(id, then)}`)
  }
  const port = {
    words,
    onToggle: (/** @type {Group} */ { path, isOpen }) => {
      if (isOpen) plan.unfolded.delete(`${row}:${path}`)
      else plan.unfolded.add(`${row}:${path}`)
      plan.requestUpdate()
    },
    onSet: (/** @type {string} */ cell, /** @type {string} */ text) =>
      plan._act('set', list, [id], { cell, text }),
    onOffer: (/** @type {import('../contract.ts').Offer} */ { path, opens, grows }) => {
      if (grows) return act('grow', path, opens)
      unfold(plan, row, opens)
      plan.requestUpdate()
      focusOn(plan, `#${groupId(id, opens)}`)
    },
    onDrop: (/** @type {string} */ path) => act('drop', path, path.slice(0, path.lastIndexOf('/'))),
    onRaise: (/** @type {string} */ path) => act('raise', path, path),
  }
  return html`<div class="details">${repeat(
    groups,
    ({ path }) => path,
    (group) => one(group, port, id),
  )}</div>`
}

/** @param {Element} plan @param {string} selector */
async function focusOn(plan, selector) {
  const there = await plan._focus(selector)
  there?.scrollIntoView({ block: 'nearest' })
}

/**
 * @param {Group} group
 * @param {{ words: import('./words.js').Words, onToggle: (group: Group) => void, onSet: (cell: string, text: string) => void,
 *   onOffer: (offer: import('../contract.ts').Offer) => void, onDrop: (path: string) => void, onRaise: (path: string) => void }} port
 * @param {string} id of the row
 */
function one(group, port, id) {
  const { path, title, depth, isOpen, cells, offers, canDrop, canRaise } = group
  const { words } = port
  return html`<section class="detail deep-${Math.min(depth, 4)}" aria-label=${title}>
    <div class="detail-head">
      <button type="button" class="link detail-title" id=${groupId(id, path)} aria-expanded=${isOpen}
        @click=${() => port.onToggle(group)}>${title}</button>
      ${
        canRaise
          ? html`<button type="button" class="button small" aria-label=${words.raiseNamed(title)}
            @click=${() => port.onRaise(path)}>${words.raise}</button>`
          : nothing
      }
      ${
        canDrop
          ? html`<button type="button" class="button small" aria-label=${words.dropNamed(title)}
            @click=${() => port.onDrop(path)}>${words.drop}</button>`
          : nothing
      }
    </div>
    ${
      isOpen && cells.length > 0
        ? html`<div class="cells">${repeat(
            cells,
            ({ name }) => name,
            (cell) => oneCell(cell, port.onSet, id),
          )}</div>`
        : nothing
    }
    ${
      isOpen && offers.length > 0
        ? html`<div class="tools offers" role="group" aria-label=${words.say}><span class="hint">${words.say}</span>
        ${offers.map(
          (offer) =>
            html`<button type="button" class="button small" @click=${() => port.onOffer(offer)}>${
              offer.label
            }</button>`,
        )}</div>`
        : nothing
    }
  </section>`
}

/**
 * Shows a detail that is to be mended.
 * @param {Element} plan
 * @param {{ list: string, id: string, cell: string, detail: import('../contract.ts').DetailPart }} place
 */
export async function goToDetail(plan, { list, id, cell, detail }) {
  const row = `${list}/${id}`
  unfold(plan, row, cell)
  plan.tab = detail === 'form' ? 'forms' : partOf(list)
  if (id) plan.open = row
  await plan.updateComplete
  const find = (/** @type {string} */ name) => plan.renderRoot.querySelector(`#${name}`)
  const there = find(cellId(cell, id)) ?? find(groupId(id, cell))
  there?.closest('details')?.setAttribute('open', '')
  focusOn(plan, `#${there?.id ?? 'panel'}`)
}
