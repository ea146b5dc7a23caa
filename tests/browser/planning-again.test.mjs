// An officer takes up last year's plan, tries its form beside the work, mends what is found, and publishes what units must
// be told of.
import assert from 'node:assert/strict'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/browser.mjs'
import { ROOT, startCollector } from './collector.mjs'
import { axeFindsNothing, isNotWiderThanTheScreen, photograph } from './person.mjs'
import { atThePage, part, types } from './planning.mjs'

const NAME = 'tan-phu-thang-thanh-nien-2023.json'
const FILE = join(ROOT, 'www/plans', NAME)
const DOCUMENT = readFileSync(join(ROOT, 'tests/documents/tan-phu-2023.txt'), 'utf8')

/** @type {import('./collector.mjs').Collector} */
let collector
/** @type {string} */
let plans

test.beforeAll(async () => {
  plans = mkdtempSync(join(tmpdir(), 'phieu-one-plan-'))
  copyFileSync(FILE, join(plans, NAME))
  collector = await startCollector({ plans })
})
test.afterAll(async () => {
  await collector?.remove()
  rmSync(plans, { recursive: true, force: true })
})

/** @param {import('playwright').Locator} plan */
async function takesUp(plan) {
  await plan.locator('#file').setInputFiles(FILE)
  await plan.locator('#title', { hasText: 'Tháng Thanh niên' }).waitFor()
}

/**
 * Puts a long text into the area in one piece, as a paste does; a browser types it line by line.
 * @param {import('playwright').Locator} area @param {string} text
 */
const pastes = (area, text) =>
  area.evaluate((element, all) => {
    Object.assign(element, { value: all })
    element.dispatchEvent(new Event('change', { bubbles: true }))
  }, text)

/** Opens the row of the weekly report. @param {import('playwright').Locator} plan */
async function weekly(plan) {
  await part(plan, 'duties')
  const row = plan.locator('[data-of^="duties/"]:not(.mark)', { hasText: 'Báo cáo tuần' }).first()
  await row.locator('.row-title').click()
  await row.locator('.editor').waitFor()
  return row
}

test('the form is tried beside the work as a unit will see it, and nothing of it is kept or sent', async ({
  browser,
}) => {
  const { page, plan, troubles } = await atThePage(browser, collector)
  await takesUp(plan)
  await plan.locator('#side-trial').click()
  const trial = plan.locator('phieu-trial')
  await trial.locator('phieu-field input').first().waitFor()
  const box = await trial.boundingBox()
  assert.ok(box && box.width >= 350 && box.width <= 362, `as wide as a telephone: ${box?.width}`)
  await plan.locator('#trial-duty').selectOption({ label: 'Báo cáo tuần' })
  await expect(trial.locator('#title')).toHaveText('Báo cáo tuần')
  const first = trial.locator('phieu-field input').first()
  await first.fill('12a')
  await first.press('Tab')
  await expect(trial.locator('.finding.error').first()).toBeVisible()
  await photograph(page, 'planning-trial-1280')
  await axeFindsNothing(page, 'a form that is tried')
  // What is changed in the tables is in the form at once, and what was typed stands.
  const label = await trial.locator('phieu-field label').first().innerText()
  await part(plan, 'targets')
  await plan.locator('.row.confirmed .row-title').first().click()
  await types(plan, 'label', 'Câu hỏi vừa được sửa')
  await expect(trial.getByText('Câu hỏi vừa được sửa').first()).toBeVisible()
  assert.notEqual(label, 'Câu hỏi vừa được sửa')
  // Nothing of it lies on the device.
  const kept = await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name)
    return { names, local: Object.keys(localStorage) }
  })
  assert.ok(!kept.names.includes('phieu'), JSON.stringify(kept))
  assert.deepEqual(kept.local, [])
  assert.deepEqual(troubles, [])
  await page.context().close()
})

