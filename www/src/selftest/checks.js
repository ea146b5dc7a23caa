/**
 * What a webmaster can have done wrong, each with the mend.
 * @module
 */
import { address, timed } from '../store/endpoint.js'
import { ofAnswer, ofSilence } from '../store/obstacle.js'
import { areNamed, countOfFiles, faultyFiles, faultyNeeded } from './files.js'

/** @typedef {typeof import('./vi.js').vi & { obstacles: Record<string, string>,
 *   obstacleMends: Record<string, (url: string) => string> }} CheckWords */
/** @typedef {{ plan?: string | null, endpoint?: string | null, token?: string | null }} Form what is written in the tag */
/** @typedef {'right' | 'note' | 'wrong'} State */
/** @typedef {{ state: State, said: string, mend?: string, line?: string }} Row */
/** @typedef {keyof typeof import('./vi.js').vi.names} Name */

// Less than this is no matter for a deadline.
const CLOCK_LIMIT = 2 * 60_000

/** Every check, by its name. @type {Record<Name, (form: Form, words: CheckWords) => Promise<Row[]>>} */
export const CHECKS = { files, policy, plan, endpoint, clock, storage }

/** @param {Form} _form @param {CheckWords} words */
export async function files(_form, words) {
  if (!areNamed()) return [note(words.filesNamed)]
  const faulty = await faultyFiles()
  if (faulty.length === 0) return [right(words.filesRight(countOfFiles()))]
  return faulty.map((each) => ofFile(each, words))
}

/**
 * The files again, as far as they can be what keeps a form from going on.
 * @param {CheckWords} words
 * @param {boolean} isSlow whether something came too late
 */
export async function neededFiles(words, isSlow) {
  if (!areNamed()) return []
  const faulty = await faultyNeeded({ runsWasm: runsWasm(), isSlow })
  return faulty.map((each) => ofFile(each, words))
}

/** @param {import('./files.js').Faulty} faulty @param {CheckWords} words */
const ofFile = ({ name, fault, line }, words) => wrong(words.files[fault](name), words.fileMends[fault], line)

/** @param {Form} _form @param {CheckWords} words */
export async function policy(_form, words) {
  return [
    runsWasm() ? right(words.wasmRuns) : note(words.wasmRefused, words.wasmMend),
    ...(isTrusting() ? [] : [wrong(words.trusted, words.trustedMend)]),
    ...(isSandboxed() ? [wrong(words.sandbox, words.sandboxMend)] : []),
  ]
}

/** @param {Form} form @param {CheckWords} words */
export async function plan({ plan: given }, words) {
  if (!given) return [wrong(words.planMissing, words.planMissingMend)]
  const href = addressOf(given)
  if (!href) return [wrong(words.planAddress, words.planMissingMend, given)]
  const asking = timed(href, { cache: 'no-store', credentials: 'same-origin' })
  const answer = await asking.catch(() => undefined)
  if (!answer) return [await silent(href, words)]
  const line = `GET ${href} → ${`${answer.status} ${answer.headers.get('content-type') ?? ''}`.trim()}`
  if (answer.status === 401 || answer.status === 403)
    return [wrong(words.planDeniedCheck, words.planDeniedMend, line)]
  const read = answer.ok ? await answer.json().catch(() => null) : null
  if (read?.format && read.title) return [right(words.planRight(read.title), href)]
  const obstacle = ofAnswer(answer, href)
  if (obstacle?.kind === 'page') return [wrong(words.planPage, words.obstacleMends.page?.(href), line)]
  if (obstacle?.kind === 'unlike' || answer.ok) return [wrong(words.planUnread, words.planUnreadMend, line)]
  return [obstacle ? obstructed(obstacle, words) : wrong(words.down, words.downMend, line)]
}

