/**
 * What stands between a page and a server where no waiting mends it, as far as a browser lets a page know: of a
 * refused origin, a policy of the page's own and a log-in on another host it tells a page no more than of a dead line.
 * @module
 */
import { heeding } from './breach.js'
import { timed } from './endpoint.js'

/** @typedef {'absent' | 'untaken' | 'login' | 'elsewhere' | 'page' | 'unlike' | 'origin' | 'policy' | 'insecure' | 'other'} Kind */
/** @typedef {{ kind: Kind, url: string, line: string }} Obstacle `line` is for whoever runs the site */

/**
 * What an answer that does not serve comes from; nothing where waiting may mend it.
 * @param {Response} response
 * @param {string} asked the address that was asked
 * @param {string} [method]
 * @param {string} [code] of the office's own problem
 * @returns {Obstacle | undefined}
 */
export function ofAnswer(response, asked, method = 'GET', code = '') {
  const { status, redirected, url, headers } = response
  const kind = kindOf(response)
  const way = redirected ? `${asked} → ${url}` : asked
  return (
    kind &&
    told(kind, asked, `${method} ${way} → ${status} ${code || (headers.get('content-type') ?? '')}`.trim())
  )
}

/**
 * @param {Response} response
 * @returns {Kind | undefined}
 */
function kindOf(response) {
  const { status, redirected, ok, headers } = response
  if (status === 404 || status === 410) return 'absent'
  if (status === 405 || status === 501) return 'untaken'
  // A portal's own log-in or a proxy's: of the office's, the list and the letter ask for the code.
  if ([401, 407, 511].includes(status)) return 'login'
  if (status >= 500 || [408, 425, 429].includes(status)) return undefined
  if (/html/.test(headers.get('content-type') ?? '')) return redirected ? 'elsewhere' : 'page'
  return ok ? 'unlike' : 'other'
}

/**
 * Why a request brought no answer at all; nothing where the line is down, or may be. To know, the request is sent once
 * more: where the line has come back meanwhile, that brings the answer.
 * @param {string} url
 * @param {RequestInit} [init] the request
 * @returns {Promise<{ obstacle?: Obstacle, answer?: Response }>}
 */
export async function ofSilence(url, init = {}) {
  const { method = 'GET' } = init
  const { origin, protocol } = new URL(url)
  const tell = (/** @type {Kind} */ kind) => ({ obstacle: told(kind, url, `${method} ${url} → ${kind}`) })
  if (location.protocol === 'https:' && protocol === 'http:' && !isSecureContextOf(origin))
    return tell('insecure')
  if (navigator.onLine === false) return {}
  const reached = await reaches(url)
  if (reached === 'policy') return tell('policy')
  if (!reached) return {}
  // The server is there. The same request again, which counts once, without going where it may be sent.
  const again = await timed(url, { ...init, redirect: 'manual' }).catch(() => null)
  if (again) return again.type === 'opaqueredirect' ? tell('elsewhere') : { answer: again }
  return origin === location.origin ? {} : tell('origin')
}

/**
 * @param {Kind} kind
 * @param {string} url
 * @param {string} line
 */
const told = (kind, url, line) => ({ kind, url, line })

/** Browsers let a page on https talk to the device itself. @param {string} origin */
const isSecureContextOf = (origin) => /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(origin)

/**
 * Whether a server can be reached, whoever it lets in; `policy` where the page itself does not let it be asked.
 * @param {string} url
 * @returns {Promise<boolean | 'policy'>}
 */
async function reaches(url) {
  const asking = () => timed(url, { mode: 'no-cors', cache: 'no-store' })
  const { answer, isBlocked } = await heeding(url, asking)
  return isBlocked ? 'policy' : answer !== undefined
}
