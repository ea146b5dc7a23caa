/**
 * Asking the office's server which activities other units have reported too.
 * @module
 */
import { address, headers, timed } from './endpoint.js'

/** @typedef {{ answer: string } | { off: boolean }} Told `off` where there is no use in asking again */

/**
 * @param {string} endpoint
 * @param {string} plan
 * @param {string} unit
 * @param {string} claims JSON
 * @param {{ lang: string, token: string | null }} options
 * @returns {Promise<Told>}
 */
export async function claimed(endpoint, plan, unit, claims, options) {
  const query = `plans/${encodeURIComponent(plan)}/claims?unit=${encodeURIComponent(unit)}`
  try {
    const response = await timed(address(endpoint, query), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers(options) },
      body: claims,
    })
    if (response.ok) return { answer: await response.text() }
    // A host that takes reports itself has no such address, and who may not ask need not try again.
    return { off: [401, 403, 404, 405].includes(response.status) }
  } catch {
    return { off: false }
  }
}
