// What the office's page says of reports beside the plain case: of a plan that has changed, and in English.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { axeFindsNothing, photograph, RIGHT, slipOf, visit } from './person.mjs'
import { STRICT, startPortal } from './portal.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async ({ browser }) => {
  collector = await startCollector()
  const { page, person } = await visit(browser, `${collector.url}/`)
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.sends()
  await person.code()
  await page.context().close()
})
test.afterAll(async () => {
  await collector?.remove()
})

/**
 * The page of an office that has entered its code.
 * @param {import('playwright').Browser} browser
 */
async function inTheOffice(browser, lang = 'vi') {
  const seen = await visit(browser, 'about:blank')
  // The plan's periods change: what came of the first week belongs to none.
  await seen.page.route('**/overview*', async (route) => {
    const response = await route.fetch()
    const overview = await response.json()
    for (const { units, name, period, periodText } of overview.duties)
      for (const unit of units)
        if (unit.submission) overview.strays.push({ ...unit, dutyName: name, period, periodText })
    await route.fulfill({ response, json: overview })
  })
  await seen.page.goto(`${collector.url}/office.html`)
  const office = seen.page.locator('phieu-office')
  await office.evaluate((element, value) => element.setAttribute('lang', value), lang)
  await office.locator('#token').fill(collector.token())
  await office.locator('#enter').click()
  await office.locator('#strays').waitFor()
  return { ...seen, office }
}

test('reports that belong to no period of the changed plan are listed and can be read', async ({
  browser,
}) => {
  const { page, office, troubles } = await inTheOffice(browser)
  const strays = office.locator('#strays')
  await strays.locator('summary').click()
  await strays.getByText('Báo cáo tuần từ 26/2 đến hết 3/3/2023').waitFor()
  await axeFindsNothing(page, 'reports of no period')
  await strays.scrollIntoViewIfNeeded()
  await photograph(page, 'office-strays-1280')
  await strays.getByRole('button', { name: 'Xem: Đoàn phường Tây Thạnh' }).click()
  await office.locator('#report').getByText('1.200').first().waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect(page.locator('.masthead'), 'the report is printed alone').toBeHidden()
  await expect(office.locator('#report')).toBeVisible()
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  await expect(page.locator('.masthead')).toBeVisible()
  assert.deepEqual(troubles, [])
  await page.context().close()
})

test("a proxy's log-in before the office's page is no word about its code, which is kept", async ({
  browser,
}) => {
  const { page, office } = await inTheOffice(browser)
  const isAsked = page.waitForResponse('**/overview*')
  await page.unroute('**/overview*')
  await page.route('**/overview*', (route) => route.fulfill({ status: 401, body: '<p>Đăng nhập</p>' }))
  await page.reload()
  await isAsked
  await office.getByText('Chưa kết nối được với máy chủ').waitFor()
  await expect(office.locator('#token')).toHaveCount(0)
  await page.unroute('**/overview*')
  await page.reload()
  await office.getByText('Cập nhật lúc').waitFor()
  await page.context().close()
})

test('in English, every word of the page', async ({ browser }) => {
  const { page, office } = await inTheOffice(browser, 'en')
  const week = office.locator(slipOf('weekly', '2023-02-26'))
  await week.getByText('Received from 1 of').waitFor()
  await week.getByText('Sent on time').waitFor()
  await week.getByRole('button', { name: 'See: Đoàn phường Tây Thạnh' }).click()
  await office.getByText('Back to the list').waitFor()
  await expect(office.locator('.rows').first()).not.toHaveText(/Mã biên nhận|Nhận lúc|Đúng hạn/)
  await photograph(page, 'office-report-en-1280')
  await page.context().close()
})

test('an office page whose endpoint is wrong says to the webmaster what is to be checked, and so does the progress', async ({
  browser,
}) => {
  const body = ['office', 'progress'].map(
    (name) => `<phieu-${name} plan="tan-phu-thang-thanh-nien-2023" endpoint="/apj"></phieu-${name}>`,
  )
  const script = ['office', 'progress'].map(
    (name) => `<script type="module" src="/dist/${name}.js"></script>`,
  )
  const portal = await startPortal({ body: body.join(''), script: script.join(''), csp: STRICT })
  const { page, troubles } = await visit(browser, portal.url)
  for (const name of ['office', 'progress']) {
    const view = page.locator(`phieu-${name}`)
    await view.locator('#token').fill('0123456789')
    await view.locator('#enter').click()
    await expect(view).toContainText('Chưa kết nối được với máy chủ')
    await expect(view).toContainText('Địa chỉ ghi trên trang này không có trên máy chủ')
    await expect(view).toContainText(`/apj/office/plans/tan-phu-thang-thanh-nien-2023/`)
    await expect(view).toContainText('→ 404')
  }
  assert.deepEqual(troubles, [])
  await page.context().close()
  await portal.stop()
})

test('by divisions where a portal drops the tags: the office and the progress, let in by one code', async ({
  browser,
}) => {
  const body = ['office', 'progress'].map(
    (name) => `<div data-phieu-${name} data-plan="tan-phu-thang-thanh-nien-2023" data-endpoint="/api"
      data-now="${collector.now}"><p>Đang tải…</p><br></div>`,
  )
  const script = ['office', 'progress'].map(
    (name) => `<script type="module" src="/dist/${name}.js"></script>`,
  )
  const habits = { body: body.join(''), script: script.join(''), csp: STRICT }
  const portal = await startPortal({ api: collector.url, ...habits })
  const { page, troubles } = await visit(browser, portal.url)
  const [office, progress] = [page.locator('phieu-office'), page.locator('phieu-progress')]
  await office.locator('#token').fill(collector.token())
  await office.locator('#enter').click()
  await office.locator(slipOf('weekly', '2023-02-26')).getByText('Đoàn phường Tây Thạnh').first().waitFor()
  await progress.locator('.whole-text').first().waitFor()
  await expect(page.getByText('Đang tải…').filter({ visible: true })).toHaveCount(0)
  assert.deepEqual(await page.evaluate(() => window.breaches), [])
  assert.deepEqual(troubles, [])
  await page.context().close()
  await portal.stop()
})
