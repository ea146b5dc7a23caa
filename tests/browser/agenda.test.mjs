// What a unit takes along: its deadlines in its own calendar.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from '../support/browser.mjs'
import { axeFindsNothing, visit } from './person.mjs'
import { startPortal, TAG } from './portal.mjs'

test('the deadlines of the unit go into its own calendar', async ({ browser, later }) => {
  const portal = await startPortal({ body: TAG.replace(/ endpoint="[^"]*"/, '') })
  const { page, person } = await visit(browser, portal.url)
  later(async () => {
    await page.context().close()
    await portal.stop()
  })
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    person.form.getByRole('button', { name: 'Đưa hạn gửi vào lịch' }).click(),
  ])
  assert.equal(file.suggestedFilename(), 'lich-han-gui-phuong-tay-thanh.ics')
  const text = readFileSync(await file.path(), 'utf8')
  assert.ok(
    text.startsWith('BEGIN:VCALENDAR\r\n') && text.includes('SUMMARY:Hạn gửi: Báo cáo tuần · Tuần 1\r\n'),
  )
  await axeFindsNothing(page, 'the list with its calendar')
})
