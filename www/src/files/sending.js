/**
 * Sending the files that a report names, before the report: the office says which pieces it lacks, and gets these. What
 * broke off goes on where it was, also after the tab was killed.
 * @module
 */
import { sha256 } from 'js-sha256'
import { asked, judge } from '../store/delivery.js'
import { address, headers } from '../store/endpoint.js'
import { namedIn, PIECE, piecesOf } from './shelf.js'

/** @typedef {import('../store/delivery.js').Answer} Answer */
/** @typedef {{ endpoint: string, submission: string, lang: string, token: string | null,
 *   tell: (progress: { sent: number, all: number }) => void }} Sending */

/** What no sending of a file mends, and what the office says of the report itself once it comes. */
const LEFT_TO_THE_REPORT = ['fileDeleted', 'noSuchPlace']

/**
 * Sends what the office lacks.
 * @param {Sending} sending
 * @returns {Promise<Answer | undefined>} why the report cannot follow yet; undefined where it can
 */
export async function sendFiles({ endpoint, submission, lang, token, tell }) {
  const { plan, planVersion, unit } = JSON.parse(submission).report
  const files = namedIn(submission)
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0)
  let before = 0
  for (const { hash, bytes, kind } of files) {
    const base = `plans/${encodeURIComponent(plan)}/files/${hash}`
    const query = `unit=${encodeURIComponent(unit)}&kind=${kind}&bytes=${bytes}&version=${planVersion}`
    const state = await ask(address(endpoint, `${base}/state?${query}`), {
      headers: headers({ lang, token }),
      cache: 'no-store',
    })
    if (state.answer) {
      if (LEFT_TO_THE_REPORT.includes(/** @type {any} */ (state.answer).code)) continue
      return state.answer
    }
    const give = await piecesOf(hash)
    /** @type {number[]} */
    const missing = give ? state.body.missing : []
    let rest = missing.length
    for (const offset of missing) {
      tell({ sent: before + Math.max(0, bytes - rest * PIECE), all })
      const piece = await give?.(offset / PIECE)
      if (!piece) break
      const url = address(endpoint, `${base}?${query}&offset=${offset}&piece=${sha256(piece)}`)
      const sent = await ask(url, {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream', ...headers({ lang, token }) },
        body: piece,
      })
      if (sent.answer) return sent.answer
      rest -= 1
      // Another device or tab has sent the others.
      if (sent.body.whole) break
    }
    before += bytes
  }
  tell({ sent: all, all })
  return undefined
}

/**
 * @param {string} url
 * @param {RequestInit} request
 * @returns {Promise<{ body?: any, answer?: Answer }>}
 */
async function ask(url, request) {
  const { response, body, answer } = await asked(url, request)
  if (answer) return { answer }
  const { ok, status } = /** @type {Response} */ (response)
  if (ok && Array.isArray(body?.missing)) return { body }
  const said = judge(/** @type {Response} */ (response), body, url, request.method ?? 'GET')
  const { code = '', detail, title = '' } = body ?? {}
  // Of a file, nobody here comes to know more than that it is refused.
  if (said.kind === 'waiting' && [404, 410].includes(status) && code)
    return { answer: { kind: 'refused', status, code, title: detail ?? title, findings: [] } }
  return { answer: said }
}
