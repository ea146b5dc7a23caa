/**
 * Last year's plan for another year: its days moved, its names proposed anew, and what is left to look at.
 * @module
 */
import { html, nothing } from 'lit'
import { byKind, placesOf, times } from './kinds.js'
import { renamedPart } from './renamed.js'

/**
 * @param {import('../contract.ts').MovingView | null} moving none while it is not looked at
 * @param {{ words: import('./words.js').Words, isOpen: boolean, kept: Set<string>, onOpen: (isOpen: boolean) => void,
 *   onFirst: (first: string) => void, onKeep: (id: string, isKept: boolean) => void,
 *   onMove: (first: string, ids: string[]) => void,
 *   onGo: (place: import('../contract.ts').Place) => void }} port `kept`: the names that stay as they are
 */
export function movingPart(moving, { words, isOpen, kept, onOpen, onFirst, onKeep, onMove, onGo }) {
  const { first = '', wrong = null, days = '', names = [], left = [] } = moving ?? {}
  const ids = names.map(({ id }) => id).filter((id) => !kept.has(id))
  return html`<details class="plan-block" id="moving" ?open=${isOpen}
    @toggle=${(/** @type {Event} */ { currentTarget }) =>
      onOpen(/** @type {HTMLDetailsElement} */ (currentTarget).open)}>
    <summary>${words.moving}</summary>
    <p class="hint">${words.movingHelp}</p>
    <div class="cell">
      <label for="moving-first">${words.movingFirst}</label>
      <input type="text" id="moving-first" .value=${first} autocomplete="off" aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby="moving-says"
        @change=${(/** @type {Event} */ { target }) => onFirst(/** @type {HTMLInputElement} */ (target).value)}>
      <p class=${wrong ? 'finding error' : 'hint'} id="moving-says">${wrong ?? days}</p>
    </div>
    ${
      names.length > 0
        ? html`<h4>${words.movingNames(ids.length)}</h4>
        <ul class="renames">${names.map(
          ({ id, name }) => html`<li><label class="choice"><input type="checkbox" .checked=${!kept.has(id)}
            @change=${(/** @type {Event} */ { target }) =>
              onKeep(id, !(/** @type {HTMLInputElement} */ (target).checked))}>
            ${renamedPart(name)}</label></li>`,
        )}</ul>`
        : nothing
    }
    ${
      left.length > 0
        ? html`<h4>${words.movingLeft}</h4>
        <ul class="findings">${byKind(left.map((one) => ({ ...one, kind: one.message }))).map(
          (kind) => html`<li class="finding warning">
          ${
            kind.length > 1
              ? html`<p>${kind[0]?.message}${times(kind.length)}</p>
                ${placesOf(
                  kind.map(({ place, day }) => ({ place, says: day })),
                  { words, onGo },
                )}`
              : kind.map(({ place, message, day }) => {
                  const go = (/** @type {string} */ label) =>
                    html`<button type="button" class="link" @click=${() => onGo(place)}>${label}</button>`
                  const says = html`${message}${day ? html` <em>${day}</em>` : nothing}`
                  return place.title
                    ? html`<p>${go(place.title)}: ${says}</p>`
                    : html`<p>${says}</p>${go(words.goThere)}`
                })
          }</li>`,
        )}</ul>`
        : nothing
    }
    <div class="tools"><button type="button" class="button primary" id="move" ?disabled=${Boolean(wrong)}
      @click=${() => onMove(first, ids)}>${words.move}</button></div>
  </details>`
}
