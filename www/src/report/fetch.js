/**
 * Fetches the screens and parts that no first field needs. A line that was down once must not keep them away for
 * good.
 * @module
 */
import { laterScript } from '../here.js'
import { inTime, lasting } from '../idle.js'
import { loadRest } from '../parts.js'
import { extend } from '../style/adopt.js'
import first from '../style/form.css'

/** @typedef {typeof import('./adding.js') & typeof import('./answer.js') & typeof import('./delivered.js') & typeof import('./demand.js') & typeof import('./dispatch.js')
 *   & typeof import('./forgetting.js') & typeof import('./journey.js') & typeof import('./lists.js') & typeof import('./offline.js') & typeof import('./reasons.js')
 *   & typeof import('./recovery.js') & typeof import('./taking.js') & typeof import('../store/beside.js') & typeof import('../store/outbox.js')
 *   & typeof import('../store/plans.js') & typeof import('../store/refiling.js')} Behind what works behind the screens */
/** @typedef {Behind & { screens: Record<string, import('../part.js').Shown>, css: string, build: string, begin: () => void }} Parts what
 *   elements.js gives */

/** @type {Parts | undefined} what has come */
let come
/** @type {Promise<Parts> | undefined} */
let ready
/** @type {(parts: Parts) => void} */
let arrive
/** @type {Promise<Parts>} */
const arrived = new Promise((done) => (arrive = done))

/** The parts, and with them the rest of the core: neither is of use alone. */
export function parts() {
  ready ??= inTime(Promise.all([script(), loadRest()]).then(begin)).catch((error) => {
    ready = undefined
    throw error
  })
  return ready
}

// A line that is down is tried again after so long.
const PAUSE = 3000

/** The parts, asked for until they come. @returns {Promise<Parts>} */
export async function insisted() {
  try {
    return await parts()
  } catch {
    await new Promise((done) => setTimeout(done, PAUSE))
    return insisted()
  }
}

/** The parts, for what waits for them however late they come. */
export function arrival() {
  parts().catch(() => {})
  return arrived
}

/** The screens that have come; none until then. @returns {Partial<Record<string, import('../part.js').Shown>> | undefined} */
export const screensHere = () => come?.screens

/** What keeps the list on the device; none until it has come. */
export const listKeeper = () => come?.keepList

/** What lets a thread beside the page write a draft; none until it has come. */
export const besideHere = () => come?.writeBeside

const script = lasting(async (attempts) => {
  /** @type {Parts} */
  const parts = await laterScript(attempts)
  // What a cache holds, or what was put there since this page was opened.
  if (parts.build !== BUILD) throw new Error('another build')
  return parts
})

/** @param {[Parts, void]} parts */
function begin([parts]) {
  parts.begin()
  extend(first, parts.css)
  come = parts
  arrive(parts)
  return parts
}
