// From "sent" to "accepted": what the office returns is mended, what it has accepted is locked, and the unit is told.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { axeFindsNothing, focusComesTo, photograph, RIGHT, slipOf, visit } from './person.mjs'
import { startPortal, TAG } from './portal.mjs'

const WEEK = slipOf('weekly', '2023-02-26')

/**
 * A unit that has sent its first week.
 * @param {import('playwright').Browser} browser
 * @param {{ open: boolean }} options
 */
async function sentFirstWeek(browser, options) {
  const collector = await startCollector(options)
  const unit = 'phuong-tay-thanh'
  const link = options.open ? '' : `#unit=${unit}&code=${collector.code(unit)}`
  const url = `${collector.url}/${link}`
  const { page, person } = await visit(browser, url)
  if (options.open) await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await person.opens('weekly', '2023-02-26')
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  const sending = page.waitForResponse('**/api/submissions/*')
  await person.sends()
  await person.code()
  const { submission } = await (await sending).json()
  const decide = (/** @type {object} */ decision) => collector.decides(submission, decision)
  const stop = async () => {
    await page.context().close()
    await collector.remove()
  }
  return { url, page, person, collector, decide, stop }
}

const RETURNED = {
  outcome: 'returned',
  reason: 'Số cây chưa khớp với <b>biên bản</b>.',
  fields: [{ path: '/figures/trees', reason: 'Cộng cả số cây của khu phố 3.' }],
}

test('a returned report: the reasons stand where they belong until the field is changed, old beside new, sent again', async ({
  browser,
}) => {
  const { page, person, decide, stop } = await sentFirstWeek(browser, { open: false })
  await decide(RETURNED)
  await page.reload()
  const slip = person.form.locator(WEEK)
  await slip.getByText('Số cây chưa khớp với <b>biên bản</b>.').waitFor()
  await person.sees('Cần bổ sung')

  await person.opens('weekly', '2023-02-26')
  await person.form.locator('#returned').getByText('Số cây chưa khớp').waitFor()
  await person.form.locator('#returned a').click()
  await focusComesTo(page, 'at_figures_trees')
  const remark = person.form.locator('#at_figures_trees-remark')
  await remark.getByText('Cộng cả số cây của khu phố 3.').waitFor()
  await person.types('/figures/trees', '120')
  await remark.waitFor({ state: 'detached' })
  await person.keeps('120')
  await page.reload()
  await person.opens('weekly', '2023-02-26')
  await person.form.locator('#returned').waitFor()
  await expect(remark, 'mended, also after a reload').toHaveCount(0)

  await person.goesToReview()
  await person.form.locator('del', { hasText: '100 cây' }).waitFor()
  await expect(person.form.locator('del'), 'only what differs').toHaveCount(1)
  await person.form.locator('#send').click()
  await person.sees('Bản gửi thứ 2')
  await person.form.locator('#to-duties').click()
  await slip.locator('[data-action=receipt]').waitFor()
  await expect(slip.getByText('Số cây chưa khớp')).toHaveCount(0)
  await stop()
})

test('sent on one device, returned, mended on another with the same code', async ({ browser }) => {
  const { url, decide, stop } = await sentFirstWeek(browser, { open: false })
  await decide(RETURNED)
  const { page, person, troubles } = await visit(browser, url)
  const slip = person.form.locator(WEEK)
  await slip.getByText('Số cây chưa khớp với <b>biên bản</b>.').waitFor()
  await person.opens('weekly', '2023-02-26')
  await person.holds('/figures/trees', '100')
  await person.holds('/figures/attendances', '1200')
  await person.holds('/activities/0/title', 'Ngày Chủ nhật xanh')
  await person.holds('/activities/0/participants', '120')
  await person.form.locator('#at_figures_trees-remark').getByText('khu phố 3.').waitFor()
  await page.reload()
  await person.opens('weekly', '2023-02-26')
  await person.types('/figures/trees', '120')
  await person.goesToReview()
  await person.form.locator('del', { hasText: '100 cây' }).waitFor()
  await expect(person.form.locator('del'), 'only what differs').toHaveCount(1)
  await person.form.locator('#send').click()
  await person.sees('Bản gửi thứ 2')

  await person.form.evaluate((form) => form.setAttribute('data-now', '2023-03-09T08:00:00+07:00'))
  await person.form.locator('#to-duties').click()
  await person.opens('weekly', '2023-03-04')
  await person.sees('Đã báo cáo kỳ trước: 120 cây')
  await person.form.locator('#copy-earlier').waitFor()
  assert.deepEqual(troubles, [])
  await page.context().close()
  await stop()
})

