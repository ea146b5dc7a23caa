/**
 * The rules in Node: `core.js`, with the wasm read from its file beside this one.
 * @module
 */
import { readFile } from 'node:fs/promises'
import { Core, load as loadGiven } from './core.js'
import { PhieuError } from './error.js'

export * from './core.js'

/**
 * The core, ready to be called.
 * @param {{ wasm?: BufferSource | WebAssembly.Module, bulk?: boolean }} [options] `bulk` loads the larger and
 *   faster module, which also checks many reports from bytes
 * @returns {Promise<Core>}
 * @throws {PhieuError} code `load`
 */
export async function load({ wasm, bulk = false } = {}) {
  if (bulk) return loadBulk(wasm)
  return loadGiven({ wasm: wasm ?? (await besideThis('phieu_bg.wasm')) })
}

/** @param {BufferSource | WebAssembly.Module} [wasm] */
async function loadBulk(wasm) {
  const bytes = wasm ?? (await besideThis('phieu_bulk_bg.wasm'))
  const glue = await import(new URL('phieu_bulk.js', import.meta.url).href)
  await glue.default({ module_or_path: bytes })
  return new Core(glue)
}

/** @param {string} name */
async function besideThis(name) {
  try {
    return await readFile(new URL(name, import.meta.url))
  } catch (error) {
    throw new PhieuError('load', `${name} is not beside the package's script: ${error}`)
  }
}
