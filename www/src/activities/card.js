/**
 * An activity of the list: a card that stands closed as one line in the core's words, and open as its fields, those that few
 * fill in behind "more details".
 * @module
 */
import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { icons } from '../icons.js'
import { wordsIn } from '../words/shared.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {import('../types.js').ItemView} ItemView */
/** @typedef {import('../types.js').FieldView} FieldView */

/**
 * @param {import('./element.js').PhieuActivities} list
 * @param {ItemView} item
 * @param {number} count how many there are
 */
export function card(list, item, count) {
  const words = allWords(list.words)
  const { session } = list
  const isOpen = list.open === item.key
  const [id, heading] = [`card-${item.key}`, `activity-${item.key}`]
  const number = words.activity(item.index + 1)
  const name = item.fields[0]?.inputs[0]?.value || item.title
  const said = isOpen ? null : session?.ask((form) => form.card(item.index))
  return html`<li class="activity" part="activity" aria-labelledby=${heading}>
    <div class="activity-head">
      <h4 id=${heading} tabindex="-1"><button type="button" class="card-fold" aria-expanded=${isOpen} aria-controls=${id}
        aria-describedby=${said ? `${id}-said` : nothing} @click=${() => list.toggle(item)}>${
          isOpen ? number : name || number
        }</button></h4>
      ${isOpen && !session?.locked ? tools(list, item, count) : nothing}
    </div>
    ${
      said
        ? html`<p class="said" id="${id}-said">${said.summary}${
            said.left ? html` <span class="tally" data-state=${said.state}>${said.left}</span>` : nothing
          }</p>`
        : nothing
    }
    <div class="card" id=${id} hidden=${isOpen ? nothing : 'until-found'} @beforematch=${(
      /** @type {{ currentTarget: HTMLElement }} */ event,
    ) => {
      shown(event)
      list.open = item.key
    }}>
      ${fields(
        list,
        item.fields.filter(({ more }) => !more),
      )}
      ${details(list, item, id)}
    </div>
  </li>`
}

/**
 * What few fill in: open where something stands there.
 * @param {import('./element.js').PhieuActivities} list
 * @param {ItemView} item
 * @param {string} id
 */
function details(list, item, id) {
  const more = item.fields.filter((field) => field.more)
  if (more.length === 0) return nothing
  const words = allWords(list.words)
  const isOpen =
    list.session?.locked ||
    list.wide === item.key ||
    more.some(({ inputs }) => inputs.some(({ blank }) => !blank))
  return html`${
    isOpen
      ? nothing
      : html`<button type="button" class="link" aria-expanded="false" aria-controls="${id}-more"
          @click=${() => (list.wide = item.key)}>${words.more}</button>`
  }<div id="${id}-more" hidden=${isOpen ? nothing : 'until-found'} @beforematch=${(
    /** @type {{ currentTarget: HTMLElement }} */ event,
  ) => {
    shown(event)
    list.wide = item.key
  }}>${fields(list, more)}</div>`
}

/** Someone is led into what is folded: it is open at once. @param {{ currentTarget: HTMLElement }} event */
function shown({ currentTarget }) {
  currentTarget.removeAttribute('hidden')
}

/**
 * @param {import('./element.js').PhieuActivities} list
 * @param {FieldView[]} asked
 */
function fields({ session, words }, asked) {
  return repeat(
    asked,
    (field) => field.id,
    (field) => html`<phieu-field .field=${field} .session=${session} .words=${words}></phieu-field>`,
  )
}

/**
 * @param {import('./element.js').PhieuActivities} list
 * @param {ItemView} item
 * @param {number} count
 */
function tools(list, item, count) {
  const words = allWords(list.words)
  const name = item.title || words.activity(item.index + 1)
  /** @type {(icon: unknown, label: string, action: () => void, off?: boolean) => unknown} */
  const tool = (icon, label, action, off = false) =>
    html`<button type="button" class="tool" aria-label="${label}: ${name}" title=${label} aria-disabled=${off || nothing}
      @click=${() => off || action()}>${icon}</button>`
  return html`<div class="tools">
    ${tool(icons.up, words.up, () => list.moveItem(item, -1), item.index === 0)}
    ${tool(icons.down, words.down, () => list.moveItem(item, 1), item.index === count - 1)}
    ${tool(icons.copy, words.copy, () => list.copyItem(item))}
    ${tool(icons.remove, words.remove, () => list.removeItem(item))}
  </div>`
}