/** @param {Form} form @param {CheckWords} words */
export async function endpoint({ endpoint: given, plan: about }, words) {
  if (!given) return [note(words.endpointNone)]
  if (!addressOf(given)) return [wrong(words.endpointAddress, words.endpointAddressMend, given)]
  const href = address(given, 'health')
  const { answer, body: health } = await asked(href)
  if (!answer) return [await silent(href, words)]
  if (health?.status === 'ok' && health.version) {
    const told = right(words.endpointRight(health.version), href)
    const planned = about && addressOf(about)
    const id = planned ? (await asked(planned)).body?.id : undefined
    const there = id ? address(given, `plans/${encodeURIComponent(id)}`) : ''
    const isUnknown = id && (await asked(there)).answer?.status === 404
    return isUnknown ? [wrong(words.planUnknown(id), words.planUnknownMend, `GET ${there} → 404`)] : [told]
  }
  const line = `GET ${href} → ${`${answer.status} ${answer.headers.get('content-type') ?? ''}`.trim()}`
  if (answer.status >= 500) return [wrong(words.down, words.downMend, line)]
  return [wrong(words.endpointOther, words.endpointOtherMend, line)]
}

/** By the office's clock, else by that of the server that gives the page. @param {Form} form @param {CheckWords} words */
export async function clock({ endpoint: given }, words) {
  const began = Date.now()
  const { answer, body: health } = await asked(
    given && addressOf(given) ? address(given, 'health') : location.href,
  )
  const told = Date.parse(health?.now ?? answer?.headers.get('date') ?? '')
  if (!told) return [note(words.clockUnknown)]
  const off = Math.abs((began + Date.now()) / 2 - told)
  const minutes = Math.round(off / 60_000)
  return [off < CLOCK_LIMIT ? right(words.clockRight) : wrong(words.clockWrong(minutes), words.clockMend)]
}

/** @param {Form} _form @param {CheckWords} words */
export async function storage(_form, words) {
  return [(await keeps()) ? right(words.storageRight) : wrong(words.storageWrong, words.storageMend)]
}

/** An address as a tag gives it, whole; none where it is none. @param {string} given */
export function addressOf(given) {
  try {
    return new URL(given, document.baseURI).href
  } catch {
    return undefined
  }
}

/** @param {string} href */
async function asked(href) {
  const answer = await timed(href, { cache: 'no-store' }).catch(() => undefined)
  return { answer, body: await answer?.json().catch(() => null) }
}

/**
 * What stands behind a request that brought no answer.
 * @param {string} href
 * @param {CheckWords} words
 */
async function silent(href, words) {
  const { obstacle } = await ofSilence(href)
  return obstacle ? obstructed(obstacle, words) : wrong(words.down, words.downMend, `GET ${href}`)
}

/** @param {import('../store/obstacle.js').Obstacle} obstacle @param {CheckWords} words */
export const obstructed = ({ kind, url, line }, words) =>
  wrong(words.obstacles[kind] ?? '', words.obstacleMends[kind]?.(url), line)

export function runsWasm() {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)))
  } catch {
    return false
  }
}

/** Whether the form may build its content: where a page wants trusted types, its library's own must be let in. */
export function isTrusting() {
  try {
    document.createElement('template').innerHTML = ''
    return true
  } catch {
    return Boolean(document.querySelector('phieu-report')?.shadowRoot?.querySelector('.phieu'))
  }
}

/** Whether the page stands in a frame that makes a stranger of it. */
export const isSandboxed = () => self.origin === 'null' && location.protocol !== 'file:'

/** @returns {Promise<boolean>} */
function keeps() {
  return new Promise((done) => {
    try {
      const opening = indexedDB.open('phieu-check')
      opening.onerror = () => done(false)
      opening.onsuccess = () => {
        opening.result.close()
        indexedDB.deleteDatabase('phieu-check')
        done(true)
      }
    } catch {
      done(false)
    }
  })
}

/** @param {string} said @param {string} [line] @returns {Row} */
function right(said, line) {
  return { state: 'right', said, ...(line ? { line } : {}) }
}

/** @param {string} said @param {string} [mend] @returns {Row} */
function note(said, mend) {
  return { state: 'note', said, ...(mend ? { mend } : {}) }
}

/** @param {string} said @param {string} [mend] @param {string} [line] @returns {Row} */
function wrong(said, mend, line) {
  return { state: 'wrong', said, ...(mend ? { mend } : {}), ...(line ? { line } : {}) }
}
