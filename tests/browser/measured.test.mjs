// Quantities, ratios and estimates on a telephone: typed as people write them, understood beside the input, marked where they are no
// exact number.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { axeFindsNothing, isNotWiderThanTheScreen, photograph, visit } from './person.mjs'
import { startPortal } from './portal.mjs'

const NOW = '2026-03-08T08:30:00+07:00'
const FORM = `<phieu-report plan="/api/plans/measured" endpoint="/api" unit="commune-1" duty="weekly" data-now="${NOW}"></phieu-report>`

/** @type {import('./collector.mjs').Collector} */
let collector
/** @type {Awaited<ReturnType<typeof startPortal>>} */
let portal

test.beforeAll(async () => {
  collector = await startCollector({ plans: 'tests/cases/plans', now: NOW })
  portal = await startPortal({ body: FORM, api: collector.url })
})
test.afterAll(async () => {
  await portal?.stop()
  await collector?.remove()
})

test('a length, a ratio above all and an estimate are typed by keyboard, read back, reviewed and sent', async ({
  browser,
}) => {
  const { page, person, troubles } = await visit(browser, portal.url, {
    viewport: { width: 360, height: 740 },
  })
  const { form } = person
  const echo = (/** @type {string} */ id) => form.locator(`[id="at_figures_${id}-echo"]`)
  await person.input('/figures/road').focus()
  await page.keyboard.type('8500 m')
  await expect(echo('road')).toContainText('8,5 km')
  await page.keyboard.press('Tab')
  await page.keyboard.type('62.515.000')
  await page.keyboard.press('Tab')
  await page.keyboard.type('53.781.000')
  await page.keyboard.press('Tab')
  await page.keyboard.type('trên 300')
  await axeFindsNothing(page, 'a form of quantities')
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'measured-360')
  await person.goesToReview()
  const review = form.locator('phieu-review')
  await expect(review).toContainText('8,5 km')
  await expect(review).toContainText('116,2')
  await expect(review).toContainText('trên 300 người')
  await axeFindsNothing(page, 'a review of quantities')
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'measured-review-360')
  await form.locator('#send').click()
  await person.code()
  assert.deepEqual(troubles, [])
  await page.context().close()
})
