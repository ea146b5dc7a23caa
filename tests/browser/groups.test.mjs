// Groups of targets: who reaches one of two is told of no lack, and the office sees the group's verdict in the place of theirs.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/browser.mjs'
import { ROOT, startCollector } from './collector.mjs'
import { axeFindsNothing, isNotWiderThanTheScreen, visit } from './person.mjs'
import { startPortal } from './portal.mjs'

const NOW = '2026-03-31T08:00:00+07:00'
const OF = `endpoint="/api" data-now="${NOW}"`
const FORM = `<phieu-report plan="/api/plans/some-of-several" ${OF}></phieu-report>`
const OFFICE = `<phieu-office plan="some-of-several" ${OF}></phieu-office><phieu-progress plan="some-of-several" ${OF}></phieu-progress>`
const SCRIPTS =
  '<script type="module" src="/dist/office.js"></script><script type="module" src="/dist/progress.js"></script>'

const TABLE = JSON.parse(readFileSync(join(ROOT, 'tests/wide/some-of-several.later.json'), 'utf8'))
const SUBMISSION = '0b8f6c1e-5d0e-4b8e-9f3a-0a1b2c3d4e5f'
const folder = mkdtempSync(join(tmpdir(), 'phieu-groups-'))
const PLAN = join(folder, 'some-of-several.json')

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
  const { figures } = TABLE.reports[0]
  const head = { format: 1, plan: 'some-of-several', planVersion: 1, duty: 'closing', unit: 'phuong-1' }
  const report = { ...head, period: { from: '2026-03-01', to: '2026-03-31' }, figures }
  const response = await fetch(`${collector.url}/api/submissions/${SUBMISSION}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ format: 1, id: SUBMISSION, preparedAt: '2026-03-31T00:30:00Z', report }),
  })
  assert.equal(response.status, 201, await response.text())
})
test.afterAll(async () => {
  await portal?.stop()
  await desk?.stop()
  await collector?.remove()
  rmSync(folder, { recursive: true, force: true })
})

test('a unit that reaches one of two is not told that it lacks the other', async ({ browser }) => {
  const code = collector.code('phuong-2', PLAN)
  const { page, person, troubles } = await visit(browser, `${portal.url}#unit=phuong-2&code=${code}`, {
    viewport: { width: 360, height: 800 },
  })
  const { form } = person
  await person.sees('Phiếu cần nộp')
  await person.opens('closing', '2026-03-01')
  const contest = form.locator('#at_figures_contest-facts')
  await expect(contest).toContainText('cần đạt ít nhất 1 trong 2 chỉ tiêu; đã đạt 0, còn thiếu 1')
  await person.types('/figures/forum', '1')
  await expect(contest).toContainText('đã đạt 1, đủ')
  await expect(contest).not.toContainText('Còn thiếu')
  await axeFindsNothing(page, 'a group of targets')
  await isNotWiderThanTheScreen(page)
  assert.deepEqual(troubles, [])
  await page.context().close()
})

test('the office sees the verdict of the group, of all and of each unit', async ({ browser }) => {
  const { page, troubles } = await visit(browser, desk.url, { viewport: { width: 1280, height: 800 } })
  const office = page.locator('phieu-office')
  await office.locator('#token').fill(collector.token())
  await office.locator('#enter').click()
  const progress = page.locator('phieu-progress')
  const group = progress.locator('[data-target=forum-or-contest]')
  await expect(group.locator('summary')).toContainText('1 trên 4 đơn vị')
  await expect(progress.locator('[data-target=contest] .target-state')).toContainText('Xét theo nhóm')
  await group.locator('summary').click()
  await expect(group.locator('[data-unit=phuong-1]')).toContainText('1 trong 2 chỉ tiêu: 01 diễn đàn')
  await axeFindsNothing(page, 'groups among targets')
  await isNotWiderThanTheScreen(page)
  assert.deepEqual(troubles, [])
  await page.context().close()
})
