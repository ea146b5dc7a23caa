/**
 * The reading of documents in a browser or a bundler, from the wasm beside this file.
 * @module
 */
import * as glue from '../pkg/reading/phieu_reading.js'
import { PhieuError } from './error.js'
import { readingWasm } from './here.js'
import { ReadingCore } from './proposing.js'
import { fetched } from './wasm.js'

export { PhieuError, ReadingCore }

/** @typedef {import('./browser.js').Wasm} Wasm */

/** @type {Promise<ReadingCore> | undefined} */
let loaded

/**
 * The reading, ready to be called; loaded once.
 * @param {{ wasm?: Wasm }} [options] where the wasm is, or itself
 * @returns {Promise<ReadingCore>}
 * @throws {PhieuError} code `load`
 */
export function load({ wasm } = {}) {
  loaded ??= start(wasm).catch((error) => {
    loaded = undefined
    throw new PhieuError('load', String(error?.message ?? error))
  })
  return loaded
}

/** @param {Wasm | undefined} given */
async function start(given) {
  const isModule = given && typeof given !== 'string' && !(given instanceof URL)
  await glue.default({ module_or_path: isModule ? given : await fetched(given ?? readingWasm()) })
  return new ReadingCore(glue)
}
