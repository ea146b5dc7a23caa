// Where no WebAssembly runs, the same core as JavaScript does all of the work: the same form, the same journey.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { RIGHT, visit } from './person.mjs'
import { STRICT, startPortal, TAG } from './portal.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

const PLAIN = STRICT.replace(" 'wasm-unsafe-eval'", '')

/** What a browser says once of a policy that refuses WebAssembly. */
const isRefusal = (/** @type {string} */ trouble) => /wasm-eval|WebAssembly/.test(trouble)

/** The ways in which a page comes to have none. @type {Record<string, Partial<import('./portal.mjs').Habits>>} */
const PAGES = {
  "a policy of script-src 'self'": { csp: PLAIN },
  'a browser without WebAssembly': {},
  "a policy of script-src 'self', on a page of classic scripts": {
    csp: PLAIN,
    script: '<script src="/dist/phieu.classic.js" defer></script>',
  },
}

/**
 * @param {import('../support/browser.mjs').Story} story
 * @param {Partial<import('./portal.mjs').Habits>} habits
 */
async function pageWithout({ browser, later }, habits) {
  const portal = await startPortal({ body: TAG, api: collector.url, ...habits })
  const context = await browser.newContext()
  later(async () => {
    await context.close()
    await portal.stop()
  })
  if (!habits.csp)
    await context.addInitScript(() => {
      Reflect.deleteProperty(window, 'WebAssembly')
    })
  return { portal, ...(await visit(context, portal.url)) }
}

for (const [how, habits] of Object.entries(PAGES)) {
  test(`${how}: a report is filled in, kept, mended, sent, received and amended`, async ({
    browser,
    later,
  }) => {
    const { portal, page, person, troubles } = await pageWithout({ browser, later }, habits)
    await person.opensFirstWeek()
    await person.types('/figures/trees', '8000')
    await person.sees('Hiểu là 8.000 cây')
    await person.fillsIn(RIGHT)
    await person.addsActivity()
    await person.seesSaved()
    await person.resumesAndSends()

    assert.deepEqual(
      troubles.filter((trouble) => !isRefusal(trouble)),
      [],
    )
    const breaches = await page.evaluate(() => window.breaches)
    assert.deepEqual(
      breaches,
      habits.csp ? ['script-src'] : [],
      'WebAssembly was asked for once, and nothing else',
    )
    const asked = portal.requests.filter((request) => /wasm/.test(request))
    assert.deepEqual([...new Set(asked)], ['GET /dist/phieu.nowasm.js'], 'no wasm is loaded that cannot run')
  })
}

test('without WebAssembly, in English', async ({ browser, later }) => {
  const body = TAG.replace('<phieu-report', '<phieu-report lang="en" unit="phuong-tay-thanh"')
  const { person, troubles } = await pageWithout({ browser, later }, { body })
  await person.opens('weekly', '2023-02-26')
  await person.types('/figures/trees', 'many')
  await person.sees('Review and send')
  assert.deepEqual(troubles, [])
})

test('without WebAssembly, a core that breaks under a person’s hands opens the form again from its draft', async ({
  browser,
  later,
}) => {
  const { page, person } = await pageWithout({ browser, later }, {})
  await person.opensFirstWeek()
  await person.types('/figures/trees', '12')
  await page.evaluate(() => {
    const { form } = /** @type {any} */ (document.querySelector('phieu-report')).work.session
    // Outside its memory there is nothing: the core reads a form that cannot be.
    form.raw.__wbg_ptr = 0x7fffff00
  })
  await person.input('/figures/ideas').fill('7')
  await person.sees('đã mở lại từ bản nháp')
  await person.holds('/figures/trees', '12')
  await person.holds('/figures/ideas', '7')
  await person.types('/figures/ideas', '8000')
  await person.sees('8.000 ý tưởng')
})

test('a page on which WebAssembly runs does not load what stands in for it', async ({ browser, later }) => {
  const portal = await startPortal({ body: TAG, api: collector.url, csp: STRICT })
  later(() => portal.stop())
  const { page, person } = await visit(browser, portal.url)
  later(() => page.context().close())
  await person.opensFirstWeek()
  await expect(person.form.locator('#to-review')).toBeVisible()
  assert.ok(!portal.requests.some((request) => request.includes('nowasm')))
})
