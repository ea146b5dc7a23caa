/**
 * The reading of documents in Node, from the wasm beside this file.
 * @module
 */
import { readFile } from 'node:fs/promises'
import * as glue from '../pkg/reading/phieu_reading.js'
import { PhieuError } from './error.js'
import { ReadingCore } from './proposing.js'

export { PhieuError, ReadingCore }

/** @type {Promise<ReadingCore> | undefined} */
let loaded

/**
 * The reading, ready to be called; loaded once.
 * @returns {Promise<ReadingCore>}
 */
export function load() {
  loaded ??= start()
  return loaded
}

async function start() {
  await glue.default({ module_or_path: await readFile(new URL('./phieu_reading_bg.wasm', import.meta.url)) })
  return new ReadingCore(glue)
}