test('where anyone may report, the reasons are told to the device that has sent it', async ({ browser }) => {
  const { page, person, decide, stop } = await sentFirstWeek(browser, { open: true })
  await decide(RETURNED)
  await page.reload()
  await person.form.locator(WEEK).getByText('Số cây chưa khớp').waitFor()
  await stop()
})

/**
 * What is in the form that can be typed into, chosen, or pressed to change it.
 * @param {import('./person.mjs').Person} person
 */
const whatChanges = (person) =>
  person.form
    .locator(
      '.sheet :is(input:not([readonly]), textarea:not([readonly]), .section button:not([aria-controls], [id$=-save]))',
    )
    .evaluateAll((elements) => elements.map((element) => element.outerHTML))

test('an accepted report is locked: said why and what to do, every answer can be read, none changed', async ({
  browser,
}) => {
  const { page, person, decide, stop } = await sentFirstWeek(browser, { open: false })
  await person.form.locator('#to-duties').click()
  await person.opens('weekly', '2023-02-26')
  await person.types('/figures/highlights', 'Ra quân dọn kênh.')
  await person.input('/figures/launch-held').check()
  await person.keeps('Ra quân dọn kênh.')
  await decide({ outcome: 'accepted' })
  await page.reload()
  await person.form.locator(WEEK).getByText('Xem lại').click()
  await person.form.locator('#locked').getByText('liên hệ nơi nhận để được trả lại').waitFor()
  await person.reaches('[data-path="/activities/0/title"]')
  await person.input('/activities/0/title').waitFor()
  assert.deepEqual(await whatChanges(person), [])
  await axeFindsNothing(page, 'a locked report')
  await photograph(page, 'locked')

  for (const path of [
    '/figures/trees',
    '/figures/launch-held',
    '/activities/0/title',
    '/figures/highlights',
  ]) {
    const input = person.input(path)
    const before = await input.inputValue()
    await input.focus()
    await page.keyboard.type('9')
    await page.keyboard.press('Backspace')
    await page.evaluate(() => document.execCommand('insertText', false, 'dán'))
    await expect(input).toHaveValue(before)
    assert.notEqual(before, '')
  }
  // Past the heading, which folds its section, and what hands the list over as a file.
  for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press('Shift+Tab')
  assert.ok(
    await page.evaluate(() => deepFocus()?.matches('[readonly]')),
    'the keyboard goes through the answers',
  )

  await person.goesToReview()
  await person.sees('Báo cáo đã được duyệt')
  await expect(
    person.form.getByText('Ra quân dọn kênh.'),
    'what was accepted, not what was typed since',
  ).toHaveCount(0)
  await expect(person.form.locator('#send')).toHaveAttribute('aria-disabled', 'true')
  await person.form.locator('#send').click({ force: true })
  await person.form.locator('#locked-send').waitFor()
  await axeFindsNothing(page, 'the review of a locked report')
  await stop()
})

test('accepted while the form is open: it is locked as soon as the office says so', async ({ browser }) => {
  const { page, person, decide, stop } = await sentFirstWeek(browser, { open: false })
  await decide({ outcome: 'accepted' })
  let answer = () => {}
  const late = new Promise((done) => {
    answer = () => done(undefined)
  })
  await page.route(/\/(status|reports)\?/, async (route) => {
    await late
    await route.continue()
  })
  await page.reload()
  await person.opens('weekly', '2023-02-26')
  await person.types('/figures/trees', '101')
  answer()
  await person.form.locator('#locked').waitFor()
  assert.deepEqual(await whatChanges(person), [])
  await expect(person.input('/figures/trees'), 'nothing typed is lost').toHaveValue('101')
  await stop()
})

