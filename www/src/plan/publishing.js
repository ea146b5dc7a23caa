/**
 * Publishing: the plan goes to the collector with the office's code, and over nothing that was not seen.
 * @module
 */

import { addressOf, answer, Refused, read, token } from '../office/server.js'
import { isOffices } from '../store/endpoint.js'

/** The office says why it does not publish. */
export class NotPublished extends Error {}

/** @typedef {{ plan: string, title: string, version: number, address: string, stateText: string }} Published */

/** Something else is published than what this work was made from. */
export class Standing extends Error {
  /** @param {string} message @param {string | null} tag @param {string[]} changes */
  constructor(message, tag, changes) {
    super(message)
    this.tag = tag
    this.changes = changes
  }
}

/**
 * @param {string} endpoint
 * @param {string} id
 * @param {string} json
 * @param {{ lang: string, tag: string | null }} options `tag`: what was seen published, where something was
 * @returns {Promise<{ published: Published, tag: string | null }>}
 * @throws {Standing} with the tag that names what stands
 * @throws {Refused} the code is not right
 * @throws {NotPublished} with whole sentences
 */
export async function publish(endpoint, id, json, { lang, tag }) {
  const options = { secret: token.read() ?? '', lang, put: { json, over: tag } }
  const response = await answer(endpoint, `office/plans/${encodeURIComponent(id)}`, options).catch(refuse)
  return { published: await read(response), tag: response.headers.get('etag') }
}

/**
 * @param {Error & { trouble?: { response?: Response, problem?: Record<string, any> | null } }} error
 * @returns {never}
 */
function refuse(error) {
  const { response, problem } = error.trouble ?? {}
  const status = response?.status ?? 0
  if ([412, 428].includes(status))
    throw new Standing(error.message, problem?.published?.etag ?? null, problem?.changes ?? [])
  // A code that is known and may not publish is no wrong code: what is said of it is what helps.
  if (error instanceof Refused && status !== 403) throw error
  // Of what is on the way to the office, such as a portal's log-in, no sentence is for whoever publishes.
  if (!isOffices(problem ?? null)) throw error
  /** @type {{ message: string }[]} */
  const errors = problem?.errors ?? []
  throw new NotPublished([error.message, ...errors.map((one) => one.message)].join('\n'))
}

/** Where units open the plan. @param {string} endpoint @param {Published} published */
export const planAddress = (endpoint, published) => addressOf(endpoint, published.address.replace(/^\//, ''))

/** The collector's own address, for the webmaster's page. @param {string} endpoint */
export const apiAddress = (endpoint) => addressOf(endpoint, '.').replace(/\/$/, '')
