// Whatever is pressed, the focus stays in the form and in sight: a keyboard and a reader of the screen go on from there.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { focusComesTo, Person, RIGHT, visit } from './person.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

/**
 * The focus is on something inside the component that can be seen.
 * @param {import('playwright').Page} page
 * @param {string} after what was done
 */
const focusIsKept = (page, after) =>
  expect
    .poll(
      () =>
        page.evaluate(() => {
          const element = deepFocus()
          if (!element || !(element.getRootNode() instanceof ShadowRoot)) return 'outside'
          const { top, bottom, width } = element.getBoundingClientRect()
          return width > 0 && bottom > 0 && top < innerHeight ? 'kept' : `out of sight: ${element.id}`
        }),
      `the focus after: ${after}`,
    )
    .toBe('kept')

/**
 * Presses with the keyboard, as whoever depends on the focus does.
 * @param {import('playwright').Page} page
 * @param {import('playwright').Locator} button
 * @param {string} what
 */
async function presses(page, button, what) {
  await button.focus()
  await page.keyboard.press('Enter')
  await focusIsKept(page, what)
}

const path = (/** @type {import('playwright').Page} */ page) =>
  page.evaluate(() => /** @type {HTMLElement | null} */ (deepFocus())?.dataset.path)

test('what was added is gone on with: blank, of the plan, all of the plan, copied', async ({ browser }) => {
  const { page, person } = await visit(browser, `${collector.url}/`)
  await person.opensFirstWeek()
  const { form } = person
  const live = form.locator('#live')
  await presses(page, form.locator('#at_activities'), 'Thêm hoạt động')
  await expect.poll(() => path(page)).toBe('/activities/0/title')
  await expect(live).toHaveText('Đã thêm hoạt động 1.')
  await form.getByText('Chọn từ lịch').click()
  await presses(page, form.locator('#planned button').first(), 'Thêm of the plan')
  await expect.poll(() => path(page), 'its title is there').toBe('/activities/1/date')
  await presses(page, form.getByRole('button', { name: 'Chép lại: ' }).last(), 'Chép lại')
  await expect.poll(() => path(page)).toBe('/activities/2/date')
  await expect(live).toHaveText('Đã thêm hoạt động 3.')
  await presses(page, form.locator('#as-planned'), 'Làm như kế hoạch')
  await page.context().close()
})

test('no button of the form, the review, the receipt and the list drops the focus', async ({ browser }) => {
  const context = await browser.newContext()
  const { page, person, troubles } = await visit(context, `${collector.url}/`)
  const { form } = person
  await form.locator('.unit', { hasText: 'Tây Thạnh' }).first().focus()
  await page.keyboard.press('Enter')
  await focusComesTo(page, 'title')
  await presses(page, form.locator('#change-unit'), 'Đổi đơn vị')
  await presses(page, form.locator('.unit', { hasText: 'Tây Thạnh' }).first(), 'a unit')
  await person.opens('weekly', '2023-02-26')
  await person.fillsIn({ ...RIGHT, '/figures/highlights': 'Ra quân dọn kênh.' })
  await person.addsActivity()
  for (const tool of ['Chép lại: ', 'Đưa lên: ', 'Đưa xuống: ', 'Xóa: '])
    await presses(page, form.getByRole('button', { name: tool }).last(), tool)
  await presses(page, form.locator('#undo'), 'Hoàn tác')
  await presses(page, form.getByRole('button', { name: 'Xóa: ' }).last(), 'Xóa')

  await person.types('/activities/0/date', '26/2')

  // Another tab writes the same report.
  const beside = await context.newPage()
  await beside.goto(`${collector.url}/`)
  const other = new Person(beside)
  await other.opens('weekly', '2023-02-26')
  await other.types('/figures/trees', '101')
  await other.keeps('101')
  await page.bringToFront()
  await presses(page, form.locator('#drop-other'), 'Bỏ bản kia')
  await beside.close()

  await presses(page, form.locator('#to-review'), 'Xem lại')
  await presses(page, form.locator('#edit'), 'Sửa lại')
  await presses(page, form.locator('#to-review'), 'Xem lại')
  await presses(page, form.locator('#back'), 'Quay lại')
  await presses(page, form.locator('#to-review'), 'Xem lại')
  await presses(page, form.locator('#send'), 'Gửi')
  await person.code()
  await focusComesTo(page, 'title')
  await presses(page, form.locator('#keep'), 'Tải biên nhận')
  await form.evaluate((form) => form.setAttribute('data-now', '2023-03-09T08:00:00+07:00'))
  await presses(page, form.locator('#to-duties'), 'Về danh sách')
  await presses(page, form.locator('[data-action=receipt]').first(), 'Xem biên nhận')
  await presses(page, form.locator('#back'), 'Quay lại')

  await person.opens('weekly', '2023-03-04')
  await presses(page, form.locator('#copy-earlier'), 'Chép từ kỳ trước')
  await expect.poll(() => path(page)).toMatch(/^\/figures\//)
  await presses(page, form.locator('#to-review'), 'Xem lại, with something in the way')
  await presses(page, form.locator('#summary a').first(), 'a line of the summary')
  assert.deepEqual(troubles, [])
  await context.close()
})

test('an answer taken back leaves the focus on the choice', async ({ browser }) => {
  const { page, person } = await visit(browser, `${collector.url}/`)
  await person.opensFirstWeek()
  const clear = person.form.getByRole('button', { name: /^Bỏ chọn/ })
  const choice = person.form.locator('.choice input').first()
  await choice.check()
  await presses(page, clear.first(), 'Bỏ chọn')
  await expect(choice).toBeFocused()
  await page.context().close()
})

test('the office: its code, a report, returned, accepted, and out', async ({ browser }) => {
  const sent = await visit(browser, `${collector.url}/`)
  await sent.person.choosesUnit('son ky', 'Sơn Kỳ')
  await sent.person.opens('weekly', '2023-02-26')
  await sent.person.fillsIn(RIGHT)
  await sent.person.addsActivity()
  await sent.person.sends()
  await sent.person.code()
  await sent.page.context().close()

  const { page, troubles } = await visit(browser, `${collector.url}/office.html`)
  const office = page.locator('phieu-office')
  await office.locator('#token').fill('wrong')
  await presses(page, office.locator('#enter'), 'a wrong code')
  await office.locator('#token').fill(collector.token())
  await page.keyboard.press('Enter')
  await focusComesTo(page, 'title')
  await focusIsKept(page, 'the code')
  await presses(page, office.getByRole('button', { name: 'Xem: Đoàn phường Sơn Kỳ' }).first(), 'Xem')
  await presses(page, office.locator('#add-field'), 'Thêm ô')
  await presses(page, office.locator('.return-line button').first(), 'Bỏ')
  await presses(page, office.locator('#return'), 'Trả lại without a reason')
  // What the server says of it stands there before anything else is pressed.
  await office.locator('#decision [role=alert]').waitFor()
  await office.locator('#return-reason').fill('Thiếu minh chứng của hoạt động 1.')
  await presses(page, office.locator('#return'), 'Trả lại')
  await office.locator('.history', { hasText: 'Thiếu minh chứng' }).waitFor()
  await focusComesTo(page, 'decision-title')
  await presses(page, office.locator('#accept'), 'Duyệt')
  await expect(office.locator('#accept')).toHaveCount(0)
  await focusIsKept(page, 'Duyệt')
  await presses(page, office.locator('#to-overview'), 'Quay lại')
  await presses(page, office.locator('.link.back'), 'Thoát')
  assert.deepEqual(troubles, [])
  await page.context().close()
})
