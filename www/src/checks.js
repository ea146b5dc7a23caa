/**
 * All checks in a browser or a bundler: the same as in Node, from the larger wasm beside this file.
 * @module
 */
import * as glue from '../pkg/bulk/phieu_bulk.js'
import { bulkInScript } from './bulk.js'
import { CheckingCore } from './checking.js'
import { PhieuError } from './error.js'
import { bulkWasm } from './here.js'
import { fetched } from './wasm.js'

export { PhieuError }

/** @typedef {import('./browser.js').Wasm} Wasm */

/** @type {Promise<CheckingCore> | undefined} */
let loaded

/**
 * The core with all checks, ready to be called; loaded once.
 * @param {{ wasm?: Wasm }} [options] where the wasm is, or itself
 * @returns {Promise<CheckingCore>}
 * @throws {PhieuError} code `load`
 */
export function load({ wasm } = {}) {
  loaded ??= start(wasm).catch((error) => {
    loaded = undefined
    throw new PhieuError('load', String(error?.message ?? error))
  })
  return loaded
}

/** @param {Wasm | undefined} wasm */
async function start(wasm) {
  await glue.default({ module_or_path: await moduleOf(wasm) })
  return new CheckingCore(/** @type {any} */ (glue))
}

/** @param {Wasm | undefined} given */
async function moduleOf(given) {
  if (given && typeof given !== 'string' && !(given instanceof URL)) return given
  try {
    return await fetched(given ?? bulkWasm())
  } catch {
    return bulkInScript()
  }
}
