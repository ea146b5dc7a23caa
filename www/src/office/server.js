/**
 * The collector's office interface. The token stays in this tab: it is not written into an address, and the tab
 * forgets it when it is closed.
 * @module
 */

/** @typedef {{ unit: string, name: string, sectorName: string | null, state: import('../types.js').State, stateText: string,
 *   receivedAt: string | null, receivedText: string | null, revision: number | null, submission: string | null }} UnitRow */
/** @typedef {{ duty: string, name: string, label: string | null, period: import('../types.js').Period, periodText: string,
 *   deadlineText: string | null, units: UnitRow[], counts: Record<string, number> }} DutyRows */
/** @typedef {{ plan: string, title: string, now: string, duties: DutyRows[] }} Overview */
/** @typedef {{ receivedText: string, receipt: import('../types.js').Receipt, report: unknown, review: import('../types.js').Review,
 *   findings: { message: string, severity: import('../types.js').Severity }[] }} Received */

const KEY = 'phieu:office'

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
    try {
      if (value) sessionStorage.setItem(KEY, value)
      else sessionStorage.removeItem(KEY)
    } catch {
      // Kept in memory only; it is asked again after a reload.
    }
  },
}

/** The server refuses the token. */
export class Refused extends Error {}

/**
 * @template T
 * @param {string} endpoint
 * @param {string} path
 * @param {string} secret
 * @param {string} lang
 * @returns {Promise<T>}
 */
async function ask(endpoint, path, secret, lang) {
  const base = new URL(endpoint.endsWith('/') ? endpoint : `${endpoint}/`, document.baseURI)
  const response = await fetch(new URL(path, base), {
    headers: { authorization: `Bearer ${secret}`, 'accept-language': lang },
    cache: 'no-store',
  })
  if (response.status === 401 || response.status === 403) throw new Refused()
  const body = await response.json()
  if (!response.ok) throw new Error(body?.detail ?? body?.title ?? `HTTP ${response.status}`)
  return body
}

/**
 * Everything that the plan asks, and how each unit stands.
 * @param {string} endpoint
 * @param {string} plan
 * @param {{ secret: string, lang: string, now: string | null }} options
 * @returns {Promise<Overview>}
 */
export function overview(endpoint, plan, { secret, lang, now }) {
  const at = now ? `?now=${encodeURIComponent(now)}` : ''
  return ask(endpoint, `office/plans/${encodeURIComponent(plan)}/overview${at}`, secret, lang)
}

/**
 * One report.
 * @param {string} endpoint
 * @param {string} submission
 * @param {{ secret: string, lang: string }} options
 * @returns {Promise<Received>}
 */
export function received(endpoint, submission, { secret, lang }) {
  return ask(endpoint, `office/submissions/${encodeURIComponent(submission)}`, secret, lang)
}
