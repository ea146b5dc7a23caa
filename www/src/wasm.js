/**
 * The compiled wasm, however the portal serves it: streamed, under a wrong type, or not as a file at all.
 * @module
 */
import { beside } from './here.js'

/**
 * @param {string | URL | BufferSource | WebAssembly.Module} [given] an address, the bytes or the module itself
 * @returns {Promise<WebAssembly.Module>}
 */
export async function wasmModule(given) {
  if (given instanceof WebAssembly.Module) return given
  if (given && typeof given !== 'string' && !(given instanceof URL)) return WebAssembly.compile(given)
  try {
    return await fetched(given ?? beside('phieu_bg.wasm'))
  } catch {
    // Old servers answer 404 for a type they do not know; any server serves a script.
    await import(beside('phieu.wasm.js'))
    const { phieuWasm } = /** @type {any} */ (globalThis)
    return WebAssembly.compile(Uint8Array.from(atob(phieuWasm), (byte) => byte.charCodeAt(0)))
  }
}

/** @param {string | URL} address */
export async function fetched(address) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status} ${address}`)
  const type = response.headers.get('content-type') ?? ''
  if (type.startsWith('application/wasm')) return WebAssembly.compileStreaming(response)
  return WebAssembly.compile(await response.arrayBuffer())
}
