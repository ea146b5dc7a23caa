// Who reports a second time: what was left blank before stands aside, and one button leads from each open place to the next.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { NOW, startCollector } from './collector.mjs'
import { axeFindsNothing, focusComesTo, isNotWiderThanTheScreen, photograph, visit } from './person.mjs'
import { startPortal, TAG } from './portal.mjs'

const LATER = '2023-03-19T08:30:00+07:00'

/** @type {import('./collector.mjs').Collector} */
let collector
/** @type {Awaited<ReturnType<typeof startPortal>>} */
let portal

test.beforeAll(async () => {
  collector = await startCollector({ now: LATER })
  portal = await startPortal({ body: TAG.replace(NOW, LATER), api: collector.url })
})
test.afterAll(async () => {
  await portal?.stop()
  await collector?.remove()
})

const WEEK = {
  '/figures/activities-held': '1',
  '/figures/attendances': '120',
  '/figures/trees': '50',
  '/figures/thirty-minutes': '1',
  '/figures/new-members': '4',
  '/figures/digital-teams': '12',
  '/figures/highlights': 'Ra quân dọn kênh.',
  '/figures/reporter-role': 'Bí thư',
  '/figures/reporter-phone': '0901 234 567',
}

/**
 * A ward that has sent its first week, at the form of its second.
 * @param {import('../support/browser.mjs').Story} story
 * @param {{ unit: [string, string], options: import('playwright').BrowserContextOptions }} who
 */
async function secondWeek({ browser, later }, { unit, options }) {
  const context = await browser.newContext(options)
  later(() => context.close())
  const visited = await visit(context, portal.url)
  const { person } = visited
  await person.choosesUnit(...unit)
  await person.opens('weekly', '2023-02-26')
  await expect(person.form.locator('phieu-field[hidden]'), 'a first report shows all').toHaveCount(0)
  await person.fillsIn(WEEK)
  await person.addsActivity()
  await person.sends()
  await person.code()
  await person.form.locator('#to-duties').click()
  await person.opens('weekly', '2023-03-04')
  await person.form.locator('#to-next').waitFor()
  return { ...visited, form: person.form }
}

const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true }

test('the bar leads from one open place to the next, the list of activities too, and to the review at last', async ({
  browser,
  later,
}) => {
  const unit = /** @type {[string, string]} */ (['tay thanh', 'Tây Thạnh'])
  const { page, person, form, troubles } = await secondWeek({ browser, later }, { unit, options: PHONE })
  const here = () =>
    page.evaluate(() => {
      const { dataset, id } = /** @type {HTMLElement} */ (deepFocus())
      return dataset.path ?? id
    })
  const goesOnTo = async (/** @type {string} */ where) => {
    await form.locator('#to-next').tap()
    await expect.poll(here).toBe(where)
    const [own, bar] = await Promise.all([
      page.evaluate(() => Number(deepFocus()?.getBoundingClientRect().bottom)),
      form.locator('.bar').boundingBox(),
    ])
    assert.ok(own <= Number(bar?.y), `${where} stands clear of the bar`)
  }
  for (const [id, text] of Object.entries({ 'activities-held': '1', attendances: '120', trees: '12' })) {
    await goesOnTo(`/figures/${id}`)
    await page.keyboard.insertText(text)
  }
  await person.holds('/figures/trees', '12')
  // What is passed over is come back to.
  await goesOnTo('/figures/thirty-minutes')
  await goesOnTo('/figures/new-members')
  await page.keyboard.insertText('3')
  await goesOnTo('at_activities')
  await person.addsActivity('Công viên')
  await person.types('/activities/0/date', '5/3')
  await goesOnTo('/figures/highlights')
  await page.keyboard.insertText('Ngày hội hiến máu.')
  await goesOnTo('/figures/thirty-minutes')
  await page.keyboard.insertText('1')
  await form.locator('#to-next').tap()
  await focusComesTo(page, 'to-review')
  assert.deepEqual(troubles, [])
})

for (const colorScheme of /** @type {const} */ (['light', 'dark']))
  test(`what was left blank before stands aside on a telephone, and is shown with one tap; ${colorScheme}`, async ({
    browser,
    later,
  }) => {
    const unit = /** @type {[string, string]} */ (
      colorScheme === 'dark' ? ['son ky', 'Sơn Kỳ'] : ['phu trung', 'Phú Trung']
    )
    const options = { ...PHONE, colorScheme }
    const { page, person, form, troubles } = await secondWeek({ browser, later }, { unit, options })
    const section = form.locator('.section[data-section=attendance]')
    await expect(person.input('/figures/attendances')).toBeVisible()
    const idle = person.input('/figures/attendances-members')
    await expect(idle).toBeHidden()
    await expect(form.locator('#tally-attendance'), 'all are counted').toHaveText(/^0\/7 ô/)
    await axeFindsNothing(page, 'a second report')
    await isNotWiderThanTheScreen(page)
    const bar = await form.locator('.bar').boundingBox()
    assert.ok(Number(bar?.height) <= 110, `the bar takes two rows: ${bar?.height} px`)
    await photograph(page, `again-360-${colorScheme}`)

    // The keyboard's own key passes over what stands aside.
    await person.input('/figures/attendances').focus()
    await page.keyboard.press('Enter')
    assert.notEqual(
      await page.evaluate(() => /** @type {HTMLElement} */ (deepFocus()).dataset.path),
      '/figures/attendances-members',
    )
    const more = section.getByRole('button', { name: /^Hiện thêm \d+ ô mà kỳ trước để trống$/ })
    await more.tap()
    await expect(idle).toBeVisible()
    await expect(idle).toBeFocused()
    await expect(more).toHaveCount(0)
    await person.types('/figures/attendances-members', '90')
    await person.keeps('90')

    // What is said to be wrong is never aside.
    await expect(person.input('/figures/blood-units')).toBeHidden()
    await page.emulateMedia({ media: 'print' })
    await expect(person.input('/figures/blood-units'), 'paper has room for all').toBeVisible()
    assert.deepEqual(troubles, [])
  })

test('a wide screen has room for all that is asked', async ({ browser, later }) => {
  const unit = /** @type {[string, string]} */ (['hiep tan', 'Hiệp Tân'])
  const options = { viewport: { width: 1280, height: 800 } }
  const { page, form, troubles } = await secondWeek({ browser, later }, { unit, options })
  await expect(form.locator('phieu-field[hidden]')).toHaveCount(0)
  await axeFindsNothing(page, 'a second report at a desk')
  await photograph(page, 'again-1280-light')
  assert.deepEqual(troubles, [])
})
