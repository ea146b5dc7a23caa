/**
 * What is said of several places at once: each kind is read once, with every place that it is about.
 * @module
 */
import { html, nothing } from 'lit'

/** @typedef {import('../contract.ts').Place} Place */

/**
 * Findings by their kind, in the order in which the first of each comes; what stands alone by itself.
 * @template {{ kind?: string, message: string }} T
 * @param {T[]} findings
 * @returns {T[][]}
 */
export function byKind(findings) {
  /** @type {Map<string, T[]>} */
  const kinds = new Map()
  for (const [at, finding] of findings.entries()) {
    const kind = finding.kind || `${at}`
    kinds.set(kind, [...(kinds.get(kind) ?? []), finding])
  }
  return [...kinds.values()]
}

/**
 * The places of which one sentence is said, each a way to it, and what is said of it alone.
 * @param {{ place: Place, says?: string | null }[]} places @param {{ words: import('./words.js').Words, onGo: (place: Place) => void }} port
 */
export const placesOf = (places, { words, onGo }) =>
  html`<ul class="places">${places.map(
    ({ place, says }) =>
      html`<li><button type="button" class="link" @click=${() => onGo(place)}>${
        place.title || words.goThere
      }</button>${says ? html` <em>${says}</em>` : nothing}</li>`,
  )}</ul>`

/** How many places a sentence is about, where it is about several. @param {number} count */
export const times = (count) => (count > 1 ? html` <span class="count">${count}</span>` : nothing)
