// Reports on what each unit holds on a day of its own: the unit tells when, and the deadline is counted from there.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { axeFindsNothing, isNotWiderThanTheScreen, photograph, visit } from './person.mjs'
import { startPortal } from './portal.mjs'

const NOW = '2026-06-14T08:30:00+07:00'
const FORM = `<phieu-report plan="/api/plans/dai-hoi-chi-doan" endpoint="/api" data-now="${NOW}"></phieu-report>`

/** @type {import('./collector.mjs').Collector} */
let collector
/** @type {Awaited<ReturnType<typeof startPortal>>} */
let portal

test.beforeAll(async () => {
  collector = await startCollector({ plans: 'tests/browser/fixtures/held', now: NOW })
  portal = await startPortal({ body: FORM, api: collector.url })
})
test.afterAll(async () => {
  await portal?.stop()
  await collector?.remove()
})

test('a unit tells when its congress was held, and is told that its report is late', async ({ browser }) => {
  const { page, person, troubles } = await visit(browser, portal.url, {
    viewport: { width: 360, height: 740 },
  })
  const { form } = person
  await form.locator('#unit-search, [data-duty]').first().waitFor()
  await person.choosesUnit('ap 1', 'Chi đoàn ấp 1')
  const offer = form.locator('phieu-held')
  await expect(offer).toContainText('Đại hội: ngày nào, lúc mấy giờ?')
  await axeFindsNothing(page, 'an event that was held')
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'held-duties-360')
  const tells = async (/** @type {string} */ day, /** @type {string} */ hour) => {
    await offer.getByRole('textbox', { name: 'Ngày' }).fill(day)
    await offer.getByRole('textbox', { name: 'Giờ' }).fill(hour)
    await offer.locator('[data-action=held]').click()
  }
  await tells('15/6', '8h')
  await expect(offer).toContainText('Chưa đến ngày này.')
  await expect(offer.getByRole('textbox', { name: 'Ngày' })).toBeFocused()
  await axeFindsNothing(page, 'an event that has not come')
  await tells('10/6', '19h30')
  await form.locator('#to-review').waitFor()
  await expect(form.locator('#remaining')).toHaveText(/^quá hạn /)
  await person.types('/figures/delegates', '42')
  await page.reload()
  // What was begun stands in the list; told again, it is gone on with.
  await expect(form.locator('[data-duty=minutes]')).toHaveCount(2)
  await tells('Thứ Tư 10/6/2026', '19g30')
  await form.locator('#to-review').waitFor()
  await person.sends()
  await person.code()
  assert.deepEqual(troubles, [])
  await page.context().close()
})
