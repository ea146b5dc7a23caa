// A report that is sent arrives once: not never, and not twice.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { launchChromium } from '../support/chromium.mjs'
import { startCollector } from './collector.mjs'
import { RIGHT, visit } from './person.mjs'
import { PLAN, startPortal, TAG } from './portal.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector
/** @type {import('playwright-core').Browser} */
let browser

before(async () => {
  browser = await launchChromium()
})
beforeEach(async () => {
  await collector?.remove()
  collector = await startCollector()
})
after(async () => {
  await browser?.close()
  await collector?.remove()
})

/** How many reports the office has of a unit, counting every revision. */
async function received() {
  const response = await fetch(`${collector.url}/api/office/plans/tan-phu-thang-thanh-nien-2023/overview`, {
    headers: { authorization: `Bearer ${collector.token()}` },
  })
  const { duties } = await response.json()
  const units = /** @type {{ revision: number | null }[]} */ (
    duties.flatMap((/** @type {any} */ duty) => duty.units)
  )
  return units.reduce((sum, { revision }) => sum + (revision ?? 0), 0)
}

test('the same report sent twice counts once', async () => {
  const { page, person } = await visit(browser, `${collector.url}/`)
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.goesToReview()
  await person.form.locator('#send').dblclick()
  const code = await person.code()

  await person.form.locator('#to-duties').click()
  await person.opens('weekly', '2023-02-26')
  await person.sends()
  assert.equal(await person.code(), code, 'the same receipt again')
  assert.equal(await received(), 1)
  await page.context().close()
})

test('a changed report is an amendment, under a receipt of its own', async () => {
  const { page, person } = await visit(browser, `${collector.url}/`)
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.sends()
  const code = await person.code()
  await person.form.locator('#to-duties').click()
  await person.opens('weekly', '2023-02-26')
  await person.types('/figures/trees', '101')
  await person.sends()
  await person.sees('Bản gửi thứ 2')
  assert.notEqual(await person.code(), code)
  await page.context().close()
})

test('the server is down, the report waits; it is up again, the report arrives, also after a reload', async () => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person } = await visit(browser, portal.url)
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await collector.stop()
  await person.sends()
  await person.sees('Chưa tới nơi nhận')
  assert.equal(await person.form.locator('#code').count(), 0)

  await page.reload()
  const slip = person.form.locator('[data-duty=weekly][data-from="2023-02-26"]')
  await slip.getByText('Chờ gửi').waitFor()
  await collector.start()
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await slip.locator('[data-action=receipt]').waitFor()
  assert.equal(await received(), 1)
  await slip.locator('[data-action=receipt]').click()
  assert.match(await person.code(), /-/)
  await portal.stop()
  await page.context().close()
})

test('it tries again by itself, with pauses that grow', async () => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person } = await visit(browser, portal.url)
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  portal.down = true
  await person.sends()
  await person.sees('Chưa tới nơi nhận')
  portal.down = false
  assert.match(await person.code(), /-/)
  assert.equal(await received(), 1)
  await portal.stop()
  await page.context().close()
})

test('a host that takes the report itself: nothing is sent', async () => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person } = await visit(browser, portal.url)
  await page.evaluate(() => {
    document.querySelector('phieu-report')?.addEventListener('submit', (event) => {
      event.preventDefault()
      Object.assign(window, { taken: JSON.parse(/** @type {any} */ (event).detail) })
    })
  })
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.sends()
  await person.sees('Đã giao báo cáo cho trang này')
  const taken = await page.evaluate(() => /** @type {any} */ (window).taken)
  assert.equal(taken.report.figures.trees, 100)
  assert.equal(portal.requests.filter((line) => line.startsWith('PUT')).length, 0)
  assert.ok(portal.requests.includes(`GET /${PLAN}`))
  await portal.stop()
  await page.context().close()
})

test('the office finds what the device did not: its findings are shown at their fields', async () => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person } = await visit(browser, portal.url)
  await page.route('**/api/submissions/*', (route) =>
    route.fulfill({
      status: 422,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        title: 'Báo cáo có lỗi',
        status: 422,
        findings: [
          {
            path: '/figures/trees',
            code: 'rule.breached',
            severity: 'error',
            message: 'Số cây nhiều hơn đã cấp.',
          },
        ],
      }),
    }),
  )
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.sends()
  const summary = await person.summary()
  await summary.getByText('Số cây nhiều hơn đã cấp.').waitFor()
  await page.unroute('**/api/submissions/*')
  await person.types('/figures/trees', '99')
  await person.sends()
  assert.match(await person.code(), /-/)
  await portal.stop()
  await page.context().close()
})

test('a report that is refused after its page was closed: whoever comes back sees it', async () => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person } = await visit(browser, portal.url)
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  portal.down = true
  await person.sends()
  await person.sees('Chưa tới nơi nhận')
  const findings = [
    { path: '/figures/trees', code: 'rule.breached', severity: 'error', message: 'Số cây nhiều hơn đã cấp.' },
  ]
  const body = JSON.stringify({ title: 'Báo cáo có lỗi', findings })
  await page.route('**/api/submissions/*', (route) =>
    route.fulfill({ status: 422, contentType: 'application/problem+json', body }),
  )
  await page.reload()
  await person.sees('Nơi nhận chưa nhận báo cáo này')
  await person.opens('weekly', '2023-02-26')
  await person.sees('Số cây nhiều hơn đã cấp.')
  await portal.stop()
  await page.context().close()
})

test('another report under the same number: it is said, and the next attempt has a new one', async () => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person } = await visit(browser, portal.url)
  let taken = ''
  await page.route(
    '**/api/submissions/*',
    (route) => {
      taken = new URL(route.request().url()).pathname
      return route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        body: '{"title":"Trùng mã"}',
      })
    },
    { times: 1 },
  )
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.sends()
  await person.sees('đã có một báo cáo khác với cùng mã gửi')
  await person.form.locator('#edit').click()
  await person.sends()
  assert.match(await person.code(), /-/)
  const puts = portal.requests.filter((line) => line.startsWith('PUT'))
  assert.equal(puts.length, 1)
  assert.ok(taken && !puts.includes(`PUT ${taken}`), 'the number is another')
  await portal.stop()
  await page.context().close()
})

test('an answer that is no receipt of this report is no receipt', async () => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person } = await visit(browser, portal.url)
  // A hotel's log-in page.
  await page.route('**/api/submissions/*', (route) =>
    route.fulfill({ status: 200, body: '<h1>Welcome</h1>' }),
  )
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.sends()
  await person.sees('Chưa tới nơi nhận')
  await portal.stop()
  await page.context().close()
})
