// A table of a report: rows filled in by thumb as cards, with a keyboard as a table, taken out and put back, added up against
// the figure, sent and read again.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { axeFindsNothing, isNotWiderThanTheScreen, photograph, visit } from './person.mjs'
import { startPortal } from './portal.mjs'

const TAG =
  '<phieu-report plan="/api/plans/tables" endpoint="/api" data-now="2023-03-03T08:30:00+07:00"></phieu-report>'
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const DESKTOP = { viewport: { width: 1280, height: 800 } }
const WORKS = '/figures/works'

/** @type {import('./collector.mjs').Collector} */
let collector
/** @type {Awaited<ReturnType<typeof startPortal>>} */
let portal

test.beforeAll(async () => {
  collector = await startCollector({ plans: 'tests/browser/fixtures/tables' })
  portal = await startPortal({ body: TAG, api: collector.url })
})
test.afterAll(async () => {
  await portal?.stop()
  await collector?.remove()
})

/**
 * The form of a unit.
 * @param {import('../support/browser.mjs').Story} story
 * @param {import('playwright').BrowserContextOptions} options
 * @param {number} [ward]
 */
async function atTheTable({ browser, later }, options, ward = 1) {
  const context = await browser.newContext(options)
  later(() => context.close())
  const visited = await visit(context, portal.url)
  const { person } = visited
  await person.choosesUnit(`phuong ${ward}`, `phường ${ward}`)
  await person.opens('weekly', '2023-02-26')
  await person.reaches('phieu-table')
  await visited.page.waitForFunction(() => customElements.get('phieu-table'))
  return { ...visited, form: person.form }
}

/** @param {import('playwright').Page} page */
const path = (page) => page.evaluate(() => /** @type {HTMLElement | null} */ (deepFocus())?.dataset.path)

test('on a phone a row is a card that closes to one line, and nothing of it is lost', async ({
  browser,
  later,
}) => {
  const { page, form, person, troubles } = await atTheTable({ browser, later }, PHONE)
  const add = form.getByRole('button', { name: 'Thêm công trình' })
  await add.tap()
  await expect.poll(() => path(page)).toBe(`${WORKS}/0/name`)
  await page.keyboard.type('Tuyến hẻm xanh')
  await person.types(`${WORKS}/0/value`, '30 triệu')
  await person.types(`${WORKS}/0/day`, '1/3')
  await expect(form.getByLabel('Giá trị, dòng 1')).toHaveValue('30 triệu')
  await axeFindsNothing(page, 'an open row')
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'table-open-360')
  await add.tap()
  await expect.poll(() => path(page)).toBe(`${WORKS}/1/name`)
  await person.types(`${WORKS}/1/name`, 'Vườn cây thanh niên')
  await person.types(`${WORKS}/1/value`, '12,5 triệu')
  const cards = form.locator('phieu-table .activity')
  await expect(cards.first().locator('.card-fold')).toHaveText('1. Tuyến hẻm xanh')
  await expect(cards.first().locator('.said')).toHaveText('30 triệu đồng · thứ Tư 1/3/2023')
  await expect(form.locator('phieu-table .sum')).toHaveText('Cộng: Giá trị 42,5 triệu đồng')
  await cards.nth(1).locator('.card-fold').tap()
  await axeFindsNothing(page, 'closed rows')
  await photograph(page, 'table-closed-360')

  await person.types('/figures/total', '40 triệu')
  await expect(
    form.locator('phieu-field', { has: page.locator('[data-path="/figures/total"]') }),
  ).toContainText('30.000.000 + 12.500.000 = 42.500.000')
  await cards.nth(1).locator('.card-fold').tap()
  await form.getByRole('button', { name: 'Xóa dòng: Vườn cây thanh niên' }).tap()
  await expect(cards).toHaveCount(1)
  await form.getByRole('button', { name: 'Hoàn tác' }).tap()
  await expect(cards).toHaveCount(2)
  await person.holds(`${WORKS}/1/value`, '12,5 triệu')
  await person.keeps('Vườn cây thanh niên')
  await page.reload()
  await person.opens('weekly', '2023-02-26')
  await person.reaches('phieu-table')
  await expect(cards).toHaveCount(2)
  await expect(cards.nth(1).locator('.said')).toHaveText('12,5 triệu đồng')
  await person.types('/figures/total', '42,5 triệu')
  await person.goesToReview()
  await expect(form.locator('table.told')).toContainText('Vườn cây thanh niên')
  await axeFindsNothing(page, 'a table that is read once more')
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'table-review-360')
  await isNotWiderThanTheScreen(page)
  await form.locator('#send').click()
  assert.match(await person.code(), /-/)
  assert.deepEqual(troubles, [])
})

test('on a wide screen rows stand as a table with heads, and the keyboard goes through it', async ({
  browser,
  later,
}) => {
  const { page, form, person, troubles } = await atTheTable({ browser, later }, DESKTOP, 2)
  await form.getByRole('button', { name: 'Thêm công trình' }).click()
  await expect(form.getByRole('columnheader', { name: 'Giá trị' })).toBeVisible()
  await expect.poll(() => path(page)).toBe(`${WORKS}/0/name`)
  await page.keyboard.type('Cầu')
  await page.keyboard.press('Enter')
  await expect.poll(() => path(page), 'Enter on the last row adds one').toBe(`${WORKS}/1/name`)
  await page.keyboard.type('  CẦU ')
  await page.keyboard.press('Tab')
  await page.keyboard.type('x')
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => path(page)).toBe(`${WORKS}/0/value`)
  const echo = form.locator('tr[data-row="0"] .echo', { hasText: 'đồng' })
  await expect(echo).toHaveCount(0)
  await page.keyboard.type('2 triệu')
  await expect(echo, 'what was understood is seen').toBeVisible()
  await expect(form.locator('phieu-table')).toContainText('Dòng 1 đã ghi nội dung này.')
  await expect(form.locator('tr[data-row="1"]')).toContainText('Đây không phải là số tiền.')
  await axeFindsNothing(page, 'a table')
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'table-1280')
  await person.goesToReview()
  const summary = await person.summary()
  await expect(summary).toContainText('Danh sách công trình thanh niên: Giá trị, dòng 2')
  await summary.getByRole('link', { name: /Giá trị, dòng 2/ }).click()
  await expect.poll(() => path(page)).toBe(`${WORKS}/1/value`)
  assert.deepEqual(troubles, [])
})

test('a table can be read in the dark', async ({ browser, later }) => {
  const { page, form } = await atTheTable({ browser, later }, { ...DESKTOP, colorScheme: 'dark' }, 2)
  await form.getByRole('button', { name: 'Thêm công trình' }).click()
  await expect.poll(() => path(page)).toBe(`${WORKS}/0/name`)
  await page.keyboard.type('Cầu')
  await page.keyboard.press('Tab')
  await page.keyboard.type('2 triệu')
  await axeFindsNothing(page, 'a table in the dark')
  await photograph(page, 'table-1280-dark')
})

test('what no plan asks is not loaded', async ({ browser, later }) => {
  const context = await browser.newContext(DESKTOP)
  later(() => context.close())
  const scripts = /** @type {string[]} */ ([])
  context.on('request', (request) => scripts.push(new URL(request.url()).pathname))
  const plain = await startCollector()
  later(() => plain.remove())
  const { person } = await visit(context, `${plain.url}/`)
  await person.opensFirstWeek()
  assert.ok(!scripts.some((name) => name.endsWith('/table.js')), 'no table')
})
