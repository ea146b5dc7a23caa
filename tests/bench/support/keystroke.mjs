// What one keystroke costs the page's main thread: from the key until all that follows from it (the check, the
// screen, the saving) is done and the page is quiet.

/** Long enough for what is put off on purpose: a draft is written at most a quarter of a second later. */
const QUIET = 400

/** A page with its form open, and a keyboard. */
export class Typist {
  /**
   * @param {import('playwright').Browser} browser
   * @param {{ url: string, input: string }} target
   */
  static async at(browser, { url, input }) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    const devtools = await page.context().newCDPSession(page)
    // The thread's own time: what other programs do meanwhile is not counted.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
    await page.goto(url)
    await page.locator(input).first().click()
    const typist = new Typist(page, devtools)
    // The first strokes compile what they run.
    for (const key of '1234567') await typist.presses(key)
    await page.keyboard.press('Control+A')
    return typist
  }

  /**
   * @param {import('playwright').Page} page
   * @param {import('playwright').CDPSession} devtools
   */
  constructor(page, devtools) {
    this.page = page
    this.devtools = devtools
  }

  /**
   * One keystroke.
   * @param {string} key
   * @returns {Promise<number>} milliseconds of main thread
   */
  presses(key) {
    return this._during(async () => {
      const stroke = { key, text: key, code: `Digit${key}`, windowsVirtualKeyCode: key.charCodeAt(0) }
      await this.devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...stroke })
      await this.devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke, text: undefined })
    })
  }

  /** The same length of time without a keystroke: the caret blinks, the browser looks after itself. */
  rests() {
    return this._during(async () => {})
  }

  /** @param {() => Promise<void>} act */
  async _during(act) {
    const before = await this._busy()
    await act()
    await new Promise((done) => setTimeout(done, QUIET))
    return (await this._busy()) - before
  }

  async _busy() {
    const { metrics } = await this.devtools.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000
  }
}
