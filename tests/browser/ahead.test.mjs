// What a page begins before the form's script is there: the device is opened, the first screen comes, and the form takes both over.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { beforeTheScript, coreStands, FIRST } from './first-screen.mjs'
import { Person } from './person.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

const isOpened = async () =>
  (await indexedDB.databases()).some(({ name, version }) => name === 'phieu' && version === 2)

test('the device is opened and the first screen comes while the script is on its way; both are taken over', async ({
  browser,
  later,
}) => {
  const { page, portal, person, comes, asked } = await beforeTheScript({ browser, later }, collector.url)
  await page.goto(portal.url, { waitUntil: 'commit' })
  await page.waitForFunction(isOpened)
  await expect.poll(asked).toBe(1)
  comes()
  await person.types('/figures/trees', '8000')
  await person.keeps('8000')
  assert.equal(asked(), 1)
})

test('a first screen that did not come ahead of the script is asked for again', async ({
  browser,
  later,
}) => {
  const { page, portal, person, comes, asked } = await beforeTheScript({ browser, later }, collector.url)
  await page.route('**/phieu.{first,inputs,form}.wasm', () => {})
  let times = 0
  await page.route(`**/${FIRST}`, (route) => {
    times += 1
    return times === 1 ? route.abort() : route.continue()
  })
  await page.goto(portal.url, { waitUntil: 'commit' })
  await expect.poll(() => times).toBe(1)
  comes()
  await person.form.locator('.field input[type=text]').first().fill('8000')
  await person.keeps('8000')
  assert.equal(asked(), 1)
})

test('what was opened ahead of the script lets go of the device where a newer page wants another layout', async ({
  browser,
  later,
}) => {
  const { page, portal } = await beforeTheScript({ browser, later }, collector.url)
  await page.goto(portal.url, { waitUntil: 'commit' })
  await page.waitForFunction(isOpened)
  const version = await page.evaluate(
    () =>
      new Promise((done, fail) => {
        const opening = indexedDB.open('phieu', 3)
        opening.onblocked = () => fail(new Error('blocked'))
        opening.onsuccess = () => done(opening.result.version)
      }),
  )
  assert.equal(version, 3)
})

/** From now on the page counts how often each shelf is read whole. */
const countsReadings = () => {
  /** @type {string[]} */
  const read = []
  Object.assign(window, { read })
  const { getAll } = IDBObjectStore.prototype
  IDBObjectStore.prototype.getAll = function (...args) {
    read.push(this.name)
    return getAll.apply(this, /** @type {any} */ (args))
  }
}

test('what the device keeps is read once, while the script is on its way', async ({ browser, later }) => {
  const { page, portal, person, comes } = await beforeTheScript({ browser, later }, collector.url)
  comes()
  const field = person.form.locator('.field input[type=text]').first()
  await page.goto(portal.url)
  await coreStands(person)
  await field.fill('8000')
  // What is still being written as the page is left, only the core puts in its place.
  await person.seesSaved()
  await person.keeps('8000')
  await page.addInitScript(countsReadings)
  await page.route('**/phieu.{first,inputs,form}.wasm', () => {})
  await page.reload({ waitUntil: 'commit' })
  await expect(field).toHaveValue('8000')
  const read = await page.evaluate(() => /** @type {any} */ (window).read)
  assert.deepEqual([...read].sort(), ['drafts', 'kept', 'outbox'])
})

test('what another tab writes while the script is on its way is kept beside what is typed here', async ({
  browser,
  later,
}) => {
  const { page, portal, person, comes } = await beforeTheScript({ browser, later }, collector.url)
  await page.addInitScript(countsReadings)
  await page.goto(portal.url, { waitUntil: 'commit' })
  await page.waitForFunction(() => /** @type {any} */ (window).read.length === 3)
  const other = new Person(await page.context().newPage())
  await other.page.goto(portal.url)
  await other.types('/figures/ideas', '7777')
  await other.keeps('7777')
  comes()
  await person.types('/figures/trees', '8000')
  await person.keeps('8000')
  await person.keeps('7777')
})
