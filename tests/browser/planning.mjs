// The page that makes plans, as tests open it and go about in it.
import { visit } from './person.mjs'

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
