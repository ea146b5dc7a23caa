// A report that is sent arrives once: not never, and not twice.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { expect, test } from '../support/browser.mjs'
import { received, startCollector } from './collector.mjs'
import { dropsDrafts, onDevice } from './device.mjs'
import { focusComesTo, RIGHT, slipOf, visit } from './person.mjs'
import { PLAN, problem, startPortal, TAG } from './portal.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeEach(async () => {
  await collector?.remove()
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

test('the same report sent twice counts once', async ({ browser }) => {
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
  assert.equal(await received(collector), 1)
  await page.context().close()
})

test('a changed report is an amendment, under a receipt of its own', async ({ browser }) => {
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

test('the server is down, the report waits; it is up again, the report arrives, also after a reload', async ({
  browser,
}) => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person } = await visit(browser, portal.url)
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await collector.stop()
  await person.sends()
  await person.sees('Chưa tới nơi nhận')
  await expect(person.form.locator('#code')).toHaveCount(0)

  await page.reload()
  const slip = person.form.locator(slipOf('weekly', '2023-02-26'))
  await slip.getByText('Chờ gửi').waitFor()
  await collector.start()
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await slip.locator('[data-action=receipt]').waitFor()
  assert.equal(await received(collector), 1)
  await slip.locator('[data-action=receipt]').click()
  assert.match(await person.code(), /-/)
  await portal.stop()
  await page.context().close()
})

test('the line comes back while it is asked what is wrong with it: what is delivered then is known to be', async ({
  browser,
}) => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const context = await browser.newContext()
  let sent = 0
  await context.route('**/api/submissions/*', (route) => {
    if (route.request().method() !== 'PUT') return route.continue()
    sent += 1
    return sent === 1 ? route.abort() : route.continue()
  })
  const { person } = await visit(context, portal.url)
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.goesToReview()
  await person.form.locator('#send').click()
  assert.match(await person.code(), /-/)
  assert.equal(sent, 2)
  assert.equal(await received(collector), 1)
  await portal.stop()
  await context.close()
})

test('it tries again by itself, with pauses that grow', async ({ browser }) => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person } = await visit(browser, portal.url)
  await person.leavesALetter(portal)
  portal.down = false
  assert.match(await person.code(), /-/)
  assert.equal(await received(collector), 1)
  await portal.stop()
  await page.context().close()
})

test('a host that takes the report itself: nothing is sent', async ({ browser }) => {
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
  await person.sees('Đã chuyển báo cáo cho trang này')
  const taken = await page.evaluate(() => /** @type {any} */ (window).taken)
  assert.equal(taken.report.figures.trees, 100)
  assert.equal(portal.requests.filter((line) => line.startsWith('PUT')).length, 0)
  assert.ok(portal.requests.includes(`GET /${PLAN}`))
  await portal.stop()
  await page.context().close()
})

test('the office finds what the device did not: its findings are shown at their fields', async ({
  browser,
}) => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person } = await visit(browser, portal.url)
  await page.route('**/api/submissions/*', (route) =>
    route.fulfill(
      problem(422, 'findings', {
        detail: 'Báo cáo có lỗi',
        findings: [
          {
            path: '/figures/trees',
            code: 'rule.breached',
            severity: 'error',
            message: 'Số cây nhiều hơn đã cấp.',
          },
        ],
      }),
    ),
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

test('a report that is refused after its page was closed: whoever comes back sees it', async ({
  browser,
}) => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person } = await visit(browser, portal.url)
  await person.leavesALetter(portal)
  const findings = [
    { path: '/figures/trees', code: 'rule.breached', severity: 'error', message: 'Số cây nhiều hơn đã cấp.' },
  ]
  const refusal = problem(422, 'findings', { detail: 'Báo cáo có lỗi', findings })
  await page.route('**/api/submissions/*', (route) => route.fulfill(refusal))
  await page.reload()
  await person.sees('Nơi nhận chưa nhận báo cáo này')
  await person.opens('weekly', '2023-02-26')
  await person.sees('Số cây nhiều hơn đã cấp.')
  await portal.stop()
  await page.context().close()
})

