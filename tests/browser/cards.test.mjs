// The activities of a report as cards: one is open, the others say themselves in a line; the plan's own come with one tap, and
// a form has no more elements than it needs.
import assert from 'node:assert/strict'
import { phieuFiles } from '../bench/support/ours.mjs'
import { samplePlan } from '../bench/support/sample.mjs'
import { serve } from '../bench/support/server.mjs'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { axeFindsNothing, isNotWiderThanTheScreen, photograph, staysOnItsSheet, visit } from './person.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const MOST_ELEMENTS = 15

/**
 * The list of activities of the first week.
 * @param {import('../support/browser.mjs').Story} story
 * @param {import('playwright').BrowserContextOptions} [options]
 */
async function atTheList({ browser, later }, options = PHONE) {
  const context = await browser.newContext(options)
  later(() => context.close())
  const visited = await visit(context, `${collector.url}/`)
  await visited.person.opensFirstWeek()
  await visited.person.reaches('#at_activities')
  return { ...visited, form: visited.person.form }
}

/** @param {import('playwright').Page} page */
const path = (page) => page.evaluate(() => /** @type {HTMLElement | null} */ (deepFocus())?.dataset.path)

test('a card that is left for another closes to one line, with what is left in it, and opens again', async ({
  browser,
  later,
}) => {
  const { page, form, person, troubles } = await atTheList({ browser, later })
  const cards = form.locator('.activity')
  const head = (/** @type {number} */ at) => cards.nth(at).locator('.card-fold')
  await form.locator('#at_activities').tap()
  await expect.poll(() => path(page)).toBe('/activities/0/title')
  await page.keyboard.type('Ra quân dọn kênh')
  await page.keyboard.press('Enter')
  await expect.poll(() => path(page)).toBe('/activities/0/date')
  await cards.first().getByRole('button', { name: 'T2 27/2' }).tap()
  await expect(person.input('/activities/0/date')).toHaveValue('27/2/2023')
  await expect.poll(() => path(page), 'what is picked leads on').toBe('/activities/0/place')
  await page.keyboard.type('Kênh Tham Lương')
  await page.keyboard.press('Enter')
  await expect.poll(() => path(page)).toBe('/activities/0/participants')
  await page.keyboard.type('120')
  await axeFindsNothing(page, 'an open card')
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'card-open-360')

  await form.locator('#at_activities').tap()
  await expect(head(0)).toHaveAttribute('aria-expanded', 'false')
  await expect(head(0)).toHaveText('Ra quân dọn kênh')
  await expect(cards.first().locator('.said')).toHaveText(
    'Thứ Hai 27/2/2023 · Kênh Tham Lương · 120 lượt người',
    { ignoreCase: true },
  )
  await expect(person.input('/activities/0/title')).toBeHidden()
  await expect.poll(() => path(page)).toBe('/activities/1/title')
  await head(1).tap()
  await expect(cards.nth(1).locator('.tally')).toHaveText(/chưa ghi: Tên hoạt động, Ngày bắt đầu/)
  await axeFindsNothing(page, 'closed cards')
  await photograph(page, 'cards-closed-360')
  await head(0).tap()
  await expect(person.input('/activities/0/title')).toBeVisible()
  await staysOnItsSheet(page)
  assert.deepEqual(troubles, [])
})

test('what few fill in stands behind “Thêm chi tiết”, and a link leads through it', async ({
  browser,
  later,
}) => {
  const { page, form, person } = await atTheList({ browser, later })
  await form.locator('#at_activities').tap()
  await expect(person.input('/activities/0/note')).toBeHidden()
  await form.getByRole('button', { name: 'Thêm chi tiết' }).tap()
  await person.input('/activities/0/until').fill('31/2')
  await person.input('/activities/0/title').fill('Ra quân')
  // Another card, so that the mistake is folded twice: in its card and in what few fill in.
  await form.locator('#at_activities').tap()
  await form.locator('.fold[aria-controls=within-list]').tap()
  await person.goesToReview()
  const summary = await person.summary()
  await summary.locator('a[href="#at_activities_0_until"]').tap()
  await expect.poll(() => path(page)).toBe('/activities/0/until')
  await expect(person.input('/activities/0/until')).toBeVisible()
})

test('the plan’s own come with one tap, and the way goes on in what they lack', async ({
  browser,
  later,
}) => {
  const { page, form, person } = await atTheList({ browser, later })
  const due = form.locator('.due .chip')
  await expect(due.first()).toBeVisible()
  const name = ((await due.first().textContent()) ?? '').trim()
  const count = await due.count()
  await due.first().tap()
  await expect(person.input('/activities/0/title')).toHaveValue(name)
  await expect.poll(() => path(page)).toBe('/activities/0/place')
  await expect(due, 'it is not offered again').toHaveCount(count - 1)
})

for (const figures of [60, 500])
  test(`a form of ${figures} figures has at most ${MOST_ELEMENTS} elements a figure, with all rendered`, async ({
    browser,
    later,
  }) => {
    const server = await serve(phieuFiles(samplePlan(figures)))
    later(() => server.stop())
    const { page, person } = await visit(browser, `${server.url}/phieu.html`)
    later(() => page.context().close())
    await expect(person.form.locator('phieu-field')).toHaveCount(figures, { timeout: 60_000 })
    const elements = await page.evaluate(
      () => document.querySelector('phieu-report')?.shadowRoot?.querySelectorAll('*').length ?? 0,
    )
    const each = elements / figures
    console.log(`${elements} elements of ${figures} figures: ${each.toFixed(1)} a figure`)
    assert.ok(each <= MOST_ELEMENTS, `${each.toFixed(1)} elements a figure`)
  })
