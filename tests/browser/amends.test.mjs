// An amendment says from which revision it was made: nobody replaces another's report without having seen it.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { received, startCollector } from './collector.mjs'
import { onDevice } from './device.mjs'
import { RIGHT, slipOf, visit } from './person.mjs'
import { problem, startPortal, TAG } from './portal.mjs'

const WEEK = slipOf('weekly', '2023-02-26')
const UNIT = 'phuong-tay-thanh'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeEach(async () => {
  await collector?.remove()
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

/**
 * Fills in the first week and reads it once more, without sending it.
 * @param {import('./person.mjs').Person} person
 * @param {string} trees
 */
async function reviewsFirstWeek(person, trees) {
  await person.opens('weekly', '2023-02-26')
  await person.fillsIn({ ...RIGHT, '/figures/trees': trees })
  await person.addsActivity()
  await person.goesToReview()
  await person.sees('Xem lại trước khi gửi')
}

/** What the office has of the first week, newest last. @returns {Promise<{ revision: number, trees: number }[]>} */
async function atTheOffice() {
  const ask = async (/** @type {string} */ path) => {
    const headers = { authorization: `Bearer ${collector.token()}` }
    return (await fetch(`${collector.url}/api/office/${path}`, { headers })).json()
  }
  const { duties } = await ask('plans/tan-phu-thang-thanh-nien-2023/overview')
  const units = duties.flatMap((/** @type {any} */ duty) => duty.units)
  const { submission } = units.find((/** @type {any} */ unit) => unit.submission)
  const { history } = await ask(`submissions/${submission}`)
  return Promise.all(
    history.map(async (/** @type {any} */ each) => {
      const { report } = await ask(`submissions/${each.submission}`)
      return { revision: each.revision, trees: report.figures.trees }
    }),
  )
}

/**
 * Another device, on which nobody brought a code, sends the first week.
 * @param {import('playwright').Browser} browser
 * @param {string} trees
 */
async function anotherSends(browser, trees) {
  const { page, person } = await visit(browser, collector.url)
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await reviewsFirstWeek(person, trees)
  await person.form.locator('#send').click()
  await person.code()
  await page.context().close()
}

/**
 * Two devices of one unit, each with its code.
 * @param {import('playwright').Browser} browser
 */
async function twoDevices(browser) {
  const url = `${collector.url}/#unit=${UNIT}&code=${collector.code(UNIT)}`
  const one = await visit(browser, url)
  const two = await visit(browser, url)
  const close = () => Promise.all([one, two].map(({ page }) => page.context().close()))
  return { one, two, close }
}

test('a tab left in the review is told what another tab has sent meanwhile, before the line is asked', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const one = await visit(context, collector.url)
  await one.person.choosesUnit('tay thanh', 'Tây Thạnh')
  await reviewsFirstWeek(one.person, '100')
  const two = await visit(context, collector.url)
  await two.person.opens('weekly', '2023-02-26')
  await two.person.types('/figures/trees', '150')
  await two.person.sends()
  await two.person.code()

  let asked = 0
  one.page.on('request', (request) => {
    if (request.method() === 'PUT') asked += 1
  })
  await one.person.form.locator('#send').click()
  await one.person.form.locator('#outdated').waitFor()
  await one.person.form.locator('del', { hasText: '150 cây' }).waitFor()
  await expect(one.person.form.locator('del'), 'only what differs').toHaveCount(1)
  assert.equal(asked, 0)
  assert.deepEqual(await atTheOffice(), [{ revision: 1, trees: 150 }])

  // Having seen both, it is sent in its place.
  await one.person.form.locator('#send').click()
  await one.person.sees('Bản gửi thứ 2')
  assert.deepEqual((await atTheOffice()).slice(-1), [{ revision: 2, trees: 100 }])
  await context.close()
})

test('the same content from two tabs counts once, and both have its receipt', async ({ browser }) => {
  const context = await browser.newContext()
  const one = await visit(context, collector.url)
  await one.person.choosesUnit('tay thanh', 'Tây Thạnh')
  await reviewsFirstWeek(one.person, '100')
  const two = await visit(context, collector.url)
  await two.person.opens('weekly', '2023-02-26')
  await two.person.sends()
  const code = await two.person.code()
  await one.person.form.locator('#send').click()
  assert.equal(await one.person.code(), code)
  assert.equal(await received(collector), 1)
  await context.close()
})

test('the same content from two devices counts once: the receipt that stands takes the letter out', async ({
  browser,
}) => {
  const first = await visit(browser, collector.url)
  const second = await visit(browser, collector.url)
  for (const { person } of [first, second]) {
    await person.choosesUnit('tay thanh', 'Tây Thạnh')
    await reviewsFirstWeek(person, '100')
  }
  await first.person.form.locator('#send').click()
  const code = await first.person.code()
  await second.person.form.locator('#send').click()
  assert.equal(await second.person.code(), code)
  assert.deepEqual(await onDevice(second.page, 'outbox'), [])
  assert.equal(await received(collector), 1)

  // And what is typed on is made from it.
  await second.person.form.locator('#to-duties').click()
  await second.person.opens('weekly', '2023-02-26')
  await second.person.types('/figures/trees', '120')
  await second.person.sends()
  await second.person.sees('Bản gửi thứ 2')
  await first.page.context().close()
  await second.page.context().close()
})

test('a receipt of other content, under whatever id, takes nothing out of the outbox', async ({
  browser,
}) => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person } = await visit(browser, portal.url)
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await reviewsFirstWeek(person, '100')
  await page.route('**/api/submissions/*', (route) =>
    route.fulfill({
      json: { submission: '0190a5c4-7d3e-7c1a-9f00-000000000001', hash: '0'.repeat(64), plan: 'p' },
    }),
  )
  await person.form.locator('#send').click()
  await person.sees('Chưa tới nơi nhận')
  assert.equal((await onDevice(page, 'outbox')).length, 1)
  await page.context().close()
  await portal.stop()
})

