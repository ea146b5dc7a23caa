/**
 * The receiving office's server, as the page talks to it.
 * @module
 */

/**
 * @typedef {{ kind: 'received', receipt: import('../types.js').Receipt }
 *   | { kind: 'refused', status: number, title: string, findings: import('../types.js').Problem[] }
 *   | { kind: 'waiting', reason: string }} Answer
 */

// A line that hangs is a line that is down: 3G drops packets without a word.
const PATIENCE = 30_000

/**
 * Sends a submission. The same id and content can be sent any number of times and counts once.
 * @param {string} endpoint
 * @param {string} id
 * @param {string} submission
 * @param {string} lang
 * @returns {Promise<Answer>}
 */
export async function put(endpoint, id, submission, lang) {
  let response
  try {
    response = await timed(address(endpoint, `submissions/${id}`), {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'accept-language': lang },
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
    return { kind: 'refused', status: response.status, title, findings: body?.findings ?? [] }
  }
  return { kind: 'waiting', reason: `HTTP ${response.status}` }
}

/**
 * What a unit has sent, as the office knows it; none where the office cannot be asked.
 * @param {string} endpoint
 * @param {string} plan
 * @param {string} unit
 * @returns {Promise<import('../types.js').Sent[] | null>}
 */
export async function status(endpoint, plan, unit) {
  const query = `plans/${encodeURIComponent(plan)}/status?unit=${encodeURIComponent(unit)}`
  try {
    const response = await timed(address(endpoint, query), {})
    const body = response.ok ? await response.json() : null
    return Array.isArray(body) ? body : (body?.sent ?? null)
  } catch {
    return null
  }
}

/**
 * @param {string} endpoint
 * @param {string} path
 */
function address(endpoint, path) {
  const base = new URL(endpoint.endsWith('/') ? endpoint : `${endpoint}/`, document.baseURI)
  return new URL(path, base).href
}

/**
 * @param {string} url
 * @param {RequestInit} init
 */
async function timed(url, init) {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), PATIENCE)
  try {
    return await fetch(url, { ...init, signal: stop.signal, credentials: 'omit' })
  } finally {
    clearTimeout(timer)
  }
}
