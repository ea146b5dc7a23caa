/**
 * Icons, drawn with the colour of the words beside them. They never stand alone, so a reader of the screen
 * need not hear them.
 * @module
 */
import { html, svg } from 'lit'

/** @param {import('lit').TemplateResult} shape */
const icon = (shape) =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`

const ring = svg`<circle cx="12" cy="12" r="9"/>`

export const icons = {
  late: icon(svg`${ring}<path d="M12 7v6M12 16.5v.5"/>`),
  dueSoon: icon(svg`${ring}<path d="M12 7v5l3.5 2"/>`),
  open: icon(svg`<path d="M4 20l1-4L16 5l3 3L8 19z"/><path d="M14 7l3 3"/>`),
  notYetOpen: icon(svg`<rect x="4" y="5" width="16" height="15" rx="2"/><path d="M4 10h16M9 3v4M15 3v4"/>`),
  sent: icon(svg`${ring}<path d="M8 12.5l2.8 2.8L16 9.5"/>`),
  returned: icon(svg`<path d="M9 6L4 11l5 5"/><path d="M4 11h10a6 6 0 010 8"/>`),
  waived: icon(svg`${ring}<path d="M8 12h8"/>`),
  error: icon(svg`<path d="M12 3.5L21.5 20h-19z"/><path d="M12 10v4.5M12 17v.4"/>`),
  warning: icon(svg`${ring}<path d="M12 7v6M12 16.5v.5"/>`),
  info: icon(svg`${ring}<path d="M12 11v6M12 7.5v-.4"/>`),
  waiting: icon(svg`<path d="M7 3h10M7 21h10M8 3c0 5 8 5 8 9s-8 4-8 9M16 3c0 5-8 5-8 9"/>`),
  device: icon(svg`<rect x="6" y="3" width="12" height="18" rx="2"/><path d="M10.5 18h3"/>`),
  search: icon(svg`<circle cx="11" cy="11" r="6"/><path d="M16 16l4.5 4.5"/>`),
  back: icon(svg`<path d="M14 6l-6 6 6 6"/>`),
  up: icon(svg`<path d="M12 19V6M6 11l6-6 6 6"/>`),
  down: icon(svg`<path d="M12 5v13M6 13l6 6 6-6"/>`),
  copy: icon(svg`<rect x="8" y="8" width="12" height="12" rx="2"/><path d="M16 8V4H4v12h4"/>`),
  remove: icon(svg`<path d="M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13"/>`),
  add: icon(svg`<path d="M12 5v14M5 12h14"/>`),
  print: icon(svg`<path d="M7 9V3h10v6M7 17H4V9h16v8h-3"/><path d="M7 14h10v7H7z"/>`),
  map: icon(svg`<path d="M9 6h11M9 12h11M9 18h11M4.5 6v.1M4.5 12v.1M4.5 18v.1"/>`),
  send: icon(svg`<path d="M4 12l16-8-5 16-4-7z"/><path d="M11 13l9-9"/>`),
}

/**
 * The icon of a duty's state.
 * @param {import('./types.js').State} state
 */
export const stateIcon = (state) => (state === 'sentLate' || state === 'accepted' ? icons.sent : icons[state])
