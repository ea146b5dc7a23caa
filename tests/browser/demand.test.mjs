// Reports on demand: a unit opens one whenever something happens, several on one day; the office sees each, and misses none.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { axeFindsNothing, isNotWiderThanTheScreen, photograph, visit } from './person.mjs'
import { startPortal } from './portal.mjs'

const NOW = '2026-06-14T08:30:00+07:00'
const OF = `endpoint="/api" data-now="${NOW}"`
const FORM = `<phieu-report plan="/api/plans/an-toan-he" ${OF}></phieu-report>`
const OFFICE = `<phieu-office plan="an-toan-he" ${OF}></phieu-office>`

/** @type {import('./collector.mjs').Collector} */
let collector
/** @type {Awaited<ReturnType<typeof startPortal>>} */
let portal
/** @type {Awaited<ReturnType<typeof startPortal>>} */
let desk

test.beforeAll(async () => {
  collector = await startCollector({ plans: 'tests/browser/fixtures/demand', now: NOW })
  portal = await startPortal({ body: FORM, api: collector.url })
  desk = await startPortal({
    body: OFFICE,
    api: collector.url,
    script: '<script type="module" src="/dist/office.js"></script>',
  })
})
test.afterAll(async () => {
  await portal?.stop()
  await desk?.stop()
  await collector?.remove()
})

test('a unit opens two reports on one day, and the office reads both', async ({ browser }) => {
  const { page, person, troubles } = await visit(browser, portal.url, {
    viewport: { width: 360, height: 740 },
  })
  const { form } = person
  await form.locator('#unit-search, [data-duty]').first().waitFor()
  await person.choosesUnit('xa 1', 'Đoàn xã 1')
  const slips = form.locator('[data-duty=incident]')
  const open = slips.filter({ hasText: 'Mở khi có việc phát sinh' })
  await expect(open).toHaveCount(1)
  await axeFindsNothing(page, 'a report on demand')
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'demand-duties-360')
  for (const [children, what] of [
    ['2', 'Đuối nước'],
    ['1', 'Tai nạn giao thông'],
  ]) {
    await open.locator('[data-action=fill]').click()
    await form.locator('#to-review').waitFor()
    await person.types('/figures/children', children)
    await person.types('/figures/what', what)
    await person.sends()
    await person.code()
    await form
      .getByRole('button', { name: /danh sách|phiếu cần nộp/i })
      .first()
      .click()
    await person.sees('Phiếu cần nộp')
  }
  await expect(slips).toHaveCount(3)
  await photograph(page, 'demand-sent-360')

  // What is begun and left stands in the list until it is sent.
  await open.locator('[data-action=fill]').click()
  await form.locator('#to-review').waitFor()
  await person.types('/figures/children', '3')
  await page.reload()
  await expect(slips).toHaveCount(4)
  await expect(slips.filter({ hasText: 'Làm tiếp' })).toHaveCount(1)
  assert.deepEqual(troubles, [])

  const office = await visit(browser, desk.url, {
    viewport: { width: 1280, height: 800 },
    colorScheme: 'dark',
  })
  const view = office.page.locator('phieu-office')
  await view.locator('#token').fill(collector.token())
  await view.locator('#enter').click()
  const row = view.locator('.office-duty[data-duty=incident]')
  await expect(row).toContainText('Đã nhận 2 báo cáo của 1 đơn vị')
  await row.locator('summary').click()
  await expect(row.getByRole('button', { name: 'Xem: Đoàn xã 1' })).toHaveCount(2)
  await axeFindsNothing(office.page, 'reports on demand in the office')
  await photograph(office.page, 'demand-office-1280-dark')
  await office.page.context().close()
  await page.context().close()
})
