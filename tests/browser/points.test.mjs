// Points: a unit gives itself points, the office gives others, the progress shows both and the band.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/browser.mjs'
import { ROOT, startCollector } from './collector.mjs'
import { axeFindsNothing, isNotWiderThanTheScreen, photograph, visit } from './person.mjs'

const TABLE = JSON.parse(readFileSync(join(ROOT, 'tests/wide/twenty-criteria.json'), 'utf8'))
const SUBMISSION = '0b8f6c1e-5d0e-4b8e-9f3a-0a1b2c3d4e5f'

/** @type {import('./collector.mjs').Collector} */
let collector
/** @type {string} */
let plans

test.beforeAll(async () => {
  plans = mkdtempSync(join(tmpdir(), 'phieu-points-'))
  mkdirSync(plans, { recursive: true })
  writeFileSync(join(plans, 'twenty-criteria.json'), JSON.stringify(TABLE.plan))
  collector = await startCollector({ plans, now: '2026-11-18T08:00:00+07:00' })
  const { figures } = TABLE.reports.find((/** @type {any} */ line) => line.duty === 'self')
  const head = { format: 1, plan: 'twenty-criteria', planVersion: 1, duty: 'self', unit: 'xa-1' }
  const report = { ...head, period: { from: '2026-01-01', to: '2026-11-15' }, figures }
  const response = await fetch(`${collector.url}/api/submissions/${SUBMISSION}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ format: 1, id: SUBMISSION, preparedAt: '2026-11-18T00:30:00Z', report }),
  })
  assert.equal(response.status, 201, await response.text())
})
test.afterAll(async () => {
  await collector?.remove()
  rmSync(plans, { recursive: true, force: true })
})

for (const [width, colorScheme] of /** @type {[number, 'light' | 'dark'][]} */ ([
  [360, 'dark'],
  [1280, 'light'],
]))
  test(`the office gives points beside the unit's own, and the progress shows the band, at ${width} px`, async ({
    browser,
  }) => {
    const viewport = { width, height: 800 }
    const { page, troubles } = await visit(browser, `${collector.url}/office.html`, { viewport, colorScheme })
    const office = page.locator('phieu-office')
    await office.locator('#token').fill(collector.token())
    await office.locator('#enter').click()
    await office.getByRole('button', { name: 'Xem: Đoàn xã 1' }).first().click()
    const points = office.locator('section.points')
    await expect(points).toContainText('Tự chấm: 94 trên 95 điểm')
    const given = office.getByLabel('Thẩm định: 2.1. Công trình thanh niên')
    await given.fill('6,5')
    await office.locator('#accept').click()
    await expect(office.locator('#decision [role="alert"]')).toContainText('không quá điểm tối đa')
    await given.fill('4')
    await office.getByLabel('Lý do: 2.1. Công trình thanh niên').fill('Thiếu minh chứng')
    await office.locator('#accept').click()
    await expect(points).toContainText('Thẩm định: 92 trên 95 điểm')
    await expect(office.locator('.history')).toContainText('Thiếu minh chứng')
    await axeFindsNothing(page, 'points under review')
    await isNotWiderThanTheScreen(page)
    await photograph(page, `points-office-${width}-${colorScheme}`)
    assert.deepEqual(troubles, [])
    await page.context().close()
  })

test('a form says the most of each criterion and what the own points come to', async ({ browser }) => {
  const viewport = { width: 360, height: 800 }
  const { page } = await visit(browser, `${collector.url}/`, { viewport })
  const form = page.locator('phieu-report')
  await form.getByText('Đoàn xã 2').first().click()
  await form.getByText('Bảng tự chấm điểm').first().click()
  const first = form.getByLabel('Tổ chức học tập nghị quyết')
  await expect(form.getByText('Tối đa 5 điểm').first()).toBeVisible()
  await first.fill('4,5')
  await first.blur()
  await expect(form.locator('p.points')).toContainText(
    'Tự chấm: 4,5 trên 95 điểm; 1 trên 19 tiêu chí có điểm',
  )
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'points-form-360')
  await page.context().close()
})
