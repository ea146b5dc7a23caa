/**
 * The wasm as a page loads it: first what the first fields need, then the rest, which joins the same instance.
 * @module
 */
import { load } from './core.js'
import { firstWasm, laterWasm } from './here.js'
import { inTime } from './idle.js'
import { fetched, served } from './wasm.js'

/** @type {WebAssembly.Exports} of the instance that is alive */
let first
/** @type {Promise<WebAssembly.Module> | undefined} */
let rest

const core = () => load({ module: (cache) => served(firstWasm, cache), begun })

/**
 * The core, ready for all that is asked of it before `loadRest` has ended; after a panic, ready for everything again.
 * What it says in English comes with the rest.
 * @param {import('./types.js').Lang} [lang]
 */
export async function loadFirst(lang) {
  if (lang === 'en') await loadRest()
  return core()
}

/** Completes the core. What failed may be tried again. */
export async function loadRest() {
  await core()
  // The whole, which stands in where a portal serves no wasm, lends nothing and lacks nothing.
  if (!first.table) return
  await inTime((signal) => complete(signal).catch(() => complete(signal, 'reload')))
}

/**
 * @param {AbortSignal} signal
 * @param {RequestCache} [cache]
 */
async function complete(signal, cache) {
  rest ??= fetched(laterWasm(), cache, signal)
  try {
    await join(rest)
  } catch (error) {
    rest = undefined
    throw error
  }
}

/** @param {WebAssembly.Exports} exports */
async function begun(exports) {
  first = exports
  if (rest) await join(rest)
}

/** @param {Promise<WebAssembly.Module>} part */
const join = async (part) => WebAssembly.instantiate(await part, { '': first })