test('a report that is refused after its draft was dropped comes back as a draft', async ({ browser }) => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person } = await visit(browser, portal.url)
  await person.leavesALetter(portal)
  await dropsDrafts(page)
  const findings = [
    { path: '/figures/trees', code: 'rule.breached', severity: 'error', message: 'Số cây nhiều hơn đã cấp.' },
  ]
  const refusal = problem(422, 'findings', { detail: 'Báo cáo có lỗi', findings })
  await page.route('**/api/submissions/*', (route) => route.fulfill(refusal))
  await page.reload()
  await person.sees('Nơi nhận chưa nhận báo cáo này')
  await person.form.locator(slipOf('weekly', '2023-02-26')).getByText('Có bản nháp').waitFor()
  await person.opens('weekly', '2023-02-26')
  await person.sees('Số cây nhiều hơn đã cấp.')
  await person.holds('/figures/trees', '100')
  await person.holds('/activities/0/title', 'Ngày Chủ nhật xanh')
  await person.keeps('Ngày Chủ nhật xanh')
  await page.unroute('**/api/submissions/*')
  portal.down = false
  await person.types('/figures/trees', '99')
  await person.sends()
  assert.match(await person.code(), /-/)
  await portal.stop()
  await page.context().close()
})

test('another report under the same number: it is said, and the next attempt has a new one', async ({
  browser,
}) => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person } = await visit(browser, portal.url)
  let taken = ''
  await page.route(
    '**/api/submissions/*',
    (route) => {
      taken = new URL(route.request().url()).pathname
      return route.fulfill(problem(409, 'otherContent', { detail: 'Trùng mã' }))
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

test('an answer that is no receipt of this report is no receipt', async ({ browser }) => {
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

test('the outbox, item by item: what waits, since when, tried when; tried now, kept as a file, deleted', async ({
  browser,
}) => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person } = await visit(browser, portal.url)
  await person.leavesALetter(portal)
  await page.reload()
  const letter = person.form.locator('#outbox [data-letter]')
  await letter.getByText('Báo cáo tuần · Tuần 1, từ 26/2 đến hết 3/3/2023, Đoàn phường Tây Thạnh').waitFor()
  await letter.getByText('Bấm gửi lúc').waitFor()
  await letter.getByText('Tự thử lại lúc').waitFor()

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    letter.locator('[data-action=export]').click(),
  ])
  const { report } = JSON.parse(readFileSync(await file.path(), 'utf8'))
  assert.equal(report.figures.trees, 100)

  await letter.locator('[data-action=delete]').click()
  await focusComesTo(page, 'keep-letter')
  await page.keyboard.press('Enter')
  await expect(letter, 'not deleted without being asked twice').toHaveCount(1)
  await letter.locator('[data-action=delete]').click()
  await person.form.locator('#delete-letter').click()
  await letter.waitFor({ state: 'detached' })
  await person.opens('weekly', '2023-02-26')
  await expect(person.input('/figures/trees'), 'the draft stays').toHaveValue('100')
  await person.sends()
  await person.sees('Chưa tới nơi nhận')
  await person.form.locator('#to-duties').click()

  await person.triesOnceMended(letter, (route) => {
    portal.down = false
    return route.continue()
  })
  await letter.waitFor({ state: 'detached' })
  assert.equal(await received(collector), 1)
  await portal.stop()
  await page.context().close()
})

test('deleted while it is on its way: what the office has by then is told, and not taken for unsent', async ({
  browser,
}) => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const context = await browser.newContext()
  let isHeld = false
  let release = () => {}
  const released = new Promise((done) => {
    release = () => done(undefined)
  })
  await context.route('**/api/submissions/*', async (route) => {
    if (isHeld && route.request().method() === 'PUT') await released
    await route.continue()
  })
  const { page, person } = await visit(context, portal.url)
  await person.leavesALetter(portal)
  await person.form.locator('#to-duties').click()
  await person.form.locator('#outbox [data-letter]').waitFor()
  await person.form.locator('#outbox [data-action=delete]').click()
  isHeld = true
  portal.down = false
  const sending = page.waitForRequest((request) => request.method() === 'PUT')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await sending
  await person.form.locator('#delete-letter').click()
  await expect(person.form.locator('#sure-text'), 'that it waits is said').toHaveText(/^Đang xóa/)
  await expect(person.form.locator('#keep-letter')).toHaveAttribute('aria-disabled', 'true')
  release()
  await person.form.locator('[data-duty=weekly] [data-action=receipt]').first().waitFor()
  await expect(person.form.locator('#outbox [data-letter]')).toHaveCount(0)
  assert.equal(await received(collector), 1)
  await portal.stop()
  await context.close()
})

test('an office that takes no more revisions is not asked for ever: its words are shown', async ({
  browser,
}) => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const context = await browser.newContext()
  await context.route('**/api/submissions/*', (route) =>
    route.fulfill(problem(429, 'tooManyRevisions', { detail: 'đề nghị văn phòng trả lại báo cáo' })),
  )
  const { page, person } = await visit(context, portal.url)
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.sends()
  await person.sees('đề nghị văn phòng trả lại báo cáo')
  assert.deepEqual(await onDevice(page, 'outbox'), [])
  await portal.stop()
  await context.close()
})
