/**
 * Fetches what comes after the first fields. A line that was down once must not keep it away for good: some
 * browsers remember that a script failed, so another attempt asks under another address.
 * @module
 */
import { beside } from '../here.js'

/** @type {Promise<unknown> | undefined} */
let fetched
let attempts = 0

/** @returns {Promise<unknown>} */
export function later() {
  fetched ??= import(beside(attempts === 0 ? 'later.js' : `later.js?${attempts}`)).catch((error) => {
    fetched = undefined
    attempts += 1
    throw error
  })
  return fetched
}
