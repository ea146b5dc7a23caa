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

test('a receipt is shown and sent on as a picture; where nothing shares it, it is a file', async ({
  browser,
  later,
}) => {
  const collector = await startCollector()
  const { page, person, troubles } = await visit(browser, `${collector.url}/`)
  later(async () => {
    await page.context().close()
    await collector.remove()
  })
  /** @type {string[]} */
  const fetched = []
  page.on('request', (request) => fetched.push(request.url()))
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.sends()
  const code = await person.code()
  const share = person.form.locator('#share')
  await expect(share).toHaveText('Tải ảnh biên nhận')
  assert.ok(!fetched.some((url) => url.includes('picture.js')), 'nobody has asked for a picture yet')
  const [picture] = await Promise.all([page.waitForEvent('download'), share.click()])
  assert.equal(picture.suggestedFilename(), `bien-nhan-${code}.png`)
  const bytes = readFileSync(await picture.path())
  assert.equal(bytes.subarray(1, 4).toString(), 'PNG')
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  assert.ok(width === 1080 && height > 800 && height < 2400, `${width} × ${height}`)
  await picture.saveAs('target/screenshots/receipt-picture.png')
  await axeFindsNothing(page, 'a receipt with its picture')

  await page.evaluate(() => {
    const given = /** @type {string[]} */ ([])
    Object.assign(navigator, {
      canShare: () => true,
      share: async (/** @type {{ files: File[] }} */ { files }) => {
        given.push(`${files[0]?.name} ${files[0]?.type}`)
        if (given.length > 1) throw new DOMException('turned back', 'AbortError')
      },
    })
    Object.assign(window, { given })
  })
  await person.form.locator('#to-duties').click()
  await person.form.locator(`${WEEK} [data-action=receipt]`).click()
  await expect(share).toHaveText('Chia sẻ ảnh biên nhận')
  let files = 0
  page.on('download', () => {
    files += 1
  })
  for (const times of [1, 2]) {
    await share.click()
    await expect.poll(() => page.evaluate(() => /** @type {any} */ (window).given.length)).toBe(times)
  }
  const given = await page.evaluate(() => /** @type {any} */ (window).given)
  assert.equal(given[0], `bien-nhan-${code}.png image/png`)
  await expect(share, 'the focus stays').toBeFocused()
  assert.equal(files, 0, 'who turns back has no file either')
  assert.deepEqual(troubles, [])
})
