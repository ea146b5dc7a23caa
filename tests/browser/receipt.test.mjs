// The receipt: that the office has the report, when it came and whether that was in time.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { axeFindsNothing, photograph, RIGHT, slipOf, visit } from './person.mjs'
import { startPortal, TAG } from './portal.mjs'

const WEEK = slipOf('weekly', '2023-02-26')

test('made in time, arrived late because the line was down: the receipt says both', async ({ browser }) => {
  const collector = await startCollector()
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person } = await visit(browser, portal.url)
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await collector.stop()
  await person.sends()
  await person.sees('Chưa tới nơi nhận')
  collector.now = '2023-03-06T07:00:00+07:00'
  await collector.start()
  await person.form.locator('#retry').click()
  await person.code()
  await person.sees('Trễ hạn. Gửi kịp hạn, đến trễ vì mất mạng.')
  await expect(person.form.locator('#prepared')).toHaveText(/3\/3\/2023/)
  const [copy] = await Promise.all([page.waitForEvent('download'), person.form.locator('#keep').click()])
  const kept = readFileSync(await copy.path(), 'utf8')
  assert.ok(kept.includes('Trễ hạn. Gửi kịp hạn'), 'what is kept says the same')

  const office = await visit(browser, `${collector.url}/office.html`)
  const list = office.page.locator('phieu-office')
  await list.locator('#token').fill(collector.token())
  await list.locator('#enter').click()
  const row = list.locator(`${WEEK} [data-unit=phuong-tay-thanh]`)
  await row.getByText('Gửi kịp hạn, đến trễ vì mất mạng').waitFor()
  await row.getByText('Đã gửi trễ hạn').waitFor()
  const heights = await list
    .locator('.office-duty[open] .office-state')
    .evaluateAll((states) => states.map(({ clientHeight }) => clientHeight))
  assert.ok(Math.max(...heights) < 40, 'a state stands on one line beside the longest name')
  await photograph(office.page, 'office-delayed-1280')
  await axeFindsNothing(office.page, 'a report that the line held up')
  await office.page.getByRole('link', { name: 'Tiến độ từng chỉ tiêu' }).click()
  const progress = office.page.locator('phieu-progress')
  await progress.getByRole('tab', { name: 'Đơn vị và phiếu' }).click()
  await progress.locator('[data-unit=phuong-tay-thanh] td.sentLate').getByText('Gửi kịp hạn').waitFor()
  await photograph(office.page, 'progress-delayed-1280')
  assert.deepEqual(office.troubles, [])
  await office.page.context().close()
  await portal.stop()
  await page.context().close()
  await collector.remove()
})
