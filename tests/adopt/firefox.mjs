// Firefox ESR, as Debian packages it, driven by WebDriver BiDi: it speaks that itself, and needs no driver beside it.
import { accessSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import puppeteer from 'puppeteer-core'
import { until, Window } from '../webkit/webkit.mjs'

const NAMES = ['/usr/bin/firefox-esr', '/usr/bin/firefox']

/** @returns {string} */
function findFirefox() {
  const found = [process.env.FIREFOX, ...NAMES].find((path) => {
    try {
      accessSync(path ?? '')
      return true
    } catch {
      return false
    }
  })
  if (!found) throw new Error('No Firefox found. To mend it: tools/setup.sh firefox')
  return found
}

/** The same window as WebKit's, in another engine. */
export class FirefoxWindow extends Window {
  /** @type {import('puppeteer-core').Browser | undefined} */
  _browser
  /** @type {import('puppeteer-core').Page | undefined} */
  _page

  /** @override @param {number} width @param {number} height */
  static async open(width, height) {
    const window = new FirefoxWindow()
    window._browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: findFirefox(),
      headless: true,
    })
    window._page = await window._browser.newPage()
    await window._page.setViewport({ width, height })
    return window
  }

  get page() {
    if (!this._page) throw new Error('the window is not open')
    return this._page
  }

  /** Which engine it is. @override */
  async version() {
    return (await this._browser?.version()) ?? ''
  }

  /** @override */
  async close() {
    await this._browser?.close()
  }

  /** @override @param {string} url */
  async goes(url) {
    await this.page.goto(url)
  }

  /** @override */
  async reloads() {
    await this.page.reload()
  }

  /** @override @param {string} script @param {...unknown} args */
  says(script, ...args) {
    const run = (/** @type {string} */ tag, /** @type {string} */ code, /** @type {unknown[]} */ given) =>
      new Function('root', code).apply(undefined, [document.querySelector(tag)?.shadowRoot, ...given])
    // What a script calls its arguments begins behind the tree.
    const shifted = script.replace(/\barguments\[(\d)\]/g, (_, at) => `arguments[${Number(at) + 1}]`)
    return this.page.evaluate(run, this.tag, shifted, args)
  }

  /** @param {string} selector @returns {Promise<import('puppeteer-core').ElementHandle<HTMLInputElement>>} */
  _handle(selector) {
    return until(async () => {
      const found = await this.page.evaluateHandle(
        (tag, wanted) => document.querySelector(tag)?.shadowRoot?.querySelector(wanted),
        this.tag,
        selector,
      )
      return /** @type {any} */ (found.asElement())
    }, `no ${selector}`)
  }

  /** @override @param {string} selector @returns {Promise<any>} */
  finds(selector) {
    return this._handle(selector)
  }

  /** @override @param {string} selector */
  async clicks(selector) {
    const element = await this._handle(selector)
    // What lies beneath the bar at the lower edge is in sight all the same, and a click there would press the bar.
    await element.evaluate((target) => target.scrollIntoView({ block: 'center' }))
    await element.click()
  }

  /** @override @param {string} selector @param {string} text */
  async types(selector, text) {
    const element = await this._handle(selector)
    await element.evaluate((input) => {
      input.focus()
      input.select()
    })
    if (text) await this.page.keyboard.type(text)
    else await this.page.keyboard.press('Backspace')
  }

  /** @override @param {...import('../webkit/webkit.mjs').Key} keys */
  async presses(...keys) {
    for (const key of keys) await this.page.keyboard.down(key)
    for (const key of keys.reverse()) await this.page.keyboard.up(key)
  }

  /** @override @param {string} text */
  async writes(text) {
    await this.page.keyboard.type(text)
  }

  /** @override @param {string} file */
  async photographs(file) {
    await mkdir(dirname(file), { recursive: true })
    await this.page.screenshot({ path: /** @type {`${string}.png`} */ (file) })
  }
}
