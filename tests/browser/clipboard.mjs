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
export const pastes = (page, name) => pasted(page, copied(name))

/**
 * The same of a text without looks.
 * @param {import('playwright').Page} page
 * @param {string} text
 */
export const pastesText = (page, text) => pasted(page, { 'text/plain': text, 'text/html': '' })

/** @param {import('playwright').Page} page @param {Copied} kinds */
async function pasted(page, kinds) {
  await page.evaluate(lays, kinds)
  await page.keyboard.press('Control+C')
  await page.keyboard.press('Control+V')
}

/** Has the next copying in the page lay this on the clipboard. @param {Copied} kinds */
function lays(kinds) {
  const copy = (/** @type {ClipboardEvent} */ event) => {
    event.clipboardData?.setData('text/plain', kinds['text/plain'])
    if (kinds['text/html']) event.clipboardData?.setData('text/html', kinds['text/html'])
    event.preventDefault()
  }
  document.addEventListener('copy', copy, { once: true, capture: true })
}
