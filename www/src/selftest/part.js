/**
 * The self-test, and why a form does not open: loaded only where either is asked for. What is shown is put together
 * without the form's library, which may be what does not run.
 * @module
 */
import { define } from '../define.js'
import { en as obstaclesEn } from '../screens/obstacle/en.js'
import { vi as obstaclesVi } from '../screens/obstacle/vi.js'
import { ofAnswer, ofSilence } from '../store/obstacle.js'
import { languageOf } from '../words.js'
import { addressOf, CHECKS, isTrusting, neededFiles, obstructed } from './checks.js'
import { en } from './en.js'
import { vi } from './vi.js'

/** @typedef {import('./checks.js').Row} Row */
/** @typedef {import('./checks.js').Name} Name */
/** @typedef {import('./checks.js').Form & { lang?: string | null }} Asked */
/** @typedef {{ title?: string, help: string, text: string, notice?: Node }} Cause what to say of a failure: to whoever fills
 *   in the form, in one text, and below it to whoever runs the site */

/** @param {string | null | undefined} lang */
const wordsIn = (lang) => (languageOf(lang) === 'en' ? { ...obstaclesEn, ...en } : { ...obstaclesVi, ...vi })

/** What is said of parts that are not of one build. */
const OLDER = /LinkError|another build/

/** What is said of what came too late. */
const LATE = /timeout/

/** In which order the checks that can explain a failure are asked. @type {Name[]} */
const OF_PLAN = ['plan', 'files', 'policy']
/** @type {Name[]} */
const OF_CORE = ['files', 'policy', 'plan']

/**
 * Why the form does not open or does not go on.
 * @param {any} failure
 * @param {Asked} form
 * @returns {Promise<Cause>}
 */
export async function causeOf(failure, form) {
  const words = wordsIn(form.lang)
  const { code, trouble, message, errors = [] } = failure ?? {}
  if (code === 'panic') return worded(words.crashedHelp, words.crashed)
  if (code === 'denied') return worded(words.planDeniedHelp, words.planDenied)
  if (code === 'endpoint') return ofRows(await rowsOf(trouble, words), words)
  if (code === 'plan') {
    const line = `${form.plan}: ${errors[0]?.message ?? message}`
    return ofRows([{ state: 'wrong', said: words.planUnread, mend: words.planUnreadMend, line }], words)
  }
  if (form.plan && !addressOf(form.plan)) return ofRows(await CHECKS.plan(form, words), words)
  if (failure?.name !== 'PhieuError') {
    if (isTrusting()) return worded(words.cannotRun)
    return ofRows(await CHECKS.policy(form, words), words)
  }
  for (const name of trouble ? OF_PLAN : OF_CORE) {
    const isOfFiles = name === 'files'
    const rows = isOfFiles ? await neededFiles(words, LATE.test(message)) : await CHECKS[name](form, words)
    if (rows.some(({ state }) => state === 'wrong')) return ofRows(rows, words)
  }
  // All is as it should be by now: the line has come back, or this page is older than what lies there.
  return worded(OLDER.test(message) ? words.failedHelp.reload : words.failedHelp.again)
}

/**
 * Of a request that brought nothing, what no waiting mends.
 * @param {import('../store/endpoint.js').Trouble | undefined} trouble
 * @param {ReturnType<typeof wordsIn>} words
 */
async function rowsOf(trouble, words) {
  const { url = '', response } = trouble ?? {}
  const found = response ? ofAnswer(response, url) : url ? (await ofSilence(url)).obstacle : undefined
  return found ? [obstructed(found, words)] : []
}

/**
 * @param {Row[]} rows
 * @param {ReturnType<typeof wordsIn>} words
 * @returns {Cause}
 */
function ofRows(rows, words) {
  const faults = rows.filter(({ state }) => state === 'wrong')
  const areMended = (/** @type {(string | undefined)[]} */ mends) =>
    faults.every(({ mend }) => mends.includes(mend))
  const help = areMended([words.downMend, words.fileMends.down])
    ? words.failedHelp.line
    : areMended([words.fileMends.stale])
      ? words.failedHelp.reload
      : words.failedHelp.site
  const text = [help, ...faults.map(({ said }) => said)].join(' ')
  const rest = faults.map((row) => shown(row, words))
  return { help, text, ...(rest.length > 0 ? { notice: made('div', 'notice warn', rest) } : {}) }
}

