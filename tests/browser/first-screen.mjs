// A form with its first screen, before its core is there and as it comes.
import { expect } from '../support/browser.mjs'
import { NOW } from './collector.mjs'
import { begun, PLAN, STRICT } from './portal.mjs'

/**
 * The tag with the first screen of a duty.
 * @param {string} duty
 * @param {{ plan?: string, unit?: string, lang?: string, now?: string, api?: boolean }} [options]
 */
export const tag = (
  duty,
  {
    plan = 'tan-phu-thang-thanh-nien-2023',
    unit = 'phuong-tay-thanh',
    lang = 'vi',
    now = NOW,
    api = true,
  } = {},
) =>
  `<phieu-report plan="dist/plans/${plan}.json" first="dist/plans/${plan}.${duty}.${lang}.json" unit="${unit}"
    duty="${duty}" lang="${lang}" data-now="${now}" ${api ? 'endpoint="/api"' : ''}></phieu-report>`

/** What lets all of it travel ahead of the form's script, and with it what says what is wrong with a text. */
export const AHEAD =
  '<link rel="modulepreload" href="dist/early.js"><script type="module" src="dist/ahead.js"></script>'

/**
 * A form whose core is on its way until it is let through.
 * @param {import('../support/browser.mjs').Story} story
 * @param {string} api the collector
 * @param {{ body?: string, head?: string }} [options]
 */
export async function beforeTheCore(story, api, { body = tag('weekly'), head = '' } = {}) {
  const scene = await begun(story, { body, head, csp: STRICT, api })
  const { page, portal, person } = scene
  const core = await holdsTheCore(page)
  await page.goto(portal.url)
  await person.form.locator('.field').first().waitFor()
  return { ...scene, core }
}

/** Whatever has such a name is on its way until it is let through. @param {import('playwright').Page} page @param {RegExp} name */
export async function holds(page, name) {
  const held = { comes: () => {} }
  const gate = new Promise((done) => {
    held.comes = () => done(undefined)
  })
  await page.route(name, async (route) => {
    await gate
    await route.continue()
  })
  return held
}

/** @param {import('playwright').Page} page */
export const holdsTheCore = (page) => holds(page, /\/phieu\.(first|form)\.wasm$/)

export const FIRST = PLAN.replace('.json', '.weekly.vi.json')

/**
 * A page whose form's script is on its way until it is let through.
 * @param {import('../support/browser.mjs').Story} story
 * @param {string} api the collector
 * @param {{ body?: string, head?: string, ahead?: string }} [options]
 */
export async function beforeTheScript(story, api, { body = tag('weekly'), head = '', ahead = AHEAD } = {}) {
  const scene = await begun(story, { head: ahead + head, body, csp: STRICT, api })
  const { page, portal } = scene
  const script = await holds(page, /\/dist\/phieu\.js$/)
  return {
    ...scene,
    comes: script.comes,
    asked: () => portal.requests.filter((each) => each.endsWith(FIRST)).length,
  }
}

/** The core is there: it alone knows what remains. @param {{ form: import('playwright').Locator }} person */
export const coreStands = ({ form }) =>
  expect(form.locator('#to-first, p.left:text-matches("\\\\S")')).toHaveCount(1)

/** What was taken over is the form's. @param {import('playwright').Locator} form */
export const isTheForms = (form) => expect(form.locator('phieu-field .field').first()).toBeVisible()
