// The core breaks under a person's hands: the form opens again with all that was typed, or says that it cannot.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { CHECKED_MEMORY, LAUNCH } from '../support/chromium.mjs'
import { startCollector } from './collector.mjs'
import { onDevice } from './device.mjs'
import { visit } from './person.mjs'

/** @typedef {import('./person.mjs').Person} Person */

/** @type {import('./collector.mjs').Collector} */
let collector

test.use({ launchOptions: { ...LAUNCH, args: [...LAUNCH.args, CHECKED_MEMORY] } })

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

/**
 * Puts the open form outside its memory, so that the next call of the core is a trap, and types something in one step with
 * it: else the page may ask the core of its own accord in between, as it writes the draft, and what is typed then is typed
 * in a form that has recovered.
 * @param {Person} person
 * @param {string} path
 * @param {string} text
 */
const breaksAsTyped = (person, path, text) =>
  person.input(path).evaluate((input, typed) => {
    const report = /** @type {any} */ (document.querySelector('phieu-report'))
    report.work.session.form.raw.__wbg_ptr = 0x7fffff00
    Object.assign(input, { value: typed })
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
  }, text)

/**
 * The same where nobody types: the core breaks as the draft is written, in one step, before the page asks it anything of
 * its own accord. It is loaded again once `load` is called.
 * @param {import('playwright').Page} page
 */
async function heldCore(page) {
  let load = () => {}
  const may = /** @type {Promise<void>} */ (new Promise((resolve) => (load = resolve)))
  await page.route('**/phieu.first.wasm', async (route) => {
    await may
    return route.continue()
  })
  const breaksApart = async () => {
    await page.evaluate(() => {
      const { session } = /** @type {any} */ (document.querySelector('phieu-report')).work
      session.form.raw.__wbg_ptr = 0x7fffff00
      session.draft()
    })
  }
  return { breaksApart, load: () => load() }
}

/** A form that has broken with something typed before and since; its core is loaded again once `load` is called. @param {import('playwright').Browser} browser */
async function typedIntoBroken(browser) {
  const { page, person } = await visit(browser, `${collector.url}/`)
  const { breaksApart, load } = await heldCore(page)
  await person.opensFirstWeek()
  await person.types('/figures/blood-donors', '10')
  await person.keeps('10')
  await breaksApart()
  await person.input('/figures/ideas').fill('7')
  return { page, person, load }
}

test('after a panic of the core the form opens again from its draft and goes on', async ({ browser }) => {
  const { page, person } = await visit(browser, `${collector.url}/`)
  await person.opensFirstWeek()
  await person.types('/figures/trees', '12')
  await page.evaluate(() => {
    const report = /** @type {any} */ (document.querySelector('phieu-report'))
    report.work.session.form.raw.set = () => {
      throw new WebAssembly.RuntimeError('unreachable')
    }
  })
  await person.input('/figures/ideas').fill('7')
  await person.sees('đã mở lại từ bản nháp')
  await person.holds('/figures/trees', '12')
  await person.holds('/figures/ideas', '7')
  await person.types('/figures/ideas', '8000')
  await person.sees('8.000 ý tưởng')
  await page.context().close()
})

test('a real trap inside the wasm: the form goes on with what was typed', async ({ browser }) => {
  const { page, person } = await visit(browser, `${collector.url}/`)
  await person.opensFirstWeek()
  await person.types('/figures/trees', '12')
  await breaksAsTyped(person, '/figures/ideas', '7')
  await person.sees('đã mở lại từ bản nháp')
  await person.holds('/figures/trees', '12')
  await person.holds('/figures/ideas', '7')
  await page.context().close()
})

test('what is typed while a broken core is loaded again is kept, an explanation too', async ({ browser }) => {
  const { page, person } = await visit(browser, `${collector.url}/`)
  const { breaksApart, load } = await heldCore(page)
  await person.opensFirstWeek()
  await person.types('/figures/blood-donors', '10')
  await person.types('/figures/blood-units', '4')
  await person.goesToReview()
  const explanation = person.form.getByLabel('Giải thích trong một dòng').first()
  await explanation.waitFor()
  await person.keeps('blood-units')
  await breaksApart()
  // Whatever else changes around it meanwhile, as where the office answers, it stands.
  await page.evaluate(() => {
    const report = /** @type {any} */ (document.querySelector('phieu-report'))
    report.requestUpdate()
    return report.updateComplete
  })
  await person.input('/figures/ideas').fill('7')
  await explanation.fill('Sáu người chưa đủ sức khỏe để hiến.')
  load()
  await person.sees('đã mở lại từ bản nháp')
  await person.holds('/figures/blood-donors', '10')
  await person.holds('/figures/ideas', '7')
  await person.keeps('Sáu người chưa đủ')
  await page.context().close()
})

test('a unit that is forgotten while its broken form is being opened again leaves nothing', async ({
  browser,
}) => {
  const { page, person, load } = await typedIntoBroken(browser)
  const forgotten = page.evaluate(() =>
    /** @type {any} */ (document.querySelector('phieu-report')).work.forget(),
  )
  load()
  await forgotten
  await person.sees('Chọn đơn vị của bạn')
  assert.deepEqual(await onDevice(page, 'drafts'), [])
  await page.context().close()
})

test('a broken form that was left stays left: what was typed in it is kept all the same', async ({
  browser,
}) => {
  const { page, person, load } = await typedIntoBroken(browser)
  await person.form.locator('#back').click()
  await person.sees('Phiếu cần nộp')
  load()
  await person.keeps('ideas\\":\\"7')
  await person.sees('Phiếu cần nộp')
  await expect(person.form.locator('phieu-form')).toHaveCount(0)
  await person.opens('weekly', '2023-02-26')
  await person.holds('/figures/blood-donors', '10')
  await person.holds('/figures/ideas', '7')
  await page.context().close()
})

test('a core that breaks every time: it is said, the text is shown, the draft is there after one click', async ({
  browser,
}) => {
  const { page, person } = await visit(browser, `${collector.url}/`)
  await person.opensFirstWeek()
  await person.types('/figures/trees', '12')
  await person.keeps('12')
  // The instance that is loaded after a panic breaks with the first keystroke.
  await page.evaluate(() => {
    const { instantiate } = WebAssembly
    const breaking = async (/** @type {[any, any]} */ ...given) => {
      const instance = /** @type {any} */ (await instantiate(...given))
      const { exports } = instance
      // What only puts a part together, or joins one, is no core: the first of them would take the place of the one that is to break.
      if (!('form_set' in exports)) return instance
      WebAssembly.instantiate = instantiate
      const set = () => {
        throw new WebAssembly.RuntimeError('unreachable')
      }
      return { exports: { ...exports, form_set: set } }
    }
    Object.assign(WebAssembly, { instantiate: breaking })
  })
  await breaksAsTyped(person, '/figures/ideas', 'bảy ý tưởng')
  await person.sees('Phiếu gặp sự cố')
  await person.form.locator('summary').click()
  await person.sees('/figures/ideas: bảy ý tưởng')
  await person.form.locator('.outcome .primary').click()
  await person.opens('weekly', '2023-02-26')
  await person.holds('/figures/trees', '12')
  await person.types('/figures/trees', '13')
  await person.holds('/figures/trees', '13')
  await page.context().close()
})
