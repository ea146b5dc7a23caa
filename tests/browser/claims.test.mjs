// "Tránh trùng lặp": a unit hears that another has reported the same activity before it sends its own.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { axeFindsNothing, RIGHT, visit } from './person.mjs'

/**
 * The page of a unit that is let in by its code, in the form of the first week.
 * @param {import('playwright').Browser} browser
 * @param {Awaited<ReturnType<typeof startCollector>>} collector
 * @param {string} unit
 * @param {(route: import('playwright').Route) => Promise<void>} [claims] what answers whether another has reported it
 */
async function inTheForm(browser, collector, unit, claims) {
  const context = await browser.newContext()
  if (claims) await context.route('**/claims?*', claims)
  const seen = await visit(context, `${collector.url}/#unit=${unit}&code=${collector.code(unit)}`)
  await seen.person.opens('weekly', '2023-02-26')
  return seen
}

test('the same activity of two units: said at its title, gone when the other is a partner, nothing to explain otherwise', async ({
  browser,
}) => {
  const collector = await startCollector({ open: false })
  const first = await inTheForm(browser, collector, 'phuong-tay-thanh')
  await first.person.fillsIn(RIGHT)
  await first.person.addsActivity('Công viên Sơn Kỳ')
  await first.person.sends()
  await first.person.code()
  await first.page.context().close()

  const { page, person, troubles } = await inTheForm(browser, collector, 'phuong-son-ky')
  await person.fillsIn(RIGHT)
  await person.addsActivity('Công viên Sơn Kỳ')
  const said = person.form
    .locator('phieu-activities')
    .getByText('Đoàn phường Tây Thạnh đã báo cáo một hoạt động giống hoạt động này')
  await said.first().waitFor()
  await axeFindsNothing(page, 'an activity of two units')

  await person.types('/activities/0/partners', 'Đoàn phường Tây Thạnh')
  await said.first().waitFor({ state: 'detached' })
  await person.types('/activities/0/partners', '')
  await said.first().waitFor()
  await person.types('/activities/0/title', 'Hội thao chào mừng 26/3')
  await said.first().waitFor({ state: 'detached' })
  await person.types('/activities/0/title', 'Ngày Chủ nhật xanh')
  await said.first().waitFor()

  await person.sends()
  await person.code()
  assert.deepEqual(troubles, [])
  await page.context().close()
  await collector.remove()
})

test('an office that cannot be asked holds nothing up', async ({ browser }) => {
  const collector = await startCollector({ open: false })
  let isDown = true
  const asked = { down: 0, unknown: 0 }
  const { page, person } = await inTheForm(browser, collector, 'phuong-tay-thanh', (route) => {
    asked[isDown ? 'down' : 'unknown'] += 1
    return isDown ? route.abort() : route.fulfill({ status: 404, body: '' })
  })
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await expect.poll(() => asked.down).toBeGreaterThan(0)
  isDown = false
  await person.types('/activities/0/place', 'Công viên Lê Thị Riêng')
  await expect.poll(() => asked.unknown, 'the line was down: asked again with the next change').toBe(1)
  await person.types('/activities/0/place', 'Công viên Sơn Kỳ')
  await page.waitForTimeout(1500)
  assert.equal(asked.unknown, 1, 'a server without that address is left alone')
  await person.sends()
  await person.code()
  await page.context().close()
  await collector.remove()
})
