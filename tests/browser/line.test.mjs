// Bad lines and servers that hang: what the device knows is shown at once, and what comes later is taken in.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { onDevice } from './device.mjs'
import { axeFindsNothing, focusComesTo, RIGHT, slipOf, visit } from './person.mjs'
import { startPortal, TAG } from './portal.mjs'

const WEEK = slipOf('weekly', '2023-02-26')
/** A module that asks for what the first part of this build does not have. */
const OTHER_BUILD = Buffer.from('0061736d0100000002090100036f6c64020001', 'hex')
/** Far less than the 30 s after which a request is given up. */
const SOON = { timeout: 15_000 }

/**
 * A portal before a collector of its own, for one test.
 * @param {import('../support/browser.mjs').Story} story
 */
async function behindPortal({ browser, later }) {
  const collector = await startCollector()
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person, troubles } = await visit(browser, portal.url)
  later(async () => {
    await page.context().close()
    await portal.stop()
    await collector.remove()
  })
  return { collector, portal, page, person, troubles, decide: collector.decides }
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

/** Waits until the plan is on the device. @param {import('playwright').Page} page */
const keepsPlan = (page) => expect.poll(async () => (await onDevice(page, 'plans')).length).toBeGreaterThan(0)

test('an office that hangs holds up no screen: the list of the last visit stands, and says so', async ({
  browser,
  later,
}) => {
  const scene = await behindPortal({ browser, later })
  const { portal, page, person, troubles } = scene
  await sendsFirstWeek(scene)
  portal.hangs = true
  await page.reload()
  await person.form.locator('#asked', { hasText: 'Danh sách của lần mở trước' }).waitFor(SOON)
  await person.form.locator(`.sent ${WEEK}`).waitFor(SOON)
  await axeFindsNothing(page, 'the office is being asked')

  await person.opens('weekly', '2023-02-26')
  await person.types('/figures/trees', '12')
  await person.form.locator('#back').click()
  await person.form.locator(WEEK).waitFor(SOON)
  assert.deepEqual(troubles, [])
})

test('the answer of a slow office is taken into the list, and the focus stays on its report', async ({
  browser,
  later,
}) => {
  const scene = await behindPortal({ browser, later })
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
  await expect(person.form.locator('#asked')).toHaveCount(0)
  await expect(person.form.locator(`${WEEK}:focus-within`)).toHaveCount(1)
})

test('an office that cannot be reached is said, and asked again when one wants', async ({
  browser,
  later,
}) => {
  const scene = await behindPortal({ browser, later })
  const { portal, page, person } = scene
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  portal.down = true
  await page.reload()
  await person.form.locator('#asked', { hasText: 'Chưa kết nối được với nơi nhận' }).waitFor(SOON)
  portal.down = false
  await person.form.locator('#ask-again').click()
  await person.form.locator('#asked').waitFor({ state: 'detached' })
  await focusComesTo(page, 'title')
})

for (const typed of [false, true]) {
  test(`a form that stood before the office answered ${typed ? 'keeps what was typed' : 'begins with what was sent'}, and hears what it decided`, async ({
    browser,
    later,
  }) => {
    const scene = await behindPortal({ browser, later })
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
    await other.person.holds('/figures/trees', typed ? '133' : '100')
    await focusComesTo(other.page, 'at_figures_trees')
    await other.page.context().close()
  })
}

for (const [how, fails] of /** @type {const} */ ([
  ['is down', 503],
  ['hangs', 'hangs'],
  ['is another page, as before a log-in', 200],
])) {
  test(`the plan's address ${how}: the form opens from the plan that was kept, and says so`, async ({
    browser,
    later,
  }) => {
    const { portal, page, person, troubles } = await behindPortal({ browser, later })
    await person.choosesUnit('tay thanh', 'Tây Thạnh')
    await keepsPlan(page)
    portal.plan = fails
    await page.reload()
    await person.form
      .locator('#kept-plan', { hasText: 'Phiếu mở theo bản kế hoạch đã lưu trên máy này lúc' })
      .waitFor(SOON)
    await axeFindsNothing(page, 'a kept plan')
    await person.opens('weekly', '2023-02-26')
    await person.types('/figures/trees', '100')
    await person.holds('/figures/trees', '100')
    await person.seesSaved()
    await person.form.locator('#back').click()

    portal.plan = undefined
    await person.form.locator('#fetch-plan').click()
    await person.form.locator('#kept-plan').waitFor({ state: 'detached' })
    await person.form.locator(WEEK).getByText('Có bản nháp').waitFor()
    assert.deepEqual(troubles, [])
  })
}

