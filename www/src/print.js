/**
 * Prints one part of the page and nothing of the portal around it.
 *
 * What stands beside the form, at every step up to the page, is marked while the print dialog is open. The mark's
 * rule is added as a constructed sheet, which the strictest `style-src` allows.
 * @module
 */
import { listen } from './listen.js'

const MARK = 'data-phieu-unprinted'

/** The margins of a document that is filed: more on the left. */
const PAPER = '@page { size: A4; margin: 20mm 20mm 20mm 30mm }'

/** @typedef {Element & { printing?: (is: boolean) => boolean }} Printed a part that shows something else on paper says so */

/** What takes the marks back, while they stand. @type {(() => void) | undefined} */
let restore

/** @param {Printed} part */
export function printAlone(part) {
  standAlone(part)
  print()
}

/**
 * A part that is printed alone also where a person prints the page itself (Ctrl+P).
 * @param {() => Printed | null} part none where it does not stand there by then
 * @param {AbortSignal} signal for as long as it may stand in the page
 */
export function printsAlone(part, signal) {
  const alone = () => {
    const there = part()
    if (there) standAlone(there)
  }
  listen(window, 'beforeprint', alone, signal)
}

/** @param {Printed} part */
function standAlone(part) {
  // Of several that stand in the page the first one is printed.
  if (restore) return
  const isPaper = part.printing?.(true) ?? false
  const marked = besides(part)
  for (const element of marked) element.setAttribute(MARK, '')
  const sheet = markSheet(isPaper ? PAPER : '')
  const sheets = document.adoptedStyleSheets
  if (sheet && sheets) document.adoptedStyleSheets = [...sheets, sheet]
  const undo = () => {
    removeEventListener('afterprint', undo)
    if (restore !== undo) return
    restore = undefined
    for (const element of marked) element.removeAttribute(MARK)
    if (sheet && sheets)
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
    part.printing?.(false)
  }
  restore = undo
  addEventListener('afterprint', undo)
  // Some phones print without telling when they are done.
  setTimeout(undo, 60_000)
}

/** @param {string} more */
function markSheet(more) {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`@media print { [${MARK}] { display: none !important } } ${more}`)
    return sheet
  } catch {
    return null
  }
}

/**
 * Everything in the page that neither holds the part nor stands in it.
 * @param {Element} part
 * @returns {Element[]}
 */
function besides(part) {
  const found = []
  /** @type {Element | null} */
  let inside = /** @type {ShadowRoot} */ (part.getRootNode()).host ?? part
  while (inside && inside !== document.body) {
    const parent = /** @type {Element | null} */ (inside.parentElement)
    for (const sibling of parent?.children ?? []) if (sibling !== inside) found.push(sibling)
    inside = parent ?? /** @type {ShadowRoot} */ (inside.getRootNode()).host ?? null
  }
  return found
}
