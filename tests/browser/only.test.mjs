// What is asked upon an answer comes and goes with it, under the fingers of whoever gives it; what was typed there stays,
// and does not travel.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { axeFindsNothing, isNotWiderThanTheScreen, photograph, visit } from './person.mjs'
import { startPortal } from './portal.mjs'

const NOW = '2023-03-18T08:30:00+07:00'
const TAG = `<phieu-report plan="/api/plans/applies" endpoint="/api" data-now="${NOW}"></phieu-report>`

/** @type {import('./collector.mjs').Collector} */
let collector
/** @type {Awaited<ReturnType<typeof startPortal>>} */
let portal

test.beforeAll(async () => {
  collector = await startCollector({ plans: 'tests/cases/plans', now: NOW })
  portal = await startPortal({ body: TAG, api: collector.url })
})
test.afterAll(async () => {
  await portal?.stop()
  await collector?.remove()
})

test('a field comes with the answer, goes with another, and has what was typed when it comes again', async ({
  browser,
}) => {
  const { page, person, troubles } = await visit(browser, portal.url, {
    viewport: { width: 360, height: 740 },
  })
  await person.choosesUnit('phuong 1', 'phường 1')
  await person.opens('weekly', '2023-03-13')
  const { form } = person
  const sections = form.locator('section.section h3')
  await expect(sections).toHaveText(['Chung', 'Phường'])
  await person.opensAllSections()
  const answer = (/** @type {string} */ name) => form.getByRole('radio', { name, exact: true }).first()
  const sessions = form.getByRole('textbox', { name: /Số buổi trực tuyến/ })

  await answer('Trực tiếp').check()
  await answer('Trực tiếp').press('ArrowDown')
  await expect(answer('Trực tuyến'), 'the focus stays where one types').toBeFocused()
  await expect(sections).toHaveText(['Chung', 'Trực tuyến', 'Phường'])
  await sessions.fill('5')
  await axeFindsNothing(page, 'asked upon an answer')
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'only-360')

  await form.getByLabel(/Số hộ được thăm/).fill('3')
  await answer('Trực tiếp').check()
  await expect(sections).toHaveText(['Chung', 'Phường'])
  await expect(sessions).toHaveCount(0)
  await expect(form.getByLabel(/Số hộ được thăm/), 'no field takes the text of another').toHaveValue('3')
  await person.keeps('truc-tiep')
  await page.reload()
  await person.opens('weekly', '2023-03-13')
  await person.opensAllSections()
  await expect(sections).toHaveText(['Chung', 'Phường'])
  await answer('Kết hợp').check()
  await expect(sessions).toHaveValue('5')
  await answer('Trực tiếp').check()

  const held = form.getByRole('radiogroup', { name: /Đã tổ chức hội nghị/ })
  await held.getByLabel('Chưa tổ chức', { exact: true }).check()
  await form.getByLabel(/Số đèn đã lắp/).fill('0')
  await person.goesToReview()
  const [letter] = await Promise.all([
    page.waitForRequest(
      (request) => request.method() === 'PUT' && request.url().includes('/api/submissions/'),
    ),
    form.locator('#send').click(),
  ])
  await person.code()
  assert.deepEqual(Object.keys(letter.postDataJSON().report.figures).sort(), [
    'form',
    'held',
    'households',
    'lamps',
  ])
  assert.deepEqual(troubles, [])
  await page.context().close()
})

test('another unit is asked something else', async ({ browser }) => {
  const { page, person } = await visit(browser, portal.url)
  await person.choosesUnit('truong', 'trường')
  await person.opens('weekly', '2023-03-13')
  const sections = person.form.locator('section.section h3')
  await expect(sections).toHaveText(['Chung', 'Hoạt động ở trường'])
  await page.context().close()
})
