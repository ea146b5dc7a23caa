// Every screen: readable on a small phone, in light and dark, for everyone (axe), and on paper.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '../support/browser.mjs'
import { ROOT, startCollector } from './collector.mjs'
import {
  axeFindsNothing,
  isNotWiderThanTheScreen,
  photograph,
  RIGHT,
  staysOnItsSheet,
  visit,
} from './person.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

// One unit a test: what a unit has sent is the same for all who ask.
for (const [width, colorScheme, forcedColors, search, name] of /** @type {const} */ ([
  [360, 'light', 'none', 'hiep tan', 'Hiệp Tân'],
  [1280, 'dark', 'none', 'phu trung', 'Phú Trung'],
  [360, 'light', 'active', 'son ky', 'Sơn Kỳ'],
  [1280, 'light', 'active', 'phu thanh', 'Phú Thạnh'],
])) {
  const colours = forcedColors === 'active' ? `${colorScheme}, forced colours` : colorScheme
  test(`every screen at ${width} px, ${colours}`, async ({ browser }) => {
    const options = { viewport: { width, height: width > 400 ? 900 : 740 }, colorScheme, forcedColors }
    const { page, person } = await visit(browser, `${collector.url}/`, options)
    const suffix = `${width}${colorScheme === 'dark' ? '-dark' : ''}${forcedColors === 'active' ? '-forced' : ''}`
    const look = async (/** @type {string} */ screen) => {
      await isNotWiderThanTheScreen(page)
      await staysOnItsSheet(page)
      await axeFindsNothing(page, screen)
      await photograph(page, `${screen}-${suffix}`)
    }
    await person.sees('Chọn đơn vị')
    await look('units')
    await person.choosesUnit(search, name)
    await look('duties')
    await person.opens('weekly', '2023-02-26')
    await person.types('/figures/trees', 'nhiều')
    await person.types('/figures/blood-donors', '10')
    await person.types('/figures/blood-units', '4')
    await person.reaches('#at_activities')
    await person.form.locator('#at_activities').click()
    await person.form.getByText('Chọn từ lịch').click()
    await person.input('/figures/trees').scrollIntoViewIfNeeded()
    await look('form')
    await person.form.locator('#to-map').click()
    await look('map')
    await page.keyboard.press('Escape')
    await person.input('/activities/0/date').scrollIntoViewIfNeeded()
    await look('card')
    await person.goesToReview()
    await person.summary()
    await look('error-summary')
    await person.form.getByRole('button', { name: 'Xóa' }).click()
    await person.types('/figures/blood-units', '10')
    await person.fillsIn(RIGHT)
    await person.addsActivity()
    await staysOnItsSheet(page)
    await person.goesToReview()
    await person.sees('Xem lại trước khi gửi')
    await look('review')
    await person.form.locator('#send').click()
    await person.code()
    await look('receipt')

    const office = await visit(page.context(), `${collector.url}/office.html`)
    const view = office.page.locator('phieu-office')
    await axeFindsNothing(office.page, 'office door')
    await view.locator('#token').fill(collector.token())
    await view.locator('#enter').click()
    await view.locator('.office-duty').first().waitFor()
    await isNotWiderThanTheScreen(office.page)
    await axeFindsNothing(office.page, 'office')
    await photograph(office.page, `office-${suffix}`)
    await view.locator('summary:visible', { hasText: 'Nhắc các đơn vị chưa gửi' }).first().click()
    await axeFindsNothing(office.page, 'office letters')
    await photograph(office.page, `letters-${suffix}`)
    await view.locator('.office-group.sent button').first().click()
    await view.locator('#report').waitFor()
    await isNotWiderThanTheScreen(office.page)
    await axeFindsNothing(office.page, 'office report')
    await page.context().close()
  })
}

test('what is pressed or typed into is at least 44 px high', async ({ browser }) => {
  const { page, person } = await visit(browser, `${collector.url}/`, {
    viewport: { width: 360, height: 740 },
  })
  await person.opensFirstWeek()
  await person.opensAllSections()
  await person.form.locator('#at_activities').click()
  const small = await person.form
    .locator('button, input[type=text], textarea, .choice')
    .evaluateAll((elements) =>
      elements
        .map((element) => [element.id || element.className, element.getBoundingClientRect().height])
        .filter(([, height]) => Number(height) > 0 && Number(height) < 44),
    )
  assert.deepEqual(small, [])
  await page.context().close()
})

test('the bar at the bottom hides nothing that the keyboard comes to', async ({ browser }) => {
  const { page, person } = await visit(browser, `${collector.url}/`, {
    viewport: { width: 360, height: 740 },
  })
  await person.opensFirstWeek()
  await person.types('/figures/trees', 'nhiều')
  await person.seesSaved()
  await person.input('/figures/activities-held').focus()
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Tab')
    const under = () =>
      page.evaluate(() => {
        const bar = document.querySelector('phieu-report')?.shadowRoot?.querySelector('.bar')
        return Number(deepFocus()?.getBoundingClientRect().bottom) - Number(bar?.getBoundingClientRect().top)
      })
    await expect.poll(under, `step ${step}: how far it reaches under the bar, in px`).toBeLessThanOrEqual(0)
  }
  await page.context().close()
})

test('the review prints alone, on A4', async ({ browser }) => {
  const { page, person } = await visit(browser, `${collector.url}/`)
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.goesToReview()
  await page.evaluate(() => {
    window.print = () => {}
  })
  await person.form.getByRole('button', { name: 'In', exact: true }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.masthead')).toBeHidden()
  await expect(person.form.locator('#send')).toBeHidden()
  await expect(person.form.locator('.official .signer').first()).toHaveText('TM. Ban Chấp hành')
  await photograph(page, 'review-print')
  await page.pdf({ format: 'A4', path: join(ROOT, 'target/screenshots/review.pdf') })
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  await expect(page.locator('.masthead')).toBeVisible()
  await page.context().close()
})

test('a blank form, printed by the browser, is a PDF of whole sheets', async ({ browser }) => {
  const binary = process.env.PHIEU ?? join(ROOT, 'target/debug/phieu')
  const plan = 'www/plans/tan-phu-thang-thanh-nien-2023.json'
  const html = execFileSync(binary, ['blank', plan, '--duty', 'weekly', '--unit', 'phuong-tay-thanh'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  const page = await browser.newPage()
  await page.setContent(html)
  const pdf = await page.pdf({ format: 'A4', path: join(ROOT, 'target/screenshots/blank.pdf') })
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
  assert.ok(sheets.length >= 2, `${sheets.length} sheets`)
  await page.emulateMedia({ media: 'print' })
  await isNotWiderThanTheScreen(page)
  await page.close()
})
