/**
 * The wasm as a page loads it: first what the first fields need, then the rest, which joins the same instance. Where a first screen
 * comes ahead of the core, the first is parted once more. What needs the rest and comes before it traps, as a panic does; it is done
 * again once the rest is there.
 * @module
 */
import { AHEAD, takeOver } from './begun.js'
import { begunAnew, load, start } from './core.js'
import { firstWasm, formWasm, inputsWasm, laterWasm } from './here.js'
import { LONGEST, lasting } from './idle.js'
import { whole } from './joined.js'
import { fetched, runs, served } from './wasm.js'

/** @typedef {{ come: () => Promise<WebAssembly.Module>, module?: WebAssembly.Module }} Part what joins an instance */

/** What of the first part comes behind what a first screen needs. */
const form = partAt(formWasm)
const rest = partAt(laterWasm)

/** The form on its way, and when it was asked for. @type {{ coming: Promise<unknown>, at: number } | undefined} */
let forming

/** What instances lack, in the order in which it joins them: another form may still use one that broke. @type {Map<WebAssembly.Exports, Part[]>} */
const lacking = new Map()

/** Whether what a first screen needs of the core is a part by itself (ahead.js). */
let isAhead = takeOver(AHEAD) !== undefined

/** @type {Promise<WebAssembly.Module> | undefined} */
let ahead

/** @param {RequestCache} [cache] */
function moduleAhead(cache) {
  if (cache) ahead = undefined
  ahead ??= fetched(inputsWasm(), cache)
  return ahead
}

const core = () =>
  load({
    module: (cache) => (isAhead ? moduleAhead(cache) : served(firstWasm, cache)),
    begun: (exports) => begun(exports, isAhead ? [form, rest] : [rest]),
  })

/**
 * What says what is wrong with a text on a first screen, where it travels ahead of the core; in an instance of its own, which may lack
 * something and break.
 * @param {string[]} asked what the screen's file says is asked
 */
export async function inputsAhead(asked) {
  if (!isAhead || !runs()) return undefined
  const { glue } = await start({ module: moduleAhead, begun: ofThisBuild })
  return new glue.FirstInputs(asked.join('\n'), 'vi')
}

/**
 * The core, ready for what is mostly asked of it before `loadRest` has ended; after a panic, ready for everything again.
 * What it says in English comes with the rest.
 * @param {import('./types.js').Lang} [lang]
 */
export async function loadFirst(lang) {
  if (lang === 'en') await loadRest()
  if (!isAhead || !runs()) return core()
  // Both travel at once.
  const now = performance.now()
  // What has not come by then may hang, and is asked for once more beside.
  if (!forming || now - forming.at > LONGEST) forming = { coming: form.come(), at: now }
  const { coming } = forming
  coming.catch(() => {})
  try {
    await core()
    await coming
    await joined(form)
  } catch {
    // What does not come in two may come in one; who hears of it second finds that begun.
    if (isAhead) begunAnew()
    isAhead = false
    for (const [exports, parts] of lacking) if (parts.includes(form)) lacking.delete(exports)
  }
  return core()
}

/** Completes the core. What failed may be tried again. */
export async function loadRest() {
  if (isAhead) await loadFirst()
  await core()
  await joined(rest)
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

/**
 * A part, asked for until it has come and fits.
 * @param {() => import('./here.js').Address} address
 * @returns {Part}
 */
function partAt(address) {
  /** @type {Part} */
  const part = {
    come: lasting(async (attempts) => {
      // What a cache holds may be of another build, or hang for whoever asks it.
      const module = await whole(await fetched(address(), attempts > 0 ? 'reload' : undefined))
      if (!WebAssembly.Module.imports(module).some(({ name }) => name === CORE))
        throw new Error('the core is of another build')
      await join(part, module)
      part.module = module
      return module
    }),
  }
  return part
}

/** A part is with every instance that lacked it. @param {Part} part */
async function joined(part) {
  if (lacks(part)) await join(part, part.module ?? (await part.come()))
}

/** Whether an instance lacks a part: the whole, which stands in where a portal serves no wasm, lends nothing and lacks nothing. @param {Part} part */
const lacks = (part) => [...lacking.values()].some((parts) => parts.includes(part))

/** @param {WebAssembly.Exports} exports */
async function ofThisBuild(exports) {
  // A part names its memory by its build; the whole lends no table, and no part has to fit it.
  if (exports.table && !(CORE in exports)) throw new Error('the core is of another build')
}

/** @param {WebAssembly.Exports} exports @param {Part[]} parts that it lacks */
async function begun(exports, parts) {
  await ofThisBuild(exports)
  if (!exports.table) return
  lacking.set(exports, parts)
  for (const part of parts) if (part.module) await join(part, part.module)
}

/** @param {Part} part @param {WebAssembly.Module} module */
async function join(part, module) {
  for (const [exports, [next, ...others]] of lacking) {
    if (next !== part) continue
    const instance = await WebAssembly.instantiate(module, { '': exports })
    // Who waited for it too may have come first.
    if (lacking.get(exports)?.[0] !== part) continue
    Object.assign(exports, instance.exports)
    if (others.length > 0) lacking.set(exports, others)
    else lacking.delete(exports)
  }
}
