/**
 * The wasm as a page loads it: first what the first fields need, then the rest, which joins the same instance.
 * @module
 */
import { load } from './core.js'
import { firstWasm, laterWasm } from './here.js'
import { lasting } from './idle.js'
import { fetched, served } from './wasm.js'

/** @type {WebAssembly.Exports} of the instance that is alive */
let first
/** @type {WebAssembly.Module | undefined} */
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
  if (first.table) await complete()
}

const complete = lasting(async (attempts) => {
  // What a cache holds may be of another build, or hang for whoever asks it.
  const part = await fetched(laterWasm(), attempts > 0 ? 'reload' : undefined)
  // Another attempt has come first.
  if (rest) return
  await join(part)
  rest = part
})

/** @param {WebAssembly.Exports} exports */
async function begun(exports) {
  // A part names its memory by its build; the whole lends no table, and no part has to fit it.
  if (exports.table && !(CORE in exports)) throw new Error('the core is of another build')
  first = exports
  if (rest) await join(rest)
}

/** @param {WebAssembly.Module} part */
const join = (part) => WebAssembly.instantiate(part, { '': first })
