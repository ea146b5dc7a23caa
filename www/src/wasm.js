/**
 * The compiled wasm, however the portal serves it: streamed, under a wrong type, or not as a file at all; and what stands
 * in for it where none runs.
 * @module
 */
import { noWasmScript, wasmScript } from './here.js'
import { whole } from './joined.js'

/** The least module that there is: a mark and a version. */
const NOTHING = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)

/** Whether WebAssembly runs here: lockdown modes have none, and a page's policy may refuse to compile it. */
export function runs() {
  try {
    return Boolean(new WebAssembly.Module(NOTHING))
  } catch {
    return false
  }
}

/** Whatever a cache may hold is asked for under another address. @param {RequestCache} [cache] */
const again = (cache) => (cache ? 1 : undefined)

/** @template {{ build: string }} Script @param {Script} script which a cache may hold from another build */
function ofThisBuild(script) {
  if (script.build !== CORE) throw new Error('the core is of another build')
  return script
}

/**
 * What makes instances of the core.
 * @param {(cache?: RequestCache) => Promise<WebAssembly.Module>} module asked for only where it can run
 * @param {RequestCache} [cache]
 * @returns {Promise<(imports: WebAssembly.Imports) => Promise<{ exports: WebAssembly.Exports }>>}
 */
export async function engine(module, cache) {
  if (!runs()) return ofThisBuild(await noWasmScript(again(cache))).instantiate
  const compiled = await whole(await module(cache))
  return (imports) => WebAssembly.instantiate(compiled, imports)
}

/**
 * @param {() => import('./here.js').Address} address which a page may not know
 * @param {RequestCache} [cache]
 * @returns {Promise<WebAssembly.Module>}
 */
export async function served(address, cache) {
  try {
    return await fetched(address(), cache)
  } catch {
    // Old servers answer 404 for a type they do not know; any server serves a script.
    const { base64 } = ofThisBuild(await wasmScript(again(cache)))
    return WebAssembly.compile(Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)))
  }
}

/**
 * @param {import('./here.js').Address} address
 * @param {RequestCache} [cache]
 */
export async function fetched(address, cache) {
  const response = await fetch(address, /** @type {RequestInit} */ ({ cache }))
  if (!response.ok) throw new Error(`${response.status} ${address}`)
  const type = response.headers.get('content-type') ?? ''
  if (type.startsWith('application/wasm')) return WebAssembly.compileStreaming(response)
  return WebAssembly.compile(await response.arrayBuffer())
}
