// Days and hours are picked from the browser's own calendar and clock, beside typing.
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { visit } from './person.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

test('a day and an hour are picked from the browser’s own, within the period, and written as people write them', async ({
  browser,
  later,
}) => {
  const context = await browser.newContext(PHONE)
  later(() => context.close())
  const { page, person } = await visit(context, `${collector.url}/`)
  const { form } = person
  await person.opensFirstWeek()
  await person.reaches('#at_activities')
  await form.locator('#at_activities').tap()
  await form.getByRole('button', { name: 'Thêm chi tiết' }).tap()
  for (const [name, part, picked, written] of /** @type {const} */ ([
    ['Chọn ngày: Ngày bắt đầu', 'date', '2023-03-01', '1/3/2023'],
    ['Chọn giờ: Giờ bắt đầu', 'time', '07:30', '07g30'],
  ])) {
    await form.getByRole('button', { name, exact: true }).tap()
    const own = form.locator('input.picked')
    await expect(own).toBeAttached()
    if (part === 'date') {
      await expect(own).toHaveAttribute('min', '2023-02-26')
      await expect(own).toHaveAttribute('max', '2023-03-03')
    }
    await own.evaluate((element, value) => {
      const input = /** @type {HTMLInputElement} */ (element)
      input.value = value
      input.dispatchEvent(new Event('change'))
    }, picked)
    await expect(person.input(`/activities/0/${part}`)).toHaveValue(written)
    await expect(own).toHaveCount(0)
    await page.keyboard.press('Escape')
  }
})