test('from another device: the office answers with both sides, the letter keeps its id, and what was decided passes', async ({
  browser,
}) => {
  const { one, two, close } = await twoDevices(browser)
  await reviewsFirstWeek(one.person, '100')
  await reviewsFirstWeek(two.person, '150')
  await two.person.form.locator('#send').click()
  await two.person.code()
  /** @type {string[]} */
  const ids = []
  one.page.on('request', (request) => {
    if (request.method() === 'PUT') ids.push(request.url())
  })
  await one.person.form.locator('#send').click()
  await one.person.form.locator('#outdated').getByText('lần 1, lúc 08g30').waitFor()
  await one.person.form.locator('del', { hasText: '150 cây' }).waitFor()
  await expect(one.person.form.locator('del'), 'only what differs').toHaveCount(1)

  // Who comes back later is told again.
  await one.page.reload()
  await one.person.form.locator(WEEK).getByText('Nơi nhận chưa nhận báo cáo này').waitFor()
  await one.person.opens('weekly', '2023-02-26')
  await one.person.holds('/figures/trees', '100')
  await one.person.goesToReview()
  await one.person.form.locator('#outdated').waitFor()
  await one.person.form.locator('#send').click()
  await one.person.sees('Bản gửi thứ 2')
  assert.equal(ids.length, 2)
  assert.equal(ids[0], ids[1], 'one content, one id')
  assert.deepEqual(await atTheOffice(), [
    { revision: 1, trees: 150 },
    { revision: 2, trees: 100 },
  ])
  await close()
})

test('the other version is taken, and one’s own stays beside it', async ({ browser }) => {
  const { one, two, close } = await twoDevices(browser)
  await reviewsFirstWeek(one.person, '100')
  await reviewsFirstWeek(two.person, '150')
  await two.person.form.locator('#send').click()
  await two.person.code()
  await one.person.form.locator('#send').click()
  await one.person.form.locator('#take-theirs').click()
  await one.person.holds('/figures/trees', '150')
  await one.person.form.locator('#take-other').waitFor()
  await one.person.types('/figures/trees', '160')
  await one.person.sends()
  await one.person.sees('Bản gửi thứ 2')
  assert.deepEqual((await atTheOffice()).slice(-1), [{ revision: 2, trees: 160 }])
  await close()
})

test('what was sent without a line and amended behind it comes in its order', async ({ browser }) => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person } = await visit(browser, portal.url)
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await reviewsFirstWeek(person, '100')
  portal.down = true
  await person.form.locator('#send').click()
  await person.sees('Chưa tới nơi nhận')
  await person.form.locator('#to-duties').click()
  await person.opens('weekly', '2023-02-26')
  await person.types('/figures/trees', '110')
  await person.sends()
  await person.sees('Chưa tới nơi nhận')
  portal.down = false
  await person.form.locator('#retry').click()
  await person.sees('Bản gửi thứ 2')
  assert.deepEqual(await atTheOffice(), [
    { revision: 1, trees: 100 },
    { revision: 2, trees: 110 },
  ])
  await page.context().close()
  await portal.stop()
})

