/**
 * What one script of the page begins for another: ahead of the form's script, and taken over by it.
 * @module
 */

/** Under which name it stands that the core travels in more parts, the first for a first screen. */
export const AHEAD = 'ahead'

const BEGUN = Symbol.for('phieu.begun')

/** What one script of the page has begun for another, by name. @returns {Map<string, Promise<any>>} */
function begun() {
  const page = /** @type {any} */ (globalThis)
  page[BEGUN] ??= new Map()
  return page[BEGUN]
}

/** Begins what another script will want. @param {string} name @param {Promise<any>} doing */
export function begin(name, doing) {
  // Whoever takes it hears of a failure.
  doing.catch(() => {})
  begun().set(name, doing)
}

/** Whether something was begun that nobody has taken over. @param {string} name */
export const isBegun = (name) => begun().has(name)

/** Takes over what was begun, once. @param {string} name @returns {Promise<any> | undefined} */
export function takeOver(name) {
  const doing = begun().get(name)
  begun().delete(name)
  return doing
}

/**
 * The first fields of a form, ahead of its script (early/form.js).
 * @typedef {object} Early
 * @property {boolean} stands whether they stand in the page
 * @property {boolean} isKnown whether the form's script knows of them
 * @property {Promise<unknown>} painted until they are seen
 * @property {string} writer who leaves behind what was typed there
 * @property {(after: () => any) => void} giveWay takes what comes in their place, as it stands when it is asked
 */

/** Under which name the first fields of a tag stand on it; scripts of another build do not know them. */
export const EARLY = Symbol.for(`phieu.early.${BUILD}`)

/**
 * What stands in a tag ahead of its form, if anything does.
 * @param {HTMLElement} tag
 * @returns {Early | undefined}
 */
export function earlyOf(tag) {
  const early = /** @type {any} */ (tag)[EARLY]
  if (early) early.isKnown = true
  return early
}
