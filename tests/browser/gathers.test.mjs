// A unit above others reports for all of them: what came from below stands at each field, is taken with one tap, and who is
// missing is named.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/browser.mjs'
import { ROOT, startCollector } from './collector.mjs'
import { axeFindsNothing, isNotWiderThanTheScreen, photograph, visit } from './person.mjs'
import { startPortal } from './portal.mjs'

const NOW = '2026-11-20T08:30:00+07:00'
const TAG = `<phieu-report plan="/api/plans/cascade" endpoint="/api" data-now="${NOW}"></phieu-report>`
const folder = mkdtempSync(join(tmpdir(), 'phieu-cascade-'))
const PLAN = join(folder, 'cascade.json')

/** @type {import('./collector.mjs').Collector} */
let collector
/** @type {Awaited<ReturnType<typeof startPortal>>} */
let portal

test.beforeAll(async () => {
  const table = JSON.parse(readFileSync(join(ROOT, 'tests/wide/cascade.json'), 'utf8'))
  writeFileSync(PLAN, JSON.stringify(table.plan))
  collector = await startCollector({ plans: folder, now: NOW })
  portal = await startPortal({ body: TAG, api: collector.url })
})
test.afterAll(async () => {
  await portal?.stop()
  await collector?.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** A unit sends its year. @param {number} number of the report @param {string} unit @param {object} figures */
async function sends(number, unit, figures) {
  const id = `0190a5c4-7d3e-7c1a-9f00-00000000000${number}`
  const period = { from: '2026-01-01', to: '2026-12-31' }
  const report = { format: 1, plan: 'cascade', planVersion: 1, duty: 'year', unit, period, figures }
  const response = await fetch(`${collector.url}/api/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ format: 1, id, preparedAt: '2026-11-20T01:00:00Z', report }),
  })
  assert.equal(response.status, 201, await response.text())
}

test('what the units below sent is added up, taken, and told apart from what is typed', async ({
  browser,
}) => {
  await sends(1, 'xa-1', { works: 4, roads: 31 })
  const code = collector.code('cum-1', PLAN)
  const { page, person, troubles } = await visit(browser, `${portal.url}#unit=cum-1&code=${code}`, {
    viewport: { width: 360, height: 740 },
  })
  const { form } = person
  await person.sees('Phiếu cần nộp')
  await person.opens('year', '2026-01-01')
  const facts = form.locator('#at_figures_works-facts')
  await expect(facts).toContainText('Các đơn vị trực thuộc: 4 công trình')
  await expect(form.locator('#missing-below')).toHaveText(
    'Chưa có báo cáo của 1/2 đơn vị trực thuộc: Đoàn xã 2',
  )
  await axeFindsNothing(page, 'a report that gathers')
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'gathers-360')

  await sends(2, 'xa-2', { works: 3 })
  await page.reload()
  await person.opens('year', '2026-01-01')
  await expect(facts).toContainText('Các đơn vị trực thuộc: 4 + 3 = 7 công trình')
  await expect(form.locator('#missing-below')).toHaveCount(0)
  await form.getByRole('button', { name: 'Lấy tổng các đơn vị trực thuộc' }).click()
  await person.holds('/figures/works', '7')
  await person.types('/figures/works', '8')
  await expect(facts).toContainText('4 + 3 = 7, tổng là 8, thiếu 1 công trình')
  assert.deepEqual(troubles, [])
})

test('who has no code is told nothing of others, and reports all the same', async ({ browser }) => {
  const { person } = await visit(browser, portal.url, { viewport: { width: 360, height: 740 } })
  await person.choosesUnit('cum 2', 'Cụm 2')
  await person.opens('year', '2026-01-01')
  await person.types('/figures/works', '5')
  await person.keeps('5')
  await expect(person.form.locator('#take-parts')).toHaveCount(0)
})
