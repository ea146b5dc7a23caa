// The review: the report as the office will read it, before it is sent.
import { expect, test } from '../support/browser.mjs'
import { axeFindsNothing, focusComesTo, photograph, RIGHT, visit } from './person.mjs'
import { startPortal, TAG } from './portal.mjs'

test('every answer stands there as the office will read it, and leads back to the form', async ({
  browser,
  later,
}) => {
  const portal = await startPortal({ body: TAG.replace(/ endpoint="[^"]*"/, '') })
  const { page, person } = await visit(browser, portal.url)
  later(async () => {
    await page.context().close()
    await portal.stop()
  })
  await person.opensFirstWeek()
  await expect(person.form.locator('phieu-form header')).toContainText('Tuần 1, từ 26/2 đến hết 3/3/2023')
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.goesToReview()
  const review = person.form.locator('phieu-review')
  await focusComesTo(page, 'title')
  await expect(review.locator('.paper-title')).toHaveText('Báo cáo tuần · Tuần 1')
  const row = (/** @type {RegExp} */ name) => review.locator('dl.rows > div').filter({ hasText: name })
  await expect(row(/cây xanh/i).first()).toContainText('100 cây')
  await expect(review.getByText('0901 234 567')).toBeVisible()
  await expect(review.locator('.review-activities > li')).toHaveText(/Ngày Chủ nhật xanh/)
  await axeFindsNothing(page, 'the review')
  await photograph(page, 'review')
  await review.locator('#edit').click()
  await person.holds('/figures/trees', '100')
})
