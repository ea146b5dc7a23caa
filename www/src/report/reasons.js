/**
 * Where anyone may report, the reasons for a return are told to whoever has the report's identity.
 * @module
 */
import { decision } from '../store/endpoint.js'

/** @typedef {import('../store/endpoint.js').Decision} Decision */

/**
 * @param {import('./desk.js').Desk} desk
 * @param {string | null} endpoint
 * @param {import('../types.js').Sent[]} sent
 * @returns {Promise<Decision[]>}
 */
export async function askReasons(desk, endpoint, sent) {
  const found = sent.map(async (each) => {
    const receipt = each.status === 'returned' ? desk.receiptOf(desk.keyed(each))?.receipt : undefined
    const options = { lang: desk.plan.lang, token: null }
    const answer = receipt && endpoint && (await decision(endpoint, receipt.submission, options))
    return answer ? [{ ...answer, duty: each.duty, period: each.period }] : []
  })
  return (await Promise.all(found)).flat()
}
