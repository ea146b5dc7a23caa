// The plan's own page: what this plan is, by when each report is due, and whom to ask.
import { expect, test } from '../support/browser.mjs'
import { axeFindsNothing, focusComesTo, isNotWiderThanTheScreen, photograph, visit } from './person.mjs'
import { startPortal, TAG } from './portal.mjs'

for (const width of [360, 1280]) {
  test(`by keyboard to the plan and back, at ${width} px`, async ({ browser, later }) => {
    const portal = await startPortal({ body: TAG.replace(/ endpoint="[^"]*"/, '') })
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    later(async () => {
      await context.close()
      await portal.stop()
    })
    const { page, person } = await visit(context, portal.url)
    await person.choosesUnit('tay thanh', 'Tây Thạnh')
    const way = person.form.locator('[data-screen=plan]')
    await expect(way).toHaveText('Về kế hoạch này')
    await way.focus()
    await page.keyboard.press('Enter')
    await person.sees('Nơi ban hành')
    await focusComesTo(page, 'title')
    await person.sees('Ban Thường vụ Quận Đoàn')
    await person.sees('trước 14g00, Chủ nhật 26/2/2023')
    await person.sees('Văn phòng Quận Đoàn')
    await axeFindsNothing(page, 'the plan')
    await isNotWiderThanTheScreen(page)
    await photograph(page, `plan-${width}`)
    await page.goBack()
    await person.sees('Phiếu cần nộp')
    await page.goForward()
    await person.sees('Liên hệ')
    await person.form.locator('#back').click()
    await person.sees('Phiếu cần nộp')
  })
}
