// Where the first fields stand ahead of the form's script, and where they come with the form.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { beforeTheScript, coreStands, holds, isTheForms, tag } from './first-screen.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

const NONE = [
  { where: 'a unit that the plan does not know', body: tag('weekly', { unit: 'phuong-nao-do' }) },
  { where: 'no unit was ever chosen', body: tag('weekly').replace(/ unit="[^"]*"/, '') },
  { where: 'in English', body: tag('weekly', { lang: 'en' }) },
  { where: 'no duty is named', body: tag('weekly').replace(/\s+duty="[^"]*"/, '') },
]

for (const { where, body } of NONE)
  test(`no field stands ahead of the form: ${where}`, async ({ browser, later }) => {
    const { page, portal, person, comes } = await beforeTheScript({ browser, later }, collector.url, { body })
    const read = page.waitForResponse(/phieu\.(inputs|first)\.wasm$/)
    await page.goto(portal.url, { waitUntil: 'commit' })
    await read
    await page.waitForFunction(async () => (await indexedDB.databases()).some(({ name }) => name === 'phieu'))
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)))
    await expect(person.form.locator('.phieu')).toHaveCount(0)
    comes()
    await person.form.locator('#title').waitFor()
  })

test('the device may keep nothing: the form comes by itself, and nothing breaks', async ({
  browser,
  later,
}) => {
  const { page, portal, person, comes, troubles } = await beforeTheScript({ browser, later }, collector.url)
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError')
    }
  })
  await page.goto(portal.url, { waitUntil: 'commit' })
  comes()
  await isTheForms(person.form)
  await coreStands(person)
  assert.deepEqual(troubles, [])
})

test('the file of the first fields does not come: they come with the form', async ({ browser, later }) => {
  const { page, portal, person, comes, troubles } = await beforeTheScript({ browser, later }, collector.url)
  await page.route(/\/dist\/early\.js$/, (route) => route.abort())
  const judges = page.waitForResponse(/phieu\.inputs\.wasm$/)
  await page.goto(portal.url, { waitUntil: 'commit' })
  await judges
  await expect(person.form.locator('.phieu')).toHaveCount(0)
  comes()
  await isTheForms(person.form)
  await coreStands(person)
  assert.deepEqual(troubles, [])
})

test('a page that does not let them travel ahead has the first fields all the same', async ({
  browser,
  later,
}) => {
  const ahead = '<script type="module" src="dist/ahead.js"></script>'
  const { page, portal, person, comes } = await beforeTheScript({ browser, later }, collector.url, { ahead })
  await page.goto(portal.url, { waitUntil: 'commit' })
  const field = person.form.locator('.field input').first()
  await field.fill('8000')
  comes()
  await coreStands(person)
  await expect(field).toHaveValue('8000')
})

test('what judges texts is asked for once where the script is there before the first fields', async ({
  browser,
  later,
}) => {
  const { page, portal, person, comes } = await beforeTheScript({ browser, later }, collector.url)
  const fields = await holds(page, /\/dist\/early\.js$/)
  comes()
  await page.goto(portal.url, { waitUntil: 'commit' })
  await coreStands(person)
  fields.comes()
  // Whoever waits for the file goes on before this does, and asks no later than it waits for a device that says nothing.
  await page.evaluate(async (file) => {
    await import(file)
    await new Promise((done) => setTimeout(done, 400))
  }, '/dist/early.js')
  const asked = portal.requests.filter((each) => each.endsWith('phieu.inputs.wasm'))
  assert.equal(asked.length, 1)
})