test('accepted while an amendment was being written: it is said why, and the draft stays', async ({
  browser,
}) => {
  const { person, decide, stop } = await sentFirstWeek(browser, { open: false })
  await person.form.locator('#to-duties').click()
  await person.opens('weekly', '2023-02-26')
  await person.types('/figures/trees', '133')
  await decide({ outcome: 'accepted' })
  await person.sends()
  await person.sees('Văn phòng đã duyệt báo cáo này')
  await person.form.locator('#edit').click()
  await person.holds('/figures/trees', '133')
  await stop()
})

test('the next period: what stands is copied, what is summed is not; done as planned lists the calendar once', async ({
  browser,
}) => {
  const collector = await startCollector()
  const habits = { body: TAG, api: collector.url }
  const portal = await startPortal(habits)
  const { page, person } = await visit(browser, portal.url)
  await person.opensFirstWeek()
  await expect(person.form.locator('#copy-earlier')).toHaveCount(0)
  await person.fillsIn({
    ...RIGHT,
    '/figures/digital-teams': '12',
    '/figures/highlights': 'Ra quân dọn kênh.',
  })
  await person.form.locator('#as-planned').click()
  const planned = await person.form.locator('.activity').count()
  assert.ok(planned > 0)
  await person.form.locator('#as-planned').click()
  await expect(person.form.locator('.activity'), 'once').toHaveCount(planned)
  for (let index = planned; index > 0; index -= 1) {
    await person.reaches('[data-path="/activities/0/title"]')
    await person.form.getByRole('button', { name: 'Xóa: ' }).click()
  }
  await person.addsActivity()
  await person.sends()
  await person.code()

  habits.body = TAG.replace(/data-now="[^"]*"/, 'data-now="2023-03-09T08:00:00+07:00"')
  await page.reload()
  await person.opens('weekly', '2023-03-04')
  await person.types('/figures/reporter-phone', '0912345678')
  await person.form.locator('#copy-earlier').click()
  await person.holds('/figures/digital-teams', '12')
  await person.holds('/figures/highlights', 'Ra quân dọn kênh.')
  await person.holds('/figures/reporter-phone', '0912345678')
  await person.holds('/figures/trees', '')
  await portal.stop()
  await page.context().close()
  await collector.remove()
})

test('the office returns a report on its page with a reason for one answer, and accepts what was mended', async ({
  browser,
}) => {
  const { page, person, collector, stop } = await sentFirstWeek(browser, { open: false })
  const office = await visit(browser, `${collector.url}/office.html`)
  const view = office.page.locator('phieu-office')
  await view.locator('#token').fill(collector.token())
  await view.locator('#enter').click()
  const seeReport = () => view.locator(`${WEEK} [data-unit=phuong-tay-thanh]`).getByRole('button').click()
  await seeReport()
  await view.locator('#return').click()
  await view.locator('#decision [role=alert]').waitFor()
  await view.locator('#return-reason').fill('Xin xem lại số cây.')
  await view.locator('#add-field').click()
  await view.locator('.return-line select').selectOption({ label: 'Số cây xanh trồng mới' })
  await view.locator('.return-line input').fill('Cộng cả khu phố 3.')
  await photograph(office.page, 'office-decision-1280')
  await view.locator('#return').click()
  await view.locator('#decision .history').getByText('Đã trả lại').waitFor()
  await view.locator('#accept:not([disabled])').waitFor()
  await expect(view.locator('#return-reason'), 'said, so no longer standing there').toHaveValue('')
  await axeFindsNothing(office.page, 'the decision')

  await page.reload()
  await person.opens('weekly', '2023-02-26')
  await person.form.locator('#at_figures_trees-remark').getByText('Cộng cả khu phố 3.').waitFor()
  await person.types('/figures/trees', '120')
  await person.sends()
  await person.code()

  await view.locator('#to-overview').click()
  await office.page.reload()
  await seeReport()
  await view.locator('#decision .history').getByText('Bản gửi thứ 2').waitFor()
  await view.locator('#accept').click()
  await view.locator('#decision .history').getByText('Đã duyệt').waitFor()
  await view.locator('#accept').waitFor({ state: 'detached' })
  assert.deepEqual(office.troubles, [])
  await office.page.context().close()
  await stop()
})
