/**
 * A row of a table on a narrow screen: a card that stands closed as one line in the core's words, and open as its cells.
 * @module
 */
import { html, nothing } from 'lit'
import { icons } from '../icons.js'
import { wordsIn } from '../words/shared.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/**
 * @param {import('./element.js').PhieuTable} table
 * @param {import('./rows.js').Rows} rows
 * @param {import('../types.js').TableRowView} row
 */
export function card(table, rows, row) {
  const words = allWords(table.words)
  const { index, title, summary, left, state, cells } = row
  const isOpen = table.open === index
  const id = `${table.options?.id}-row-${index}`
  // What is to be led to must stand, also while it is folded.
  const stands = isOpen || (rows.attempted && left)
  return html`<li class="activity" data-row=${index} aria-labelledby="${id}-title">
    <div class="activity-head">
      <h4 id="${id}-title" tabindex="-1"><button type="button" class="card-fold" aria-expanded=${isOpen} aria-controls=${id}
        aria-describedby="${id}-said" @click=${() => table.toggle(index)}>${words.numbered(index + 1, title)}</button></h4>
      ${
        isOpen && !rows.locked
          ? html`<div class="tools"><button type="button" class="tool" aria-label=${words.removeRow(title)}
              title=${words.rowTools} @click=${() => table.removeRow(row)}>${icons.remove}</button></div>`
          : nothing
      }
    </div>
    <p class="said" id="${id}-said" ?hidden=${isOpen}>${summary}${
      left ? html` <span class="tally" data-state=${state}>${left}</span>` : nothing
    }</p>
    <div class="card" id=${id} hidden=${isOpen ? nothing : 'until-found'} @beforematch=${(
      /** @type {{ currentTarget: HTMLElement }} */ { currentTarget },
    ) => {
      currentTarget.removeAttribute('hidden')
      table.open = index
    }}>${
      stands
        ? cells.map(
            (field) =>
              html`<phieu-field .field=${field} .session=${rows} .words=${table.words}></phieu-field>`,
          )
        : nothing
    }</div>
  </li>`
}
