// What a form asks that is no number, as an officer says it on the page: a table with its columns, files, a section of the
// form that was not there; and what is read of a name that changes.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { axeFindsNothing, isNotWiderThanTheScreen, photograph } from './person.mjs'
import { atThePage, part, types, withoutPlans } from './planning.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector
withoutPlans((one) => {
  collector = one
})

/** A plan with a unit, a report and a figure. @param {import('playwright').Locator} plan */
async function begins(plan) {
  await plan.locator('#nothing').click()
  await types(plan, 'title', 'Kế hoạch thử')
  await types(plan, 'from', '1/3/2023')
  await types(plan, 'to', '31/3/2023')
  await part(plan, 'units')
  await plan.locator('#units').fill('Đoàn phường Một')
  await plan.locator('#take-units').click()
  await part(plan, 'duties')
  await plan.locator('#add-duties').fill('Báo cáo tháng')
  await plan.locator('#add-duties').press('Enter')
  await part(plan, 'targets')
  await plan.locator('#add-figures').fill('Danh sách khen thưởng')
  await plan.locator('#add-figures').press('Enter')
}

/** Fills in a cell by its label. @param {import('playwright').Locator} plan @param {string} label @param {string} text */
async function says(plan, label, text) {
  const cell = plan.getByLabel(label, { exact: true }).last()
  await cell.fill(text)
  await cell.press('Tab')
}

test('a table is asked with its columns, and files with what is taken', async ({ browser }) => {
  const { page, plan, troubles } = await atThePage(browser, collector)
  await begins(plan)
  const row = plan.locator('.row', { hasText: 'Danh sách khen thưởng' })
  if ((await row.locator('.editor').count()) === 0) await row.locator('.row-title').click()
  await plan.getByLabel('Cách trả lời').selectOption({ label: 'bảng nhiều dòng, nhiều cột' })
  const details = row.locator('.details')
  const offer = (/** @type {string} */ name) => details.getByRole('button', { name, exact: true })
  await offer('Chi tiết khác').click()
  await offer('Bảng').click()
  await says(plan, 'Mỗi dòng là một', 'cá nhân')
  await offer('Cột').click()
  await says(plan, 'Tên cột', 'Số tiền thưởng')
  await details.getByLabel('Trả lời bằng').last().selectOption({ label: 'số tiền' })
  await expect(offer('Cột 2: Số tiền thưởng')).toBeVisible()
  await photograph(page, 'details-table-1280')
  await axeFindsNothing(page, 'the columns of a table')
  await isNotWiderThanTheScreen(page)
  await part(plan, 'json')
  const json = JSON.parse(await plan.locator('#json').inputValue())
  const { table } = json.indicators.find(
    (/** @type {any} */ { label }) => label === 'Danh sách khen thưởng',
  ).measure
  assert.equal(table.row, 'cá nhân')
  assert.deepEqual(
    table.columns.map((/** @type {any} */ { label, measure }) => [label, measure]),
    [
      ['Tên', { text: { max: 200, lines: false } }],
      ['Số tiền thưởng', 'money'],
    ],
  )
  await part(plan, 'targets')
  await plan.getByLabel('Cách trả lời').selectOption({ label: 'tệp kèm theo (ảnh, bản quét)' })
  await offer('Tệp kèm theo').click()
  await says(plan, 'Nhiều nhất mấy tệp', '3')
  await photograph(page, 'details-files-1280')
  assert.deepEqual(troubles, [])
  await page.context().close()
})

test('a new section of a form takes the figures that are moved up into it', async ({ browser }) => {
  const { page, plan, troubles } = await atThePage(browser, collector, {
    viewport: { width: 768, height: 1024 },
    colorScheme: 'dark',
  })
  await begins(plan)
  await part(plan, 'forms')
  const details = plan.locator('.details').first()
  const offer = (/** @type {string} */ name) => details.getByRole('button', { name, exact: true })
  const up = (/** @type {string} */ name) => details.getByRole('button', { name: `Chuyển lên trên: ${name}` })
  const count = await details.locator('.detail-title', { hasText: /^Mục \d/ }).count()
  await offer('Mục').click()
  await says(plan, 'Tên mục', 'Khen thưởng')
  await expect(offer(`Mục ${count + 1}: Khen thưởng`)).toBeVisible()
  for (let at = count + 1; at > 1; at -= 1) await up(`Mục ${at}: Khen thưởng`).click()
  await expect(offer('Mục 1: Khen thưởng')).toBeVisible()
  await photograph(page, 'details-section-768-dark')
  await axeFindsNothing(page, 'the sections of a form')
  await isNotWiderThanTheScreen(page)
  assert.deepEqual(troubles, [])
  await page.context().close()
})
