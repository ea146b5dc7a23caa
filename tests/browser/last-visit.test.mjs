// What was owed on the last visit, which stands before the core and the office are heard of.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { RIGHT, slipOf, visit } from './person.mjs'
import { begun, problem, STRICT, TAG } from './portal.mjs'

const UNIT = 'phuong-tay-thanh'
const WEEK = slipOf('weekly', '2023-02-26')
const OLD = 'Danh sách của lần mở trước'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeEach(async () => {
  collector = await startCollector()
})
test.afterEach(async () => {
  await collector?.remove()
})

/** The lists that the device keeps. @param {import('playwright').Page} page @returns {Promise<string[]>} */
const lists = (page) =>
  page.evaluate(() =>
    Object.keys(localStorage)
      .filter((name) => name.startsWith('phieu:list:'))
      .map((name) => localStorage.getItem(name) ?? ''),
  )

/** What is asked for waits until it is let through. @param {import('playwright').Page} page @param {string} what */
async function holds(page, what) {
  const held = { comes: () => {} }
  const gate = new Promise((done) => {
    held.comes = () => done(undefined)
  })
  await page.route(what, async (route) => {
    await gate
    await route.fallback()
  })
  return held
}

/**
 * A unit that has looked at what it owes.
 * @param {import('../support/browser.mjs').Story} story
 * @param {Partial<import('./portal.mjs').Habits>} [habits]
 */
async function hasLooked(story, habits = {}) {
  const scene = await begun(story, { body: TAG, csp: STRICT, api: collector.url, ...habits })
  const { page, person, portal } = scene
  await page.goto(portal.url)
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await expect.poll(async () => (await lists(page)).length).toBe(1)
  return scene
}

/** The same, come back while the core is on its way. @param {import('../support/browser.mjs').Story} story */
async function comesBack(story) {
  const scene = await hasLooked(story)
  const core = await holds(scene.page, '**/phieu.first.wasm')
  await scene.page.reload()
  await scene.person.sees(OLD)
  return { ...scene, core }
}

test('it stands at once, marked as what it is, and what is pressed in it opens as soon as it can', async ({
  browser,
  later,
}) => {
  const { person, core, troubles } = await comesBack({ browser, later })
  await expect(person.form.locator('#unit-name')).toContainText('Tây Thạnh')
  await expect(person.form.locator(`${WEEK} .state`)).toHaveText(/\(lần trước\)$/)
  await expect(person.form.locator('.slip:not(.sent) .state').first()).not.toHaveText(/\d/)
  // Who presses two of them wants the last.
  await person.form.locator('.slip:not([data-duty=weekly]) [data-action=fill]').first().click()
  const button = person.form.locator(`${WEEK} [data-action=fill]`)
  await button.click()
  await expect(button).toHaveText('Đang mở phiếu báo cáo…')
  core.comes()
  await expect(person.form.locator('.sheet-head')).toContainText('Tuần 1')
  await person.types('/figures/trees', '12')
  await person.seesSaved()
  await person.form.locator('#back').click()
  await expect(person.form.locator(WEEK)).toContainText('Có bản nháp')
  await expect(person.form.getByText(OLD)).toHaveCount(0)
  assert.deepEqual(troubles, [])
})

test('who turns to another unit while it stands chooses one as soon as the core is there', async ({
  browser,
  later,
}) => {
  const { person, core, troubles } = await comesBack({ browser, later })
  await person.form.locator('#change-unit').click()
  await person.sees(OLD)
  core.comes()
  await person.choosesUnit('son ky', 'Sơn Kỳ')
  await expect(person.form).not.toContainText('Tây Thạnh')
  assert.deepEqual(troubles, [])
})

test('it changes in place as soon as the office has answered: the focus and what is looked at stay', async ({
  browser,
  later,
}) => {
  const { page, person, portal } = await hasLooked({ browser, later })
  // The report is sent from another device meanwhile.
  const other = await visit(browser, portal.url)
  await other.person.opensFirstWeek()
  await other.person.fillsIn(RIGHT)
  await other.person.addsActivity()
  await other.person.sends()
  await other.person.code()
  await other.page.context().close()

  const core = await holds(page, '**/phieu.first.wasm')
  const office = await holds(page, '**/api/**')
  await page.setViewportSize({ width: 360, height: 640 })
  await page.reload()
  await person.sees(OLD)
  const button = person.form.locator('.slip:not([data-duty=weekly]) [data-action=fill]').first()
  await button.focus()
  const key = await button.evaluate((each) => each.closest('li')?.dataset.key)
  const top = () => button.evaluate((each) => each.getBoundingClientRect().top)
  const before = await top()
  core.comes()
  // The core alone knows less than the office said on the last visit.
  await expect(person.form.locator('#forget')).toHaveCount(1)
  await person.sees(OLD)
  await expect(person.form.locator(`${WEEK} .state`)).toHaveText(/\(lần trước\)$/)
  office.comes()
  await expect(person.form.locator(`${WEEK} .state`)).toHaveText(/Đã gửi/)
  await expect(person.form.locator('#asked')).toHaveCount(0)
  await expect(person.form.locator('#live')).toHaveText(/đã cập nhật/)
  const focused = await page.evaluate(() => {
    const slip = /** @type {any} */ (window).deepFocus()?.closest('li')
    return slip && { key: slip.dataset.key, top: slip.getBoundingClientRect().top }
  })
  assert.equal(focused?.key, key)
  assert.ok(Math.abs((await top()) - before) < 2, `${before} became ${await top()}`)
  await expect.poll(async () => (await lists(page)).join()).toContain('Đã gửi')
})

