/**
 * The larger wasm, with all checks, where its file is not to be had: a bundler may have left it behind.
 * @module
 */
import { bulkScript } from './here.js'

export async function bulkInScript() {
  const { gzip } = await bulkScript()
  const bytes = Uint8Array.from(atob(gzip), (byte) => byte.charCodeAt(0))
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Response(plain).arrayBuffer()
}
