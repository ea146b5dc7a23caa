/**
 * The same element on `<div data-phieu-report data-plan="…">`, for portals whose editor drops every tag with a hyphen;
 * so with `data-phieu-office`, `data-phieu-progress` and `data-phieu-plan`.
 * The page is watched, so that a part that is replaced under way (in-page navigation, update panels) works again.
 * @module
 */
import { selftestScript } from './here.js'

const MOUNTED = 'phieuMounted'

// What a person writes beside the tag, as data-…; `data-now` keeps its name where the element calls it so.
const ATTRIBUTES = [
  'plan',
  'endpoint',
  'office',
  'reports',
  'unit',
  'duty',
  'lang',
  'theme',
  'files',
  'first',
  'offline',
  'portal',
  'name',
]

/**
 * Mounts what is in the page now and whatever comes later. A server that renders pages has none.
 * @param {string} [tag] the element
 */
export function mountAll(tag = 'phieu-report') {
  const { document: page } = globalThis
  if (!page) return
  scan(page, tag)
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node instanceof Element) scan(node, tag)
    }
  })
  observer.observe(page.documentElement, { childList: true, subtree: true })
  if (page.location.search.includes('phieu-check')) selftestScript().then(({ begin }) => begin())
}

/** @param {Document | Element} place @param {string} tag */
function scan(place, tag) {
  const selector = `[data-${tag}]`
  if (place instanceof Element && place.matches(selector)) mount(place, tag)
  for (const found of place.querySelectorAll(selector)) mount(found, tag)
}

/** @param {Element} holder @param {string} tag */
function mount(holder, tag) {
  const { dataset } = /** @type {HTMLElement} */ (holder)
  // A copy of a mounted part (cached by the portal) brings the mark along, but not a living element.
  if (dataset[MOUNTED] !== undefined && holder.querySelector(`:scope > ${tag}`)) return
  dataset[MOUNTED] = ''
  const report = /** @type {HTMLElement & { token?: string }} */ (document.createElement(tag))
  for (const name of ATTRIBUTES) {
    const value = dataset[name]
    if (value !== undefined) report.setAttribute(name, value)
  }
  // A login's token goes to the form alone.
  if (dataset.token) report.token = dataset.token
  delete dataset.token
  if (dataset.now !== undefined)
    report.setAttribute(tag === 'phieu-progress' ? 'now' : 'data-now', dataset.now)
  // What has a slot belongs to the form; the rest makes way for it, and comes back where it cannot open.
  report.append(...holder.childNodes)
  holder.append(report)
}
