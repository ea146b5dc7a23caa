/**
 * Fetches what comes after the first fields. A line that was down once must not keep it away for good: some
 * browsers remember that a script failed, so another attempt asks under another address.
 * @module
 */
import { beside } from '../here.js'
import { extend } from '../style/adopt.js'
import first from '../style/first.css'

/** @typedef {typeof import('../later.js')} Later */

/** @type {Promise<Later> | undefined} */
let fetched
let attempts = 0

/** @returns {Promise<Later>} */
export function later() {
  const address = beside(attempts === 0 ? 'later.js' : `later.js?${attempts}`)
  fetched ??= /** @type {Promise<Later>} */ (import(address)).then(begin, (error) => {
    fetched = undefined
    attempts += 1
    throw error
  })
  return fetched
}

/** @param {Later} parts */
function begin(parts) {
  extend(first, parts.css)
  return parts
}
