// The office reminds those who have not reported: it copies what stands ready, with their links; nothing is sent by itself.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import {
  axeFindsNothing,
  isNotWiderThanTheScreen,
  photograph,
  slipOf,
  staysOnItsSheet,
  visit,
} from './person.mjs'

const WEEK = slipOf('weekly', '2023-02-26')

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

/**
 * The office's page with the reminder of the first week unfolded.
 * @param {import('playwright').Browser} browser
 * @param {import('playwright').BrowserContextOptions} [options]
 */
async function reminding(browser, options) {
  const visited = await visit(browser, `${collector.url}/office.html`, options)
  const office = visited.page.locator('phieu-office')
  await office.locator('#token').fill(collector.token())
  await office.locator('#enter').click()
  const week = office.locator(WEEK)
  await week.locator('summary', { hasText: 'Nhắc các đơn vị chưa gửi' }).click()
  return { ...visited, office, week, text: week.getByLabel('Lời nhắc', { exact: true }) }
}

test('who is missing, until when, and the link of each; what was changed stays', async ({
  browser,
  later,
}) => {
  const { page, week, text, troubles } = await reminding(browser, {
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  later(() => page.context().close())
  const said = (await text.inputValue()).split('\n')
  assert.ok(
    said[1]?.startsWith('Quận Đoàn Tân Phú nhắc các đơn vị có tên dưới đây gửi “Báo cáo tuần · Tuần 1”'),
  )
  assert.ok(said[2]?.startsWith('Hạn gửi: hết ngày thứ Bảy 4/3/2023, còn 1 ngày'), said[2])
  const named = said.findIndex((line) => line.endsWith('. Đoàn phường Tây Thạnh'))
  assert.equal(said[named + 1], `${collector.url}/#unit=phuong-tay-thanh`)

  await text.fill(`${said.join('\n')}\nĐiện thoại văn phòng như thường lệ.`)
  await week.locator('[data-action=copy]').click()
  await week.getByText('Đã sao chép. Hãy dán vào nơi cần gửi.').waitFor()
  await expect(week.locator('[data-action=copy]'), 'the focus stays').toBeFocused()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  assert.ok(copied.endsWith('Điện thoại văn phòng như thường lệ.'), copied)

  const [file] = await Promise.all([page.waitForEvent('download'), week.locator('[data-action=csv]').click()])
  assert.equal(file.suggestedFilename(), 'nhac-gui-weekly-2023-02-26.csv')
  const rows = readFileSync(await file.path(), 'utf8').split('\r\n')
  assert.equal(rows[0], '\ufeffTT;Đơn vị;Khu vực;Tình trạng;Hạn gửi;Đường dẫn')
  assert.ok(
    rows.some((row) => row.includes('Đoàn phường Tây Thạnh') && row.endsWith('#unit=phuong-tay-thanh')),
  )

  // The office's page asks again while it is looked at.
  const isAsked = page.waitForResponse('**/overview*')
  await page.evaluate(() => /** @type {any} */ (document.querySelector('phieu-office')).refresh())
  await isAsked
  await expect(text).toHaveValue(/Điện thoại văn phòng như thường lệ\.$/)
  assert.deepEqual(troubles, [])
})

test('the link opens the form of its unit, without anybody’s code', async ({ browser, later }) => {
  const { page, person, troubles } = await visit(browser, `${collector.url}/#unit=phuong-tay-thanh`)
  later(() => page.context().close())
  await person.sees('Phiếu cần nộp')
  await expect(person.form.locator('#unit-name')).toHaveText(/Tây Thạnh/)
  assert.equal(new URL(page.url()).hash, '')
  assert.deepEqual(troubles, [])
})

for (const [width, colorScheme] of /** @type {const} */ ([
  [360, 'light'],
  [360, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
]))
  test(`everyone can use it, ${width} px, ${colorScheme}`, async ({ browser, later }) => {
    const { page, week, text } = await reminding(browser, { viewport: { width, height: 740 }, colorScheme })
    later(() => page.context().close())
    await text.waitFor()
    await axeFindsNothing(page, 'a reminder')
    await isNotWiderThanTheScreen(page)
    await staysOnItsSheet(page)
    await week.locator('.office-reminder').scrollIntoViewIfNeeded()
    await photograph(page, `reminder-${width}-${colorScheme}`)
  })
