/**
 * The compiled wasm, however the portal serves it: streamed, under a wrong type, or not as a file at all.
 * @module
 */
import { wasmScript } from './here.js'

/**
 * @param {() => import('./here.js').Address} address which a page may not know
 * @returns {Promise<WebAssembly.Module>}
 */
export async function served(address) {
  try {
    return await fetched(address())
  } catch {
    // Old servers answer 404 for a type they do not know; any server serves a script.
    const { base64 } = await wasmScript()
    return WebAssembly.compile(Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)))
  }
}

/** @param {import('./here.js').Address} address */
export async function fetched(address) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status} ${address}`)
  const type = response.headers.get('content-type') ?? ''
  if (type.startsWith('application/wasm')) return WebAssembly.compileStreaming(response)
  return WebAssembly.compile(await response.arrayBuffer())
}
