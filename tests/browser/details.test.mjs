// All else that the model can say is said beside the cells of a row, in groups that open: by clicks, by keyboard, undone.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { axeFindsNothing, isNotWiderThanTheScreen, photograph } from './person.mjs'
import { atThePage, part, types, withoutPlans } from './planning.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector
withoutPlans((one) => {
  collector = one
})

/** A plan with a unit and a report. @param {import('playwright').Locator} plan */
async function begins(plan) {
  await plan.locator('#nothing').click()
  await types(plan, 'title', 'Kế hoạch thử')
  await types(plan, 'from', '1/3/2023')
  await types(plan, 'to', '31/3/2023')
  await part(plan, 'units')
  await plan.locator('#units').fill('Đoàn phường Một')
  await plan.locator('#take-units').click()
  await part(plan, 'duties')
  await plan.locator('#add-duties').fill('Báo cáo tuần')
  await plan.locator('#add-duties').press('Enter')
}

/** Fills in a cell by its label. @param {import('playwright').Locator} plan @param {string} label @param {string} text */
async function says(plan, label, text) {
  await plan.getByLabel(label, { exact: true }).fill(text)
  await plan.getByLabel(label, { exact: true }).press('Tab')
}

test('what is rarely said is said in words, undone, and found again by what is to be mended', async ({
  browser,
}) => {
  const { page, plan, troubles } = await atThePage(browser, collector)
  await begins(plan)
  await part(plan, 'head')
  const details = plan.locator('.details')
  const offer = (/** @type {string} */ name) => details.getByRole('button', { name, exact: true })
  await offer('Chi tiết khác').click()
  await offer('Đặc điểm của đơn vị').click()
  await says(plan, 'Đếm cái gì', 'đoàn viên')
  await expect(offer('Đặc điểm của đơn vị 1: đoàn viên')).toBeVisible()
  await offer('Ngày nghỉ, ngày làm bù').click()
  await offer('Ngày nghỉ lễ, Tết').click()
  await says(plan, 'từ ngày', '10/3')
  await says(plan, 'đến hết ngày', '11/3')
  await photograph(page, 'details-plan-1280')
  await axeFindsNothing(page, 'the details of a plan')
  await isNotWiderThanTheScreen(page)

  await part(plan, 'units')
  await plan.locator('.row-title').first().click()
  await offer('Chi tiết khác').click()
  await offer('Số của đơn vị').click()
  await says(plan, 'Số', '1.200')
  await part(plan, 'duties')
  await plan.locator('.row-title').first().click()
  await offer('Chi tiết khác').click()
  await plan.getByLabel('Hạn rơi vào ngày nghỉ thì').selectOption({ label: 'sang ngày làm việc tiếp theo' })
  await offer('Kỳ được miễn báo cáo').click()
  await photograph(page, 'details-duty-1280')
  await axeFindsNothing(page, 'the details of a report')
  // What it lacks is found, and leads back to its cell.
  await part(plan, 'check')
  await plan
    .locator('.findings .error', { hasText: 'Chỗ này còn trống' })
    .getByRole('button', { name: 'Đến chỗ đó' })
    .click()
  await expect(plan.getByLabel('Vì sao được miễn')).toBeFocused()
  await says(plan, 'Vì sao được miễn', 'Gộp vào báo cáo tháng')
  await expect(offer('Kỳ được miễn báo cáo 1: 1/3/2023')).toBeVisible()
  await plan.getByRole('button', { name: 'Bỏ phần này: Kỳ được miễn báo cáo 1: 1/3/2023' }).click()
  await expect(plan.getByText('Kỳ được miễn báo cáo 1')).toHaveCount(0)
  await plan.locator('#undo').click()
  await expect(offer('Kỳ được miễn báo cáo 1: 1/3/2023')).toBeVisible()
  await part(plan, 'json')
  const json = JSON.parse(await plan.locator('#json').inputValue())
  assert.deepEqual(json.working, { holidays: [{ from: '2023-03-10', to: '2023-03-11' }] })
  assert.equal(json.duties[0].waivers[0].why, 'Gộp vào báo cáo tháng')
  assert.equal(json.duties[0].moved, 'after')
  assert.deepEqual(json.units[0].numbers, [{ attribute: json.attributes[0].id, number: 1200 }])
  assert.deepEqual(troubles, [])
  await page.context().close()
})

test('by the keyboard alone, where it is narrow and dark, what is not understood is kept', async ({
  browser,
}) => {
  const { page, plan } = await atThePage(browser, collector, {
    viewport: { width: 768, height: 1024 },
    colorScheme: 'dark',
  })
  await begins(plan)
  await plan.locator('.row-title').first().focus()
  await page.keyboard.press('Enter')
  const details = plan.locator('.details')
  await details.getByRole('button', { name: 'Chi tiết khác' }).focus()
  await page.keyboard.press('Enter')
  await says(plan, 'Nhắc sắp đến hạn trước bao nhiêu giờ', 'hai ngày')
  await expect(details.locator('.finding.error')).toContainText('số nguyên')
  await says(plan, 'Nhắc sắp đến hạn trước bao nhiêu giờ', '24')
  await expect(details.locator('.finding.error')).toHaveCount(0)
  const schedule = details.getByRole('button', { name: 'Lịch mà văn bản nêu', exact: true })
  await schedule.focus()
  await page.keyboard.press('Enter')
  await expect(plan.locator('.detail-title[aria-expanded=true]').last()).toBeFocused()
  await photograph(page, 'details-768-dark')
  await axeFindsNothing(page, 'the details of a report, narrow and dark')
  await isNotWiderThanTheScreen(page)
  await page.context().close()
})
