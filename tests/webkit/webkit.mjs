// WebKit, the engine of Safari and of every browser on an iPhone, as Debian packages it, driven by W3C WebDriver.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { freePort } from '../browser/collector.mjs'

/** An element, as WebDriver names it. @typedef {Record<string, string>} Element */

const PATIENCE = 20_000
const BACKSPACE = '\uE003'
/** More than any way through a form takes. */
const MOST_TABS = 400

/** Keys as WebDriver names them. */
const KEYS = {
  ArrowDown: '\uE015',
  ArrowUp: '\uE013',
  Control: '\uE009',
  Enter: '\uE007',
  Shift: '\uE008',
  Tab: '\uE004',
  c: 'c',
  v: 'v',
}

/** @typedef {keyof typeof KEYS} Key */

/** A window with one form in it, and a person in front of it. */
export class Window {
  /** @type {import('node:child_process').ChildProcess[]} */
  _children = []
  _address = ''
  _session = ''
  _version = ''

  /** @param {string} [tag] of the form */
  constructor(tag = 'phieu-report') {
    this.tag = tag
  }

  /** @param {number} width @param {number} height */
  static async open(width, height) {
    const window = new Window()
    // A screen that is not there: the first number that no other has taken is told on the third pipe.
    const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    window._children.push(screen)
    const pipe = /** @type {import('node:stream').Readable} */ (screen.stdio[3])
    const [display] = await once(pipe, 'data')
    const port = await freePort()
    window._children.push(
      spawn('WebKitWebDriver', [`--port=${port}`], {
        stdio: 'ignore',
        env: {
          ...process.env,
          DISPLAY: `:${String(display).trim()}`,
          LIBGL_ALWAYS_SOFTWARE: '1',
          // Containers allow no second sandbox; the pages are this repository's own.
          WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
        },
      }),
    )
    window._address = `http://127.0.0.1:${port}`
    await until(() => window._call('GET', '/status'), 'WebKitWebDriver does not answer')
    const { sessionId, capabilities: made } = await window._call('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
        },
      },
    })
    window._session = `/session/${sessionId}`
    window._version = `${made.browserName} ${made.browserVersion}`
    await window._ask('POST', '/window/rect', { width, height })
    return window
  }

  /** Which engine it is. */
  async version() {
    return this._version
  }

  async close() {
    if (this._session) await this._ask('DELETE', '').catch(() => undefined)
    for (const child of this._children.reverse()) child.kill()
  }

  /** @param {string} url */
  async goes(url) {
    await this._ask('POST', '/url', { url })
  }

  async reloads() {
    await this._ask('POST', '/refresh', {})
  }

  /**
   * What a script says; `root` in it is the form's shadow tree, or nothing where there is none yet.
   * @param {string} script
   * @param {...unknown} args
   */
  says(script, ...args) {
    const root = `const root = document.querySelector(${JSON.stringify(this.tag)})?.shadowRoot;`
    return this._ask('POST', '/execute/sync', { script: `${root} ${script}`, args })
  }

  /**
   * The first element of the form that a selector finds, once it is there.
   * @param {string} selector
   * @returns {Promise<Element>}
   */
  finds(selector) {
    return until(() => this.says('return root?.querySelector(arguments[0])', selector), `no ${selector}`)
  }

  /** @param {string} text what comes to stand in the form */
  async sees(text) {
    const script = 'return root?.textContent.includes(arguments[0])'
    await until(() => this.says(script, text), `“${text}” is not seen`)
  }

  /** @param {string} selector */
  async clicks(selector) {
    await this._ask('POST', `/element/${id(await this.finds(selector))}/click`, {})
  }

  /** @param {string} selector @param {string} text */
  async types(selector, text) {
    const element = await this.finds(selector)
    // What stands in the field is selected, so that the keys replace it, as a person would.
    await this.says('arguments[0].focus(); arguments[0].select()', element)
    await this._ask('POST', `/element/${id(element)}/value`, { text: text || BACKSPACE })
  }

  /**
   * Presses keys together, by their names: what holds others down comes first.
   * @param {...Key} keys
   */
  async presses(...keys) {
    const codes = keys.map((key) => KEYS[key])
    const down = codes.map((value) => ({ type: 'keyDown', value }))
    const up = codes.reverse().map((value) => ({ type: 'keyUp', value }))
    await this._moves([...down, ...up])
  }

  /** @param {string} text what is typed where the focus is */
  async writes(text) {
    const moves = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ])
    await this._moves(moves)
  }

  /** @param {{ type: string, value: string }[]} actions of the keyboard */
  async _moves(actions) {
    await this._ask('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] })
  }

  /** Presses Tab until it comes to something. @param {string} selector */
  async tabsTo(selector) {
    await this.finds(selector)
    const isThere = 'return root.activeElement?.matches(arguments[0]) ?? false'
    for (let presses = 0; presses < MOST_TABS; presses += 1) {
      if (await this.says(isThere, selector)) return
      await this.presses('Tab')
    }
    throw new Error(`Tab does not come to ${selector}`)
  }

  /** @param {Record<string, string>} answers by path */
  async fillsIn(answers) {
    for (const [path, text] of Object.entries(answers)) await this.types(`[data-path="${path}"]`, text)
  }

  /** @param {string} file */
  async photographs(file) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, Buffer.from(await this._ask('GET', '/screenshot'), 'base64'))
  }

  /** @param {string} method @param {string} path @param {object} [body] */
  _ask(method, path, body) {
    return this._call(method, this._session + path, body)
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   * @returns {Promise<any>}
   */
  async _call(method, path, body) {
    const response = await fetch(this._address + path, { method, body: body && JSON.stringify(body) })
    const { value } = /** @type {{ value: any }} */ (await response.json())
    if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`)
    return value
  }
}

/** @param {Element} element */
const id = (element) => Object.values(element)[0]

/**
 * @template T
 * @param {() => Promise<T>} look
 * @param {string} trouble
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(look, trouble) {
  const end = Date.now() + PATIENCE
  let why = ''
  while (Date.now() < end) {
    try {
      const seen = await look()
      if (seen) return seen
    } catch (error) {
      why = `: ${error}`
    }
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(trouble + why)
}

// Debian keeps it beside the library, in a folder named after the machine's kind.
function miniBrowser() {
  const found = readdirSync('/usr/lib')
    .map((folder) => join('/usr/lib', folder, 'webkit2gtk-4.1/MiniBrowser'))
    .find((path) => existsSync(path))
  if (!found) throw new Error('No WebKit found. To mend it: tools/setup.sh webkit')
  return found
}
