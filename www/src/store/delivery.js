/**
 * How a submission is delivered, and what the office answers.
 * @module
 */
import { sha256 } from 'js-sha256'
import { written } from '../json.js'
import { address, denial, headers, isOffices, timed } from './endpoint.js'
import { ofAnswer, ofSilence } from './obstacle.js'

/**
 * @typedef {{ kind: 'received', receipt: import('../types.js').Receipt }
 *   | { kind: 'refused', status: number, code: string, title: string, findings: import('../types.js').Problem[],
 *       standing?: Holds }
 *   | { kind: 'waiting', reason: string, denied?: string, obstacle?: import('./obstacle.js').Obstacle | undefined }} Answer
 *   `denied` says what a code is wanted for, `obstacle` what no waiting mends
 */
/** @typedef {{ submission?: string, report?: object, receipt?: import('../types.js').Receipt }} Holds what the
 *   office holds instead, as far as it tells */
/** @typedef {{ lang: string, token: string | null }} Options */

/**
 * Sends a submission. The same id and content can be sent any number of times and counts once.
 * @param {string} endpoint
 * @param {string} id
 * @param {string} submission
 * @param {Options} options
 * @returns {Promise<Answer>}
 */
export async function put(endpoint, id, submission, options) {
  const answer = await putOnce(endpoint, id, submission, options)
  const { amends, ...rest } = JSON.parse(submission)
  // An office of an earlier version does not know the member, and compares nothing.
  const isUnknown = answer.kind === 'refused' && answer.code === 'malformed' && amends !== undefined
  return isUnknown ? putOnce(endpoint, id, written(rest), options) : answer
}

/**
 * @param {string} endpoint
 * @param {string} id
 * @param {string} submission
 * @param {Options} options
 * @returns {Promise<Answer>}
 */
async function putOnce(endpoint, id, submission, { lang, token }) {
  const url = address(endpoint, `submissions/${id}`)
  const request = {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...headers({ lang, token }) },
    body: submission,
  }
  const { response, body, answer } = await asked(url, request)
  if (!response) return answer
  if (response.ok && isReceiptOf(body, id, submission)) return { kind: 'received', receipt: body }
  return judge(response, body, url, request.method)
}

/**
 * Asks, and reads the answer; where none comes, why.
 * @param {string} url
 * @param {RequestInit} request
 * @returns {Promise<{ response: Response, body: any, answer?: undefined }
 *   | { response?: undefined, body?: undefined, answer: Answer }>}
 */
export async function asked(url, request) {
  let response
  try {
    response = await timed(url, request)
  } catch (error) {
    const hangs = /** @type {Error} */ (error).name === 'AbortError'
    const { obstacle, answer } = hangs ? {} : await ofSilence(url, request)
    if (!answer) return { answer: { kind: 'waiting', reason: String(error), obstacle } }
    // The line came back while it was asked what is wrong with it.
    response = answer
  }
  return { response, body: await response.json().catch(() => null) }
}

/**
 * What follows from an answer that says that nothing was taken.
 * @param {Response} response
 * @param {any} body
 * @param {string} url
 * @param {string} method
 * @returns {Exclude<Answer, { kind: 'received' }>}
 */
export function judge(response, body, url, method) {
  const { status } = response
  const { code = '', detail, title = '', findings = [], standing } = isOffices(body) ? body : {}
  const reason = `HTTP ${status}`
  // What broke off on its way may come whole the next time.
  if (code === 'brokenOff') return { kind: 'waiting', reason }
  // An office that names no hour after which it takes more takes no more.
  const isFinal = ['tooManyRevisions', 'tooManyOpened'].includes(code) && !response.headers.has('retry-after')
  if (code && (isFinal || [400, 409, 413, 415, 422].includes(status)))
    return { kind: 'refused', status, code, title: detail ?? title, findings, ...(standing && { standing }) }
  const { denied } = denial(response, body)
  if (denied !== undefined) return { kind: 'waiting', reason, denied }
  return { kind: 'waiting', reason, obstacle: ofAnswer(response, url, method, code) }
}

/**
 * Anyone on the way may answer 200 (a hotel's log-in page does): only a receipt of this submission is one, or of the
 * same content, which the office may have from another tab or device. A receipt names its content by the SHA-256 of
 * the report as the core writes it; browsers have that function only where the page comes by https.
 * @param {Partial<import('../types.js').Receipt> | null} body
 * @param {string} id
 * @param {string} submission
 */
function isReceiptOf(body, id, submission) {
  if (!body?.submission) return false
  if (body.submission === id) return true
  const { report } = JSON.parse(submission)
  return body.hash === sha256(written(report))
}