/** @param {string} help @param {string} [title] @returns {Cause} */
const worded = (help, title) => ({ help, text: help, ...(title ? { title } : {}) })

/** Where it is said already: what cannot be shown fails each time that it is tried. @type {WeakSet<ParentNode>} */
const bared = new WeakSet()

/**
 * Says in a place that is empty, once, what its library could not.
 * @param {ParentNode} place
 * @param {unknown} failure
 * @param {Asked} form
 */
export async function bare(place, failure, form) {
  if (bared.has(place)) return
  bared.add(place)
  const { help, notice } = await causeOf(failure, form)
  place.append(made('p', 'notice warn', help), ...(notice ? [notice] : []))
}

/**
 * A row for whoever runs the site.
 * @param {Row} row
 * @param {ReturnType<typeof wordsIn>} words
 */
function shown({ said, mend, line }, words) {
  const hint = made('p', 'hint', [
    ...(line ? [made('code', '', line), document.createElement('br')] : []),
    ...(mend ? [`${words.mend} ${mend}`] : []),
  ])
  return made('div', 'cause', [made('p', '', said), ...(line || mend ? [hint] : [])])
}

/**
 * @param {string} tag
 * @param {string} className
 * @param {string | (Node | string)[]} content
 */
function made(tag, className, content) {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.append(...(typeof content === 'string' ? [content] : content))
  return element
}

/** Importing this where there is no page throws nothing. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {})

/** `<phieu-check>`: the list of all checks; of the form that stands in the page, where its own tag names none. */
export class PhieuCheck extends Base {
  connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    this.run(root)
  }

  /** @returns {Asked} */
  get form() {
    const form = document.querySelector('phieu-report, [data-phieu-report]')
    const own = (/** @type {string} */ name) =>
      this.getAttribute(name) ?? form?.getAttribute(name) ?? form?.getAttribute(`data-${name}`) ?? null
    return { plan: own('plan'), endpoint: own('endpoint'), lang: own('lang') }
  }

  /** @param {ShadowRoot} root */
  async run(root) {
    const { form } = this
    const words = wordsIn(form.lang)
    while (root.lastChild) root.lastChild.remove()
    const list = made('ul', '', [])
    const again = made('button', '', words.again)
    again.setAttribute('type', 'button')
    again.addEventListener('click', () => this.run(root))
    const section = made('section', '', [
      made('h2', '', words.check),
      made('p', 'hint', words.checkHelp),
      list,
      again,
    ])
    section.lang = languageOf(form.lang)
    section.setAttribute('aria-busy', 'true')
    style(section)
    root.append(section)
    await Promise.all(
      /** @type {[Name, typeof CHECKS[Name]][]} */ (Object.entries(CHECKS)).map(async ([name, check]) => {
        const item = made('li', '', [made('strong', '', words.names[name]), made('p', '', words.checking)])
        item.setAttribute('data-check', name)
        list.append(item)
        const rows = await check(form, words).catch((error) => [
          { state: /** @type {const} */ ('wrong'), said: String(error?.message ?? error) },
        ])
        item.lastChild?.remove()
        const states = rows.map(({ state }) => state)
        const state = states.includes('wrong') ? 'wrong' : states.includes('note') ? 'note' : 'right'
        item.setAttribute('data-state', state)
        item.append(' ', made('span', 'state', words.states[state]), ...rows.map((row) => shown(row, words)))
      }),
    )
    section.removeAttribute('aria-busy')
  }
}

/** A look that no policy forbids: set by script, element by element. @param {HTMLElement} section */
function style({ style: look }) {
  Object.assign(look, {
    display: 'block',
    margin: '16px 0',
    padding: '16px',
    border: '2px solid #1d4ed8',
    borderRadius: '8px',
    background: '#fff',
    color: '#111',
    font: '16px/1.5 system-ui, sans-serif',
    overflowWrap: 'anywhere',
  })
}

/** Shows the list before the first form of the page. */
export function begin() {
  if (document.querySelector('phieu-check')) return
  const form = document.querySelector('phieu-report, [data-phieu-report]')
  const check = document.createElement('phieu-check')
  if (form) form.before(check)
  else document.body.prepend(check)
}

if (globalThis.customElements) define('phieu-check', PhieuCheck)
