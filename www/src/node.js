/**
 * The package in Node: the same rules, with all checks, from the wasm beside this file.
 * @module
 */
import { readFile } from 'node:fs/promises'
import * as glue from '../pkg/bulk/phieu_bulk.js'
import { bulkInScript } from './bulk.js'
import { CheckingCore } from './checking.js'
import { PhieuError } from './error.js'

/** @typedef {import('./types.js').FindingView} FindingView */

export { PhieuError }

/** @type {Promise<CheckingCore> | undefined} */
let loaded

/**
 * The core, ready to be called; loaded once.
 * @returns {Promise<CheckingCore>}
 */
export function load() {
  loaded ??= start()
  return loaded
}

async function start() {
  await glue.default({ module_or_path: await bytes() })
  return new CheckingCore(/** @type {any} */ (glue))
}

async function bytes() {
  try {
    return await readFile(new URL('./phieu_bulk_bg.wasm', import.meta.url))
  } catch {
    // A bundler has moved this script, and the file is where only a browser finds it.
    return bulkInScript()
  }
}
