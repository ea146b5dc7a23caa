// A thread beside the page writes its drafts: whatever becomes of it, what was typed is on the device.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { onDevice } from './device.mjs'
import { visit } from './person.mjs'
import { begun, STRICT, TAG } from './portal.mjs'
import { isBeside, writesBeside } from './thread.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

const PATH = '/figures/trees'
const UNSAVED = 'Không lưu được trên máy'

/** @typedef {import('playwright').Worker} Thread */

/** @param {import('../support/browser.mjs').Story} story */
async function atTheForm({ browser, later }) {
  const context = await browser.newContext()
  later(() => context.close())
  const { page, person } = await visit(context, `${collector.url}/`)
  await person.opensFirstWeek()
  const thread = await writesBeside(person, PATH)
  return { context, page, person, thread }
}

/** A page that goes as a killed one does, without a word. @param {import('playwright').Page} page */
async function crashes(page) {
  const devtools = await page.context().newCDPSession(page)
  devtools.send('Page.crash').catch(() => {})
  await page.waitForEvent('crash')
}

test('what is typed is written there and kept, and the page itself asks the device for nothing', async ({
  browser,
  later,
}) => {
  const { context, page, person } = await atTheForm({ browser, later })
  const asked = await page.evaluateHandle(() => {
    /** @type {string[]} */
    const shelves = []
    const { transaction } = IDBDatabase.prototype
    IDBDatabase.prototype.transaction = function (names, ...more) {
      if (this.name === 'phieu' && more.length > 0) shelves.push(`${names}`)
      return transaction.call(this, names, ...more)
    }
    return shelves
  })
  await person.input(PATH).fill('8123')
  // Read by another page of the site: this one is listened to.
  const other = await context.newPage()
  await other.goto(`${collector.url}/api/health`)
  await expect.poll(async () => JSON.stringify(await onDevice(other, 'drafts'))).toContain('8123')
  assert.deepEqual(await asked.jsonValue(), [])
  await crashes(page)
  const again = await visit(context, `${collector.url}/`)
  await again.person.opens('weekly', '2023-02-26')
  await again.person.holds(PATH, '8123')
})

test('a page that is left at once leaves nothing behind that it did not write', async ({
  browser,
  later,
}) => {
  const { page, person } = await atTheForm({ browser, later })
  await person.input('/figures/difficulties').pressSequentially('Thiếu kinh phí', { delay: 2 })
  await page.reload()
  await person.opens('weekly', '2023-02-26')
  await person.holds('/figures/difficulties', 'Thiếu kinh phí')
})

/** What may become of it. @type {Record<string, (thread: Thread) => Promise<unknown>>} */
const LOSSES = {
  'it hears nothing any more': (thread) =>
    thread.evaluate(() => {
      globalThis.onmessage = null
    }),
  'it cannot write': (thread) =>
    thread.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    }),
  'what it writes is not there': (thread) =>
    thread.evaluate(() => {
      IDBObjectStore.prototype.put = () => /** @type {any} */ ({})
    }),
  'it breaks': (thread) =>
    thread.evaluate(() => {
      setTimeout(() => {
        throw new Error('broken')
      })
    }),
}
for (const [what, lose] of Object.entries(LOSSES))
  test(`${what}: the page writes by itself, and nobody is told that nothing is kept`, async ({
    browser,
    later,
  }) => {
    const { page, person, thread } = await atTheForm({ browser, later })
    await lose(thread)
    await person.types(PATH, '8124')
    await person.keeps('8124')
    await expect.poll(() => isBeside(page)).toBe(false)
    await person.types(PATH, '8125')
    await person.keeps('8125')
    await expect(person.form.getByText(UNSAVED)).toHaveCount(0)
  })

test('where a policy lets none in, the page writes by itself', async ({ browser, later }) => {
  const csp = `${STRICT}; worker-src 'none'`
  const { portal, page, person } = await begun({ browser, later }, { body: TAG, csp })
  await page.goto(portal.url)
  await person.opensFirstWeek()
  for (const text of ['1', '12', '8126']) {
    await person.types(PATH, text)
    await person.seesSaved()
  }
  await person.keeps('8126')
  assert.equal(await isBeside(page), false)
})

test('what lets the form run under trusted types lets it in, too', async ({ browser, later }) => {
  const csp = `${STRICT}; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'`
  const { portal, page, person } = await begun({ browser, later }, { body: TAG, csp })
  await page.goto(portal.url)
  await person.opensFirstWeek()
  await writesBeside(person, PATH)
  assert.deepEqual(await page.evaluate(() => window.breaches), [])
})

test('where the scripts of two builds lie, the page writes by itself', async ({ browser, later }) => {
  const context = await browser.newContext()
  later(() => context.close())
  await context.route('**/draft.worker.js', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(/build:"[^"]+"/, 'build:"another"')
    return route.fulfill({ response, body })
  })
  const { page, person } = await visit(context, `${collector.url}/`)
  await person.opensFirstWeek()
  for (const text of ['1', '12', '8127']) {
    await person.types(PATH, text)
    await person.keeps(text)
  }
  assert.equal(await isBeside(page), false)
})

test('what another tab has typed is kept beside what is written there, and offered', async ({
  browser,
  later,
}) => {
  const { context, person } = await atTheForm({ browser, later })
  const other = await visit(context, `${collector.url}/`)
  await other.person.opens('weekly', '2023-02-26')
  await other.person.types(PATH, '8200')
  await other.person.keeps('8200')
  await person.types(PATH, '8128')
  await person.form.locator('#other-tab').waitFor()
  await person.keeps('8128')
  await person.keeps('8200')
})
