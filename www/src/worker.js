/**
 * The service worker of a page with a form, where its tag asks for one: without a line, a reload opens the form.
 *
 * It holds the files of one build, its own, each known by its hash, and the page as it is shown to whoever is not logged in.
 * It answers for these and for nothing else: what the office says, and what is sent, never comes near it. The files of
 * another build come with another worker, which takes over once no page of the old one is left, or as the only one is
 * loaded again: so no page gets parts of two builds.
 * @module
 */

/** @typedef {{ style?: string[], files?: string[], take?: boolean }} Told what a page tells: how it looks, and which of the files it has used */

const worker = /** @type {any} */ (globalThis)
const { location, registration, caches } = worker

/** Where the files lie: the page knows, whose script asked for them. What is no worker has none. */
const FOLDER =
  registration && new URL(new URLSearchParams(location.search).get('phieu') || '.', location.href).href
/** What belongs to the pages of one folder. */
const MINE = `phieu|${registration?.scope}|`
const FILES_OF_BUILD = `${MINE}${BUILD}`
const PAGE = `${MINE}page`

/** What weighs much and stands in for something else: kept where a page has used it. */
const INSTEAD = [
  'phieu.classic.js',
  'phieu.wasm.js',
  'phieu.nowasm.js',
  'phieu.inputs.wasm',
  'phieu.form.wasm',
]
// A line that hangs is a line that is down, for whoever has the page here.
const PATIENCE = 8000
// A worker that does not take over is not waited for.
const MOST_TRIES = 3
// So many sheets and scripts has a page.
const MOST = 40

if (registration) {
  worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(install()))
  worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(activate()))
  worker.addEventListener('message', (/** @type {any} */ event) => event.waitUntil(hear(event)))
  worker.addEventListener('fetch', answer)
}

/** Takes the files of its build, or is not installed: what lies on the server may be of two builds just now. */
async function install() {
  const names = Object.keys(FILES).filter((name) => !INSTEAD.includes(name))
  await Promise.all(names.map(take))
}

/** Nobody shows anything of another build any more. */
async function activate() {
  const names = await caches.keys()
  const others = names.filter((/** @type {string} */ name) => name.startsWith(MINE))
  const gone = others.filter((/** @type {string} */ name) => ![FILES_OF_BUILD, PAGE].includes(name))
  await Promise.all(gone.map((/** @type {string} */ name) => caches.delete(name)))
  // The page travels while this one awakes.
  await registration.navigationPreload?.enable()
}

/** @param {string} name */
async function take(name) {
  if (await keptFile(name)) return
  const isNew = async (/** @type {RequestCache} */ mode) =>
    keep(await fetch(FOLDER + name, { cache: mode }), name)
  if (!(await isNew('default')) && !(await isNew('reload'))) throw new Error(`${name} is of another build`)
}

/**
 * Keeps a file of this build.
 * @param {Response} response
 * @param {string} name
 * @returns {Promise<boolean>} whether it is one, or none at all: a portal need not have them all
 */
async function keep(response, name) {
  if (!response.ok) return response.status === 404 || response.status === 410
  const bytes = await response.clone().arrayBuffer()
  const hash = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
  const text = hash.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  if (!text.startsWith(FILES[name] ?? '-')) return false
  const cache = await caches.open(FILES_OF_BUILD)
  await cache.put(FOLDER + name, response)
  return true
}

/**
 * A page that stands tells what it has used; the worker before this one tells it to take over.
 * @param {{ data: Told, source: { url: string } | null }} event
 */
