// What is said of a text on a first screen before the form is there, by the part of the core that travels ahead of it.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { AHEAD, beforeTheCore, coreStands, tag } from './first-screen.mjs'
import { axeFindsNothing } from './person.mjs'
import { begun, STRICT } from './portal.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

const NO_NUMBER = 'Đây không phải là số.'

test('what is wrong with a text is said before the core is there, and once', async ({ browser, later }) => {
  const { page, person, core, troubles } = await beforeTheCore({ browser, later }, collector.url, {
    head: AHEAD,
  })
  const inputs = person.form.locator('.field input')
  const findings = person.form.locator('.finding')
  await inputs.nth(0).focus()
  await page.keyboard.type('nhiều')
  await expect(findings, 'not of what is being typed').toHaveCount(0)
  await page.keyboard.press('Tab')
  await expect(inputs.nth(0)).toHaveAttribute('aria-invalid', 'true')
  await expect(findings).toHaveCount(1)
  await expect(person.form.locator('#live')).toHaveText(/\S/)
  await expect(findings.first()).toContainText(NO_NUMBER)
  await axeFindsNothing(page, 'the first screen with a finding')
  await inputs.nth(1).focus()
  await page.keyboard.type('1200000')
  await page.keyboard.press('Tab')
  // A warning is explained where it stands, also now.
  const why = person.form.locator('.explanation input, .explanation textarea, .finding input').first()
  await why.fill('Toàn xã cùng làm.')
  core.comes()
  await coreStands(person)
  await expect(findings.first()).toContainText(NO_NUMBER)
  await expect(why).toHaveValue('Toàn xã cùng làm.')
  await expect(inputs.nth(1)).toHaveValue('1200000')
  // Mended, it goes at once.
  await inputs.nth(0).fill('12')
  await expect(inputs.nth(0)).not.toHaveAttribute('aria-invalid', 'true')
  assert.deepEqual(troubles, [])
})

test('what explains a warning before the core is there is in the draft', async ({ browser, later }) => {
  const { page, person, portal, core, troubles } = await beforeTheCore({ browser, later }, collector.url, {
    head: AHEAD,
  })
  const input = person.form.locator('.field input').nth(1)
  const why = person.form.locator('.explanation input, .explanation textarea').first()
  await input.fill('1200000')
  await page.keyboard.press('Tab')
  await why.fill('Toàn xã cùng làm.')
  await person.seesSaved()
  await person.keeps('Toàn xã cùng làm.')
  await page.goto('about:blank')
  await page.goto(portal.url)
  await expect(input, 'before the core').toHaveValue('1200000')
  await expect(why, 'before the core').toHaveValue('Toàn xã cùng làm.')
  core.comes()
  await coreStands(person)
  await expect(why).toHaveValue('Toàn xã cùng làm.')
  assert.deepEqual(troubles, [])
})

test('in English nothing is said in Vietnamese before the core is there', async ({ browser, later }) => {
  const { page, person, core } = await beforeTheCore({ browser, later }, collector.url, {
    body: tag('weekly', { lang: 'en' }),
    head: AHEAD,
  })
  await person.form.locator('.field input').first().fill('many')
  await page.keyboard.press('Tab')
  core.comes()
  await coreStands(person)
  await expect(person.form.locator('.finding')).toHaveText(/number/)
})

test('where what travels ahead or what joins it does not come, the core comes in one', async ({
  browser,
  later,
}) => {
  for (const file of ['phieu.form.wasm', 'phieu.inputs.wasm']) {
    const { page, portal, person } = await begun(
      { browser, later },
      { body: tag('weekly'), head: AHEAD, csp: STRICT, api: collector.url },
    )
    await page.route(`**/${file}`, (route) => route.fulfill({ status: 404, body: 'none' }))
    await page.goto(portal.url)
    await person.form.locator('.field input').first().fill('12')
    await coreStands(person)
    await expect(person.form.locator('.field input').first(), file).toHaveValue('12')
    const asked = (/** @type {string} */ name) => portal.requests.filter((each) => each.endsWith(name)).length
    assert.deepEqual([asked('phieu.first.wasm'), asked('phieu.wasm.js')], [1, 0], file)
  }
})

test('a form that hangs on its way is asked for once more with the page, and what was typed stands', async ({
  browser,
  later,
}) => {
  const { page, portal, person } = await begun(
    { browser, later },
    { body: tag('weekly'), head: AHEAD, csp: STRICT, api: collector.url },
  )
  let times = 0
  await page.route('**/phieu.form.wasm', (route) => {
    times += 1
    if (times > 1) return route.continue()
  })
  await page.clock.install()
  await page.goto(portal.url)
  await person.form.locator('.field input').first().fill('12')
  await person.keeps('12')
  await page.clock.fastForward(61_000)
  await person.form.getByRole('button', { name: 'Thử lại' }).click()
  await coreStands(person)
  await expect(person.form.locator('.field input').first()).toHaveValue('12')
  assert.equal(times, 2)
})

test('a core that lacks something as it takes over what was typed is completed, and all of it stands', async ({
  browser,
  later,
}) => {
  const { page, person, core, troubles } = await beforeTheCore({ browser, later }, collector.url, {
    head: AHEAD,
  })
  let completes = () => {}
  const gate = new Promise((done) => {
    completes = () => done(undefined)
  })
  await page.route('**/phieu.later.wasm', async (route) => {
    await gate
    await route.continue()
  })
  const inputs = person.form.locator('.field input')
  await inputs.nth(0).fill('nhiều')
  await page.keyboard.press('Tab')
  await expect(inputs.nth(0)).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.type('34')
  await page.evaluate(() => {
    const { work } = /** @type {any} */ (document.querySelector('phieu-report'))
    const { take } = work
    work.take = (/** @type {any} */ opened) => {
      opened.session.form.raw.set = () => {
        throw new WebAssembly.RuntimeError('null function')
      }
      work.take = take
      work.take(opened)
    }
  })
  core.comes()
  const broke = () => {
    const { session, broken } = /** @type {any} */ (document.querySelector('phieu-report')).work
    return session === null && broken !== null
  }
  await page.waitForFunction(broke)
  await expect(inputs.nth(1)).toBeFocused()
  await page.keyboard.type('5')
  await person.keeps('345')
  completes()
  await coreStands(person)
  await expect(inputs.nth(0)).toHaveValue('nhiều')
  await expect(inputs.nth(0), 'what was called out stays so').toHaveAttribute('aria-invalid', 'true')
  await expect(inputs.nth(1)).toHaveValue('345')
  await expect(inputs.nth(1)).toBeFocused()
  await page.keyboard.type('6')
  await person.keeps('3456')
  await expect(person.form.getByText('đã mở lại')).toHaveCount(0)
  assert.deepEqual(troubles, [])
})
