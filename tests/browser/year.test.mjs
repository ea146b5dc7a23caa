// This year's plan out of last year's and the office's roster of 400 units, to the link of each unit: every press and every key
// is counted.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { expect, test } from '../support/browser.mjs'
import { MODEL, Officer } from './officer.mjs'
import { axeFindsNothing, photograph } from './person.mjs'
import { atThePage, withoutPlans } from './planning.mjs'
import { lastYear, ROSTER } from './rosters.mjs'

const MINUTES = 5
const SEVERAL = 400

/** @type {import('./collector.mjs').Collector} */
let collector
// Units report by their own codes.
withoutPlans(
  (one) => {
    collector = one
  },
  { open: false, now: '2024-02-27T08:30:00+07:00' },
)

/** Reads what is to be judged. @param {Officer} officer @param {import('playwright').Locator} what */
async function readsAll(officer, what) {
  // What is folded shows its heading alone.
  for (const text of await what.allInnerTexts()) officer.reads(text)
}

test('last year’s plan and a roster of 400 units become this year’s plan, with a link for each unit, in five minutes', async ({
  browser,
}) => {
  const { page, plan, troubles } = await atThePage(browser, collector)
  const officer = new Officer(page)
  const file = { name: 'nam-truoc.json', mimeType: '', buffer: Buffer.from(lastYear()) }
  await officer.choosesFile(plan.locator('#file'), file)
  // The page offers the same day of the next year, and what it would be.
  await expect(plan.locator('#moving-first')).toHaveValue('26/2/2024')
  await readsAll(officer, plan.locator('#moving .renames li, #moving .finding'))
  await officer.presses(plan.locator('#move'))
  await expect(plan.locator('#title')).toContainText('2024')

  await officer.part('units')
  await officer.choosesFile(plan.locator('#sheet-units'), ROSTER)
  await expect(plan.locator('#sheet-says')).toContainText('Đọc được 400 đơn vị')
  await readsAll(
    officer,
    plan.locator('#sheet-says, [data-group] summary, [data-group=renamed] li, [data-group=gone] li'),
  )
  await officer.presses(plan.locator('#take-sheet'))
  await expect(plan.locator('.row.confirmed')).toHaveCount(SEVERAL)

  await officer.part('check')
  await readsAll(officer, plan.locator('.findings .error, .findings .warning'))
  expect(await plan.locator('.findings .error').allInnerTexts()).toEqual([])
  await officer.part('publish')
  await officer.types(plan.locator('#token'), collector.token())
  await officer.presses(plan.locator('#enter'))
  await officer.presses(plan.locator('#publish'))
  await plan.locator('#published').waitFor()
  await officer.presses(plan.locator('#make-codes'))
  await expect(plan.locator('#codes-made')).toContainText(/Đã làm mã cho \d+ đơn vị/)
  const downloading = page.waitForEvent('download')
  await officer.presses(plan.locator('#codes-csv'))
  const path = await (await downloading).path()
  const told = officer.told
  console.log(
    'from last year’s plan and a roster to links of 400 units:',
    JSON.stringify({ ...told, model: MODEL }),
  )
  // Keys, pointings, decisions, and every word that is to be judged.
  assert.ok(told.minutes <= MINUTES, `${told.minutes} minutes`)
  await photograph(page, 'planning-codes-1280')
  await axeFindsNothing(page, 'codes of units')

  // A unit opens its link, and reports without typing a code.
  const lines = readFileSync(path, 'utf8')
    .split('\r\n')
    .filter((line) => /^\d+;/.test(line))
  assert.equal(lines.length, SEVERAL)
  const link = /http\S+#unit=\S+&code=[0-9A-Z-]+/.exec(lines[0] ?? '')?.[0] ?? ''
  const unit = await (await browser.newContext()).newPage()
  await unit.goto(link)
  await unit.locator('phieu-report').getByText('Phiếu cần nộp').first().waitFor()
  await expect(unit.locator('phieu-report')).toContainText('Chi đoàn khu phố 1,')
  await unit.context().close()
  assert.deepEqual(troubles, [])
  await page.context().close()
})

test('where the collector serves no plan, those that ship can be begun from', async ({ browser }) => {
  const { page, plan, troubles } = await atThePage(browser, collector)
  const ships = plan.locator('#gallery li', { hasText: 'Tổ chức Tháng Thanh niên năm 2023' })
  await ships.getByRole('button').click()
  await plan.locator('#moving[open]').waitFor()
  await expect(plan.locator('#title')).toHaveText('Tổ chức Tháng Thanh niên năm 2023')
  // With its quotes, which units do not need.
  const quotes = await page.evaluate(() => {
    const { made } = /** @type {any} */ (document.querySelector('phieu-plan'))
    return made.view().rows.filter((/** @type {any} */ { quote }) => quote).length
  })
  assert.ok(quotes > 30)
  assert.deepEqual(troubles, [])
  await page.context().close()
})
