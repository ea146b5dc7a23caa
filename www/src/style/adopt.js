/**
 * Gives a shadow root its style sheet: constructed, which the strictest `style-src` allows, or linked from beside
 * the script where a browser cannot construct one.
 * @module
 */
import { filesAt } from '../here.js'

/** @type {Map<string, CSSStyleSheet>} one sheet for all that are on the page */
const sheets = new Map()

/**
 * @param {HTMLElement & { files: string | null }} element what stands in a page, and may say where the files lie
 * @param {string} css
 * @param {() => import('../here.js').Address} sheet where the same lies as a file
 */
export function adopt(element, css, sheet) {
  const root = element.attachShadow({ mode: 'open' })
  filesAt(element.files)
  if (constructs()) {
    root.adoptedStyleSheets = [sheetOf(css)]
    return root
  }
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = String(sheet())
  root.append(link)
  return root
}

/** Whether the browser can construct a sheet. */
export function constructs() {
  return 'adoptedStyleSheets' in Document.prototype && 'replaceSync' in CSSStyleSheet.prototype
}

/**
 * Adds to a style sheet that is in use: all that have adopted it have the addition too. A linked sheet is whole.
 * @param {string} css
 * @param {string} more
 */
export function extend(css, more) {
  sheets.get(css)?.replaceSync(css + more)
}

/** The sheet that says this, constructed. @param {string} css */
export function sheetOf(css) {
  const known = sheets.get(css)
  if (known) return known
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  sheets.set(css, sheet)
  return sheet
}
