// What goes on paper or to a mailbox besides stands where a person fills in, reads once more and has a receipt, file field or not.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { axeFindsNothing, fillsInWhatIsAsked, isNotWiderThanTheScreen, photograph, visit } from './person.mjs'
import { startPortal } from './portal.mjs'

const TAG =
  '<phieu-report plan="/api/plans/tan-phu-van-minh-do-thi-2024" endpoint="/api" data-now="2024-05-15T08:00:00+07:00"></phieu-report>'
const BY_MAIL = 'Ngoài báo cáo gửi ở đây, văn bản còn yêu cầu gửi: Thư điện tử (quandoantanphu@gmail.com).'

test('a mailbox that the document names stands in the form, the review and the receipt of a report without files', async ({
  browser,
  later,
}) => {
  const collector = await startCollector({ now: '2024-05-15T08:00:00+07:00' })
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person, troubles } = await visit(browser, portal.url, {
    viewport: { width: 360, height: 740 },
  })
  later(async () => {
    await page.context().close()
    await portal.stop()
    await collector.remove()
  })
  const scripts = /** @type {string[]} */ ([])
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname))
  const { form } = person
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  const slip = form.locator('[data-duty=calendar]').first()
  await slip.locator('[data-action=fill]').click()
  const follows = form.locator('phieu-follows')
  await expect(follows).toHaveText(BY_MAIL)
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'follows-form-360')
  await person.reaches('#at_activities')
  await form.locator('#at_activities').click()
  await person.fillsIn({
    '/activities/0/title': 'Ngày Chủ nhật xanh',
    '/activities/0/date': '26/5/2024',
    '/activities/0/place': 'Sân phường Tây Thạnh',
  })
  await fillsInWhatIsAsked(person)
  await expect(follows).toHaveText(BY_MAIL)
  await form.locator('#send').click()
  await person.code()
  await expect(form.locator('.follows li')).toHaveText([BY_MAIL])
  await expect(form.locator('.follows button')).toHaveCount(0)
  await axeFindsNothing(page, 'a receipt with what goes to a mailbox')
  await form.locator('.follows').scrollIntoViewIfNeeded()
  await photograph(page, 'follows-receipt-360')
  assert.ok(!scripts.includes('/dist/files.js'), 'no file is asked, and nothing of files was loaded')
  assert.deepEqual(troubles, [])
})
