// A device that several people use: whoever leaves takes the unit's code away, and nothing unsent goes unsaid.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { onDevice } from './device.mjs'
import { axeFindsNothing, focusComesTo, RIGHT, slipOf, visit } from './person.mjs'
import { startPortal, TAG } from './portal.mjs'
import { writesBeside } from './thread.mjs'

const UNIT = 'phuong-tay-thanh'
const WEEK = slipOf('weekly', '2023-02-26')

/**
 * A unit that has sent its first week, has begun another report, and whose amendment waits for the line.
 * @param {import('../support/browser.mjs').Story} story
 */
async function busyUnit({ browser, later }) {
  const collector = await startCollector({ open: false })
  const portal = await startPortal({ body: TAG, api: collector.url })
  const context = await browser.newContext()
  later(async () => {
    await context.close()
    await portal.stop()
    await collector.remove()
  })
  const code = collector.code(UNIT)
  const { page, person } = await visit(context, `${portal.url}#unit=${UNIT}&code=${code}`)
  await person.opens('weekly', '2023-02-26')
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.sends()
  await person.code()
  await person.form.locator('#to-duties').click()
  await person.opens('weekly', '2023-02-26')
  await person.types('/figures/new-members', '6')
  portal.down = true
  await person.sends()
  await person.sees('Chưa tới nơi nhận')
  await person.form.locator('#to-duties').click()
  await person.form.locator('#outbox [data-letter]').waitFor()
  return { portal, context, page, person, code }
}

test('the code, the receipts, the drafts and the unit go; what has not been sent is named and can be kept', async ({
  browser,
  later,
}) => {
  const { portal, page, person, code } = await busyUnit({ browser, later })
  await person.form.getByText('Xóa mã khỏi máy này').click()
  await focusComesTo(page, 'forget-title')
  await person.sees('1 báo cáo chưa tới nơi nhận')
  await person.sees('1 bản nháp')
  await axeFindsNothing(page, 'what is to be removed')
  const items = person.form.locator('phieu-forget li')
  await expect(items).toHaveText([/Báo cáo tuần · Tuần 1, /, /Báo cáo tuần · Tuần 1, /])
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    items.first().getByText('Lưu thành tệp').click(),
  ])
  assert.equal(JSON.parse(readFileSync(await file.path(), 'utf8')).report.figures['new-members'], 6)

  await person.form.locator('#forget-now', { hasText: 'bỏ 1 báo cáo chưa gửi, bỏ 1 bản nháp' }).click()
  await person.sees('Chọn đơn vị của bạn')
  portal.down = false
  await page.goto(portal.url)
  await person.sees('Chọn đơn vị của bạn')
  for (const shelf of /** @type {const} */ (['drafts', 'outbox', 'kept']))
    assert.deepEqual(await onDevice(page, shelf), [], shelf)
  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }))
  assert.ok(!stored.includes(code) && !stored.includes(UNIT), stored)

  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await person.sees('Nơi nhận cần mã của đơn vị')
  await expect(person.form.locator(`${WEEK} [data-action=receipt]`)).toHaveCount(0)
  await expect(person.form.locator(WEEK)).not.toContainText('Có bản nháp')
})

test('who thinks better of it keeps all', async ({ browser, later }) => {
  const { page, person } = await busyUnit({ browser, later })
  await person.form.locator('#forget').click()
  await person.form.locator('#forget-not').click()
  await focusComesTo(page, 'forget')
  await expect(person.form.locator('#outbox [data-letter]')).toHaveCount(1)
  assert.equal((await onDevice(page, 'kept')).length, 1)
})

test('another tab that shows the unit shows it no longer', async ({ browser, later }) => {
  const { portal, context, person } = await busyUnit({ browser, later })
  const other = await visit(context, portal.url)
  await other.person.form.locator('#outbox [data-letter]').waitFor()
  await person.form.locator('#forget').click()
  await person.form.locator('#forget-now').click()
  await other.person.sees('Chọn đơn vị của bạn')
})

test('a draft that a thread beside another tab writes goes with the unit, and nothing of it comes back', async ({
  browser,
  later,
}) => {
  const { portal, context, page, person } = await busyUnit({ browser, later })
  const other = await visit(context, portal.url)
  await other.person.opens('weekly', '2023-02-26')
  await writesBeside(other.person, '/figures/trees')
  await person.form.locator('#forget').click()
  await person.form.locator('#forget-title').waitFor()
  await other.person.input('/figures/trees').fill('4177')
  await person.form.locator('#forget-now').click()
  await other.person.sees('Dữ liệu của đơn vị này vừa được xóa khỏi máy từ một thẻ khác')
  await expect.poll(() => onDevice(page, 'drafts')).toEqual([])
  // What a page that is left would still write.
  await other.page.reload()
  await other.person.sees('Chọn đơn vị của bạn')
  assert.deepEqual(await onDevice(page, 'drafts'), [])
  const tails = await other.page.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.includes('tail')),
  )
  assert.deepEqual(tails, [])
})

