// The core in the parts in which a page loads it, each time as a page of its own.
import { readFileSync } from 'node:fs'
import { whole } from '../../www/src/joined.js'

const ROOT = new URL('../../', import.meta.url)

/** @param {string} name of a file of the page */
export const bytes = (name) => readFileSync(new URL(`www/dist/${name}`, ROOT))

/**
 * The first part, ready to be called; once more for each name.
 * @param {string} name
 * @param {{ isAhead?: boolean, file?: (name: string) => Uint8Array<ArrayBuffer> }} [options] whether what a first screen needs comes by
 *   itself, and the rest of the first part joins it; what a file holds
 * @returns {Promise<{ core: import('../../www/src/core.js').Core, completes: () => Promise<unknown> }>} `completes`: the later part comes
 */
export async function inParts(name, { isAhead = false, file = bytes } = {}) {
  /** @type {typeof import('../../www/src/core.js')} */
  const { load } = await import(new URL(`www/src/core.js?${name}`, ROOT).href)
  /** @type {any} */
  let first
  const joins = async (/** @type {string} */ name) => {
    const part = await whole(await WebAssembly.compile(file(name)))
    const { exports } = await WebAssembly.instantiate(part, { '': first })
    Object.assign(first, exports)
  }
  const core = await load({
    module: () => WebAssembly.compile(file(isAhead ? 'phieu.inputs.wasm' : 'phieu.first.wasm')),
    begun: async (exports) => {
      first = exports
      if (isAhead) await joins('phieu.form.wasm')
    },
  })
  return { core, completes: () => joins('phieu.later.wasm') }
}
