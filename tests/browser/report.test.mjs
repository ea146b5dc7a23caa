// The main job, end to end: filled wrongly, then rightly, sent, received, seen by the office.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { focusComesTo, photograph, RIGHT, slipOf, visit } from './person.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

test('a weekly report filled wrongly is stopped, filled rightly is received, and the office sees it', async ({
  browser,
}) => {
  const { page, person, troubles } = await visit(browser, `${collector.url}/`)
  await person.opensFirstWeek()

  await person.types('/figures/trees', 'một trăm')
  await person.types('/figures/attendances', '12.5')
  await person.types('/figures/reporter-phone', '090123')
  await person.goesToReview()
  const summary = await person.summary()
  const lines = await summary.getByRole('link').allTextContents()
  assert.ok(lines.length >= 5, `the summary names wrong and missing answers: ${lines.join(' | ')}`)
  await photograph(page, 'error-summary-1280')

  await summary.locator('a[href="#at_figures_trees"]').click()
  await focusComesTo(page, 'at_figures_trees')
  const label = person.form.locator('label[for=at_figures_trees]')
  assert.ok(await label.evaluate((each) => each.getBoundingClientRect().top >= 0), 'the label is in sight')

  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.types('/figures/trees', '5.000')
  await person.form.locator('#at_figures_trees-findings-number-implausible').fill('Nhận cây của Thành phố')
  await person.form.locator('#title').evaluate((title) => title.scrollIntoView())
  await photograph(page, 'form-1280')
  await person.goesToReview()
  await person.sees('Xem lại trước khi gửi')
  await person.sees('Chưa gửi')
  const remarks = person.form.locator('#remarks .finding')
  const trees = remarks.filter({ hasText: 'Số cây xanh trồng mới: 5.000 cây' })
  await expect(trees).toContainText('500 cây')
  await expect(trees).toContainText('Nhận cây của Thành phố')
  const noticed = await remarks.allTextContents()
  await photograph(page, 'review-1280')
  await person.form.locator('#send').click()

  const code = await person.code()
  assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  await expect(person.form.locator('#timeliness')).toHaveText(/Đúng hạn/)
  await photograph(page, 'receipt-1280')

  const [download] = await Promise.all([page.waitForEvent('download'), person.form.locator('#keep').click()])
  assert.equal(download.suggestedFilename(), `bien-nhan-${code}.html`)

  await person.form.locator('#to-duties').click()
  const slip = person.form.locator(slipOf('weekly', '2023-02-26'))
  await slip.and(person.form.locator('.sent')).waitFor()
  await photograph(page, 'duties-1280')
  assert.deepEqual(troubles, [])

  const office = await visit(browser, `${collector.url}/office.html`)
  const view = office.page.locator('phieu-office')
  await view.locator('#token').fill('not the token')
  await view.locator('#enter').click()
  await view.getByText('Mã truy cập không đúng').waitFor()
  await view.locator('#token').fill(collector.token())
  await view.locator('#enter').click()
  const week = view.locator(slipOf('weekly', '2023-02-26'))
  const row = week.locator('.office-group.sent [data-unit=phuong-tay-thanh]')
  await row.waitFor()
  await expect
    .poll(() => week.locator('.office-group.missing li').count(), 'the others are missing')
    .toBeGreaterThan(10)
  await view.locator('[data-duty=quick] summary').first().click()
  await view.locator('[data-duty=quick] .office-group.late').waitFor()
  assert.ok(!office.page.url().includes(collector.token()), 'the token is not in the address')
  await photograph(office.page, 'office-1280')
  await row.getByRole('button').click()
  await view.locator('#report').getByText(code).waitFor()
  await view.locator('#report').getByText('Ngày Chủ nhật xanh').first().waitFor()
  await expect(view.locator('#report #remarks .finding'), 'the very lines that the unit read').toHaveText(
    noticed,
  )
  await photograph(office.page, 'office-report-1280')
  assert.deepEqual(office.troubles, [])
})