test('a device without what was sent is told so, and replaces it only when that was decided', async ({
  browser,
}) => {
  const first = await visit(browser, collector.url)
  await first.person.choosesUnit('tay thanh', 'Tây Thạnh')
  await reviewsFirstWeek(first.person, '150')
  await first.person.form.locator('#send').click()
  await first.person.code()

  const { page, person } = await visit(browser, collector.url)
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await person.opens('weekly', '2023-02-26')
  await expect(person.form.locator('#unseen')).toContainText('máy này không có nội dung của bản đã gửi')
  await person.holds('/figures/trees', '')
  await person.fillsIn({ ...RIGHT, '/figures/trees': '100' })
  await person.addsActivity()
  await person.goesToReview()
  await person.form.locator('#outdated').getByText('máy này không có nội dung').waitFor()
  await expect(person.form.locator('#take-theirs')).toHaveCount(0)
  assert.equal(await received(collector), 1)
  await person.form.locator('#send').click()
  await person.sees('Bản gửi thứ 2')
  await page.context().close()
  await first.page.context().close()
})

test('a first report that was written before the office told of another does not replace it', async ({
  browser,
}) => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person } = await visit(browser, portal.url)
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await reviewsFirstWeek(person, '100')
  await anotherSends(browser, '150')

  await person.form.locator('#send').click()
  await person.form.locator('#outdated').getByText('lần 1, lúc 08g30').waitFor()
  await expect(person.form.locator('del'), 'figures are not public').toHaveCount(0)
  assert.deepEqual(await atTheOffice(), [{ revision: 1, trees: 150 }])
  await person.form.locator('#send').click()
  await person.sees('Bản gửi thứ 2')
  await page.context().close()
  await portal.stop()
})

test('what was decided once and waits for the line is not asked again', async ({ browser }) => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person } = await visit(browser, portal.url)
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await reviewsFirstWeek(person, '100')
  await anotherSends(browser, '150')
  await person.form.locator('#send').click()
  await person.form.locator('#outdated').waitFor()
  portal.down = true
  await person.form.locator('#send').click()
  await person.sees('Chưa tới nơi nhận')

  await page.reload()
  await expect(person.form.locator(WEEK)).not.toContainText('Nơi nhận chưa nhận báo cáo này')
  await person.opens('weekly', '2023-02-26')
  await person.goesToReview()
  await person.sees('Xem lại trước khi gửi')
  await expect(person.form.locator('#outdated')).toHaveCount(0)
  await page.context().close()
  await portal.stop()
})

test('an answer that comes after another report was opened calls nobody back', async ({ browser }) => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const context = await browser.newContext()
  let answer = () => {}
  const held = new Promise((done) => {
    answer = () => done(undefined)
  })
  await context.route('**/api/submissions/*', async (route) => {
    if (route.request().method() === 'PUT') await held
    await route.continue()
  })
  const { page, person } = await visit(context, portal.url)
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await reviewsFirstWeek(person, '100')
  await person.form.locator('#send').click()
  await page.goBack()
  await page.goBack()
  await person.sees('Phiếu cần nộp')
  await person.opens('quick', '2023-02-26')
  answer()
  await expect.poll(() => received(collector)).toBe(1)
  await expect.poll(() => onDevice(page, 'outbox')).toEqual([])
  await expect(person.form.locator('#to-review')).toBeVisible()
  await expect(person.form.locator('#code')).toHaveCount(0)
  await portal.stop()
  await context.close()
})

test('an office of an earlier version, which refuses the member, is sent the report without it', async ({
  browser,
}) => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person } = await visit(browser, portal.url)
  await page.route('**/api/submissions/*', (route) => {
    if (!route.request().postData()?.includes('"amends"')) return route.continue()
    return route.fulfill(problem(400, 'malformed', { detail: 'unknown field `amends`' }))
  })
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await reviewsFirstWeek(person, '100')
  await person.form.locator('#send').click()
  assert.match(await person.code(), /-/)
  assert.equal(await received(collector), 1)
  await page.context().close()
  await portal.stop()
})

test('a draft of an earlier version of the page says nothing of what it amends, and is taken', async ({
  browser,
}) => {
  const { page, person } = await visit(browser, collector.url)
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await reviewsFirstWeek(person, '100')
  await person.keeps('Ngày Chủ nhật xanh')
  await page.evaluate(
    () =>
      new Promise((done) => {
        indexedDB.open('phieu').onsuccess = ({ target }) => {
          const database = /** @type {IDBOpenDBRequest} */ (target).result
          const shelf = database.transaction('drafts', 'readwrite').objectStore('drafts')
          shelf.openCursor().onsuccess = (event) => {
            const cursor = /** @type {IDBRequest<IDBCursorWithValue | null>} */ (event.target).result
            if (!cursor) return done(database.close())
            const { base: _, ...old } = cursor.value
            cursor.update(old)
            cursor.continue()
          }
        }
      }),
  )
  await anotherSends(browser, '150')
  await page.reload()
  await person.opens('weekly', '2023-02-26')
  const sending = page.waitForRequest((request) => request.method() === 'PUT')
  await person.sends()
  assert.ok(!(await sending).postData()?.includes('"amends"'))
  await person.sees('Bản gửi thứ 2')
  await page.context().close()
})
