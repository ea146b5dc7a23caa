/**
 * Gives a shadow root the form's style sheet: constructed, which the strictest `style-src` allows, or linked from
 * beside the script where a browser cannot construct one.
 * @module
 */
import { beside } from '../here.js'
import css from './phieu.css'

/** @type {CSSStyleSheet | undefined} */
let sheet

/** @param {ShadowRoot} root */
export function adopt(root) {
  if (constructs()) {
    if (!sheet) {
      sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
    }
    root.adoptedStyleSheets = [sheet]
    return
  }
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = beside('phieu.css')
  root.append(link)
}

function constructs() {
  return 'adoptedStyleSheets' in Document.prototype && 'replaceSync' in CSSStyleSheet.prototype
}
