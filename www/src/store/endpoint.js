/**
 * The receiving office's server, as the page talks to it.
 * @module
 */
/** @typedef {{ duty: string, period: import('../types.js').Period, submission: string,
 *   outcome: 'accepted' | 'returned' | 'received', reason: string, fields: { path: string, reason: string, points?: string }[],
 *   decidedText: string | null }} Decision what the office decided about a report */
/** @typedef {{ sent: import('../types.js').Sent[], decisions: Decision[], denied?: string, ahead?: number,
 *   trouble?: Trouble }} Standing
 *   `ahead`: by how many milliseconds the office's clock is ahead of this device's */
/** @typedef {{ url: string, response?: Response }} Trouble a request that brought no answer of ours */
/** @typedef {{ receipt: import('../types.js').Receipt, submission: { report: object } }} Reported */

// A line that hangs is a line that is down: 3G drops packets without a word. No screen waits for it.
const PATIENCE = 30_000

/** @typedef {{ type?: string, code?: string, title?: string, detail?: string }} Said what may be a problem */

/**
 * Whether a problem is the office's own. Anyone on the way refuses with the same statuses: a proxy, a firewall, a
 * portal's log-in; this name alone is nobody else's.
 * @param {Said | null} body
 */
export const isOffices = (body) => body?.type === `urn:phieu:problem:${body?.code}`

/**
 * What the office says where the code is missing, wrong or another's, or where it has been tried too often.
 * @param {Response} response
 * @param {Said | null} body
 */
export function denial({ status }, body) {
  const isDenied = [401, 403].includes(status) || body?.code === 'tooManyTries'
  return isDenied && isOffices(body) ? { denied: body?.detail ?? '' } : {}
}

/**
 * What a unit has sent, as the office knows it; with the trouble where the office could not be asked.
 * @param {string} endpoint
 * @param {string} plan
 * @param {string} unit
 * @param {{ lang: string, token: string | null }} options
 * @returns {Promise<Standing>}
 */
export async function status(endpoint, plan, unit, options) {
  const query = `plans/${encodeURIComponent(plan)}/status?unit=${encodeURIComponent(unit)}`
  const url = address(endpoint, query)
  const asked = Date.now()
  try {
    const response = await timed(url, { headers: headers(options), cache: 'no-store' })
    const told = (asked + Date.now()) / 2
    const body = await response.json().catch(() => null)
    const sent = Array.isArray(body) ? body : body?.sent
    if (response.ok && sent) {
      const now = Date.parse(body.now ?? response.headers.get('date'))
      return { sent, decisions: body.decisions ?? [], ...(now ? { ahead: now - told } : {}) }
    }
    const { denied } = denial(response, body)
    return {
      sent: [],
      decisions: [],
      ...(denied === undefined ? { trouble: { url, response } } : { denied }),
    }
  } catch {
    return { sent: [], decisions: [], trouble: { url } }
  }
}

/**
 * What a unit has sent, figures and all, from whatever device; none where the office does not tell.
 * @param {string} endpoint
 * @param {string} plan
 * @param {string} unit
 * @param {{ lang: string, token: string | null }} options
 * @returns {Promise<Reported[]>}
 */
export async function reports(endpoint, plan, unit, options) {
  const query = `plans/${encodeURIComponent(plan)}/reports?unit=${encodeURIComponent(unit)}`
  try {
    const response = await timed(address(endpoint, query), { headers: headers(options), cache: 'no-store' })
    const body = response.ok ? await response.json() : null
    return Array.isArray(body) ? body : []
  } catch {
    return []
  }
}

/**
 * What the office decided about one report, for those who have its identity.
 * @param {string} endpoint
 * @param {string} id
 * @param {{ lang: string, token: string | null }} options
 * @returns {Promise<Decision | null>}
 */
export async function decision(endpoint, id, options) {
  try {
    const response = await timed(address(endpoint, `submissions/${id}/decision`), {
      headers: headers(options),
    })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

/** @param {{ lang: string, token: string | null }} options */
export const headers = ({ lang, token }) => ({
  'accept-language': lang,
  ...(token ? { authorization: `Bearer ${token}` } : {}),
})

/**
 * @param {string} endpoint
 * @param {string} path
 */
export function address(endpoint, path) {
  const base = new URL(endpoint.endsWith('/') ? endpoint : `${endpoint}/`, document.baseURI)
  return new URL(path, base).href
}

/**
 * @param {string} url
 * @param {RequestInit} [init]
 */
export function timed(url, init) {
  const stop = new AbortController()
  // Not taken back once the answer has begun: its rest may hang as well.
  setTimeout(() => stop.abort(), PATIENCE)
  return fetch(url, { credentials: 'omit', ...init, signal: stop.signal })
}
