// Points: a unit gives itself points, the office gives others, the progress shows both and the band.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/browser.mjs'
import { ROOT, startCollector } from './collector.mjs'
import { axeFindsNothing, isNotWiderThanTheScreen, photograph, visit } from './person.mjs'
import { startPortal } from './portal.mjs'

const NOW = '2026-11-18T08:00:00+07:00'
const OF = `endpoint="/api" data-now="${NOW}"`
const FORM = `<phieu-report plan="/api/plans/twenty-criteria" ${OF}></phieu-report>`
const OFFICE = `<phieu-office plan="twenty-criteria" ${OF}></phieu-office><phieu-progress plan="twenty-criteria" ${OF}></phieu-progress>`
const SCRIPTS =
  '<script type="module" src="/dist/office.js"></script><script type="module" src="/dist/progress.js"></script>'

const TABLE = JSON.parse(readFileSync(join(ROOT, 'tests/wide/twenty-criteria.later.json'), 'utf8'))
const SUBMISSION = '0b8f6c1e-5d0e-4b8e-9f3a-0a1b2c3d4e5f'
const folder = mkdtempSync(join(tmpdir(), 'phieu-points-'))
const PLAN = join(folder, 'twenty-criteria.json')

/** @type {import('./collector.mjs').Collector} */
let collector
/** @type {Awaited<ReturnType<typeof startPortal>>} */
let portal
/** @type {Awaited<ReturnType<typeof startPortal>>} */
let desk

test.beforeAll(async () => {
  writeFileSync(PLAN, JSON.stringify(TABLE.plan))
  collector = await startCollector({ plans: folder, now: NOW })
  portal = await startPortal({ body: FORM, api: collector.url })
  desk = await startPortal({ body: OFFICE, api: collector.url, script: SCRIPTS })
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
  await portal?.stop()
  await desk?.stop()
  await collector?.remove()
  rmSync(folder, { recursive: true, force: true })
})

for (const [width, colorScheme] of /** @type {[number, 'light' | 'dark'][]} */ ([
  [360, 'dark'],
  [1280, 'light'],
]))
  test(`the office gives points beside the unit's own, and the progress shows the band, at ${width} px`, async ({
    browser,
  }) => {
    const viewport = { width, height: 800 }
    const { page, troubles } = await visit(browser, desk.url, { viewport, colorScheme })
    const office = page.locator('phieu-office')
    await office.locator('#token').fill(collector.token())
    await office.locator('#enter').click()
    const duty = office.locator('.office-duty[data-duty=self]')
    await duty.evaluate((details) => Object.assign(details, { open: true }))
    await duty.getByRole('button', { name: 'Xem: Đoàn xã 1' }).click()
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
    await expect(office.locator('.history').first()).toContainText('Thiếu minh chứng')
    await axeFindsNothing(page, 'points under review')
    await isNotWiderThanTheScreen(page)
    await points.scrollIntoViewIfNeeded()
    await photograph(page, `points-office-${width}-${colorScheme}`)

    const progress = page.locator('phieu-progress')
    await progress.locator('#tab-scores').click()
    const one = progress.locator('[data-score="xa-1"]')
    await expect(one).toContainText('92 điểm')
    await expect(one).toContainText('Tự chấm 94 điểm')
    await expect(one).toContainText('Không xét Xuất sắc: Có báo cáo không gửi')
    await one.locator('summary').click()
    await expect(one.getByRole('row', { name: '2.1. Công trình thanh niên' })).toContainText('4')
    await axeFindsNothing(page, 'points and bands')
    await isNotWiderThanTheScreen(page)
    await one.scrollIntoViewIfNeeded()
    await photograph(page, `points-progress-${width}-${colorScheme}`)
    assert.deepEqual(
      troubles.filter((trouble) => !trouble.includes('422')),
      [],
    )
    await page.context().close()
  })

test('a form says the most of each criterion and what the own points come to', async ({ browser }) => {
  const code = collector.code('xa-2', PLAN)
  const { page, person, troubles } = await visit(browser, `${portal.url}#unit=xa-2&code=${code}`, {
    viewport: { width: 360, height: 800 },
  })
  const { form } = person
  await person.sees('Phiếu cần nộp')
  await person.opens('self', '2026-01-01')
  await expect(form.locator('#at_figures_c1-1-facts')).toContainText('Tối đa 5 điểm')
  await person.types('/figures/c1-1', '4,5')
  await expect(form.locator('p.points')).toHaveText('Tự chấm: 4,5 trên 95 điểm; 1 trên 19 tiêu chí có điểm')
  await person.types('/figures/c1-2', '5,5')
  await expect(form.locator('p.points'), 'points above the most are none').toContainText('4,5 trên 95')
  await axeFindsNothing(page, 'own points')
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'points-form-360')
  assert.deepEqual(troubles, [])
  await page.context().close()
})

test('a unit reads which points the office gave, and why', async ({ browser }) => {
  const code = collector.code('xa-1', PLAN)
  await collector.decides(SUBMISSION, {
    outcome: 'accepted',
    fields: [{ path: '/figures/c2-1', points: '5', reason: 'Thiếu ảnh' }],
  })
  const { page, person } = await visit(browser, `${portal.url}#unit=xa-1&code=${code}`, {
    viewport: { width: 360, height: 800 },
    colorScheme: 'dark',
  })
  await person.sees('Phiếu cần nộp')
  await person.form.locator('[data-duty=self] [data-action=fill]').click()
  await expect(person.form.locator('#reviewed-points')).toContainText('Công trình thanh niên: 5 Thiếu ảnh')
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'points-unit-360-dark')
  await page.context().close()
})
