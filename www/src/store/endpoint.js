/**
 * The receiving office's server, as the page talks to it.
 * @module
 */

/**
 * @typedef {{ kind: 'received', receipt: import('../types.js').Receipt }
 *   | { kind: 'refused', status: number, code: string, title: string, findings: import('../types.js').Problem[] }
 *   | { kind: 'waiting', reason: string, denied?: string }} Answer `denied` says what a code is wanted for
 */
/** @typedef {{ duty: string, period: import('../types.js').Period, submission: string,
 *   outcome: 'accepted' | 'returned' | 'received', reason: string, fields: { path: string, reason: string }[],
 *   decidedText: string | null }} Decision what the office decided about a report */
/** @typedef {{ sent: import('../types.js').Sent[], decisions: Decision[], denied?: string }} Standing */
/** @typedef {{ receipt: import('../types.js').Receipt, submission: { report: object } }} Reported */

// A line that hangs is a line that is down: 3G drops packets without a word. No screen waits for it.
const PATIENCE = 30_000

/**
 * Sends a submission. The same id and content can be sent any number of times and counts once.
 * @param {string} endpoint
 * @param {string} id
 * @param {string} submission
 * @param {{ lang: string, token: string | null }} options
 * @returns {Promise<Answer>}
 */
export async function put(endpoint, id, submission, { lang, token }) {
  let response
  try {
    response = await timed(address(endpoint, `submissions/${id}`), {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...headers({ lang, token }) },
      body: submission,
    })
  } catch (error) {
    return { kind: 'waiting', reason: String(error) }
  }
  const body = await response.json().catch(() => null)
  // Anyone on the way may answer 200 (a hotel's log-in page does): only a receipt of this submission is one.
  if (response.ok && body?.submission === id) return { kind: 'received', receipt: body }
  if ([400, 409, 413, 415, 422].includes(response.status)) {
    const title = body?.detail ?? body?.title ?? ''
    const { code = '', findings = [] } = body ?? {}
    return { kind: 'refused', status: response.status, code, title, findings }
  }
  return { kind: 'waiting', reason: `HTTP ${response.status}`, ...denial(response, body) }
}

/**
 * What the server says where the code is missing, wrong or another's, or where it has been tried too often.
 * @param {Response} response
 * @param {{ code?: string, detail?: string, title?: string } | null} body
 */
function denial({ status }, body) {
  const isDenied = status === 401 || status === 403 || body?.code === 'tooManyTries'
  return isDenied ? { denied: body?.detail ?? body?.title ?? '' } : {}
}

/**
 * What a unit has sent, as the office knows it; none where the office cannot be asked.
 * @param {string} endpoint
 * @param {string} plan
 * @param {string} unit
 * @param {{ lang: string, token: string | null }} options
 * @returns {Promise<Standing | null>}
 */
export async function status(endpoint, plan, unit, options) {
  const query = `plans/${encodeURIComponent(plan)}/status?unit=${encodeURIComponent(unit)}`
  try {
    const response = await timed(address(endpoint, query), { headers: headers(options), cache: 'no-store' })
    const body = await response.json().catch(() => null)
    const sent = Array.isArray(body) ? body : body?.sent
    if (response.ok && sent) return { sent, decisions: body.decisions ?? [] }
    const { denied } = denial(response, body)
    return denied === undefined ? null : { sent: [], decisions: [], denied }
  } catch {
    return null
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
