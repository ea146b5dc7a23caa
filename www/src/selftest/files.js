/**
 * Whether the form's files lie on the server, whole and of one version: each is held against what the build knew of it.
 * @module
 */
import { sha256 } from 'js-sha256'
import { firstWasm } from '../here.js'
import { heeding } from '../store/breach.js'
import { timed } from '../store/endpoint.js'

/** @typedef {keyof typeof import('./vi.js').vi.files} Fault */
/** @typedef {{ name: string, fault: Fault, line: string }} Faulty */

const SCRIPTS = ['later.js', 'phieu.js', 'phieu.classic.js']
const NEEDED = [...SCRIPTS, 'phieu.first.wasm', 'phieu.later.wasm']
const NEEDED_WITHOUT_WASM = [...SCRIPTS, 'phieu.nowasm.js']

/** What the build made, by name: filled in by www/build.mjs */
const BUILT = typeof FILES === 'undefined' ? {} : FILES

/** A file that lies beside this script, and with it all others; a page's own bundler may leave it none. */
const HERE = (() => {
  try {
    return String(firstWasm())
  } catch {
    return ''
  }
})()

/** Whether the files bear the names that the build gave them: a bundler of the page's own gives others. */
export const areNamed = () => HERE.endsWith('/phieu.first.wasm')

/** How many files a page may ask for. */
export const countOfFiles = () => names().length

/** A page loads the form as a module or as a classic script, not as both. */
function names() {
  const isClassic = document.querySelector('script[src*="phieu.classic.js"]') !== null
  return Object.keys(BUILT).filter((name) => name !== (isClassic ? 'phieu.js' : 'phieu.classic.js'))
}

/** @returns {Promise<Faulty[]>} */
export async function faultyFiles() {
  const found = await Promise.all(names().map((name) => faultOf(name)))
  return found.flatMap((faulty) => (faulty ? [faulty] : []))
}

/**
 * What is wrong with the files that every page needs, asked for one after the other: what is fetched to find a cause must
 * not keep from a slow line what the form itself asks for. Where a file is silent, so is the line.
 * @param {{ runsWasm: boolean, isSlow: boolean }} page one on which something came too late asks for no content again
 * @returns {Promise<Faulty[]>}
 */
export async function faultyNeeded({ runsWasm, isSlow }) {
  const needed = runsWasm ? NEEDED : NEEDED_WITHOUT_WASM
  const found = []
  for (const name of names().filter((name) => needed.includes(name))) {
    const faulty = await faultOf(name, !isSlow)
    if (faulty) found.push(faulty)
    if (faulty?.fault === 'down') break
  }
  return found
}

/**
 * @param {string} name
 * @param {boolean} [isOfContent] whether what comes is read, too
 * @returns {Promise<Faulty | undefined>}
 */
async function faultOf(name, isOfContent = true) {
  const { href } = new URL(name, HERE)
  const tell = (/** @type {Fault} */ fault, /** @type {unknown} */ what) => ({
    name,
    fault,
    line: `GET ${href} → ${what}`,
  })
  const { answer, isBlocked } = await heeding(href, () =>
    timed(href, { cache: 'no-store', credentials: 'same-origin' }),
  )
  if (isBlocked) return tell('policy', 'Content-Security-Policy')
  if (!answer) return tell('down', 'no answer')
  const type = answer.headers.get('content-type') ?? ''
  const said = `${answer.status} ${type}`.trim()
  if (answer.status === 404 || answer.status === 410) return tell('absent', said)
  if (answer.status >= 500) return tell('down', said)
  if (!answer.ok) return tell('refused', said)
  if (/html/.test(type)) return tell('page', said)
  if (!isOfContent) {
    await answer.body?.cancel()
    return
  }
  const content = await hashOf(answer).catch(() => undefined)
  if (!content) return tell('down', `${said} …`)
  if (content !== BUILT[name]) return tell('mixed', said)
  const kept = await fetch(href, { cache: 'force-cache' })
    .then((cached) => (cached.ok ? hashOf(cached) : content))
    .catch(() => content)
  return kept === content ? undefined : tell('stale', 'cache')
}

/** @param {Response} answer */
const hashOf = async (answer) => sha256(new Uint8Array(await answer.arrayBuffer())).slice(0, 16)
