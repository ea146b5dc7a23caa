/**
 * The receiving office's server, as the page talks to it.
 * @module
 */
/** @typedef {{ duty: string, period: import('../types.js').Period, submission: string,
 *   outcome: 'accepted' | 'returned' | 'received', reason: string, fields: { path: string, reason: string }[],
 *   decidedText: string | null }} Decision what the office decided about a report */
/** @typedef {{ sent: import('../types.js').Sent[], decisions: Decision[], denied?: string, ahead?: number,
 *   trouble?: Trouble }} Standing
 *   `ahead`: by how many milliseconds the office's clock is ahead of this device's */
/** @typedef {{ url: string, response?: Response }} Trouble a request that brought no answer of ours */
/** @typedef {{ receipt: import('../types.js').Receipt, submission: { report: object } }} Reported */

// A line that hangs is a line that is down: 3G drops packets without a word. No screen waits for it.
const PATIENCE = 30_000

/**
 * What the server says where the code is missing, wrong or another's, or where it has been tried too often.
 * @param {Response} response
 * @param {{ code?: string, detail?: string, title?: string } | null} body
 */
export function denial(response, body) {
  const { status } = response
  // A proxy that refuses with a page of its own wants no code.
  const isDenied = status === 401 || (status === 403 && !isPage(response)) || body?.code === 'tooManyTries'
  return isDenied ? { denied: body?.detail ?? body?.title ?? '' } : {}
}

/** Whether an answer is a page for people. @param {Response} response */
export const isPage = ({ headers }) => /html/.test(headers.get('content-type') ?? '')

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
