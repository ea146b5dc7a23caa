// The page that makes plans, as tests open it and go about in it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { visit } from './person.mjs'

/**
 * Runs a collector beside all tests of a file. A plan that is published has its home there: nothing lies in the folder.
 * @param {(collector: import('./collector.mjs').Collector) => void} take
 * @param {object} [options]
 */
export function withoutPlans(take, options) {
  /** @type {import('./collector.mjs').Collector | undefined} */
  let collector
  /** @type {string} */
  let plans
  test.beforeAll(async () => {
    plans = mkdtempSync(join(tmpdir(), 'phieu-no-plans-'))
    collector = await startCollector({ plans, ...options })
    take(collector)
  })
  test.afterAll(async () => {
    await collector?.remove()
    rmSync(plans, { recursive: true, force: true })
  })
}

/**
 * @param {import('playwright').Browser} browser
 * @param {import('./collector.mjs').Collector} collector
 * @param {object} [options]
 */
export async function atThePage(browser, collector, options) {
  const seen = await visit(browser, `${collector.url}/plan.html`, options)
  const plan = seen.page.locator('phieu-plan')
  await plan.locator('#paste').waitFor()
  return { ...seen, plan }
}

/** @param {import('playwright').Locator} plan @param {string} name */
export async function part(plan, name) {
  await plan.locator(`#part-${name}`).click()
  await plan.locator(`#part-${name}[aria-selected=true]`).waitFor()
}

/**
 * Types into a cell and goes on to the next, as a person does.
 * @param {import('playwright').Locator} plan @param {string} cell @param {string} text
 */
export async function types(plan, cell, text) {
  await plan.locator(`#cell-${cell}`).fill(text)
  await plan.locator(`#cell-${cell}`).press('Tab')
}
