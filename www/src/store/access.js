/**
 * By what this device is let in at an office's server: a unit's personal code, kept on the device for that server
 * and plan, or the token of the host's own login, which is held for as long as the page lives and written nowhere.
 * @module
 */
import { rememberUnit } from './unit.js'

/** @typedef {{ unit: string, code: string | null }} Link `code`: none in what an office sends to remind, which many read */

/** @type {Map<string, string>} */
const logins = new Map()
/** @type {Map<string, string>} codes that the browser does not let us keep */
const held = new Map()
/** @type {Link | null} */
let link = null

/** @param {string} address */
export const absolute = (address) => new URL(address, document.baseURI).href.replace(/\/$/, '')

/** @param {string} endpoint @param {string} plan @param {string} unit */
const name = (endpoint, plan, unit) => `phieu:code:${absolute(endpoint)}|${plan}|${unit}`

/**
 * What a personal link (`#unit=…&code=…`), or one that names the unit alone, brought along. It leaves the address bar as soon as it is read, so that
 * nobody bookmarks it, sends it on or reads it over a shoulder.
 * @returns {Link | null} the last one
 */
export function personalLink() {
  const asked = new URLSearchParams(location.hash.slice(1))
  const unit = asked.get('unit')
  const code = asked.get('code')
  if (unit) {
    link = { unit, code }
    history.replaceState(history.state, '', location.pathname + location.search)
  }
  return link
}

export class Access {
  /**
   * The host's own login; none takes it back.
   * @param {string} endpoint
   * @param {string | null} token
   */
  login(endpoint, token) {
    if (token) logins.set(absolute(endpoint), token)
    else logins.delete(absolute(endpoint))
  }

  /**
   * Keeps what a personal link brought, where it is for a unit of this plan.
   * @param {string} endpoint
   * @param {{ id: string, units?: { id: string }[] }} plan
   */
  welcome(endpoint, { id, units = [] }) {
    const brought = personalLink()
    if (!brought || !units.some((unit) => unit.id === brought.unit)) return
    if (brought.code) this.keep(endpoint, id, brought.unit, brought.code)
    rememberUnit(id, brought.unit)
  }

  /**
   * @param {string} endpoint
   * @param {string} plan
   * @param {string} unit
   * @param {string} code
   */
  keep(endpoint, plan, unit, code) {
    const key = name(endpoint, plan, unit)
    held.set(key, code)
    try {
      localStorage.setItem(key, code)
    } catch {
      // Blocked or full: it is asked again after a reload.
    }
  }

  /**
   * Forgets the codes of a unit, for whatever server, and that it was chosen here.
   * @param {string} plan
   * @param {string} unit
   */
  forget(plan, unit) {
    const isOf = (/** @type {string} */ key) =>
      key.startsWith('phieu:code:') && key.endsWith(`|${plan}|${unit}`)
    link = null
    for (const key of [...held.keys()].filter(isOf)) held.delete(key)
    rememberUnit(plan, null)
    try {
      for (const key of Object.keys(localStorage).filter(isOf)) localStorage.removeItem(key)
    } catch {
      // Blocked: nothing was put there either.
    }
  }

  /**
   * What to show to the server for a unit.
   * @param {string} endpoint
   * @param {string} plan
   * @param {string} unit
   * @returns {string | null}
   */
  token(endpoint, plan, unit) {
    const key = name(endpoint, plan, unit)
    try {
      return logins.get(absolute(endpoint)) ?? localStorage.getItem(key) ?? held.get(key) ?? null
    } catch {
      return held.get(key) ?? null
    }
  }
}

/** The page's one. */
export const access = new Access()
