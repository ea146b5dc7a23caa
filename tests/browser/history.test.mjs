// The phone's Back leads to the screen before, in whatever portal, and loses nothing.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from '../support/browser.mjs'
import { ROOT, startCollector } from './collector.mjs'
import { Person, RIGHT, visit } from './person.mjs'
import { startPortal, TAG } from './portal.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

/**
 * A portal, visited from another page.
 * @param {import('playwright').Browser} browser
 * @param {import('./portal.mjs').Habits} habits
 * @param {(visit: import('./person.mjs').Visit & { depth: () => Promise<number> }) => Promise<void>} story
 */
async function at(browser, habits, story) {
  const portal = await startPortal({ api: collector.url, ...habits })
  const seen = await visit(browser, `${collector.url}/healthz`)
  await seen.page.goto(portal.url)
  const depth = () => seen.page.evaluate(() => history.length)
  await story({ ...seen, depth })
  assert.deepEqual(seen.troubles, [])
  await seen.page.context().close()
  await portal.stop()
}

/** @param {Person} person @param {string} screen */
const isAt = (person, screen) =>
  expect(
    person.form.locator(
      {
        units: 'phieu-units',
        duties: 'phieu-duties',
        form: 'phieu-form',
        review: 'phieu-review',
        receipt: 'phieu-receipt',
      }[screen] ?? screen,
    ),
    `the screen is ${screen}`,
  ).toBeVisible()

/** An entry of the history was made for the screen. @param {import('playwright').Page} page @param {number} most */
const entries = (page, most) => expect.poll(() => page.evaluate(() => history.length)).toBe(most)

/** @param {import('playwright').Page} page */
const goesBack = (page) => page.evaluate(() => history.back())

const BOUND = TAG.replace('<phieu-report', '<phieu-report unit="phuong-son-ky"')

test('Back leads from the receipt, the review and the form to the screen before, and then out', ({
  browser,
}) =>
  at(browser, { body: TAG }, async ({ page, person, depth }) => {
    const before = await depth()
    await person.choosesUnit('son ky', 'Sơn Kỳ')
    await entries(page, before + 1)
    await person.opens('weekly', '2023-02-26')
    await entries(page, before + 2)
    await person.fillsIn(RIGHT)
    await person.addsActivity()
    await person.goesToReview()
    await isAt(person, 'review')
    await entries(page, before + 3)
    await goesBack(page)
    await isAt(person, 'form')
    await person.holds('/figures/trees', '100')
    await page.goForward()
    await isAt(person, 'review')
    await person.form.locator('#send').click()
    await person.code()
    await entries(page, before + 2)
    await goesBack(page)
    await isAt(person, 'duties')
    await goesBack(page)
    await isAt(person, 'units')
    await page.goBack()
    await expect(page, 'the portal is left').toHaveURL(/healthz/)
  }))

test('the buttons that go back make no entry, and a draft that is just being written is kept', ({
  browser,
}) =>
  at(browser, { body: BOUND }, async ({ page, person, depth }) => {
    const before = await depth()
    for (let time = 0; time < 3; time += 1) {
      await person.opens('weekly', '2023-02-26')
      await entries(page, before + 1)
      await person.form.locator('#back').click()
      await isAt(person, 'duties')
      await expect.poll(() => page.evaluate(() => Object.values(history.state?.phieu ?? {})[0])).toBe(0)
    }
    await person.opens('weekly', '2023-02-26')
    await expect.poll(() => page.evaluate(() => Object.values(history.state?.phieu ?? {})[0])).toBe(1)
    await person.input('/figures/trees').focus()
    await page.keyboard.type('1234')
    await goesBack(page)
    await isAt(person, 'duties')
    await page.goForward()
    await isAt(person, 'form')
    await person.holds('/figures/trees', '1234')
  }))

test('a form that opens by its duty is the first entry: Back leaves, and coming back finds what was typed', ({
  browser,
}) =>
  at(
    browser,
    { body: BOUND.replace('<phieu-report', '<phieu-report duty="weekly"') },
    async ({ page, person }) => {
      await isAt(person, 'form')
      await person.input('/figures/trees').focus()
      await page.keyboard.type('77')
      await page.goBack()
      await expect(page).toHaveURL(/healthz/)
      await page.goForward()
      await isAt(person, 'form')
      await person.holds('/figures/trees', '77')
    },
  ))