for (const [how, fails, says] of /** @type {const} */ ([
  [
    'is cut off',
    (/** @type {import('playwright').Route} */ route) => route.abort(),
    'Kiểm tra kết nối mạng rồi thử lại',
  ],
  [
    'belongs to another build',
    (/** @type {import('playwright').Route} */ route) =>
      route.fulfill({ contentType: 'application/wasm', body: OTHER_BUILD }),
    'không cùng phiên bản',
  ],
]))
  test(`the later part of the core ${how}: what was typed stays, it is said, and trying again works`, async ({
    browser,
    later,
  }) => {
    const { page, person, troubles } = await behindPortal({ browser, later })
    await page.route('**/phieu.later.wasm', fails)
    await page.reload()
    await person.choosesUnit('tay thanh', 'Tây Thạnh')
    await person.form.locator(`${WEEK} [data-action=fill]`).click()
    await person.fillsIn(RIGHT)
    await person.goesToReview()
    await person.sees(says)
    await page.unroute('**/phieu.later.wasm')
    await person.goesToReview()
    await person.summary()
    await person.addsActivity()
    await person.sends()
    await person.code()
    assert.deepEqual(troubles, [])
  })

for (const file of ['later.js', 'phieu.later.wasm'])
  test(`${file} never comes: it is said in the end, what was typed stays, and trying again works`, async ({
    browser,
    later,
  }) => {
    const { page, person } = await behindPortal({ browser, later })
    await page.clock.install()
    await page.route(`**/${file}*`, () => {})
    await page.reload()
    await person.choosesUnit('tay thanh', 'Tây Thạnh')
    await person.form.locator(`${WEEK} [data-action=fill]`).click()
    await person.fillsIn(RIGHT)
    await person.goesToReview()
    await page.clock.fastForward(31_000)
    await expect(person.form.locator('#hindrance')).toBeVisible()
    await person.holds('/figures/trees', RIGHT['/figures/trees'])
    await page.unroute(`**/${file}*`)
    await person.goesToReview()
    await person.summary()
    await expect(person.form.locator('#hindrance')).toHaveCount(0)
  })

for (const file of ['later.js', 'phieu.later.wasm'])
  test(`${file} takes longer than anyone waits: what was asked for first is taken once it comes, and what waits to be sent goes`, async ({
    browser,
    later,
  }) => {
    const { portal, page, person } = await behindPortal({ browser, later })
    await person.opensFirstWeek()
    await person.fillsIn(RIGHT)
    await person.addsActivity()
    portal.down = true
    await person.sends()
    // What waits stands in the outbox before the screen that says so: a step back in the history comes between.
    await person.sees('Chưa tới nơi nhận')
    await page.clock.install()
    let comes = () => {}
    const late = new Promise((done) => {
      comes = () => done(undefined)
    })
    let asked = 0
    await page.route(`**/${file}*`, async (route) => {
      asked += 1
      // Whoever asks again waits for good.
      if (asked > 1) return
      await late
      await route.continue()
    })
    const received = page.waitForRequest((request) => request.method() === 'PUT')
    await page.reload()
    await person.form.locator(`${WEEK} [data-action=fill]`).click()
    await person.goesToReview()
    await page.clock.fastForward(31_000)
    await expect(person.form.locator('#hindrance')).toBeVisible()
    portal.down = false
    comes()
    await received
    await person.goesToReview()
    await expect(person.form.locator('phieu-review')).toBeVisible()
    await expect(person.form.locator('#hindrance')).toHaveCount(0)
  })

