// The map of a form and its sections that fold: how far it is from any place to any other, and what opens by itself.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { axeFindsNothing, focusComesTo, isNotWiderThanTheScreen, photograph, visit } from './person.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

const SECTIONS = 9
const SCREEN = { width: 360, height: 640 }
const PHONE = { viewport: SCREEN, hasTouch: true, isMobile: true }

/**
 * The form of the first week, at a place of its own.
 * @param {import('../support/browser.mjs').Story} story
 * @param {import('playwright').BrowserContextOptions} [options]
 */
async function firstWeek({ browser, later }, options = PHONE) {
  const context = await browser.newContext(options)
  later(() => context.close())
  const visited = await visit(context, `${collector.url}/`)
  await visited.person.opensFirstWeek()
  const { form } = visited.person
  // A long form comes to stand a few sections after the other.
  await expect(form.locator('.section')).toHaveCount(SECTIONS)
  return { ...visited, form, context }
}

/** @param {import('playwright').Locator} form */
const sectionsOf = (form) =>
  form
    .locator('.section')
    .evaluateAll((all) => all.map((each) => /** @type {HTMLElement} */ (each).dataset.section ?? ''))

/**
 * Where the focus is: the section, and whether it can be seen with what is asked in it.
 * @param {import('playwright').Page} page
 */
const whereabouts = (page) =>
  page.evaluate(() => {
    const focused = deepFocus()
    const section = /** @type {HTMLElement | null | undefined} */ (focused?.closest('.section'))
    const { top = -1, bottom = -1 } = focused?.getBoundingClientRect() ?? {}
    return {
      section: section?.dataset.section,
      isOpen: !section?.querySelector('.within[hidden]'),
      isInSight: top >= 0 && bottom <= innerHeight,
    }
  })

test('at 360 px it is two taps from any section to any other, and the focus goes there', async ({
  browser,
  later,
}) => {
  const { page, form, troubles } = await firstWeek({ browser, later })
  const sections = await sectionsOf(form)
  // Each way once: to each section from the next one, from the one before, and from the other end.
  const ways = sections.flatMap((_, at) => [at, sections.length - 1 - at, (at + 2) % sections.length])
  for (const at of ways) {
    const section = /** @type {string} */ (sections[at])
    let taps = 0
    const tap = async (/** @type {import('playwright').Locator} */ what) => {
      await what.tap()
      taps += 1
    }
    await tap(form.locator('#to-map'))
    await tap(form.locator(`.map-line[data-section="${section}"]`))
    await expect.poll(() => whereabouts(page)).toEqual({ section, isOpen: true, isInSight: true })
    await expect(form.locator('#map')).toHaveCount(0)
    assert.equal(taps, 2)
  }
  assert.deepEqual(troubles, [])
})

test('folded, the form of the first week is five screens of a phone at most, and says what is in it', async ({
  browser,
  later,
}) => {
  const { page, form } = await firstWeek({ browser, later })
  await expect(form.locator('#within-contact')).toBeAttached()
  await expect(form.locator('#tally-attendance')).toHaveText('0/7 ô, còn 2 ô bắt buộc')
  await expect(form.locator('#tally-list')).toHaveText('0 hoạt động')
  const { height: tall = Infinity } = (await form.boundingBox()) ?? {}
  assert.ok(tall <= 5 * SCREEN.height, `the form is ${tall} px tall`)
  await isNotWiderThanTheScreen(page)
  await axeFindsNothing(page, 'the form, folded')
  await photograph(page, 'folded-360')
})

