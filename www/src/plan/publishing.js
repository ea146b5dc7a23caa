/**
 * Publishing: the plan goes to the collector with the office's code, and over nothing that was not seen.
 * @module
 */

import { written } from '../json.js'
import { addressOf, answer, overview, Refused, read, token } from '../office/server.js'
import { isOffices } from '../store/endpoint.js'

/** The office says why it does not publish. */
export class NotPublished extends Error {}

/** @typedef {{ plan: string, title: string, version: number, address: string, stateText: string }} Published */

/** Something else is published than what this work was made from. */
export class Standing extends Error {
  /** @param {string} message @param {string | null} tag @param {string[]} changes in words */
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
    throw new Standing(error.message, problem?.published?.etag ?? null, textsOf(problem?.changes))
  // A code that is known and may not publish is no wrong code: what is said of it is what helps.
  if (error instanceof Refused && status !== 403) throw error
  // Of what is on the way to the office, such as a portal's log-in, no sentence is for whoever publishes.
  if (!isOffices(problem ?? null)) throw error
  /** @type {{ message: string }[]} */
  const errors = problem?.errors ?? []
  throw new NotPublished([error.message, ...errors.map((one) => one.message)].join('\n'))
}

/** @param {{ text: string }[] | undefined} changes */
const textsOf = (changes) => (changes ?? []).map(({ text }) => text)

/**
 * The plan as it is published; none where it is not.
 * @param {string} endpoint @param {string} id @param {string} lang
 * @returns {Promise<{ json: string, tag: string | null } | null>}
 */
export async function published(endpoint, id, lang) {
  const options = { secret: token.read() ?? '', lang }
  const response = await answer(endpoint, `office/plans/${encodeURIComponent(id)}`, options).catch((error) =>
    error.trouble?.response?.status === 404 && isOffices(error.trouble.problem) ? null : refuse(error),
  )
  return response && { json: await response.text(), tag: response.headers.get('etag') }
}

/**
 * Codes for units, made of a secret that was drawn for them: asked once more with the same, the same come again.
 * @param {string} endpoint @param {string} id
 * @param {{ lang: string, seed: string, units: string[], replace: boolean }} options `units`: all that report, where there are none
 * @returns {Promise<{ keys: { unit: string, name: string, code: string }[], left: string[] }>}
 */
export async function keysFor(endpoint, id, { lang, seed, units, replace }) {
  const put = { json: written({ seed, units, replace }), over: null }
  const options = { secret: token.read() ?? '', lang, put }
  const path = `office/plans/${encodeURIComponent(id)}/keys`
  return read(await answer(endpoint, path, options).catch(refuse))
}

/** How a published plan stands, in words. @typedef {{ state: string, stateText: string, version: number }} Stands */

/**
 * How it stands; none where it is not published, or lies in the folder of the plans.
 * @param {string} endpoint @param {string} id @param {string} lang
 * @returns {Promise<Stands | null>}
 */
export async function standsAs(endpoint, id, lang) {
  const options = { secret: token.read() ?? '', lang }
  const listed = await answer(endpoint, 'office/plans', options).then(read, () => null)
  const plans = /** @type {{ id: string, published?: Stands }[]} */ (listed?.plans ?? [])
  return plans.find((plan) => plan.id === id)?.published ?? null
}

/**
 * @param {string} endpoint @param {string} id @param {string} state
 * @param {{ lang: string, tag: string | null }} options
 * @returns {Promise<{ stands: Stands, tag: string | null }>}
 */
export async function standAs(endpoint, id, state, { lang, tag }) {
  const put = { json: written({ state }), over: tag }
  const options = { secret: token.read() ?? '', lang, put }
  const path = `office/plans/${encodeURIComponent(id)}/state`
  const response = await answer(endpoint, path, options).catch(refuse)
  return { stands: await read(response), tag: response.headers.get('etag') }
}

/**
 * Which reports the office has, as far as the code may see them.
 * @param {string} endpoint @param {string} id @param {string} lang
 * @returns {Promise<{ unit: string, duty: string, period: import('../types.js').Period }[]>}
 */
export async function reported(endpoint, id, lang) {
  const options = { secret: token.read() ?? '', lang, now: null }
  const seen = await overview(endpoint, id, options).catch(() => null)
  return (seen?.duties ?? []).flatMap(({ duty, period, units }) =>
    units.filter(({ submission }) => submission).map(({ unit }) => ({ unit, duty, period })),
  )
}

/** Where units open the plan. @param {string} endpoint @param {{ address: string }} published */
export const planAddress = (endpoint, published) => addressOf(endpoint, published.address.replace(/^\//, ''))

/** The collector's own address, for the webmaster's page. @param {string} endpoint */
export const apiAddress = (endpoint) => addressOf(endpoint, '.').replace(/\/$/, '')
