// How long a person waits on a slow telephone: from the address to a first field that is visible, takes text and
// says what is wrong with it.

/** A 3G line of 1.6 Mbit/s with a round trip of 150 ms, and a processor four times slower than this one. */
const LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}
const SLOWER = 4

/**
 * One cold load, in a profile of its own.
 * @param {import('playwright').Browser} browser
 * @param {{ url: string, input: string, error: string, lacks?: string }} target the page, and CSS selectors of its first
 *   field and of what that field shows when it is wrong; and what the browser is to have none of
 * @returns {Promise<{ visible: number, answers: number }>} milliseconds since navigation began
 */
export async function firstField(browser, { url, input, error, lacks = '' }) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', LINE)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await page.addInitScript((name) => Reflect.deleteProperty(window, name), lacks)
    await page.addInitScript(visitor, { input, error })
    await page.goto(url, { waitUntil: 'commit' })
    return await page.evaluate(() => window.visit)
  } finally {
    await context.close()
  }
}

/** Runs in the page: types a word where a number belongs as soon as there is somewhere to type it. */
function visitor({ input, error }) {
  const frame = () => new Promise(requestAnimationFrame)
  const find = (selector) => {
    const root = document.querySelector('phieu-report')?.shadowRoot ?? document
    const found = root.querySelector(selector)
    return found && found.getBoundingClientRect().height > 0 ? found : null
  }
  const appears = async (selector) => {
    for (;;) {
      const found = find(selector)
      if (found) return found
      await frame()
    }
  }
  // Nobody types before the frame is on the screen.
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  const visit = async () => {
    const field = await appears(input)
    await painted()
    const visible = performance.now()
    field.focus()
    document.execCommand('insertText', false, 'nhiều')
    field.blur()
    await appears(error)
    return { visible, answers: performance.now() }
  }
  window.visit = visit()
}
