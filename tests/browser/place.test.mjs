// What comes, goes or grows on the page moves neither the field that was tapped nor what was pressed.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { RIGHT, visit } from './person.mjs'
import { startPortal, TAG } from './portal.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

// What is left of a telephone's screen above its keyboard.
const ABOVE_THE_KEYBOARD = { viewport: { width: 360, height: 400 }, hasTouch: true, isMobile: true }

// Not read, read in two ways, far too much, and right but in need of activities.
const ODD = ['12.5', 'khoảng chục', '9.999.999', '7', '12@']

/**
 * Taps the middle of an input that is above the bar, and says how far it has moved once some frames have been painted.
 * @param {import('playwright').Page} page
 * @param {import('playwright').Locator} input
 */
async function tapped(page, input) {
  const before = await input.evaluate(async (element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' })
    // What comes in sight is laid out with the next frames, and what the field before says comes once the page is idle.
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
    await new Promise((idle) => requestIdleCallback(idle))
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
    element.scrollIntoView({ block: 'center', behavior: 'instant' })
    await new Promise(requestAnimationFrame)
    const { left, width, top, height } = element.getBoundingClientRect()
    return { left, width, top, height }
  })
  const at = { x: before.left + Math.min(20, before.width / 2), y: before.top + before.height / 2 }
  const witness = await input.evaluateHandle((element) => {
    const seen = /** @type {string[]} */ ([])
    const until = new AbortController()
    for (const type of ['pointerdown', 'pointercancel', 'contextmenu', 'click', 'focusin', 'scroll'])
      element.ownerDocument.addEventListener(
        type,
        (event) => {
          const target = /** @type {Element} */ (event.composedPath()[0])
          seen.push(`${type} ${target.id || target.localName || 'document'}`)
        },
        { capture: true, signal: until.signal },
      )
    return { seen, until }
  })
  await page.touchscreen.tap(at.x, at.y)
  await expect(input)
    .toBeFocused()
    .catch(async (error) => {
      // What came of the tap tells a field that lost the focus from a tap that fell beside it.
      const { top } = await input.evaluate((element) => element.getBoundingClientRect())
      const seen = (await witness.evaluate(({ seen }) => seen)).join(', ')
      throw new Error(`tapped at ${at.y}, stood at ${before.top}, stands at ${top}; ${seen}`, {
        cause: error,
      })
    })
  await witness.evaluate(({ until }) => until.abort())
  return input.evaluate(async (element, was) => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
    const { top, bottom } = element.getBoundingClientRect()
    const root = /** @type {ShadowRoot} */ (element.getRootNode())
    const bar = /** @type {Element} */ (root.querySelector('.bar')).getBoundingClientRect()
    return { moved: Math.round(top - was), isAboveBar: bottom <= bar.top }
  }, before.top)
}

/**
 * The first input of the form that was not visited yet, in its order; none where all were. A line for an explanation that
 * has come above is one as well.
 * @param {import('playwright').Locator} form
 * @param {number} visit
 */
async function nextInput(form, visit) {
  const all = form.locator('.field :is(input, textarea)')
  const found = await all.evaluateAll((inputs, number) => {
    const next = /** @type {HTMLInputElement | undefined} */ (
      inputs.find((each) => !(/** @type {HTMLElement} */ (each).dataset.visit))
    )
    if (!next) return null
    next.dataset.visit = String(number)
    return { name: next.dataset.path ?? next.id, type: next.type, isExplanation: !next.dataset.path }
  }, visit)
  return found && { ...found, input: form.locator(`[data-visit="${visit}"]`) }
}

for (const [name, scroller] of /** @type {const} */ ([
  ['in the page', ''],
  [
    'in a part of the page that scrolls by itself',
    'main { height: 100vh; overflow-y: auto; scroll-behavior: smooth }',
  ],
]))
  test(`every field stays where it was tapped, whatever the field before says: ${name}`, async ({
    browser,
  }) => {
    const css = `body, main { margin: 0 } ${scroller}`
    const portal = await startPortal({ body: TAG, css, api: collector.url })
    const { page, person, troubles } = await visit(browser, portal.url, ABOVE_THE_KEYBOARD)
    await person.opensFirstWeek()
    await person.opensAllSections()
    await person.form.locator('#at_activities').click()
    await expect(person.input('/activities/0/title')).toBeFocused()
    await person.form.getByRole('button', { name: 'Thêm chi tiết' }).click()
    await expect(person.input('/figures/reporter-phone')).toBeAttached()
    const went = /** @type {unknown[]} */ ([])
    const kinds = /** @type {Record<string, number>} */ ({})
    let before = await nextInput(person.form, 0)
    for (let visit = 1; before; visit += 1) {
      if (/text/.test(before.type)) await before.input.fill(/** @type {string} */ (ODD[visit % ODD.length]))
      const next = await nextInput(person.form, visit)
      if (!next) break
      const { moved, isAboveBar } = await tapped(page, next.input)
      if (Math.abs(moved) > 1 || !isAboveBar) went.push({ name: next.name, moved, isAboveBar })
      const kind = next.isExplanation ? 'explanation' : next.type
      kinds[kind] = (kinds[kind] ?? 0) + 1
      before = next
    }
    assert.deepEqual(went, [])
    for (const kind of ['text', 'textarea', 'radio', 'explanation'])
      assert.ok((kinds[kind] ?? 0) > 2, `${kind}: ${JSON.stringify(kinds)}`)
    assert.ok(
      await page.evaluate(() =>
        document.querySelector('phieu-report')?.shadowRoot?.querySelector('.finding'),
      ),
    )
    assert.deepEqual(troubles, [])
    await page.context().close()
    await portal.stop()
  })

