/**
 * Asking the office's server what the units below one sent, for the report in which it gathers them.
 * @module
 */
import { address, headers, timed } from './endpoint.js'

/**
 * @param {string} endpoint
 * @param {string} plan
 * @param {{ unit: string, duty: string, period: { from: string, to: string } }} occasion
 * @param {{ lang: string, token: string | null }} options
 * @returns {Promise<string | null>} reports as JSON; none where nobody tells
 */
export async function below(endpoint, plan, { unit, duty, period }, options) {
  const query = new URLSearchParams({ unit, duty, from: period.from, to: period.to })
  try {
    const path = `plans/${encodeURIComponent(plan)}/below?${query}`
    const response = await timed(address(endpoint, path), { headers: headers(options), cache: 'no-store' })
    return response.ok ? await response.text() : null
  } catch {
    return null
  }
}
