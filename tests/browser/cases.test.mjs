// The shared table of cases, in Chromium: the same findings as natively and in Node.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { launchChromium } from '../support/chromium.mjs'
import { ROOT } from './collector.mjs'
import { startPortal } from './portal.mjs'

const FOLDER = join(ROOT, 'tests/cases')
const read = (/** @type {string} */ path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'))
const cases = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .flatMap((file) => read(`tests/cases/${file}`).map((/** @type {any} */ one) => ({ file, ...one })))

/** @type {import('playwright').Browser} */
let browser
/** @type {Awaited<ReturnType<typeof startPortal>>} */
let portal
/** @type {unknown[][]} what the browser found, case by case */
let found

before(async () => {
  browser = await launchChromium()
  portal = await startPortal({ body: '', script: '' })
  const page = await browser.newPage()
  await page.goto(portal.url)
  const plans = Object.fromEntries(cases.map(({ plan }) => [plan, read(plan)]))
  // As text: on its way to the page an object loses a member called __proto__, which a case is about.
  found = await page.evaluate(runAll, JSON.stringify([cases, plans]))
})
after(async () => {
  await browser?.close()
  await portal?.stop()
})

cases.forEach(({ file, name, findings }, index) => {
  test(`${file}: ${name}`, () => assert.deepEqual(found[index], findings))
})

/**
 * Runs in the page.
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
