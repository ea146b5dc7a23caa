// What README.md has a webmaster paste, pasted as it stands: only the addresses are those of the portal at hand.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { readmeSection, TRIED_OF_README } from '../support/examples.mjs'
import { startCollector } from './collector.mjs'
import { coreStands, holds } from './first-screen.mjs'
import { RIGHT, slipOf } from './person.mjs'
import { begun, TAG } from './portal.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

/** @param {string} html */
const here = (html) =>
  html
    .replaceAll('/phieu/', '/dist/')
    .replaceAll('https://collector.example/api', '/api')
    .replaceAll('<phieu-', `<phieu- data-now="${collector.now}" `)
    .replaceAll(/<phieu- (data-now="[^"]*") (\w+)/g, '<phieu-$2 $1')

test("the office's element and the progress", async ({ browser, later }) => {
  const [, , office = ''] = readmeSection(TRIED_OF_README.tag).codes
  const [progress = ''] = readmeSection(TRIED_OF_README.progress).codes
  assert.match(office, /office\.js/)
  const script = '<script type="module" src="/dist/progress.js"></script>'
  const { portal, page, troubles } = await begun(
    { browser, later },
    { body: here(office + progress), script, api: collector.url },
  )
  await page.goto(portal.url)
  await page.locator('phieu-office #token').fill(collector.token())
  await page.locator('phieu-office #enter').click()
  await page.locator('phieu-office').locator(slipOf('weekly', '2023-02-26')).first().waitFor()
  await page.locator('phieu-progress .whole-text').first().waitFor()
  assert.deepEqual(troubles, [])
})

test('the first screen stands ahead of the form', async ({ browser, later }) => {
  const [screen = ''] = readmeSection(TRIED_OF_README.first).codes
  const body = here(screen)
    .replaceAll('PLAN', 'tan-phu-thang-thanh-nien-2023')
    .replaceAll('DUTY', 'weekly')
    .replace('<phieu-report', '<phieu-report unit="phuong-tay-thanh"')
  const { portal, page, person, troubles } = await begun(
    { browser, later },
    { body, api: collector.url, script: '' },
  )
  const script = await holds(page, /\/dist\/phieu\.js$/)
  await page.goto(portal.url, { waitUntil: 'commit' })
  const field = person.form.locator('.field input').first()
  await field.fill('8000')
  script.comes()
  await coreStands(person)
  await expect(field).toHaveValue('8000')
  assert.deepEqual(troubles, [])
})

/** What the page's own server answers, and what the person reads then. @type {[number, string, string][]} */
const ANSWERS = [
  [200, 'Số tiếp nhận: 12/BC', 'Số tiếp nhận: 12/BC'],
  [422, '', 'Quá 90 cây.'],
  [503, '', 'Máy chủ đang bảo trì.'],
]

for (const [status, body, says] of ANSWERS)
  test(`a host that takes the report itself answers ${status}`, async ({ browser, later }) => {
    const [listener = ''] = readmeSection(TRIED_OF_README.host).codes
    const { portal, page, person } = await begun(
      { browser, later },
      { body: `${TAG}<script type="module">${listener}</script>`, api: collector.url },
    )
    /** @type {any} */
    let sent
    await page.route('**/reports', (route) => {
      if (route.request().method() !== 'POST') return route.fallback()
      sent = route.request().postDataJSON()
      return route.fulfill({ status, body })
    })
    await page.goto(portal.url)
    await person.opensFirstWeek()
    await person.fillsIn(RIGHT)
    await person.addsActivity()
    await person.sends()
    await expect(person.form).toContainText(says)
    assert.equal(sent.report.figures.trees, 100)
  })

test('what was received by the collector is told to the page', async ({ browser, later }) => {
  const { portal, page, person } = await begun({ browser, later }, { body: TAG, api: collector.url })
  await page.goto(portal.url)
  await page.evaluate(() => {
    document.addEventListener('phieu-received', (event) =>
      Object.assign(window, { received: /** @type {any} */ (event).receipt }),
    )
  })
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.sends()
  const code = await person.code()
  const receipt = await page.evaluate(() => /** @type {any} */ (window).received)
  assert.equal(receipt.unit, 'phuong-tay-thanh')
  assert.equal(receipt.code, code)
})
