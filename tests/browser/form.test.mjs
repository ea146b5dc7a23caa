// The first fields stand before the others: what holds while the rest of a long form is still to come.
import assert from 'node:assert/strict'
import { phieuFiles } from '../bench/support/ours.mjs'
import { samplePlan } from '../bench/support/sample.mjs'
import { serve } from '../bench/support/server.mjs'
import { test } from '../support/browser.mjs'
import { focusComesTo, Person, visit } from './person.mjs'

const FIGURES = 500
const LAST_MONEY = '/figures/f-496'
const LAST_REQUIRED = '/figures/f-490'

/** @type {Awaited<ReturnType<typeof serve>>} */
let long
/** @type {Awaited<ReturnType<typeof serve>>} */
let short

test.beforeAll(async () => {
  long = await serve(phieuFiles(samplePlan(FIGURES)))
  short = await serve(phieuFiles(samplePlan(10)))
})
test.afterAll(async () => {
  long?.stop()
  short?.stop()
})

/** @param {import('playwright').Page} page */
const fieldsIn = (page) => page.locator('phieu-field').count()

/** @param {import('playwright').Page} page */
const allFields = (page) =>
  page.waitForFunction(
    (count) =>
      document.querySelector('phieu-report')?.shadowRoot?.querySelectorAll('phieu-field .field').length ===
      count,
    FIGURES,
  )

/**
 * A browser that is never idle: the first fields stand, and nothing else comes by itself.
 * @param {import('playwright').Browser} browser
 */
async function neverIdle(browser) {
  const context = await browser.newContext()
  await context.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }))
  return context
}

test('the first field takes text while the rest is on its way, and keeps text, caret and focus', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const person = new Person(page)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  await page.goto(`${long.url}/phieu.html`)
  await person.input('/figures/f-0').focus()
  for (const sign of '1234567') await page.keyboard.type(sign)
  await allFields(page)
  await page.keyboard.type('890')
  await person.holds('/figures/f-0', '1234567890')
  await page.keyboard.press('Tab')
  await person.form.locator('#at_figures_f-0-findings').waitFor()
  await context.close()
})

test('a draft with a wrong value in the last field shows both, value and finding', async ({ browser }) => {
  const context = await browser.newContext()
  const { page, person } = await visit(context, `${long.url}/phieu.html`)
  await allFields(page)
  await person.types(LAST_MONEY, 'nhiều tiền')
  await person.keeps('nhiều tiền')
  await page.reload()
  await person.form.locator('#at_figures_f-496-findings').waitFor()
  await person.holds(LAST_MONEY, 'nhiều tiền')
  await context.close()
})

test('the summary leads to a field that was not there yet', async ({ browser }) => {
  const context = await neverIdle(browser)
  const { page, person, troubles } = await visit(context, `${long.url}/phieu.html`)
  await person.input('/figures/f-0').waitFor()
  assert.ok((await fieldsIn(page)) < 50, 'only the first fields stand')
  await person.goesToReview()
  const summary = await person.summary()
  await summary.locator('a[href="#at_figures_f-490"]').click()
  await focusComesTo(page, 'at_figures_f-490')
  await person.types(LAST_REQUIRED, '8000')
  await person.sees('8.000 người')
  assert.deepEqual(troubles, [])
  await context.close()
})

test('what is set while its field is not there yet stands in it when it comes, also after a panic', async ({
  browser,
}) => {
  const context = await neverIdle(browser)
  const { page, person } = await visit(context, `${long.url}/phieu.html`)
  await person.input('/figures/f-0').waitFor()
  await page.evaluate((path) => {
    const { session } = /** @type {any} */ (document.querySelector('phieu-report')).work
    session.set(path, '12 tỷ rưỡi')
    session.form.raw.set = () => {
      throw new WebAssembly.RuntimeError('unreachable')
    }
  }, LAST_MONEY)
  await person.input('/figures/f-1').fill('7')
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('phieu-report')).work.session)
  await person.goesToReview()
  await person.summary()
  await person.holds(LAST_MONEY, '12 tỷ rưỡi')
  await person.holds('/figures/f-1', '7')
  await context.close()
})

test('back from the review the form shows what was typed last', async ({ browser }) => {
  const context = await browser.newContext()
  const { person } = await visit(context, `${short.url}/phieu.html`)
  await person.input('/figures/f-0').pressSequentially('1234')
  await person.goesToReview()
  await person.form.locator('#edit').click()
  await person.holds('/figures/f-0', '1234')
  await person.types('/figures/f-0', '8000')
  await person.sees('8.000 người')
  await context.close()
})

test('a form that recovered or took another draft still says what is left', async ({ browser }) => {
  const context = await browser.newContext()
  const { page, person } = await visit(context, `${short.url}/phieu.html`)
  const left = person.form.locator('.left')
  await person.input('/figures/f-0').waitFor()
  await person.seesAllCome()
  const before = await left.textContent()
  await page.evaluate(() => {
    const { session } = /** @type {any} */ (document.querySelector('phieu-report')).work
    session.form.raw.set = () => {
      throw new WebAssembly.RuntimeError('unreachable')
    }
  })
  await person.input('/figures/f-1').fill('1')
  await person.sees('đã mở lại từ bản nháp')
  await person.input('/figures/f-0').fill('5')
  await page.waitForFunction(
    ([line, old]) => /** @type {Element} */ (line)?.textContent !== old,
    /** @type {const} */ ([await left.elementHandle(), before]),
  )
  await context.close()
})
