/**
 * Keeping plans on the device, for days on which their address gives none.
 * @module
 */

import { formerly } from './strays.js'

/** @typedef {import('./plan.js').KeptPlan} KeptPlan */

// A portal that names every version of a plan otherwise must not fill the device.
const MOST = 8

/**
 * The identities that the plan at an address had before this one: what was begun under them may still lie here.
 * @param {KeptPlan | undefined} old
 * @param {string} text
 */
function others(old, text) {
  const { id } = JSON.parse(text)
  return [...new Set(formerly(old))].filter((each) => each !== id).slice(-MOST)
}

/**
 * @param {{ arriving: Promise<import('./plan.js').PlanFile> | undefined, store: import('./database.js').Store,
 *   planText: string, read: (text: string) => Promise<unknown> } | null} desk
 */
export async function keepPlan(desk) {
  if (!desk?.arriving) return
  const { arriving, store } = desk
  desk.arriving = undefined
  try {
    const { url, text } = await arriving
    // One that came too late to be opened has not been read by the core yet.
    if (text !== desk.planText) await desk.read(text)
    await store.update('plans', url, (old) => ({ url, text, at: Date.now(), was: others(old, text) }))
    /** @type {KeptPlan[]} */
    const plans = await store.all('plans')
    const old = plans.sort((a, b) => b.at - a.at).slice(MOST)
    for (const plan of old) await store.update('plans', plan.url, () => undefined)
  } catch {
    // The address gave none, or nothing can be written: the next visit asks again.
  }
}
