// An answer of a list, one or several: chosen with the mouse and by keyboard, kept, sent, and counted for the office.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { axeFindsNothing, isNotWiderThanTheScreen, photograph, visit } from './person.mjs'
import { startPortal } from './portal.mjs'

const TAG =
  '<phieu-report plan="/api/plans/choice" endpoint="/api" data-now="2023-03-03T08:30:00+07:00"></phieu-report>'
const OFFICE = '<phieu-progress plan="choice" endpoint="/api"></phieu-progress>'

/** @type {import('./collector.mjs').Collector} */
let collector
/** @type {Awaited<ReturnType<typeof startPortal>>} */
let portal

test.beforeAll(async () => {
  collector = await startCollector({ plans: 'tests/browser/fixtures/choice' })
  portal = await startPortal({ body: TAG, api: collector.url })
})
test.afterAll(async () => {
  await portal?.stop()
  await collector?.remove()
})

test('one and several are chosen on a phone, kept, sent, and counted for the office', async ({ browser }) => {
  const { page, person, troubles } = await visit(browser, portal.url, {
    viewport: { width: 360, height: 740 },
  })
  await person.choosesUnit('phuong 1', 'phường 1')
  await person.opens('weekly', '2023-02-26')
  await person.opensAllSections()
  const { form } = person
  const answer = (/** @type {string} */ name) => form.getByLabel(name, { exact: true })

  const single = form.getByRole('radiogroup', { name: /Hình thức tổ chức/ })
  await expect(single.getByRole('radio')).toHaveCount(3)
  const several = form.getByRole('group', { name: 'Đơn vị cần hỗ trợ gì' }).last()
  await expect(several.getByRole('checkbox')).toHaveCount(3)
  for (const choice of await form.locator('.choice').all()) {
    const box = await choice.boundingBox()
    assert.ok((box?.height ?? 0) >= 44 && (box?.width ?? 0) >= 44, 'large enough for a thumb')
  }

  await answer('Trực tiếp').check()
  await answer('Trực tiếp').press('ArrowDown')
  await expect(answer('Trực tuyến')).toBeChecked()
  await expect(answer('Trực tiếp')).not.toBeChecked()

  await answer('Nhân sự').check()
  await answer('Kinh phí').focus()
  await page.keyboard.press('Space')
  await answer('Địa điểm').check()
  await answer('Địa điểm').uncheck()
  await expect(answer('Nhân sự')).toBeChecked()
  await expect(answer('Kinh phí')).toBeChecked()
  await isNotWiderThanTheScreen(page)
  await axeFindsNothing(page, 'answers of a list')
  await several.scrollIntoViewIfNeeded()
  await photograph(page, 'choice-360')

  const locks = (/** @type {boolean} */ locked) =>
    form.evaluate((tag, is) => {
      const { session } = /** @type {any} */ (tag).work
      session.locked = is
      session.renew()
    }, locked)
  await locks(true)
  const read = form.getByRole('textbox', { name: 'Đơn vị cần hỗ trợ gì' })
  await expect(read).toHaveValue('Kinh phí\nNhân sự')
  await expect(read).toHaveAttribute('rows', '3')
  await locks(false)
  await expect(answer('Kinh phí')).toBeChecked()

  await person.keeps('nhan-su')
  await page.reload()
  await person.opens('weekly', '2023-02-26')
  await expect(answer('Trực tuyến')).toBeChecked()
  await expect(answer('Nhân sự')).toBeChecked()
  await expect(answer('Địa điểm')).not.toBeChecked()

  await person.goesToReview()
  await person.sees('Kinh phí; Nhân sự')
  await form.locator('#send').click()
  await person.code()
  assert.deepEqual(troubles, [])
  await page.context().close()

  const office = await startPortal({
    body: OFFICE,
    api: collector.url,
    script: '<script type="module" src="/dist/progress.js"></script>',
  })
  const seen = await visit(browser, office.url)
  const view = seen.page.locator('phieu-progress')
  await view.locator('#token').fill(collector.token())
  await view.locator('#enter').click()
  await view.locator('#tab-totals').click()
  const forms = view.locator('[data-answers=form]')
  await expect(forms.getByRole('listitem')).toHaveText([
    '0 đơn vị: Trực tiếp',
    '1 đơn vị: Trực tuyến',
    '0 đơn vị: Kết hợp trực tiếp và trực tuyến',
  ])
  await expect(view.locator('[data-answers=support]')).toContainText('1 đơn vị: Nhân sự')
  await view.getByText('1 trên 3 đơn vị đã trả lời').first().waitFor()
  await forms.scrollIntoViewIfNeeded()
  await photograph(seen.page, 'choice-progress-1280')
  await office.stop()
  await seen.page.context().close()
})

test('an answer that the plan lists no more is seen, said at the field, and goes when it is taken back', async ({
  browser,
}) => {
  const { page, person } = await visit(browser, portal.url)
  // The plan as it was before: it listed one answer more.
  await page.route('**/api/plans/choice', async (route) => {
    const response = await route.fetch()
    const plan = await response.json()
    for (const { measure } of plan.indicators) measure.choice.answers.push({ id: 'khac', label: 'Khác' })
    await route.fulfill({ response, json: plan })
  })
  await page.reload()
  await person.choosesUnit('phuong 2', 'phường 2')
  await person.opens('weekly', '2023-02-26')
  const { form } = person
  const single = form.getByRole('radiogroup', { name: /Hình thức tổ chức/ })
  const several = form.getByRole('group', { name: 'Đơn vị cần hỗ trợ gì' }).last()
  await single.getByLabel('Khác').check()
  await several.getByLabel('Khác').check()
  await several.getByLabel('Kinh phí').check()
  await person.keeps('khac')

  await page.unroute('**/api/plans/choice')
  await page.reload()
  await person.opens('weekly', '2023-02-26')
  await expect(single.getByLabel('khac')).toBeChecked()
  await expect(several.getByLabel('khac')).toBeChecked()
  await expect(several.getByLabel('Kinh phí')).toBeChecked()
  await person.sees('Hãy bỏ câu đó và chọn Trực tiếp hoặc Trực tuyến')
  const wrong = several.getByLabel('khac')
  await expect(wrong).toHaveAttribute('aria-invalid', 'true')
  await expect(wrong).toHaveAccessibleDescription(/chọn Kinh phí hoặc Địa điểm hoặc Nhân sự/)

  // It is gone once it is taken back, so that nobody can look whether it is still chosen.
  await several.getByLabel('khac').click()
  await expect(several.getByLabel('khac')).toHaveCount(0)
  await expect(several.getByLabel('Kinh phí')).toBeFocused()
  await expect(several.getByLabel('Kinh phí')).toBeChecked()
  await single.getByLabel('Trực tiếp', { exact: true }).check()
  await expect(single.getByLabel('khac')).toHaveCount(0)
  await expect(form.getByText('Hãy bỏ câu đó')).toHaveCount(0)
  await page.context().close()
})
