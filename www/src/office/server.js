/**
 * The collector's office interface. The token stays in this tab: it is not written into an address, and the tab
 * forgets it when it is closed.
 * @module
 */
import { written } from '../json.js'
import { isOffices } from '../store/endpoint.js'

/** @typedef {import('../types.js').Overview} Overview */
/** @typedef {import('../types.js').Verdict} Verdict */
/** @typedef {import('../types.js').DecisionView} DecisionView */
/** @typedef {import('../types.js').ReceivedView} ReceivedView */

const KEY = 'phieu:office'

export const TOKEN_CHANGED = 'phieu:office-token'

export const token = {
  read() {
    try {
      return sessionStorage.getItem(KEY)
    } catch {
      return null
    }
  },
  /** @param {string | null} value */
  write(value) {
    if (value === token.read()) return
    try {
      if (value) sessionStorage.setItem(KEY, value)
      else sessionStorage.removeItem(KEY)
    } catch {
      // Kept in memory only; it is asked again after a reload.
    }
    // Another element of the office on the same page need not ask for it again.
    dispatchEvent(new CustomEvent(TOKEN_CHANGED, { detail: value }))
  },
}

/** What the office's interface says of what it does not do. @typedef {Record<string, any>} Problem */

/**
 * A failure with the request that brought it, for whoever asks what stands behind it.
 * @param {unknown} error
 * @param {string} url
 * @param {Response} [response]
 * @param {Problem | null} [problem] what the response says
 */
const of = (error, url, response, problem) =>
  Object.assign(/** @type {Error} */ (error), { trouble: { url, response, problem } })

/** The server refuses the token. */
export class Refused extends Error {}

/** An address of the interface. @param {string} endpoint @param {string} path */
export const addressOf = (endpoint, path) =>
  new URL(path, new URL(endpoint.endsWith('/') ? endpoint : `${endpoint}/`, document.baseURI)).href

/**
 * @param {string} endpoint
 * @param {string} path
 * @param {{ secret: string, lang: string, tag?: string | null, sent?: unknown, put?: { json: string, over: string | null },
 *   method?: string }} options
 *   `tag`: of the answer that is there already; `sent`: what is to be posted; `put`: what is to be put there, and over
 *   what, by its tag
 * @returns {Promise<Response>} one that is well, or 304
 */
export async function answer(endpoint, path, { secret, lang, tag, sent, put, method }) {
  const href = addressOf(endpoint, path)
  const response = await fetch(href, {
    headers: {
      authorization: `Bearer ${secret}`,
      'accept-language': lang,
      ...(tag ? { 'if-none-match': tag } : {}),
      ...(put?.over ? { 'if-match': put.over } : {}),
      ...(sent || put ? { 'content-type': 'application/json' } : {}),
    },
    ...(sent ? { method: 'POST', body: written(sent) } : {}),
    ...(put ? { method: 'PUT', body: put.json } : {}),
    ...(method ? { method } : {}),
    cache: 'no-store',
  }).catch((error) => {
    throw of(error, href)
  })
  if (response.ok || response.status === 304) return response
  const problem = await response.json().catch(() => null)
  // A proxy's log-in is no word about the token, which is kept.
  const isRefused = [401, 403].includes(response.status) && isOffices(problem)
  const Kind = isRefused ? Refused : Error
  throw of(new Kind(problem?.detail ?? problem?.title ?? `HTTP ${response.status}`), href, response, problem)
}

/**
 * @template T
 * @param {string} endpoint
 * @param {string} path
 * @param {{ secret: string, lang: string }} options
 * @returns {Promise<T>}
 */
const ask = async (endpoint, path, options) => read(await answer(endpoint, path, options))

/** What an answer says. @param {Response} response */
export const read = (response) =>
  response.json().catch((error) => {
    throw of(error, response.url, response)
  })

/**
 * @param {string} plan
 * @param {'overview' | 'progress' | 'paper' | `tables/${string}`} view
 * @param {string | null} now
 */
