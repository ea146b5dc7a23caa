/**
 * All checks in a browser or a bundler: the same as in Node, from the larger wasm beside this file.
 * @module
 */
import * as glue from '../pkg/bulk/phieu_bulk.js'
import { CheckingCore } from './checking.js'
import { PhieuError } from './error.js'
import { bulkWasm } from './here.js'

export { PhieuError }

/** @type {Promise<CheckingCore> | undefined} */
let loaded

/**
 * The core with all checks, ready to be called; loaded once.
 * @param {{ wasm?: string | URL | BufferSource | WebAssembly.Module }} [options] where the wasm is, or itself
 * @returns {Promise<CheckingCore>}
 */
export function load({ wasm = bulkWasm() } = {}) {
  loaded ??= start(wasm)
  return loaded
}

/** @param {string | URL | BufferSource | WebAssembly.Module} wasm */
async function start(wasm) {
  await glue.default({ module_or_path: wasm })
  return new CheckingCore(/** @type {any} */ (glue))
}
