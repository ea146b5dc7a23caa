// Bad lines and servers that hang: what the device knows is shown at once, and what comes later is taken in.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launchChromium } from '../support/chromium.mjs'
import { startCollector } from './collector.mjs'
import { axeFindsNothing, RIGHT, visit } from './person.mjs'
import { startPortal, TAG } from './portal.mjs'

const WEEK = '[data-duty=weekly][data-from="2023-02-26"]'
/** Far less than the 30 s after which a request is given up. */
const SOON = { timeout: 15_000 }

/** @type {import('playwright-core').Browser} */
let browser

before(async () => {
  browser = await launchChromium()
})
after(() => browser?.close())

/**
 * A portal before a collector of its own, for one test.
 * @param {import('node:test').TestContext} story
 */
async function behindPortal(story) {
  const collector = await startCollector()
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person, troubles } = await visit(browser, portal.url)
  story.after(async () => {
    await page.context().close()
    await portal.stop()
    await collector.remove()
  })
  const decide = async (/** @type {string} */ submission, /** @type {object} */ decision) => {
    const response = await fetch(`${collector.url}/api/office/submissions/${submission}/decision`, {
      method: 'POST',
      headers: { authorization: `Bearer ${collector.token()}`, 'content-type': 'application/json' },
      body: JSON.stringify(decision),
    })
    assert.equal(response.status, 201)
  }
  return { collector, portal, page, person, troubles, decide }
}

/**
 * Sends the first week.
 * @param {Awaited<ReturnType<typeof behindPortal>>} scene
 * @returns {Promise<string>} the submission's identity
 */
async function sendsFirstWeek({ page, person }) {
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  const sending = page.waitForResponse('**/api/submissions/*')
  await person.sends()
  await person.code()
  return (await (await sending).json()).submission
}

test('an office that hangs holds up no screen: the list of what the device knows stands, and says so', async (story) => {
  const scene = await behindPortal(story)
  const { portal, page, person, troubles } = scene
  await sendsFirstWeek(scene)
  portal.hangs = true
  await page.reload()
  await person.form.locator('#asked', { hasText: 'Đang hỏi nơi nhận' }).waitFor(SOON)
  await person.form.locator(`.sent ${WEEK}`).waitFor(SOON)
  await axeFindsNothing(page, 'the office is being asked')

  await person.opens('weekly', '2023-02-26')
  await person.types('/figures/trees', '12')
  await person.form.locator('#back').click()
  await person.form.locator(WEEK).waitFor(SOON)
  assert.deepEqual(troubles, [])
})

test('the answer of a slow office is taken into the list, and the focus stays on its report', async (story) => {
  const scene = await behindPortal(story)
  const { portal, page, person, decide } = scene
  const submission = await sendsFirstWeek(scene)
  await decide(submission, { outcome: 'returned', reason: 'Thiếu số cây.', fields: [] })
  let answer = () => {}
  const late = new Promise((done) => {
    answer = () => done(undefined)
  })
  await page.route('**/status?*', async (route) => {
    await late
    await route.continue()
  })
  await page.goto(portal.url)
  await person.form.locator('#asked').waitFor(SOON)
  await person.form.locator(`.sent ${WEEK} [data-action=fill]`).focus()
  answer()
  await person.form.locator(`.returned ${WEEK}`).getByText('Thiếu số cây.').waitFor()
  assert.equal(await person.form.locator('#asked').count(), 0)
  assert.equal(await person.form.locator(`${WEEK}:focus-within`).count(), 1)
})

test('an office that cannot be reached is said, and asked again when one wants', async (story) => {
  const scene = await behindPortal(story)
  const { portal, page, person } = scene
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  portal.down = true
  await page.reload()
  await person.form.locator('#asked', { hasText: 'Chưa hỏi được nơi nhận' }).waitFor(SOON)
  portal.down = false
  await person.form.locator('#ask-again').click()
  await person.form.locator('#asked').waitFor({ state: 'detached' })
  assert.equal(await page.evaluate(() => deepFocus()?.id), 'title')
})

for (const typed of [false, true]) {
  test(`a form that stood before the office answered ${typed ? 'keeps what was typed' : 'begins with what was sent'}, and hears what it decided`, async (story) => {
    const scene = await behindPortal(story)
    const { portal, collector, decide } = scene
    const submission = await sendsFirstWeek(scene)
    await decide(submission, {
      outcome: 'returned',
      reason: 'Xem lại.',
      fields: [{ path: '/figures/attendances', reason: 'Cộng cả khu phố 3.' }],
    })
    // Another device of the same unit, which knows nothing of what was sent.
    const code = collector.code('phuong-tay-thanh')
    const link = `${portal.url}#unit=phuong-tay-thanh&code=${code}`
    const other = await visit(browser, 'about:blank')
    let answer = () => {}
    const late = new Promise((done) => {
      answer = () => done(undefined)
    })
    await other.page.route(/\/(status|reports)\?/, async (route) => {
      await late
      await route.continue()
    })
    await other.page.goto(link)
    await other.person.opens('weekly', '2023-02-26')
    await other.person.input('/figures/trees').focus()
    if (typed) await other.page.keyboard.type('133')
    answer()
    await other.person.form.locator('#at_figures_attendances-remark').waitFor()
    await other.person.form.locator('#returned').getByText('Xem lại.').waitFor()
    assert.equal(await other.person.input('/figures/trees').inputValue(), typed ? '133' : '100')
    assert.equal(await other.page.evaluate(() => deepFocus()?.id), 'at_figures_trees')
    await other.page.context().close()
  })
}
