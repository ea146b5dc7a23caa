/**
 * Prints one part of the page and nothing of the portal around it.
 *
 * What stands beside the form, at every step up to the page, is marked while the print dialog is open. The mark's
 * rule is added as a constructed sheet, which the strictest `style-src` allows.
 * @module
 */

const MARK = 'data-phieu-unprinted'

/** @param {Element} part */
export function printAlone(part) {
  const marked = besides(part)
  for (const element of marked) element.setAttribute(MARK, '')
  const sheet = markSheet()
  const sheets = document.adoptedStyleSheets
  if (sheet && sheets) document.adoptedStyleSheets = [...sheets, sheet]
  addEventListener('afterprint', restore, { once: true })
  // Some phones print without telling when they are done.
  setTimeout(restore, 60_000)
  print()

  function restore() {
    for (const element of marked) element.removeAttribute(MARK)
    if (sheet && sheets)
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
  }
}

function markSheet() {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`@media print { [${MARK}] { display: none !important } }`)
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
