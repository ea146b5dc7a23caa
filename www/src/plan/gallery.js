/**
 * Plans to begin from: last year's as a file, and those that the collector serves.
 * @module
 */
import { addressOf, token } from '../office/server.js'

/** @typedef {import('./element.js').PhieuPlan} Element */

/** Begins from a plan; most do so to move it to another year. @param {Element} plan @param {string} json */
export function beginAgain(plan, json) {
  const { core, lang } = plan
  if (!core) return
  const before = plan.made
  plan._begin(() => core.open(json, lang))
  const { head } = plan.view ?? {}
  if (plan.made !== before && head?.hasDays && !head.hasDocument) plan.moving = { first: '', kept: new Set() }
}

/** Begins from a plan that the collector has. @param {Element} plan @param {string} id */
export async function fromGallery(plan, id) {
  const secret = token.read()
  const at = (/** @type {string} */ query) =>
    addressOf(plan.endpoint, `plans/${encodeURIComponent(id)}${query}`)
  try {
    // With what the document says, where the code may see that.
    const headers = { authorization: `Bearer ${secret}` }
    const full = secret ? await fetch(at('?full'), { headers }) : null
    const response = full?.ok ? full : await fetch(at(''))
    if (!response.ok) throw new Error(String(response.status))
    beginAgain(plan, await response.text())
  } catch {
    plan.trouble = plan._words.unreached
  }
}

/**
 * The plans that a collector serves; none where there is no collector.
 * @param {string} endpoint
 * @returns {Promise<{ id: string, title: string }[]>}
 */
export async function plansAt(endpoint) {
  try {
    const response = await fetch(addressOf(endpoint, 'plans'))
    const listed = response.ok ? await response.json() : []
    return Array.isArray(listed) ? listed : []
  } catch {
    return []
  }
}
