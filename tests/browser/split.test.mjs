// What the first part of the core lacks: the page waits for the rest and does it again, and a person hears nothing of it.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { focusComesTo, slipOf, visit } from './person.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

/** A page on which the later part of the core comes once `come` is called. @param {import('playwright').Browser} browser */
async function held(browser) {
  const visited = await visit(browser, 'about:blank')
  let come = () => {}
  const may = /** @type {Promise<void>} */ (new Promise((resolve) => (come = resolve)))
  await visited.page.route('**/phieu.later.wasm', async (route) => {
    await may
    return route.continue()
  })
  return { ...visited, come: () => come() }
}

/** From now on the form that is open lacks what reads a text. @param {import('playwright').Page} page */
const lacks = (page) =>
  page.evaluate(() => {
    const { session } = /** @type {any} */ (document.querySelector('phieu-report')).work
    session.form.raw.set = () => {
      throw new WebAssembly.RuntimeError('null function')
    }
  })

test('a text that the first part cannot read is waited for with: what was typed stands, the focus too, and nothing is said', async ({
  browser,
}) => {
  const { page, person, come, troubles } = await held(browser)
  await page.goto(`${collector.url}/`)
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await person.form.locator(`${slipOf('weekly', '2023-02-26')} [data-action=fill]`).click()
  await person.input('/figures/attendances').fill('1.200')
  await person.keeps('1.200')
  await lacks(page)
  const field = person.input('/figures/trees')
  await field.focus()
  await page.keyboard.type('13334')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Backspace')
  await expect(field).toHaveValue('1334')
  come()
  await person.sees('1.334 cây')
  await focusComesTo(page, 'at_figures_trees')
  await page.keyboard.type('0')
  await person.holds('/figures/trees', '13304')
  await person.holds('/figures/attendances', '1.200')
  await person.keeps('13304')
  await expect(person.form.getByText('đã mở lại')).toHaveCount(0)
  assert.deepEqual(troubles, [])
  await page.context().close()
})

test('what is typed while the rest does not come is kept on the device as it stands', async ({ browser }) => {
  const { page, person, come, troubles } = await held(browser)
  await page.goto(`${collector.url}/`)
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await person.form.locator(`${slipOf('weekly', '2023-02-26')} [data-action=fill]`).click()
  await person.input('/figures/attendances').waitFor()
  await lacks(page)
  await person.input('/figures/trees').fill('1334')
  await person.keeps(String.raw`\"trees\":\"1334\"`)
  await person.input('/figures/attendances').fill('97')
  await person.keeps(String.raw`\"attendances\":\"97\"`)
  await page.reload()
  come()
  await person.opens('weekly', '2023-02-26')
  await person.holds('/figures/trees', '1334')
  await person.holds('/figures/attendances', '97')
  assert.deepEqual(troubles, [])
  await page.context().close()
})

for (const door of ['plan_new', 'plan_searchUnits', 'plan_duties', 'plan_form'])
  test(`where ${door} lacks the rest, the page goes on once that is there`, async ({ browser }) => {
    const { page, person, come } = await held(browser)
    await page.addInitScript((name) => {
      const { instantiate } = WebAssembly
      const lacking = async (/** @type {[any, any]} */ ...given) => {
        const instance = /** @type {any} */ (await instantiate(...given))
        const { exports } = instance
        // What only puts the core together lacks nothing.
        if (!(name in exports)) return instance
        WebAssembly.instantiate = instantiate
        const lack = () => {
          Object.assign(window, { lacked: true })
          throw new WebAssembly.RuntimeError('null function')
        }
        return { exports: { ...exports, [name]: lack } }
      }
      Object.assign(WebAssembly, { instantiate: lacking })
    }, door)
    await page.goto(`${collector.url}/`)
    const opening = person.opensFirstWeek()
    await page.waitForFunction(() => 'lacked' in window)
    come()
    await opening
    await person.types('/figures/trees', '8000')
    await person.sees('8.000 cây')
    await expect(person.form.getByText('sự cố')).toHaveCount(0)
    await page.context().close()
  })
