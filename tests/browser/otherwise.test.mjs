// Where the document names another deadline than the one that holds, the unit is told so, and why.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import {
  axeFindsNothing,
  focusComesTo,
  isNotWiderThanTheScreen,
  photograph,
  slipOf,
  visit,
} from './person.mjs'
import { startPortal, TAG } from './portal.mjs'

const SAYS = 'Mục V.4.2 của kế hoạch ghi: trước 09g00, thứ Sáu 3/3/2023.'

for (const [width, colorScheme] of /** @type {const} */ ([
  [360, 'light'],
  [360, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
]))
  test(`on the slip and in the form, ${width} px, ${colorScheme}`, async ({ browser, later }) => {
    const portal = await startPortal({ body: TAG.replace(/ endpoint="[^"]*"/, '') })
    const options = { viewport: { width, height: 740 }, colorScheme }
    const { page, person, troubles } = await visit(browser, portal.url, options)
    later(async () => {
      await page.context().close()
      await portal.stop()
    })
    await person.choosesUnit('tay thanh', 'Tây Thạnh')
    const slip = person.form.locator(slipOf('weekly', '2023-02-26'))
    const said = slip.locator('summary', { hasText: SAYS })
    await said.waitFor()
    await said.focus()
    await page.keyboard.press('Enter')
    await slip.getByText('Quy tắc chung (trước 09g00 thứ Sáu)').waitFor()
    await expect(said, 'the focus stays').toBeFocused()
    await isNotWiderThanTheScreen(page)
    await axeFindsNothing(page, 'a slip with another deadline')
    await slip.scrollIntoViewIfNeeded()
    await photograph(page, `otherwise-slip-${width}-${colorScheme}`)
    const quick = person.form.locator('[data-duty=quick]').first()
    await expect(quick.locator('summary'), 'where the document says one thing, nothing is added').toHaveCount(
      0,
    )

    await person.opens('weekly', '2023-02-26')
    await focusComesTo(page, 'title')
    await person.form.locator('.meta summary', { hasText: SAYS }).waitFor()
    await axeFindsNothing(page, 'a form with another deadline')
    await photograph(page, `otherwise-form-${width}-${colorScheme}`)
    assert.deepEqual(troubles, [])
  })
