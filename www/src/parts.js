/**
 * The wasm as a page loads it: first what the first fields need, then the rest, which joins the same instance. What needs the
 * rest and comes before it traps, as a panic does; it is done again once the rest is there.
 * @module
 */
import { load } from './core.js'
import { firstWasm, laterWasm } from './here.js'
import { lasting } from './idle.js'
import { whole } from './joined.js'
import { fetched, served } from './wasm.js'

/** @type {Set<WebAssembly.Exports>} of the instances that lack the rest: another form may still use one that broke */
const lacking = new Set()
/** @type {WebAssembly.Module | undefined} */
let rest

const core = () => load({ module: (cache) => served(firstWasm, cache), begun })

/**
 * The core, ready for what is mostly asked of it before `loadRest` has ended; after a panic, ready for everything again.
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
  if (lacking.size > 0) await join(await complete())
}

/**
 * Whether an error is of a core that was asked for what comes with the rest.
 * @param {unknown} error
 */
export const isLack = (error) => /** @type {any} */ (error)?.code === 'panic' && lacking.size > 0

/**
 * What is asked of the core, and asked once more where it lacked the rest.
 * @template T
 * @param {() => T} ask
 * @param {() => unknown} [again] readies what is asked for the core that is then there
 * @returns {Promise<T>}
 */
export async function complied(ask, again) {
  try {
    return await ask()
  } catch (error) {
    if (!isLack(error)) throw error
    await loadRest()
    await again?.()
    return ask()
  }
}

const complete = lasting(async (attempts) => {
  // What a cache holds may be of another build, or hang for whoever asks it.
  const part = await whole(await fetched(laterWasm(), attempts > 0 ? 'reload' : undefined))
  await join(part)
  rest = part
  return part
})

/** @param {WebAssembly.Exports} exports */
async function begun(exports) {
  // A part names its memory by its build; the whole lends no table, and no part has to fit it.
  if (!exports.table) return
  if (!(CORE in exports)) throw new Error('the core is of another build')
  lacking.add(exports)
  if (rest) await join(rest)
}

/** @param {WebAssembly.Module} part */
async function join(part) {
  for (const exports of lacking) {
    await WebAssembly.instantiate(part, { '': exports })
    lacking.delete(exports)
  }
}