test('a form that is open in another tab: nothing of it is written back, and what was typed can be saved', async ({
  browser,
  later,
}) => {
  const { portal, context, person } = await busyUnit({ browser, later })
  const other = await visit(context, portal.url)
  await other.person.opens('weekly', '2023-02-26')
  await other.person.types('/figures/trees', '41')
  await other.person.seesSaved()
  await person.form.locator('#forget').click()
  await person.form.locator('#forget-title').waitFor()
  // Typed in the moment in which the unit goes: not written yet.
  await other.page.evaluate(() => {
    const { keeper } = /** @type {any} */ (document.querySelector('phieu-report')).work.session
    clearTimeout(keeper._timer)
    keeper._timer = 1
  })
  await other.person.input('/figures/trees').fill('43')
  await person.form.locator('#forget-now').click()
  await other.person.sees('Dữ liệu của đơn vị này vừa được xóa khỏi máy từ một thẻ khác')
  await axeFindsNothing(other.page, 'a unit that is gone under an open form')
  const [file] = await Promise.all([
    other.page.waitForEvent('download'),
    other.person.form.getByRole('button', { name: /Lưu thành tệp: Báo cáo tuần/ }).click(),
  ])
  assert.equal(JSON.parse(readFileSync(await file.path(), 'utf8')).figures.trees, '43')
  await other.person.form.locator('#forget-left').click()
  await expect(other.person.form.locator('#forgotten-elsewhere')).toHaveCount(0)
  await other.person.sees('Chọn đơn vị của bạn')
  await other.page.reload()
  await other.person.sees('Chọn đơn vị của bạn')
  assert.deepEqual(await onDevice(other.page, 'drafts'), [])
  const stored = await other.page.evaluate(() => JSON.stringify({ ...localStorage }))
  assert.ok(!stored.includes(UNIT), stored)
})

test('that a form was opened goes too, where nothing was typed in it', async ({ browser, later }) => {
  const { page, person } = await busyUnit({ browser, later })
  const before = (await onDevice(page, 'drafts')).length
  const slip = person.form.locator('.slip:not(.sent, .notYetOpen, [data-letter]) [data-action=fill]').first()
  await slip.click()
  const noted = async () => (await onDevice(page, 'drafts')).length - before
  await expect.poll(noted, 'what was asked is noted').toBe(1)
  await person.form.locator('#back').click()
  await person.form.locator('#forget').click()
  await person.form.locator('#forget-now').click()
  await person.sees('Chọn đơn vị của bạn')
  assert.deepEqual(await onDevice(page, 'drafts'), [])
})

test('where no code is asked, the unit goes all the same, and another unit keeps what is its own', async ({
  browser,
  later,
}) => {
  const open = await startCollector()
  const portal = await startPortal({ body: TAG, api: open.url })
  const { page, person } = await visit(browser, portal.url)
  later(async () => {
    await page.context().close()
    await portal.stop()
    await open.remove()
  })
  await person.choosesUnit('tan quy', 'Tân Quý')
  await person.opens('weekly', '2023-02-26')
  await person.types('/figures/trees', '41')
  await person.seesSaved()
  await person.form.locator('#back').click()
  await person.form.locator('#change-unit').click()
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await expect(person.form.locator(WEEK), 'nothing of the other unit').not.toContainText('Có bản nháp')
  await person.opens('weekly', '2023-02-26')
  await person.types('/figures/trees', '42')
  await person.seesSaved()
  await person.form.locator('#back').click()
  await person.form.getByText('Xóa đơn vị này khỏi máy').click()
  await person.form.locator('#forget-now').click()
  await person.sees('Chọn đơn vị của bạn')
  await page.goBack()
  await person.sees('Chọn đơn vị của bạn')
  await person.choosesUnit('tan quy', 'Tân Quý')
  await person.opens('weekly', '2023-02-26')
  await person.holds('/figures/trees', '41')
})

test('a form in another tab whose device does not answer: what that held of the unit goes with it', async ({
  browser,
  later,
}) => {
  const { portal, context, person } = await busyUnit({ browser, later })
  // The page that is open already has its device.
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => /** @type {any} */ (new EventTarget())
  })
  const other = await visit(context, portal.url)
  await other.person.opens('weekly', '2023-02-26')
  await other.person.types('/figures/trees', '42')
  await other.person.form.locator('#unsafe').waitFor()
  await person.form.locator('#forget').click()
  await person.form.locator('#forget-now').click()
  await other.person.sees('Dữ liệu của đơn vị này vừa được xóa khỏi máy từ một thẻ khác')
  const stored = await other.page.evaluate(() => JSON.stringify({ ...localStorage }))
  assert.ok(!stored.includes(UNIT), stored)
})
