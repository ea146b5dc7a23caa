// How long a person waits on a slow telephone: from the address to the first character that a field takes, and to the
// first word of what is wrong with it. A character that is taken and lost again does not count.

/** A 3G line of 1.6 Mbit/s with a round trip of 150 ms, and a processor four times slower than this one. */
const LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}
const SLOWER = 4

/**
 * @typedef {object} Visit
 * @property {number} taken milliseconds from the beginning of the navigation until the first character was taken
 * @property {number} answers the same until what is wrong was said
 * @property {number} takenBytes what had come over the line by then, as files that were whole
 * @property {number} answersBytes
 */

/**
 * One cold load, in a profile of its own.
 * @param {import('playwright').Browser} browser
 * @param {{ url: string, input: string, error: string, keeps?: boolean, lacks?: string }} target the page, and CSS selectors
 *   of its first field and of what that field shows when it is wrong; whether it keeps a draft, in which the text then
 *   has to be found; and what the browser is to have none of
 * @returns {Promise<Visit>}
 */
export async function firstField(browser, { url, input, error, keeps = false, lacks = '' }) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', LINE)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await page.addInitScript((name) => Reflect.deleteProperty(window, name), lacks)
    await page.addInitScript(visitor, { input, error, keeps })
    await page.goto(url, { waitUntil: 'commit' })
    return await page.evaluate(() => window.visit)
  } finally {
    await context.close()
  }
}

/** Runs in the page: types a word where a number belongs as soon as there is somewhere to type it. */
function visitor({ input, error, keeps }) {
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
  const type = (text) => document.execCommand('insertText', false, text)
  const cameBefore = (moment) =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= moment)
      .reduce((sum, { transferSize }) => sum + transferSize, 0)
  const drafts = () =>
    new Promise((done, fail) => {
      const opening = indexedDB.open('phieu')
      opening.onerror = () => fail(opening.error)
      opening.onsuccess = () => {
        const reading = opening.result.transaction('drafts').objectStore('drafts').getAll()
        reading.onerror = () => fail(reading.error)
        reading.onsuccess = () => done(reading.result)
      }
    })
  const holds = async (text) => {
    if (find(input)?.value !== text) throw new Error('the field lost what it had taken')
    const until = performance.now() + 5000
    while (keeps && !JSON.stringify(await drafts()).includes(text))
      if (performance.now() > until) throw new Error('the draft lost what the field had taken')
  }
  const visit = async () => {
    const field = await appears(input)
    await painted()
    field.focus()
    type('n')
    const taken = performance.now()
    type('hiều')
    field.blur()
    await appears(error)
    const answers = performance.now()
    await holds('nhiều')
    return { taken, answers, takenBytes: cameBefore(taken), answersBytes: cameBefore(answers) }
  }
  window.visit = visit()
}