test('the form is tried where it is narrow and dark', async ({ browser }) => {
  const { page, plan } = await atThePage(browser, collector, {
    viewport: { width: 768, height: 1024 },
    colorScheme: 'dark',
  })
  await takesUp(plan)
  await plan.locator('#side-trial').focus()
  await page.keyboard.press('Enter')
  await plan.locator('phieu-trial phieu-field input').first().waitFor()
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'planning-trial-768-dark')
  await axeFindsNothing(page, 'a form that is tried, narrow and dark')
  await page.context().close()
})

test('what is found is mended by a button, and taken back by one step', async ({ browser }) => {
  const { page, plan } = await atThePage(browser, collector)
  await takesUp(plan)
  await part(plan, 'targets')
  const trees = plan.locator('[data-of="targets/trees"]:not(.mark)')
  await trees.locator('.row-title').click()
  await plan.locator('#cell-comparison').selectOption('atMost')
  await expect(trees.locator('.says')).toContainText('không quá 100')
  await part(plan, 'check')
  const finding = plan
    .locator('.finding', { hasText: 'Trồng mới ít nhất 100 cây xanh' })
    .filter({ has: page.locator('.mend') })
  await photograph(page, 'planning-mends-1280')
  await axeFindsNothing(page, 'findings with their mends')
  const before = await plan.locator('.finding').count()
  await expect(finding.locator('.mend')).toHaveText('Sửa thành “ít nhất”')
  await finding.locator('.mend').focus()
  await page.keyboard.press('Enter')
  await expect(plan.locator('#mended')).toBeFocused()
  await expect(plan.locator('.finding')).toHaveCount(before - 1)
  await plan.locator('#undo').click()
  await expect(plan.locator('.finding')).toHaveCount(before)
  // The calendar of one unit.
  const all = await plan.locator('.calendar li').count()
  await plan.locator('#calendar-of').selectOption({ index: 1 })
  await expect(plan.locator('.calendar li')).not.toHaveCount(all)
  await page.context().close()
})

test("last year's plan is moved to another year in one step", async ({ browser }) => {
  const { page, plan } = await atThePage(browser, collector)
  // From the plans that the collector serves.
  await plan.locator('#gallery button').first().click()
  await plan.locator('#moving[open]').waitFor()
  await expect(plan.locator('#moving-first')).toHaveValue('26/2/2024')
  await expect(plan.locator('#moving-says')).toContainText('31/3/2024')
  await photograph(page, 'planning-moving-1280')
  await axeFindsNothing(page, 'a plan that is moved')
  const names = plan.locator('.renames input')
  await names.nth(3).uncheck()
  await plan.locator('#move').click()
  await expect(plan.locator('#title')).toBeFocused()
  await expect(plan.locator('#title')).toContainText('2024')
  await part(plan, 'check')
  await expect(plan.locator('.findings .error')).toHaveCount(0)
  await expect(plan.locator('.calendar')).toContainText('/2024')
  await plan.locator('#undo').click()
  await expect(plan.locator('#title')).toContainText('2023')
  await page.context().close()
})

test('JSON and the tables are one plan, and what is none is kept as it was typed', async ({ browser }) => {
  const { page, plan } = await atThePage(browser, collector)
  await takesUp(plan)
  await part(plan, 'json')
  const area = plan.locator('#json')
  const text = await area.inputValue()
  await pastes(area, text.replace('"title": "', '"title": "Đã sửa: '))
  await expect(plan.locator('#title')).toContainText('Đã sửa: ')
  const broken = (await area.inputValue()).replace('"duties": [', '"duties": [,')
  await pastes(area, broken)
  await expect(plan.locator('#json-faults')).toContainText('dòng')
  await photograph(page, 'planning-json-1280')
  await axeFindsNothing(page, 'JSON that is no plan')
  await expect(plan.locator('#keeping')).toHaveText('Đã giữ trên máy này')
  await page.reload()
  await plan.getByRole('button', { name: 'Soạn tiếp' }).click()
  await part(plan, 'json')
  await expect(area).toHaveValue(broken)
  await plan.locator('#json-back').click()
  await expect(plan.locator('#json-faults')).toHaveCount(0)
  await expect(plan.locator('#title')).toContainText('Đã sửa: ')
  await page.context().close()
})

