// A static server as a careful host sets one up: every file compressed beforehand (brotli), with its type.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { extname } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const TYPES = /** @type {Record<string, string>} */ ({
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
})

/**
 * Serves files from memory.
 * @param {Record<string, string | Uint8Array>} files by their paths, which begin with `/`
 * @returns {Promise<{ url: string, bytes(path: string): number, stop(): void }>} `url` ends without `/`;
 *   `bytes` says what a file weighs on the wire
 */
export async function serve(files) {
  const compressed = new Map(Object.entries(files).map(([path, content]) => [path, compress(content)]))
  const server = createServer(({ url }, response) => {
    const path = new URL(url ?? '', 'http://bench').pathname
    const body = compressed.get(path)
    if (!body) return response.writeHead(404).end()
    const type = TYPES[extname(path)] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'br', 'content-length': body.length })
    response.end(body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    url: `http://127.0.0.1:${port}`,
    bytes: (path) => compressed.get(path)?.length ?? 0,
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** @param {string | Uint8Array} content */
function compress(content) {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
}