test('a receipt that is asked for while the rest does not come: the list says so, and it comes when one asks again', async ({
  browser,
  later,
}) => {
  const { page, person } = await behindPortal({ browser, later })
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.sends()
  const code = await person.code()
  await page.route('**/phieu.later.wasm', (route) => route.abort())
  await page.reload()
  await person.form.locator(`${WEEK} [data-action=receipt]`).click()
  await expect(person.form.locator('#hindrance')).toBeVisible()
  await page.unroute('**/phieu.later.wasm')
  await person.form.locator(`${WEEK} [data-action=receipt]`).click()
  assert.equal(await person.code(), code)
})

test('what is typed after "back" is kept, while the office lets the list wait', async ({
  browser,
  later,
}) => {
  const { portal, page, person, troubles } = await behindPortal({ browser, later })
  await person.opensFirstWeek()
  await person.types('/figures/trees', '100')
  portal.hangs = true
  const ideas = /** @type {import('playwright').ElementHandle<HTMLInputElement>} */ (
    await person.input('/figures/ideas').elementHandle()
  )
  // Inside the page: the form stands for a moment only, and word from outside may come too late.
  await person.form.locator('#back').evaluate(async (/** @type {HTMLElement} */ button, input) => {
    button.click()
    await new Promise((done) => setTimeout(done))
    input.value = '7'
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  }, ideas)
  await person.form.locator(WEEK).waitFor(SOON)
  await person.opens('weekly', '2023-02-26')
  await person.holds('/figures/trees', '100')
  await person.holds('/figures/ideas', '7')
  await page.waitForTimeout(1000)
  assert.deepEqual(troubles, [])
})

test('without a kept plan: it is said what to do, and trying again works', async ({ browser, later }) => {
  const { portal } = await behindPortal({ browser, later })
  const first = await visit(browser, 'about:blank')
  portal.plan = 503
  await first.page.goto(portal.url)
  await first.person.sees('Chưa mở được phiếu báo cáo')
  await axeFindsNothing(first.page, 'no plan')
  portal.plan = undefined
  await first.person.form.getByText('Thử lại').last().click()
  await first.person.sees('Chọn đơn vị')
  await first.page.context().close()
})

for (const status of [401, 403]) {
  test(`a plan that is not shown to everyone (${status}): it is said what to do, and no kept one is shown`, async ({
    browser,
    later,
  }) => {
    const { portal, page, person } = await behindPortal({ browser, later })
    await person.sees('Chọn đơn vị')
    await keepsPlan(page)
    portal.plan = status
    await page.reload()
    await person.sees('Máy chủ chưa cho xem kế hoạch này')
    await person.sees('Hãy đăng nhập vào trang này')
    portal.plan = undefined
    await person.form.getByText('Thử lại').last().click()
    await person.sees('Chọn đơn vị')
  })
}

test('drafts from before plans were kept are still there', async ({ browser, later }) => {
  const { portal } = await behindPortal({ browser, later })
  const { page, person } = await visit(browser, 'about:blank')
  await page.route(portal.url, (route) => route.fulfill({ contentType: 'text/html', body: '<p>old</p>' }), {
    times: 1,
  })
  await page.goto(portal.url)
  await page.evaluate(
    () =>
      new Promise((done) => {
        const opening = indexedDB.open('phieu', 1)
        opening.onupgradeneeded = () => {
          for (const shelf of ['drafts', 'outbox', 'kept']) opening.result.createObjectStore(shelf)
        }
        opening.onsuccess = () => {
          const shelf = opening.result.transaction('drafts', 'readwrite').objectStore('drafts')
          const [plan, unit, duty] = ['tan-phu-thang-thanh-nien-2023', 'phuong-tay-thanh', 'weekly']
          const period = { from: '2023-02-26', to: '2023-03-03' }
          const key = [plan, unit, duty, period.from].join('|')
          const head = { format: 1, plan, planVersion: 1, duty, unit, period }
          const draft = JSON.stringify({ ...head, figures: { trees: '77' } })
          shelf.put({ key, draft, at: 1, writer: 'old' }, key).onsuccess = done
        }
      }),
  )
  await page.goto(portal.url)
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await person.form.locator(WEEK).getByText('Có bản nháp').waitFor()
  await page.context().close()
})