async function hear({ data, source }) {
  if (data.take) return worker.skipWaiting()
  const used = (data.files ?? []).map(nameOf).filter((name) => name !== undefined)
  // A page that was left while it took this worker back may have taken what it keeps.
  if (!(await caches.has(FILES_OF_BUILD))) await install().catch(() => {})
  await Promise.all(used.map((name) => take(name).catch(() => {})))
  if (source) await keepPage(source.url.replace(/#.*/, ''), data.style ?? [])
}

/**
 * The page with its looks, as everyone may see them, in the place of the last one.
 * @param {string} url
 * @param {string[]} style
 */
async function keepPage(url, style) {
  try {
    const page = await openly(url)
    const isOthers = /no-store/.test(page.headers.get('cache-control') ?? '')
    const looks = await Promise.allSettled(style.slice(0, MOST).map(openly))
    const cache = await caches.open(PAGE)
    for (const old of await cache.keys()) await cache.delete(old)
    if (isOthers) return
    await cache.put(url, page)
    for (const look of looks) if (look.status === 'fulfilled') await cache.put(look.value.url, look.value)
  } catch {
    // The line is down, or the page is shown to nobody: what was kept stays.
  }
}

/** What anyone gets: without the cookies of whoever is logged in. @param {string} url */
async function openly(url) {
  const isHere = new URL(url).origin === location.origin
  const response = await fetch(url, { credentials: 'omit', redirect: 'error' })
  if (!isHere || !response.ok) throw new Error(`${response.status} ${url}`)
  return response
}

/** @param {string} url @returns {string | undefined} the name of a file of ours, under whatever version a portal has put behind it */
function nameOf(url) {
  const [path = ''] = url.split(/[?#]/)
  const name = path.startsWith(FOLDER) ? path.slice(FOLDER.length) : ''
  return name in FILES ? name : undefined
}

/** @param {any} event */
function answer(event) {
  const { request } = event
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') return event.respondWith(pageOf(event))
  const name = nameOf(request.url)
  if (name) return event.respondWith(fileOf(name, event))
  // How the page looks is the portal's.
  const isLook = ['style', 'script'].includes(request.destination)
  if (isLook && request.url.startsWith(location.origin)) event.respondWith(lookOf(request))
}

/** @param {string} name @param {any} event */
async function fileOf(name, { request }) {
  // What did not fit is asked of the server itself.
  const isAgain = request.cache === 'reload' || /\?\d+$/.test(request.url)
  if (isAgain) return fetch(request).catch(async (error) => (await keptFile(name)) ?? Promise.reject(error))
  return (await keptFile(name)) ?? fetch(request)
}

// To ask makes no cache: a worker that its pages have left answers the last of them still, and leaves nothing behind.

/** @param {string} name */
const keptFile = (name) => caches.match(FOLDER + name, { cacheName: FILES_OF_BUILD })

/** @param {string} url of the page, or of its looks */
const keptPage = (url) => caches.match(url, { cacheName: PAGE })

/** @param {Request} request */
async function lookOf(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const known = await keptPage(request.url)
    if (known) return known
    throw error
  }
}

/** The page from the portal; as it was kept, where the portal does not answer. @param {any} event */
async function pageOf({ request, preloadResponse }) {
  if (await makesWay()) {
    const again = '<!doctype html><meta http-equiv="refresh" content="1">'
    return new Response(again, { headers: { 'content-type': 'text/html' } })
  }
  const kept = await keptPage(request.url.replace(/#.*/, ''))
  const asked = Promise.resolve(preloadResponse).then((response) => response ?? fetch(request))
  if (!kept) return asked
  const late = new Promise((done) => setTimeout(done, PATIENCE))
  const response = await Promise.race([asked, late]).catch(() => undefined)
  return response && response.status < 500 ? response : kept
}

let tries = 0

/**
 * Whether a newer worker stands ready, and the only page that this one has makes way for the same once more. A browser lets the
 * newer one take over when this one has nothing left to do, and may lose what is asked of this one in that moment: so the page is
 * answered at once, and asks again when the two have changed places.
 */
async function makesWay() {
  const { waiting } = registration
  if (!waiting || tries >= MOST_TRIES || (await worker.clients.matchAll()).length > 1) return false
  tries += 1
  waiting.postMessage({ take: true })
  return true
}

export {}