test('the bar leads to what is wrong, folded or not, and then to what is left', async ({
  browser,
  later,
}) => {
  const { page, person, form } = await firstWeek({ browser, later })
  const first = form.locator('#to-first')
  await expect(first).toHaveText(/^Còn \d+ ô bắt buộc$/)
  await person.types('/figures/trees', 'nhiều')
  await expect(first).toHaveText('1 chỗ cần sửa')
  const heading = form.locator('.section[data-section=volunteering] .fold')
  await expect(form.locator('#tally-volunteering')).toHaveText('0/12 ô, 1 chỗ cần sửa, còn 1 ô bắt buộc')
  await heading.tap()
  await expect(heading).toHaveAttribute('aria-expanded', 'false')
  await expect(person.input('/figures/trees')).toBeHidden()
  await first.tap()
  await focusComesTo(page, 'at_figures_trees')
  await expect(person.input('/figures/trees')).toBeVisible()
  await person.types('/figures/trees', '100')
  await expect(first).toHaveText(/^Còn/)
  await first.tap()
  const path = () => page.evaluate(() => /** @type {HTMLElement | null} */ (deepFocus())?.dataset.path)
  await expect.poll(path).toMatch(/^\/figures\//)
  assert.equal(
    await page.evaluate(() => deepFocus()?.ariaRequired ?? deepFocus()?.getAttribute('aria-required')),
    'true',
  )
})

test('what stands in the way of sending is unfolded, and so is what the browser finds', async ({
  browser,
  later,
}) => {
  const { page, person, form } = await firstWeek({ browser, later })
  await person.goesToReview()
  const summary = await person.summary()
  await expect(form.locator('.section[data-section=contact] .fold')).toHaveAttribute('aria-expanded', 'true')
  await expect(form.locator('.section[data-section=education] .fold')).toHaveAttribute(
    'aria-expanded',
    'false',
  )
  await summary.getByRole('link', { name: /Điện thoại/ }).click()
  await focusComesTo(page, 'at_figures_reporter-phone')
  // As a browser does that has found a word in what is hidden until it is found.
  const within = form.locator('#within-education')
  await expect(within).toHaveAttribute('hidden', 'until-found')
  await within.dispatchEvent('beforematch')
  await expect(within).not.toHaveAttribute('hidden')
  await expect(within.locator('.field').first()).toBeVisible()
})

test('what is typed and folded is kept, goes on with Enter, and is all there on paper', async ({
  browser,
  later,
}) => {
  const { page, person, form } = await firstWeek({ browser, later })
  await person.types('/figures/trees', '1.234')
  await form.locator('.section[data-section=volunteering] .fold').tap()
  await person.keeps('1.234')
  const last = form.locator('#within-attendance .field input').last()
  await last.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => whereabouts(page).then(({ section }) => section)).toBe('education')
  await form.locator('.section[data-section=volunteering] .fold').tap()
  await person.holds('/figures/trees', '1.234')
  await form.locator('.section[data-section=volunteering] .fold').tap()
  await page.emulateMedia({ media: 'print' })
  for (const section of await sectionsOf(form))
    await expect(form.locator(`#within-${section}`).locator('.field, .empty').first()).toBeVisible()
  await expect(person.input('/figures/trees')).toBeVisible()
})

test('a draft is gone on with where it was left', async ({ browser, later }) => {
  const { page, person, form } = await firstWeek({ browser, later })
  await person.types('/figures/attendances', '1.200')
  await person.types('/figures/blood-donors', '1.234')
  await person.keeps('1.234')
  await form.locator('#back').click()
  await person.sees('Phiếu cần nộp')
  await person.opens('weekly', '2023-02-26')
  await focusComesTo(page, 'at_figures_blood-donors')
  await expect.poll(() => whereabouts(page).then(({ isInSight }) => isInSight)).toBe(true)
  await expect(form.locator('#live')).toHaveText(/^Đã mở lại bản nháp/)
  await person.holds('/figures/attendances', '1.200')
})

for (const colorScheme of /** @type {const} */ (['light', 'dark']))
  test(`by keyboard: the map opens, is left, and leads on; ${colorScheme}`, async ({ browser, later }) => {
    const options = { viewport: { width: 1280, height: 800 }, colorScheme }
    const { page, person, form, troubles } = await firstWeek({ browser, later }, options)
    await expect(form.locator('.within[hidden]'), 'a wide screen folds nothing').toHaveCount(0)
    await person.types('/figures/trees', 'nhiều')
    const button = form.getByRole('button', { name: 'Mục lục' })
    await button.focus()
    await page.keyboard.press('Enter')
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    const map = form.getByRole('navigation', { name: 'Mục lục' })
    await expect(map.locator('[aria-current=true]')).toBeFocused()
    await expect(map.getByRole('button', { name: /Xung kích.*0\/12 ô, 1 chỗ cần sửa/ })).toBeVisible()
    await axeFindsNothing(page, `the map, ${colorScheme}`)
    await photograph(page, `map-1280-${colorScheme}`)
    await page.keyboard.press('Escape')
    await expect(map).toHaveCount(0)
    await expect(button).toBeFocused()
    await page.keyboard.press('Enter')
    await map.getByRole('button', { name: /^Liên hệ/ }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => whereabouts(page).then(({ section }) => section)).toBe('contact')
    await page.keyboard.press('Tab')
    await focusComesTo(page, 'at_figures_reporter-role')
    assert.deepEqual(troubles, [])
  })

test('the map on a phone, open, in the dark', async ({ browser, later }) => {
  const { page, person, form } = await firstWeek({ browser, later }, { ...PHONE, colorScheme: 'dark' })
  await person.types('/figures/trees', 'nhiều')
  await form.locator('#to-map').tap()
  await axeFindsNothing(page, 'the map on a phone')
  await isNotWiderThanTheScreen(page)
  const [map, left] = [
    await form.locator('#map').boundingBox(),
    await form.locator('#to-first').boundingBox(),
  ]
  assert.ok(map && left && left.y >= map.y + map.height, 'what is left stands under the map, not beside it')
  await photograph(page, 'map-360-dark')
  await person.input('/figures/trees').focus()
  await expect(form.locator('#map'), 'who goes elsewhere closes it').toHaveCount(0)
})
