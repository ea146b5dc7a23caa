// Choosing the unit: found without marks, grouped by sector; nothing found says what to do.
import { expect, test } from '../support/browser.mjs'
import { axeFindsNothing, focusComesTo, visit } from './person.mjs'
import { startPortal, TAG } from './portal.mjs'

test('a unit is found by its name without marks, by keyboard, and what fits nothing says so', async ({
  browser,
  later,
}) => {
  const portal = await startPortal({ body: TAG.replace(/ endpoint="[^"]*"/, '') })
  const { page, person } = await visit(browser, portal.url)
  later(async () => {
    await page.context().close()
    await portal.stop()
  })
  const units = person.form.locator('.unit')
  await expect(person.form.locator('section.units > h3').first()).toBeVisible()
  await axeFindsNothing(page, 'the choice of a unit')
  await person.form.locator('#unit-search').fill('không có đơn vị này')
  await expect(units).toHaveCount(0)
  await person.sees('Thử gõ ngắn hơn')
  await person.form.locator('#unit-search').fill('PHUONG TAY THANH')
  await expect(units).toHaveCount(1)
  await expect(units).toHaveText(/Tây Thạnh/)
  await expect(person.form.locator('[role=status]', { hasText: '1 đơn vị' })).toHaveCount(1)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await person.sees('Phiếu cần nộp')
  await focusComesTo(page, 'title')
})
