/**
 * Fetches what comes after the first fields. A line that was down once must not keep it away for good: some
 * browsers remember that a script failed, so another attempt asks under another address.
 * @module
 */
import { beside } from '../here.js'
import { loadRest } from '../parts.js'
import { extend } from '../style/adopt.js'
import first from '../style/form.css'

/** @typedef {typeof import('../screens.js')} Later */

/** @type {Promise<Later> | undefined} */
let ready
/** @type {Promise<Later> | undefined} */
let fetched
let attempts = 0

/** What comes after the first fields, and with it the rest of the core: neither is of use alone. */
export function later() {
  ready ??= Promise.all([script(), loadRest()]).then(begin, (error) => {
    ready = undefined
    throw error
  })
  return ready
}

/** @returns {Promise<Later>} */
function script() {
  const address = beside(attempts === 0 ? 'later.js' : `later.js?${attempts}`)
  fetched ??= /** @type {Promise<Later>} */ (import(address)).catch((error) => {
    fetched = undefined
    attempts += 1
    throw error
  })
  return fetched
}

/** @param {[Later, void]} parts */
function begin([parts]) {
  parts.begin()
  extend(first, parts.css)
  return parts
}