const officePath = (plan, view, now) =>
  `office/plans/${encodeURIComponent(plan)}/${view}${now ? `?now=${encodeURIComponent(now)}` : ''}`

/**
 * Everything that the plan asks, and how each unit stands.
 * @param {string} endpoint
 * @param {string} plan
 * @param {{ secret: string, lang: string, now: string | null }} options
 * @returns {Promise<Overview>}
 */
export function overview(endpoint, plan, { secret, lang, now }) {
  return ask(endpoint, officePath(plan, 'overview', now), { secret, lang })
}

/**
 * How far every target is.
 * @param {string} endpoint
 * @param {string} plan
 * @param {{ secret: string, lang: string, now: string | null, tag: string | null }} options
 * @returns {Promise<{ view: import('../types.js').ProgressView, tag: string | null } | null>} none where what `tag`
 *   stands for still holds
 */
export async function progress(endpoint, plan, { secret, lang, now, tag }) {
  const response = await answer(endpoint, officePath(plan, 'progress', now), { secret, lang, tag })
  if (response.status === 304) return null
  return { view: await read(response), tag: response.headers.get('etag') }
}

/**
 * What the office reports of it to the level above, as the parts of a Word file.
 * @param {string} endpoint
 * @param {string} plan
 * @param {{ secret: string, lang: string, now: string | null }} options
 * @returns {Promise<[name: string, text: string][]>}
 */
export function paper(endpoint, plan, { secret, lang, now }) {
  return ask(endpoint, officePath(plan, 'paper', now), { secret, lang })
}

/**
 * The rows of a table of all reports that count, as CSV: its bytes, since a text would lose the mark by which Excel knows UTF-8.
 * @param {string} endpoint
 * @param {{ plan: string, table: string }} of
 * @param {{ secret: string, lang: string, now: string | null }} options
 */
export async function rows(endpoint, { plan, table }, { now, ...options }) {
  const path = officePath(plan, `tables/${encodeURIComponent(table)}`, now)
  const file = await answer(endpoint, path, options)
  return new Uint8Array(await file.arrayBuffer())
}

/**
 * A plan in full, as JSON text.
 * @param {string} endpoint
 * @param {string} plan
 * @param {{ secret: string, lang: string }} options
 */
export async function plan(endpoint, plan, options) {
  return (await answer(endpoint, `plans/${encodeURIComponent(plan)}?full`, options)).text()
}

/**
 * One report.
 * @param {string} endpoint
 * @param {string} submission
 * @param {{ secret: string, lang: string }} options
 * @returns {Promise<ReceivedView>}
 */
export function received(endpoint, submission, { secret, lang }) {
  return ask(endpoint, `office/submissions/${encodeURIComponent(submission)}`, { secret, lang })
}

/**
 * Accepts a report, or returns it with reasons.
 * @param {string} endpoint
 * @param {string} submission
 * @param {{ secret: string, lang: string, verdict: Verdict }} options
 * @returns {Promise<DecisionView>}
 */
export async function decide(endpoint, submission, { secret, lang, verdict }) {
  const path = `office/submissions/${encodeURIComponent(submission)}/decision`
  return (await answer(endpoint, path, { secret, lang, sent: verdict })).json()
}

/**
 * What is to be done with the files of a unit.
 * @param {string} endpoint
 * @param {{ plan: string, unit: string }} of
 * @param {{ secret: string, lang: string }} options
 * @returns {import('./files.js').Server}
 */
export function filesOf(endpoint, { plan, unit }, options) {
  const at = (/** @type {string} */ place, query = '') =>
    `${place}${encodeURIComponent(plan)}/files${query}?unit=${encodeURIComponent(unit)}`
  return {
    list: () => ask(endpoint, at('office/plans/'), options),
    fetch: async ({ hash }) =>
      new Uint8Array(await (await answer(endpoint, at('plans/', `/${hash}`), options)).arrayBuffer()),
    remove: async ({ hash }) =>
      read(await answer(endpoint, at('office/plans/', `/${hash}`), { ...options, method: 'DELETE' })),
  }
}
