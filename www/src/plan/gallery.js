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

/** A plan to begin from. @typedef {{ id: string, title: string, address?: string }} Known `address`: of one that ships */

/** Begins from a plan that is listed. @param {Element} plan @param {Known} known */
export async function fromGallery(plan, { id, address }) {
  const secret = token.read()
  const at = (/** @type {string} */ query) =>
    address ?? addressOf(plan.endpoint, `plans/${encodeURIComponent(id)}${query}`)
  try {
    // With what the document says, where the code may see that.
    const headers = { authorization: `Bearer ${secret}` }
    const full = secret && !address ? await fetch(at('?full'), { headers }) : null
    const response = full?.ok ? full : await fetch(at(''))
    if (!response.ok) throw new Error(String(response.status))
    beginAgain(plan, await response.text())
  } catch {
    plan.trouble = plan._words.unreached
  }
}

/**
 * The plans to begin from: those that the collector serves, and those that ship; none where there are none.
 * @param {string} endpoint @param {string | null} shipped where those that ship are listed
 * @returns {Promise<Known[]>}
 */
export async function plansAt(endpoint, shipped) {
  const list = shipped ? new URL(shipped, document.baseURI) : null
  const [served, more] = await Promise.all([listed(addressOf(endpoint, 'plans')), list ? listed(list) : []])
  const isServed = new Set(served.map(({ id }) => id))
  const own = more.map(({ id, title, address }) => ({
    ...{ id, title },
    address: new URL(String(address), list ?? undefined).href,
  }))
  return [...served.map(({ id, title }) => ({ id, title })), ...own.filter(({ id }) => !isServed.has(id))]
}

/** @param {string | URL} address @returns {Promise<Known[]>} */
async function listed(address) {
  try {
    const response = await fetch(address)
    const list = response.ok ? await response.json() : []
    return Array.isArray(list) ? list : []
  } catch {
    return []
  }
}