test('what a rule says of a field above, while one types below it, does not move the line that is typed', async ({
  browser,
}) => {
  const { page, person } = await visit(browser, `${collector.url}/`, ABOVE_THE_KEYBOARD)
  await person.opensFirstWeek()
  await person.types('/figures/blood-donors', '10')
  await person.reaches('[data-path="/figures/blood-units"]')
  const input = person.input('/figures/blood-units')
  await tapped(page, input)
  const top = () => input.evaluate((element) => Math.round(element.getBoundingClientRect().top))
  const before = await top()
  await page.keyboard.type('4000')
  await expect(person.form.locator('#at_figures_blood-units-echo')).toHaveText(/4\.000/)
  await page.evaluate(() => new Promise(requestAnimationFrame))
  assert.equal(await top(), before)
  await page.context().close()
})

test('what one is led to, past fields never seen, stays in sight', async ({ browser }) => {
  const { page, person } = await visit(browser, `${collector.url}/`, ABOVE_THE_KEYBOARD)
  await person.opensFirstWeek()
  await person.goesToReview()
  const lines = person.form.locator('#summary a')
  const count = await lines.count()
  assert.ok(count > 5)
  // From the last to the first, so that each lies beyond what has been seen.
  for (const line of [count - 1, 0, Math.floor(count / 2)]) {
    await lines.nth(line).click()
    for (let frames = 0; frames < 10; frames++) await page.evaluate(() => new Promise(requestAnimationFrame))
    await expect(person.form.locator(':focus')).toBeInViewport({ ratio: 1 })
  }
  await page.context().close()
})

test('what only activities can mend is not said before their list was left, or the review asked for', async ({
  browser,
}) => {
  const { page, person } = await visit(browser, `${collector.url}/`)
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  const found = person.form.locator('#at_figures_activities-held-findings')
  await expect(person.form.locator('.left')).not.toHaveText(/lỗi/)
  await expect(person.form.locator('.finding')).toHaveCount(0)
  await person.form.locator('#at_activities').click()
  await expect(person.input('/activities/0/title')).toBeFocused()
  await expect(found).toHaveCount(0)
  await person.input('/figures/trees').focus()
  await expect(person.form.locator('.finding').first()).toBeVisible()
  await page.context().close()

  const again = await visit(browser, `${collector.url}/`)
  await again.person.opensFirstWeek()
  await again.person.fillsIn(RIGHT)
  await again.person.goesToReview()
  await again.person.summary()
  await expect(again.person.form.locator('.field .finding').first()).toBeVisible()
  await again.page.context().close()
})

test('whoever goes on by the keyboard stays where the focus came, as the line of the section grows', async ({
  browser,
}) => {
  const portal = await startPortal({ body: TAG, css: 'body, main { margin: 0 }', api: collector.url })
  const { page, person } = await visit(browser, portal.url, { viewport: { width: 320, height: 1200 } })
  await person.opensFirstWeek()
  const inputs = person.form.locator('.field input[type=text]')
  const line = person.form.locator('.tally').first()
  await expect(line).toContainText('/')
  const before = await line.textContent()
  await inputs.first().fill('nhiều')
  const next = inputs.nth(1)
  await next.evaluate((input) =>
    input.addEventListener('focus', () =>
      requestAnimationFrame(() => Object.assign(input, { stood: input.getBoundingClientRect().top })),
    ),
  )
  await page.keyboard.press('Tab')
  await expect(line).not.toHaveText(before ?? '')
  const stands = await next.evaluate((/** @type {any} */ input) => ({
    from: input.stood,
    to: input.getBoundingClientRect().top,
  }))
  assert.ok(Math.abs(stands.to - stands.from) < 2, JSON.stringify(stands))
  await page.context().close()
  await portal.stop()
})