test('a heading is corrected by the keyboard, and what was confirmed stays', async ({ browser }) => {
  const { page, plan } = await atThePage(browser, collector)
  await plan.locator('#paste').fill(DOCUMENT)
  await plan.locator('#read').click()
  await plan.locator('.mark').first().waitFor()
  await plan.locator('.confirm-chosen').first().click()
  const confirmed = await plan.locator('.row.confirmed').count()
  await part(plan, 'outline')
  await photograph(page, 'planning-outline-1280')
  await axeFindsNothing(page, 'the outline')
  const heading = plan.locator('.outline li', { hasText: 'CHỈ TIÊU' }).first()
  await heading.getByRole('button', { name: 'Không phải đề mục' }).focus()
  await page.keyboard.press('Enter')
  await expect(plan.locator('.outline s').first()).toBeVisible()
  await part(plan, 'targets')
  await expect(plan.locator('.row.confirmed')).toHaveCount(confirmed)
  await part(plan, 'outline')
  await plan.locator('.outline li:has(s)').getByRole('button', { name: 'Như máy đọc' }).click()
  await expect(plan.locator('.outline s')).toHaveCount(0)
  await page.context().close()
})

test('before a version is published it is said whom it touches; it is withdrawn and opened on the page', async ({
  browser,
}) => {
  const { page, plan } = await atThePage(browser, collector)
  await takesUp(plan)
  await types(plan, 'id', 'thang-thanh-nien-thu')
  await part(plan, 'publish')
  await plan.locator('#token').fill(collector.token())
  await plan.locator('#enter').click()
  await expect(plan.locator('#against')).toContainText('chưa được công bố lần nào')
  await plan.locator('#publish').click()
  await plan.locator('#published').waitFor()
  await photograph(page, 'planning-after-1280')
  await axeFindsNothing(page, 'after publishing')
  await plan.getByText('Người quản trị làm mã bằng lệnh').click()
  await expect(plan.locator('#keys')).toHaveValue(/^phieu keys thang-thanh-nien-thu\.json --portal '/)
  const download = page.waitForEvent('download')
  await plan.locator('#agenda').click()
  assert.match((await download).suggestedFilename(), /\.ics$/)
  await expect(plan.locator('#printed h3').first()).not.toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(plan.locator('#printed h3').first()).toBeVisible()
  await expect(plan.locator('.desk')).not.toBeVisible()
  await photograph(page, 'planning-printed')
  await page.emulateMedia({ media: 'screen' })

  // A deadline comes earlier, and a unit goes.
  const row = await weekly(plan)
  await row.locator('#cell-1-day').fill('9/3/2023')
  await row.locator('#cell-1-day').press('Tab')
  await part(plan, 'units')
  await plan
    .locator('.row.confirmed', { hasText: 'Chi đoàn Tòa án nhân dân quận' })
    .locator('.discard')
    .click()
  await part(plan, 'publish')
  const against = plan.locator('#against')
  await expect(against).toContainText('hạn gửi đổi từ')
  await expect(against).toContainText('Không còn trong danh sách đơn vị')
  await photograph(page, 'planning-against-1280')
  await axeFindsNothing(page, 'whom a version touches')
  await plan.locator('#publish').click()
  await expect(plan.locator('#published')).toContainText('Phiên bản 2')
  await plan.locator('#stands summary').click()
  await plan.locator('#stand-withdrawn').click()
  await expect(plan.locator('#stands')).toContainText('Đã thu hồi')
  await plan.locator('#stand-open').click()
  await expect(plan.locator('#stands')).toContainText('Đang nhận báo cáo')
  await plan.locator('#stand-archived').click()
  await expect(plan.locator('#stands')).toContainText('Đã lưu trữ')
  await plan.locator('#stand-open').click()
  await expect(plan.locator('#stands')).toContainText('Đang nhận báo cáo')
  await page.context().close()
})
