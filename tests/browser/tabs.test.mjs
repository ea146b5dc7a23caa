// Two tabs, one outbox: what becomes of a report is seen by both.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { received, startCollector } from './collector.mjs'
import { RIGHT, visit } from './person.mjs'
import { startPortal, TAG } from './portal.mjs'

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
 * A report that waits for the line, and the same portal in a second tab.
 * @param {import('playwright').BrowserContext} context
 * @param {Awaited<ReturnType<typeof startPortal>>} portal
 */
async function waitsInTwoTabs(context, portal) {
  const one = await visit(context, portal.url)
  await one.person.opensFirstWeek()
  await one.person.fillsIn(RIGHT)
  await one.person.addsActivity()
  portal.down = true
  await one.person.sends()
  await one.person.sees('Chưa tới nơi nhận')
  const two = await visit(context, portal.url)
  await two.person.form.locator('#outbox [data-letter]').waitFor()
  return { one, two }
}

for (const locks of [true, false]) {
  test(`two tabs, one report in the outbox: sent by one, seen by both (${locks ? 'with' : 'without'} Web Locks)`, async ({
    browser,
  }) => {
    const portal = await startPortal({ body: TAG, api: collector.url })
    const context = await browser.newContext()
    if (!locks)
      await context.addInitScript(() =>
        Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }),
      )
    // From the beginning: a request that is on its way while a route comes may hang.
    let pause = 0
    await context.route('**/api/submissions/*', async (route) => {
      await new Promise((done) => setTimeout(done, pause))
      await route.continue()
    })
    const { one, two } = await waitsInTwoTabs(context, portal)
    let answered = 0
    context.on('response', (response) => {
      if (response.request().method() === 'PUT' && response.ok()) answered += 1
    })
    pause = 500
    portal.down = false
    await Promise.all([one, two].map(({ page }) => page.evaluate(() => dispatchEvent(new Event('online')))))
    assert.match(await one.person.code(), /-/)
    await two.person.form.locator('[data-duty=weekly] [data-action=receipt]').first().waitFor()
    await expect(two.person.form.locator('#outbox [data-letter]')).toHaveCount(0)
    assert.equal(answered, 1)
    assert.equal(await received(collector), 1)
    await portal.stop()
    await context.close()
  })
}

test('what one tab has sent, another hears of without having tried', async ({ browser }) => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const context = await browser.newContext()
  /** @type {import('playwright').Page | undefined} */
  let cutOff
  await context.route('**/api/submissions/*', (route) =>
    route.request().frame().page() === cutOff ? route.abort() : route.continue(),
  )
  const { one, two } = await waitsInTwoTabs(context, portal)
  cutOff = two.page
  portal.down = false
  // Not by the button: by the time that it is pressed, the tab may have tried again by itself.
  await one.page.evaluate(() => dispatchEvent(new Event('online')))
  assert.match(await one.person.code(), /-/)
  await two.person.form.locator('[data-duty=weekly] [data-action=receipt]').first().waitFor()
  await expect(two.person.form.locator('#outbox [data-letter]')).toHaveCount(0)
  await portal.stop()
  await context.close()
})

/**
 * Holds the second tab's first sending until it is broken off.
 * @param {import('playwright').BrowserContext} context
 */
async function held(context) {
  let times = 0
  let begin = () => {}
  let breakOff = () => {}
  const begun = new Promise((done) => {
    begin = () => done(undefined)
  })
  const over = new Promise((done) => {
    breakOff = () => done(undefined)
  })
  await context.route('**/api/submissions/*', async (route) => {
    if (route.request().frame().page() === context.pages()[0] || times > 0) return route.continue()
    times += 1
    begin()
    await over
    return route.abort()
  })
  return { begun, breakOff }
}

/**
 * Two tabs that do not hear of each other, and whose timers are held, as a browser holds those of a tab that nobody
 * looks at.
 * @param {Awaited<ReturnType<typeof startPortal>>} portal
 * @param {import('playwright').BrowserContext} context
 */
async function waitsWithoutHearing(portal, context) {
  await context.addInitScript(() => {
    Object.assign(window, {
      BroadcastChannel: class extends EventTarget {
        postMessage() {}
      },
    })
    const { setTimeout } = window
    Object.assign(window, {
      setTimeout: (/** @type {() => void} */ task, /** @type {number} */ pause) =>
        pause >= 2000 ? 0 : setTimeout(task, pause),
    })
  })
  return waitsInTwoTabs(context, portal)
}

test('a page tells other tabs what was written, and is not told it itself', async ({ browser, later }) => {
  const context = await browser.newContext()
  later(() => context.close())
  await context.addInitScript(() => {
    const { BroadcastChannel } = window
    /** @type {string[]} */
    const heard = []
    Object.assign(window, {
      heard,
      BroadcastChannel: class extends BroadcastChannel {
        /** @param {string} name */
        constructor(name) {
          super(name)
          super.addEventListener('message', ({ data }) => heard.push(data))
        }
      },
    })
  })
  const one = await visit(context, `${collector.url}/`)
  await one.person.opensFirstWeek()
  const two = await visit(context, `${collector.url}/`)
  const heard = (/** @type {import('playwright').Page} */ page) =>
    page.evaluate(() => /** @type {any} */ (window).heard.length)
  for (const text of ['1', '12', '123']) {
    await one.person.types('/figures/trees', text)
    await one.person.keeps(text)
  }
  await expect.poll(() => heard(two.page)).toBeGreaterThan(0)
  assert.equal(await heard(one.page), 0)
})

test('"send now" for what another tab has delivered meanwhile finds its receipt', async ({ browser }) => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const context = await browser.newContext()
  const { one, two } = await waitsWithoutHearing(portal, context)
  portal.down = false
  // Not by the button: by the time that it is pressed, the tab may have tried again by itself.
  await two.page.evaluate(() => dispatchEvent(new Event('online')))
  await two.person.form.locator('[data-duty=weekly] [data-action=receipt]').first().waitFor()
  await one.person.form.locator('#retry').click()
  assert.match(await one.person.code(), /-/)
  assert.equal(await received(collector), 1)
  await portal.stop()
  await context.close()
})

test('"send now" while an attempt is under way that comes to nothing: it is tried once more', async ({
  browser,
}) => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const context = await browser.newContext()
  const holding = await held(context)
  const { two } = await waitsWithoutHearing(portal, context)
  // The attempt with which the second tab began is still under way.
  await holding.begun
  portal.down = false
  await two.person.form.locator('#outbox [data-action=try]').click()
  await holding.breakOff()
  await two.person.form.locator('[data-duty=weekly] [data-action=receipt]').first().waitFor()
  assert.equal(await received(collector), 1)
  await portal.stop()
  await context.close()
})

test('"send now" for what another tab has deleted meanwhile leads back to the reports that are owed', async ({
  browser,
}) => {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const context = await browser.newContext()
  const { one, two } = await waitsWithoutHearing(portal, context)
  await two.person.form.locator('#outbox [data-action=delete]').click()
  await two.person.form.locator('#delete-letter').click()
  await expect(two.person.form.locator('#outbox [data-letter]')).toHaveCount(0)
  await one.person.form.locator('#retry').click()
  await one.person.sees('Phiếu cần nộp')
  await one.person.opens('weekly', '2023-02-26')
  await one.person.holds('/figures/trees', '100')
  await portal.stop()
  await context.close()
})
