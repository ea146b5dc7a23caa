// What spreadsheets put on the clipboard, as it was recorded.
import { readFileSync } from 'node:fs'

/** The kinds of text that a page asks a clipboard for. @typedef {{ 'text/plain': string, 'text/html': string }} Copied */

/** @param {string} name of tests/browser/fixtures/clipboard @returns {Copied} */
export const copied = (name) =>
  JSON.parse(readFileSync(new URL(`fixtures/clipboard/${name}.json`, import.meta.url), 'utf8'))

/**
 * Copies what a spreadsheet copied, and pastes it where the focus is, both by the keyboard.
 * @param {import('playwright').Page} page
 * @param {string} name
 */
export async function pastes(page, name) {
  await page.evaluate(lays, copied(name))
  await page.keyboard.press('Control+C')
  await page.keyboard.press('Control+V')
}

/** Has the next copying in the page lay this on the clipboard. @param {Copied} kinds */
function lays(kinds) {
  const copy = (/** @type {ClipboardEvent} */ event) => {
    event.clipboardData?.setData('text/plain', kinds['text/plain'])
    event.clipboardData?.setData('text/html', kinds['text/html'])
    event.preventDefault()
  }
  document.addEventListener('copy', copy, { once: true, capture: true })
}
