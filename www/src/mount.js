/**
 * The same form on `<div data-phieu-report data-plan="…">`, for portals whose editor drops every tag with a hyphen.
 * The page is watched, so that a part that is replaced under way (in-page navigation, update panels) works again.
 * @module
 */

const SELECTOR = '[data-phieu-report]'
const MOUNTED = 'phieuMounted'

// What a person writes beside the tag, as data-…; `data-now` keeps its name.
const ATTRIBUTES = ['plan', 'endpoint', 'office', 'unit', 'duty', 'lang', 'theme', 'name']

/**
 * Mounts what is in the page now and whatever comes later.
 * @param {Document} page
 */
export function mountAll(page) {
  scan(page)
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node instanceof Element) scan(node)
    }
  })
  observer.observe(page.documentElement, { childList: true, subtree: true })
}

/** @param {Document | Element} place */
function scan(place) {
  if (place instanceof Element && place.matches(SELECTOR)) mount(place)
  for (const found of place.querySelectorAll(SELECTOR)) mount(found)
}

/** @param {Element} holder */
function mount(holder) {
  const { dataset } = /** @type {HTMLElement} */ (holder)
  // A copy of a mounted part (cached by the portal) brings the mark along, but not a living element.
  if (dataset[MOUNTED] !== undefined && holder.querySelector(':scope > phieu-report')) return
  dataset[MOUNTED] = ''
  const report = document.createElement('phieu-report')
  for (const name of ATTRIBUTES) {
    const value = dataset[name]
    if (value !== undefined) report.setAttribute(name, value)
  }
  if (dataset.now !== undefined) report.setAttribute('data-now', dataset.now)
  // What has a slot belongs to the form; the rest (an editor's <p> and <br>, a "loading" line) makes way for it.
  report.append(...holder.querySelectorAll(':scope > [slot]'))
  holder.replaceChildren(report)
}
