/**
 * Publishing: the plan goes to the collector with the office's code, and over nothing that was not seen.
 * @module
 */
import { Refused, token } from '../office/server.js'

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

/** @param {string} endpoint @param {string} path */
const address = (endpoint, path) =>
  new URL(path, new URL(endpoint.endsWith('/') ? endpoint : `${endpoint}/`, document.baseURI)).href

/**
 * @param {string} endpoint
 * @param {string} id
 * @param {string} json
 * @param {{ lang: string, tag: string | null }} options `tag`: what was seen published, where something was
 * @returns {Promise<{ published: Published, tag: string | null }>}
 * @throws {Standing} with the tag that names what stands
 * @throws {Refused} the code is not right
 */
export async function publish(endpoint, id, json, { lang, tag }) {
  const url = address(endpoint, `office/plans/${encodeURIComponent(id)}`)
  const response = await fetch(url, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${token.read()}`,
      'accept-language': lang,
      'content-type': 'application/json',
      ...(tag ? { 'if-match': tag } : {}),
    },
    body: json,
    cache: 'no-store',
  })
  const told = await response.json().catch(() => null)
  if (response.ok) return { published: told, tag: response.headers.get('etag') }
  const message = told?.detail ?? told?.title ?? `HTTP ${response.status}`
  if (response.status === 401) throw new Refused(message)
  if (response.status === 412 || response.status === 428)
    throw new Standing(message, told?.published?.etag ?? null, told?.changes ?? [])
  const errors = told?.errors?.map((/** @type {{ message: string }} */ one) => one.message)
  throw new Error(errors?.length ? [message, ...errors].join('\n') : message)
}

/** Where units open the plan. @param {string} endpoint @param {Published} published */
export const planAddress = (endpoint, published) => address(endpoint, published.address.replace(/^\//, ''))

/** The collector's own address, for the webmaster's page. @param {string} endpoint */
export const apiAddress = (endpoint) => address(endpoint, '.').replace(/\/$/, '')
