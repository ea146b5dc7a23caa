// The shared table of cases, in Chromium: the same findings as natively and in Node, by all checks and through a form.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from '../support/browser.mjs'
import { CASES, FORM_CASES, formFinds, nearlyAllAreTyped, PLANS } from '../support/cases.mjs'
import { ROOT } from './collector.mjs'
import { visit } from './person.mjs'
import { startPortal, TAG } from './portal.mjs'

/** @type {Awaited<ReturnType<typeof startPortal>>} */
let portal
/** @type {unknown[][]} what the browser found, case by case */
let found
/** @type {import('../support/form-cases.mjs').Made[]} what its forms made of the cases */
let made

test.beforeAll(async ({ browser }) => {
  portal = await startPortal({ body: TAG.replace(/ endpoint="[^"]*"/, '') })
  const { page, person } = await visit(browser, 'about:blank')
  await page.route('**/form-cases.mjs', (route) =>
    route.fulfill({ path: join(ROOT, 'tests/support/form-cases.mjs'), contentType: 'text/javascript' }),
  )
  await page.goto(portal.url)
  // As text: on its way to the page an object loses a member called __proto__, which a case is about.
  found = await page.evaluate(runAll, JSON.stringify([CASES, PLANS]))
  // All of what a form asks of the core has come with the screens after it.
  await person.opensFirstWeek()
  await person.goesToReview()
  await person.summary()
  made = await page.evaluate(runForms, JSON.stringify([FORM_CASES, PLANS]))
})
test.afterAll(async () => {
  await portal?.stop()
})

CASES.forEach(({ file, name, findings }, index) => {
  test(`${file}: ${name}`, () => assert.deepEqual(found[index], findings))
})

FORM_CASES.forEach((one, index) => {
  test(`${one.file}: ${one.name}, through a form`, () => formFinds(one, made[index]))
})

test('nearly all of them can be typed', () => nearlyAllAreTyped(made))

/**
 * Runs in the page, with all checks.
 * @param {string} given
 */
async function runAll(given) {
  /** @type {[any[], Record<string, any>]} */
  const [all, texts] = JSON.parse(given)
  const entry = '/dist/checks.js'
  const { load } = await import(entry)
  const core = await load()
  const plans = new Map(Object.entries(texts).map(([path, plan]) => [path, core.plan(JSON.stringify(plan))]))
  return all.map(({ plan: path, duty, unit, period, now, earlier = [], sending, draft, report }) => {
    const { id, version } = texts[path]
    const document = JSON.stringify({
      ...{ format: 1, plan: id, planVersion: version, duty, unit, period },
      ...(draft ?? report),
    })
    const moment = {
      now: now === null ? undefined : Date.parse(now),
      earlier: earlier.map((/** @type {unknown} */ each) => JSON.stringify(each)),
      sending,
    }
    const plan = plans.get(path)
    const findings = draft ? plan.checkDraft(document, moment).findings : plan.check(document, moment)
    return findings.map((/** @type {any} */ { path: where, code, severity }) => ({
      path: where,
      code,
      severity,
    }))
  })
}

/**
 * Runs in the page, by the core of the form that stands there.
 * @param {string} given
 */
async function runForms(given) {
  /** @type {[import('../support/form-cases.mjs').Case[], Record<string, any>]} */
  const [all, texts] = JSON.parse(given)
  const entry = '/form-cases.mjs'
  const { throughForm } = await import(entry)
  const { desk } = /** @type {any} */ (document.querySelector('phieu-report'))
  /** @type {Record<string, unknown>} */
  const plans = {}
  for (const [path, plan] of Object.entries(texts)) plans[path] = await desk.read(JSON.stringify(plan))
  return all.map((one) => throughForm(plans[one.plan], texts[one.plan], one))
}