test('after a reload each Back does something: what the load before has left is passed over', ({ browser }) =>
  at(browser, { body: BOUND }, async ({ page, person }) => {
    await person.opens('weekly', '2023-02-26')
    await person.types('/figures/trees', '12')
    await person.keeps('12')
    await expect.poll(() => page.evaluate(() => Object.values(history.state?.phieu ?? {})[0])).toBe(1)
    await page.reload()
    await isAt(person, 'duties')
    await person.opens('weekly', '2023-02-26')
    await person.holds('/figures/trees', '12')
    await expect.poll(() => page.evaluate(() => Object.values(history.state?.phieu ?? {})[0])).toBe(1)
    await goesBack(page)
    await isAt(person, 'duties')
    await page.goBack()
    await expect(page, 'the portal is left').toHaveURL(/healthz/)
  }))

test("the host's state and address stay as they are", ({ browser }) =>
  at(browser, { body: BOUND }, async ({ page, person }) => {
    await page.evaluate(() => history.replaceState({ host: { page: 7 } }, '', '#muc-2'))
    await person.opens('weekly', '2023-02-26')
    await expect.poll(() => page.evaluate(() => Object.values(history.state?.phieu ?? {})[0])).toBe(1)
    assert.deepEqual(await page.evaluate(() => history.state.host), { page: 7 })
    await expect(page).toHaveURL(/#muc-2$/)
    await page.evaluate(() => {
      location.hash = '#muc-3'
    })
    await isAt(person, 'form')
    await goesBack(page)
    await expect(page).toHaveURL(/#muc-2$/)
    await isAt(person, 'form')
    await goesBack(page)
    await isAt(person, 'duties')
    assert.deepEqual(await page.evaluate(() => history.state.host), { page: 7 })
  }))

for (const [name, script] of [
  ['throws', 'History.prototype.pushState = () => { throw new DOMException("no", "SecurityError") }'],
  ['has a state that nothing can be added to', 'history.replaceState("theirs", "")'],
])
  test(`a frame whose history ${name} goes on without`, async ({ browser }) => {
    const portal = await startPortal({ body: BOUND, api: collector.url })
    const { page, person, troubles } = await visit(browser, 'about:blank')
    await page.addInitScript(/** @type {string} */ (script))
    await page.goto(portal.url)
    await person.opens('weekly', '2023-02-26')
    await person.fillsIn(RIGHT)
    await person.addsActivity()
    await person.goesToReview()
    await isAt(person, 'review')
    await person.form.locator('#back').click()
    await isAt(person, 'form')
    await person.sends()
    await person.code()
    await person.form.locator('#to-duties').click()
    await isAt(person, 'duties')
    assert.deepEqual(troubles, [])
    await page.context().close()
    await portal.stop()
  })

test('two forms on one page each answer to their own entries', ({ browser }) =>
  at(
    browser,
    {
      body: `<div id="a">${BOUND}</div><div id="b">${BOUND.replace('phuong-son-ky', 'phuong-tay-thanh')}</div>`,
    },
    async ({ page }) => {
      const one = new Person(page, '#a phieu-report')
      const two = new Person(page, '#b phieu-report')
      await one.opens('weekly', '2023-02-26')
      await two.opens('weekly', '2023-02-26')
      await expect.poll(() => page.evaluate(() => history.state?.phieu?.by)).toBeTruthy()
      await expect
        .poll(() =>
          page.evaluate(() => Object.values(history.state?.phieu ?? {}).filter((each) => each === 1).length),
        )
        .toBe(2)
      await goesBack(page)
      await isAt(two, 'duties')
      await isAt(one, 'form')
      await two.opens('weekly', '2023-02-26')
      await expect
        .poll(() =>
          page.evaluate(() => Object.values(history.state?.phieu ?? {}).filter((each) => each === 1).length),
        )
        .toBe(2)
      // Its own way back is not over the other's entry.
      await one.form.locator('#back').click()
      await isAt(one, 'duties')
      await isAt(two, 'form')
      await goesBack(page)
      await isAt(two, 'duties')
      await isAt(one, 'duties')
    },
  ))

test('a form that is taken out of the page and put back still answers', ({ browser }) =>
  at(browser, { body: BOUND }, async ({ page, person }) => {
    await person.opens('weekly', '2023-02-26')
    await expect.poll(() => page.evaluate(() => Object.values(history.state?.phieu ?? {})[0])).toBe(1)
    await page.evaluate(() => {
      const form = /** @type {Element} */ (document.querySelector('phieu-report'))
      const place = /** @type {Element} */ (form.parentElement)
      form.remove()
      place.append(form)
    })
    await isAt(person, 'form')
    await goesBack(page)
    await isAt(person, 'duties')
    await person.opens('weekly', '2023-02-26')
    // While it was away the page went back.
    await expect.poll(() => page.evaluate(() => Object.values(history.state?.phieu ?? {})[0])).toBe(1)
    await page.evaluate(async () => {
      const form = /** @type {Element} */ (document.querySelector('phieu-report'))
      const place = /** @type {Element} */ (form.parentElement)
      form.remove()
      const gone = new Promise((done) => addEventListener('popstate', done, { once: true }))
      history.back()
      await gone
      place.append(form)
    })
    await isAt(person, 'duties')
  }))

const VUE = `
  import { createApp, h } from 'vue'
  import { createRouter, createWebHistory, RouterLink, RouterView } from 'vue-router'
  const Report = { render: () => h('div', { innerHTML: ${JSON.stringify(BOUND)} }) }
  const Other = { render: () => h('p', { id: 'other' }, 'Tin tức') }
  const router = createRouter({ history: createWebHistory(), routes: [
    { path: '/', component: Report }, { path: '/tin', component: Other }] })
  createApp({ render: () => [h(RouterLink, { to: '/tin', id: 'news' }, () => 'Tin'), h(RouterView)] })
    .use(router).mount('#app')`

const REACT = `
  import { createElement as h } from 'react'
  import { createRoot } from 'react-dom/client'
  import { createBrowserRouter, Link, Outlet, RouterProvider } from 'react-router'
  const Report = () => h('div', { dangerouslySetInnerHTML: { __html: ${JSON.stringify(BOUND)} } })
  const Shell = () => h('div', null, h(Link, { to: '/tin', id: 'news' }, 'Tin'), h(Outlet))
  const router = createBrowserRouter([{ element: h(Shell), children: [
    { path: '/', element: h(Report) }, { path: '/tin', element: h('p', { id: 'other' }, 'Tin tức') }] }])
  createRoot(document.getElementById('app')).render(h(RouterProvider, { router }))`

for (const [name, source] of [
  ['vue-router', VUE],
  ['react-router', REACT],
])
  test(`${name}: its own entries and ours go together`, async ({ browser }) => {
    const { outputFiles } = await build({
      stdin: { contents: /** @type {string} */ (source), resolveDir: join(ROOT, 'tests') },
      bundle: true,
      write: false,
      format: 'esm',
      define: {
        'process.env.NODE_ENV': '"production"',
        __VUE_OPTIONS_API__: 'true',
        __VUE_PROD_DEVTOOLS__: 'false',
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      },
      logLevel: 'error',
    })
    const app = outputFiles[0]?.text ?? ''
    const body = `<div id="app"></div><script type="module">${app.replaceAll('</script', '<\\/script')}</script>`
    await at(browser, { body }, async ({ page, person }) => {
      await person.opens('weekly', '2023-02-26')
      await person.fillsIn(RIGHT)
      await person.addsActivity()
      await person.goesToReview()
      await isAt(person, 'review')
      await expect.poll(() => page.evaluate(() => Object.values(history.state?.phieu ?? {})[0])).toBe(2)
      const same = await person.form.elementHandle()
      await goesBack(page)
      await isAt(person, 'form')
      await person.holds('/figures/trees', '100')
      await goesBack(page)
      await isAt(person, 'duties')
      assert.ok(await same?.evaluate((element) => element.isConnected), 'the router has kept the form')
      // The router's own way, out of an open form and back.
      await person.opens('weekly', '2023-02-26')
      await expect.poll(() => page.evaluate(() => Object.values(history.state?.phieu ?? {})[0])).toBe(1)
      await page.locator('#news').click()
      await page.locator('#other').waitFor()
      await goesBack(page)
      await isAt(person, 'duties')
      await person.opens('weekly', '2023-02-26')
      await person.holds('/figures/trees', '100')
    })
  })
