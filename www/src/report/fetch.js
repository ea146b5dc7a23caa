/**
 * Fetches the screens and parts that no first field needs. A line that was down once must not keep them away for
 * good.
 * @module
 */
import { laterScript } from '../here.js'
import { inTime } from '../idle.js'
import { loadRest } from '../parts.js'
import { extend } from '../style/adopt.js'
import first from '../style/form.css'

/** @typedef {typeof import('./answer.js') & typeof import('./delivered.js') & typeof import('./dispatch.js')
 *   & typeof import('./forgetting.js') & typeof import('./journey.js') & typeof import('./reasons.js')
 *   & typeof import('./recovery.js') & typeof import('./taking.js') & typeof import('../store/outbox.js')
 *   & typeof import('../store/plans.js')} Behind what works behind the screens */
/** @typedef {Behind & { screens: Record<string, import('../part.js').Shown>, css: string, build: string, begin: () => void }} Parts what
 *   elements.js gives */

/** @type {Parts | undefined} what has come */
let come
/** @type {Promise<Parts> | undefined} */
let ready
/** @type {Promise<Parts> | undefined} */
let fetched
/** How often the script was asked for: what hangs hangs for whoever asks under the same address. */
let attempts = 0

/** The parts, and with them the rest of the core: neither is of use alone. */
export function parts() {
  ready ??= Promise.all([script(), loadRest()]).then(begin, (error) => {
    ready = undefined
    throw error
  })
  return ready
}

/** The screens that have come; none until then. @returns {Partial<Record<string, import('../part.js').Shown>> | undefined} */
export const screensHere = () => come?.screens

/** @returns {Promise<Parts>} */
function script() {
  fetched ??= inTime(() => attempt().catch(attempt)).catch((error) => {
    fetched = undefined
    throw error
  })
  return fetched
}

/** @returns {Promise<Parts>} */
async function attempt() {
  attempts += 1
  /** @type {Parts} */
  const parts = await laterScript(attempts - 1)
  // What a cache holds, or what was put there since this page was opened.
  if (parts.build !== BUILD) throw new Error('another build')
  return parts
}

/** @param {[Parts, void]} parts */
function begin([parts]) {
  parts.begin()
  extend(first, parts.css)
  come = parts
  return parts
}
