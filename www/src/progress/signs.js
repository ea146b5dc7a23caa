/**
 * The sign of each state, beside its words, so that no state is told by colour alone.
 * @module
 */
import { html, svg } from 'lit'
import { icons, stateIcon } from '../icons.js'

/** @param {import('lit').TemplateResult} shape */
const sign = (shape) =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`

const cross = sign(svg`<circle cx="12" cy="12" r="9"/><path d="M9 9l6 6M15 9l-6 6"/>`)
const falling = sign(svg`<path d="M4 7l6 6 4-4 6 7"/><path d="M20 11v5h-5"/>`)
const rising = sign(svg`<path d="M4 17l6-6 4 4 6-7"/><path d="M20 13V8h-5"/>`)
const dotted = sign(svg`<circle cx="12" cy="12" r="9" stroke-dasharray="3 4"/>`)
const above = sign(svg`<path d="M4 9h16M12 20V3M8 7l4-4 4 4"/>`)
const unknown = sign(
  svg`<circle cx="12" cy="12" r="9"/><path d="M9.5 9.5a2.5 2.5 0 114 2c-1 .7-1.5 1.2-1.5 2.5M12 17v.2"/>`,
)

/** @type {Record<import('../types.js').TargetState, import('lit').TemplateResult>} */
const TARGET = {
  unmeasured: unknown,
  notStarted: icons.notYetOpen,
  noData: dotted,
  open: icons.open,
  onTrack: rising,
  behind: falling,
  reached: icons.sent,
  incomplete: icons.waiting,
  missed: cross,
  exceeded: above,
  inGroup: dotted,
}

/**
 * A target's state: its sign and its words.
 * @param {import('../types.js').TargetState} state
 * @param {string} text
 */
export const targetState = (state, text) =>
  html`<span class="sign ${state}">${TARGET[state]}<span>${text}</span></span>`

/** On paper the signs of the matrix stand alone, so that these three differ in shape. */
const SENT = {
  sentLate: sign(
    svg`<circle cx="12" cy="12" r="9" stroke-dasharray="4 3"/><path d="M8 12.5l2.8 2.8L16 9.5"/>`,
  ),
  accepted: sign(svg`<path d="M2.5 12.5l4 4L14 8M10.5 15.5l1.5 1.5L21 8"/>`),
}

/**
 * A report's state: its sign and its words.
 * @param {import('../types.js').State} state
 * @param {string} text
 */
export const reportState = (state, text) =>
  html`<span class="sign ${state}">${
    state === 'sentLate' || state === 'accepted' ? SENT[state] : stateIcon(state)
  }<span>${text}</span></span>`

export const isPartial = sign(
  svg`<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 010 18z" fill="currentColor"/>`,
)
