/**
 * The package in a browser or a bundler: the rules that fill in forms, from the wasm beside this file.
 * @module
 */
import { load as loadCore } from './core.js'
import { wholeWasm } from './here.js'
import { served } from './wasm.js'

export { Core, Form, PhieuError, Plan } from './core.js'

/** @typedef {string | URL | BufferSource | WebAssembly.Module} Wasm an address, the bytes or the module itself */

/**
 * The core, ready to be called. Loaded once a page; again after a panic.
 * @param {{ wasm?: Wasm }} [options] where the wasm is, or itself
 * @returns {Promise<import('./core.js').Core>}
 * @throws {PhieuError} code `load`
 */
export const load = ({ wasm } = {}) => loadCore({ module: () => moduleOf(wasm) })

/** @param {Wasm | undefined} given */
async function moduleOf(given) {
  if (!given || typeof given === 'string' || given instanceof URL) return served(() => given || wholeWasm())
  return given instanceof WebAssembly.Module ? given : WebAssembly.compile(given)
}
