/**
 * The plan: from its address or, where that gives none, as an earlier visit kept it on this device.
 * @module
 */
import { PhieuError } from '../error.js'
import { timed } from './endpoint.js'

// The core weighs far more than a plan: a plan that has not come so long after it will not come.
const PATIENCE = 3_000

/** @typedef {{ url: string, text: string, at: number, was?: string[] }} KeptPlan `was`: identities that the plan there had */
/** @typedef {{ url: string, text: string, json: any, keptAt?: number }} PlanFile */

/**
 * @param {string} address
 * @param {Promise<import('./database.js').Store>} store
 * @param {Promise<unknown>} core
 * @param {boolean} isAgain whether it was asked for in this page before
 * @returns {{ arriving: Promise<PlanFile>, file: Promise<PlanFile> }} what the address gives, perhaps much later, and
 *   what to go by
 */
export function planAt(address, store, core, isAgain) {
  const { href: url } = new URL(address, document.baseURI)
  // Not behind an earlier request that hangs: browsers let two for the same address wait for each other.
  const arriving = fetched(url, isAgain ? 'reload' : 'default')
  const kept = store
    .then(({ get }) => get('plans', url))
    .then(
      (/** @type {KeptPlan | undefined} */ plan) =>
        plan && { url, text: plan.text, json: JSON.parse(plan.text), keptAt: plan.at },
    )
    .catch(() => undefined)
  const hangs = core.then(() => new Promise((done) => setTimeout(done, PATIENCE)))
  const file = Promise.race([arriving, hangs.then(() => kept).then((plan) => plan ?? arriving)]).catch(
    async (error) => {
      // Whom the server does not let see the plan, the device does not show it either.
      const plan = error.code === 'denied' ? undefined : await kept
      if (plan) return plan
      throw error
    },
  )
  return { arriving, file }
}

/**
 * @param {string} url
 * @param {RequestCache} cache
 * @returns {Promise<PlanFile>}
 */
async function fetched(url, cache) {
  let code = 'load'
  /** @type {import('./endpoint.js').Trouble} */
  const trouble = { url }
  try {
    const response = await timed(url, { credentials: 'same-origin', cache })
    const { ok, status } = response
    trouble.response = response
    if (status === 401 || status === 403) code = 'denied'
    if (!ok) throw new Error(`HTTP ${status}`)
    const text = await response.text()
    return { url, text, json: JSON.parse(text) }
  } catch (error) {
    throw Object.assign(new PhieuError(code, `${url}: ${/** @type {Error} */ (error).message}`), { trouble })
  }
}
