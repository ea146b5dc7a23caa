// A portal that embeds the form, with the habits that portals have (hosts.md says whose): its own style sheet and
// policies, a page-wide form, wasm that is not served, an interface that is down.

import { once } from 'node:events'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { NOW, ROOT } from './collector.mjs'
import { visit } from './person.mjs'

const TYPES = /** @type {Record<string, string>} */ ({
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
})

export const STRICT =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; object-src 'none'; base-uri 'none'"

export const PLAN = 'dist/plans/tan-phu-thang-thanh-nien-2023.json'

/** The tag as a webmaster writes it. */
export const TAG = `<phieu-report plan="${PLAN}" endpoint="/api" office="Quận Đoàn Tân Phú" data-now="${NOW}"></phieu-report>`

/** A file that is not there, as servers answer. @param {import('playwright').Route} route */
export const missing = (route) =>
  route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>404</h1>' })

/** A file of the build. @param {string} name */
export const built = (name) => readFileSync(join(ROOT, 'www/dist', name))

/**
 * The office's own word about what was sent, as it answers a request.
 * @param {number} status
 * @param {string} code
 * @param {{ detail: string, [member: string]: unknown }} more
 */
export const problem = (status, code, more) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: `urn:phieu:problem:${code}`, title: more.detail, status, code, ...more }),
})

/**
 * @typedef {object} Habits
 * @property {string} body the page's own HTML
 * @property {string} [head]
 * @property {string} [css] the portal's style sheet
 * @property {string} [csp] its content security policy
 * @property {'missing' | 'text'} [wasm] how it fails to serve wasm
 * @property {string} [script] which build of the form it loads
 * @property {boolean} [open] whether it lets pages of other sites read its files
 * @property {Record<string, (request: import('node:http').IncomingMessage) => string | Buffer>} [files] what it serves
 *   in place of what lies there
 * @property {string} [api] where the collector is; none where there is none
 */

/**
 * A portal and a page that has not opened it yet; both end with the test.
 * @param {import('../support/browser.mjs').Story} story
 * @param {Habits} habits
 */
export async function begun({ browser, later }, habits) {
  const portal = await startPortal(habits)
  const scene = await visit(browser, 'about:blank')
  later(async () => {
    await scene.page.context().close()
    await portal.stop()
  })
  return { portal, ...scene }
}

/**
 * @param {Habits} habits
 */
export async function startPortal(habits) {
  const portal = {
    url: '',
    /** Whether it is not there at all. */
    gone: false,
    /** Whether its interface is down. */
    down: false,
    /** Whether its interface accepts and never answers. */
    hangs: false,
    /** How the plan's address fails: it hangs, or answers with a status. */
    plan: /** @type {'hangs' | number | undefined} */ (undefined),
    requests: /** @type {string[]} */ ([]),
    stop: async () => {},
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://portal').pathname
    portal.requests.push(`${request.method} ${path}`)
    if (portal.gone) return request.socket.destroy()
    const instead = habits.files?.[path]
    if (instead) return send(response, 200, TYPES[extname(path) || '.html'], instead(request), habits)
    if (path === '/') return send(response, 200, 'text/html; charset=utf-8', page(habits), habits)
    if (path === '/portal.css') return send(response, 200, TYPES['.css'], habits.css ?? '', habits)
    if (path === `/${PLAN}` && portal.plan === 'hangs') return
    if (path === `/${PLAN}` && portal.plan)
      return send(response, Number(portal.plan), 'text/html', '<p>no</p>', habits)
    if (path.startsWith('/api/') && portal.hangs) return
    if (path.startsWith('/api/'))
      return portal.down ? request.socket.destroy() : forward(habits, request, response)
    if (path.endsWith('.wasm') && habits.wasm === 'missing')
      return send(response, 404, 'text/html', 'not found', habits)
    const file = join(ROOT, 'www', path)
    if (!existsSync(file)) return send(response, 404, 'text/plain', 'not found', habits)
    const type = path.endsWith('.wasm') && habits.wasm === 'text' ? 'text/plain' : TYPES[extname(path)]
    response.writeHead(200, {
      'content-type': type ?? 'application/octet-stream',
      ...(habits.open ? { 'access-control-allow-origin': '*' } : {}),
    })
    createReadStream(file).pipe(response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A test that fails before it stops its portal does not hold up the end of its file.
  server.unref()
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  portal.url = `http://127.0.0.1:${port}/`
  portal.stop = async () => {
    server.closeAllConnections()
    server.close()
  }
  return portal
}

/** @param {Habits} habits */
export function page({
  body,
  head = '',
  css,
  script = '<script type="module" src="/dist/phieu.js"></script>',
}) {
  const sheet = css === undefined ? '' : '<link rel="stylesheet" href="/portal.css">'
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Cổng thông tin</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${sheet}${head}${script}</head>
<body><main><h1>Báo cáo</h1>${body}</main></body></html>`
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string | undefined} type
 * @param {string | Buffer} body
 * @param {Habits} habits
 */
function send(response, status, type, body, { csp }) {
  response.writeHead(status, { 'content-type': type, ...(csp ? { 'content-security-policy': csp } : {}) })
  response.end(body)
}

/**
 * @param {Habits} habits
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function forward({ api }, request, response) {
  try {
    const chunks = []
    // Who closes the page in the midst of a request breaks it off.
    for await (const chunk of request) chunks.push(chunk)
    const answer = await fetch(`${api}${request.url}`, {
      method: request.method,
      headers: {
        'content-type': request.headers['content-type'] ?? '',
        'accept-language': 'vi',
        ...(request.headers.authorization ? { authorization: request.headers.authorization } : {}),
      },
      ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
    })
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
    response.end(Buffer.from(await answer.arrayBuffer()))
  } catch {
    request.socket.destroy()
  }
}
