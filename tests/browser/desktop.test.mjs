// The first week of Youth Month from end to end: at a desk by the keyboard alone, and on a small telephone whose keyboard takes
// half of the screen.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { pastes } from './clipboard.mjs'
import { startCollector } from './collector.mjs'
import { focusComesTo, RIGHT, slipOf, visit } from './person.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

const ACTIVITY = {
  title: 'Ngày Chủ nhật xanh',
  date: '26/2',
  place: 'Công viên Sơn Kỳ',
  participants: '120',
  links: 'https://tuoitretanphu.com/ngay-chu-nhat-xanh',
}

/** More presses than any way through a form takes. */
const MOST = 400

test('week 1 by the keyboard alone, its figures pasted out of Excel', async ({ browser, later }) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  later(() => context.close())
  const { page, person, troubles } = await visit(context, `${collector.url}/`)
  const isAt = (/** @type {string} */ selector) =>
    page.evaluate((wanted) => deepFocus()?.matches(wanted) ?? false, selector)
  const goesTo = async (/** @type {string} */ selector) => {
    await person.form.locator(selector).first().waitFor({ state: 'attached' })
    for (let presses = 0; presses < MOST; presses += 1) {
      if (await isAt(selector)) return
      await page.keyboard.press('Tab')
    }
    assert.fail(`Tab does not come to ${selector}`)
  }
  const presses = async (/** @type {string} */ selector) => {
    await goesTo(selector)
    await page.keyboard.press('Enter')
  }

  await goesTo('#unit-search')
  await page.keyboard.type('phuong tay thanh')
  await expect(person.form.locator('.unit')).toHaveCount(1)
  await presses('.unit')
  await presses(`${slipOf('weekly', '2023-02-26')} [data-action=fill]`)
  await page.waitForFunction(() => customElements.get('phieu-block'))

  await goesTo('[data-path="/figures/activities-held"]')
  await pastes(page, 'excel-week')
  await focusComesTo(page, 'take-block')
  await page.keyboard.press('Enter')
  await person.holds('/figures/reporter-phone', '0901234567')
  await focusComesTo(page, 'at_figures_activities-held')
  await page.keyboard.press('ArrowDown')
  assert.ok(await isAt('[data-path="/figures/attendances"]'))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('900')
  await person.holds('/figures/attendances-members', '900')

  await presses('#at_activities')
  for (const [part, text] of Object.entries(ACTIVITY)) {
    await goesTo(`[data-path="/activities/0/${part}"]`)
    await page.keyboard.type(text)
  }
  await presses('#to-review')
  await presses('#send')
  assert.match(await person.code(), /-/)
  assert.deepEqual(troubles, [])
})

test('what was understood comes and goes beside what is typed, and nothing below it moves', async ({
  browser,
  later,
}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  later(() => context.close())
  const { person } = await visit(context, `${collector.url}/`)
  await person.opensFirstWeek()
  const next = person.input('/figures/attendances')
  const top = () => next.evaluate((element) => element.getBoundingClientRect().top)
  const field = person.input('/figures/activities-held')
  await field.fill('800')
  const before = await top()
  await field.fill('8000')
  await person.sees('8.000 hoạt động')
  assert.equal(await top(), before)
})

test('at 360 × 400, with the keyboard open, what is typed into stands clear of the bar', async ({
  browser,
  later,
}) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 400 },
    hasTouch: true,
    isMobile: true,
  })
  later(() => context.close())
  const { page, person, troubles } = await visit(context, `${collector.url}/`)
  await person.choosesUnit('son ky', 'Sơn Kỳ')
  await person.opens('weekly', '2023-02-26')
  await person.opensAllSections()
  const types = async (/** @type {string} */ path, /** @type {string} */ text) => {
    const input = person.input(path)
    await input.tap()
    await expect(input).toBeFocused()
    // A keyboard on the screen commits text; it presses no keys.
    await page.keyboard.insertText(text)
    await person.holds(path, text)
    const [own, bar] = await Promise.all([input.boundingBox(), person.form.locator('.bar').boundingBox()])
    assert.ok(own && bar, path)
    assert.ok(
      own.y >= 0 && own.y + own.height <= bar.y,
      `${path} stands from ${own.y} px, the bar from ${bar.y}`,
    )
  }
  for (const [path, text] of Object.entries(RIGHT)) await types(path, text)
  await person.form.locator('#at_activities').tap()
  for (const [part, text] of Object.entries(ACTIVITY)) await types(`/activities/0/${part}`, text)
  await person.form.locator('#to-review').tap()
  const [send, summary] = [person.form.locator('#send'), person.form.locator('#summary')]
  await send.or(summary).first().waitFor()
  assert.equal(await summary.allTextContents().then(String), '')
  await send.tap()
  assert.match(await person.code(), /-/)
  assert.deepEqual(troubles, [])
})
