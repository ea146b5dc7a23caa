// The thread beside a page that writes its drafts.
import { expect } from '../support/browser.mjs'

/** @typedef {import('./person.mjs').Person} Person */

/**
 * Whether the drafts of a page are written beside it by now.
 * @param {import('playwright').Page} page
 */
export const isBeside = (page) =>
  page.evaluate(() => {
    const { keeper } = /** @type {any} */ (document.querySelector('phieu-report')).work.session
    return !('readBack' in keeper.scribe)
  })

/** @param {import('playwright').Page} page */
const isWritten = (page) =>
  page.evaluate(() => {
    const { keeper } = /** @type {any} */ (document.querySelector('phieu-report')).work.session
    return !keeper._dirty && !keeper.scribe.isWriting()
  })

/**
 * Types into a field until what was typed is written beside the page.
 * @param {Person} person
 * @param {string} path
 * @returns {Promise<import('playwright').Worker>} what writes
 */
export async function writesBeside(person, path) {
  const { page } = person
  // What is saved first calls the thread, and what is saved next is handed over.
  for (const text of ['1', '12']) {
    await person.types(path, text)
    await person.seesSaved()
    await expect.poll(() => page.workers().length, 'a thread is there').toBe(1)
  }
  await expect.poll(() => isBeside(page), 'it writes').toBe(true)
  // What it writes first it looks for at once, and what follows when there is time.
  await person.types(path, '123')
  await expect.poll(() => isWritten(page), 'it has written').toBe(true)
  return /** @type {import('playwright').Worker} */ (page.workers()[0])
}
