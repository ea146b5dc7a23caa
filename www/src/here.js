/**
 * Where this script came from: the wasm, its fallbacks and the style sheet stand beside it.
 *
 * A module knows its own address; the classic build has to ask the page, and only while it is being run.
 * @module
 */
const script =
  typeof document === 'object' ? /** @type {HTMLScriptElement | null} */ (document.currentScript) : null

/** @type {string} */
export const here = import.meta.url ?? script?.src ?? location.href

/**
 * The address of a file beside this script.
 * @param {string} name
 */
export const beside = (name) => new URL(name, here).href