test('where the line is down it stands on below what is wrong, and opens once the line is there', async ({
  browser,
  later,
}) => {
  const { page, person } = await hasLooked({ browser, later })
  const isDown = { now: true }
  // Whatever is no page.
  await page.route(/\.wasm|wasm\.js|\.json|\/api\//, (route) =>
    isDown.now ? route.abort() : route.fallback(),
  )
  await page.reload()
  await person.sees('Chưa mở được phiếu báo cáo')
  await person.sees(OLD)
  isDown.now = false
  await person.form.locator(`${WEEK} [data-action=fill]`).click()
  await expect(person.form.locator('.sheet-head')).toContainText('Tuần 1')
})

test('of another unit, or in another language, it is not shown', async ({ browser, later }) => {
  const { page, person, portal, core } = await comesBack({ browser, later })
  core.comes()
  await expect(person.form.locator('#asked')).toHaveCount(0)
  const again = await holds(page, '**/phieu.first.wasm')
  await page.goto('about:blank')
  await page.goto(`${portal.url}#unit=phuong-son-ky`)
  await person.sees('Đang mở phiếu báo cáo')
  await expect(person.form.getByText(OLD)).toHaveCount(0)
  await expect(person.form).not.toContainText('Tây Thạnh')
  again.comes()
  await expect(person.form.locator('#unit-name')).toContainText('Sơn Kỳ')
  await expect.poll(async () => (await lists(page)).join()).not.toContain(UNIT)

  const last = await holds(page, '**/phieu.first.wasm')
  await page.reload()
  await person.sees(OLD)
  // The page turns to another unit while the list of this one stands.
  await page.locator('phieu-report').evaluate((form) => form.setAttribute('unit', 'phuong-tay-thanh'))
  await expect(person.form.getByText(OLD)).toHaveCount(0)
  await expect(person.form).not.toContainText('Sơn Kỳ')
  last.comes()
  await expect(person.form.locator('#unit-name')).toContainText('Tây Thạnh')
})

test('a device that has forgotten the unit keeps and shows nothing of it', async ({ browser, later }) => {
  const { page, person } = await hasLooked({ browser, later })
  await person.form.locator('#forget').click()
  await person.form.locator('#forget-now').click()
  await person.sees('Chọn đơn vị của bạn')
  assert.deepEqual(await lists(page), [])
  const core = await holds(page, '**/phieu.first.wasm')
  await page.reload()
  await person.sees('Đang mở phiếu báo cáo')
  await expect(person.form).not.toContainText('Tây Thạnh')
  core.comes()
  await person.sees('Chọn đơn vị của bạn')
})

test('whom the office lets in no more, neither to the plan nor to what was sent, the device shows nothing either', async ({
  browser,
  later,
}) => {
  const { page, person, portal } = await hasLooked({ browser, later })
  portal.plan = 403
  await page.reload()
  await person.form.locator('.outcome.refused').waitFor()
  await expect(person.form.locator('.slip')).toHaveCount(0)
  assert.deepEqual(await lists(page), [])

  portal.plan = undefined
  await page.reload()
  await expect.poll(async () => (await lists(page)).length).toBe(1)
  const said = problem(401, 'codeMissing', { detail: 'Nơi nhận cần mã của đơn vị.' })
  await page.route('**/api/plans/*/status*', (route) => route.fulfill(said))
  await page.reload()
  await person.form.locator('phieu-access input').waitFor()
  assert.deepEqual(await lists(page), [])
})

test('a plan that is withdrawn from its address opens as it was kept, after the list of the last visit', async ({
  browser,
  later,
}) => {
  const { page, person, portal } = await hasLooked({ browser, later })
  const core = await holds(page, '**/phieu.first.wasm')
  portal.plan = 404
  await page.reload()
  await person.sees(OLD)
  core.comes()
  await person.sees('Phiếu mở theo bản kế hoạch đã lưu trên máy này')
  await expect(person.form.locator(WEEK)).toHaveCount(1)
})

test('what only the login of the host lets see is kept nowhere', async ({ browser, later }) => {
  const { page, person, portal } = await begun(
    { browser, later },
    { body: TAG.replace('>', ' token="of-a-login">'), csp: STRICT, api: collector.url },
  )
  await page.goto(portal.url)
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await expect(person.form.locator('#forget')).toHaveCount(1)
  await expect(person.form.locator('#asked')).toHaveCount(0)
  assert.deepEqual(await lists(page), [])
})

test('a button that is about to be pressed never becomes that of another report as the list changes', async ({
  browser,
  later,
}) => {
  const { person } = await comesBack({ browser, later })
  const buttons = await person.form.locator('.slip [data-action=fill]').elementHandles()
  const duties = () =>
    Promise.all(
      buttons.map((button) =>
        button.evaluate(
          (/** @type {any} */ element) => element.isConnected && element.closest('li')?.dataset.key,
        ),
      ),
    )
  const before = await duties()
  await person.form.locator('phieu-duties').evaluate(async (/** @type {any} */ list) => {
    list.duties = list.duties.slice(1)
    await list.updateComplete
  })
  for (const [place, key] of (await duties()).entries())
    if (key) assert.equal(key, before[place], 'the same button, of another report')
})
