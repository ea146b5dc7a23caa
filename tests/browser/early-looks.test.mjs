// What stands ahead of the form's script is what the form shows in its place: element by element, and where it
// stands, with the core and before it.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '../support/browser.mjs'
import { ROOT } from './collector.mjs'
import { AHEAD, coreStands, holds, holdsTheCore, isTheForms, tag } from './first-screen.mjs'
import { STRICT, startPortal } from './portal.mjs'

/** What stands there, as a tree without what only one of both has. @param {Element} element */
const treeOf = (element) => {
  const LATER =
    'svg > *, phieu-forget, phieu-block, phieu-map, phieu-otherwise, #remaining, phieu-picker, span:empty'
  const read = (/** @type {Element} */ at) => {
    /** @type {any[]} */
    const inside = []
    for (const node of at.childNodes) {
      const text =
        node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').trim().replace(/\s+/g, ' ') : ''
      if (text) inside.push(text)
      if (node instanceof Element && !node.matches(LATER)) inside.push(read(node))
    }
    const attributes = [...at.attributes].map(({ name, value }) => `${name}=${value.trim()}`)
    return [
      at.localName,
      attributes.filter((each) => !/^(style|viewBox|aria-hidden|focusable)=/.test(each)).sort(),
      inside,
    ]
  }
  return read(element)
}

/** @param {import('playwright').Locator} form @param {number} [most] */
async function stands(form, most = 9) {
  const fields = (await form.locator('.phieu:not([hidden]) .field').all()).slice(0, most)
  const [top, head, section, bar] = await Promise.all(
    ['.top', '.sheet-head', '.section-head', '.bar'].map((part) =>
      form.locator(part).first().evaluate(treeOf),
    ),
  )
  const trees = await Promise.all(fields.map((field) => field.evaluate(treeOf)))
  const places = await Promise.all(fields.map((field) => field.boundingBox()))
  return { top, head, section, bar, trees, places }
}

for (const plan of readdirSync(join(ROOT, 'www/plans')).map((name) => name.slice(0, -'.json'.length)))
  test(`what stands ahead is what the form shows: every duty of ${plan}`, async ({ browser }) => {
    const folder = join(ROOT, 'www/dist/plans')
    const files = readdirSync(folder).filter(
      (name) => name.startsWith(`${plan}.`) && name.endsWith('.vi.json'),
    )
    assert.ok(files.length > 0)
    let seen = 0
    let unmoved = 0
    for (const file of files) {
      const [, duty = ''] = file.split('.')
      const { units } = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      const [{ id: unit, stands: standings }] = units
      const from = standings.map((/** @type {any} */ each) => each.from)
      const now = new Date(Math.max(...from) + 1000).toISOString()
      const portal = await startPortal({
        head: AHEAD,
        body: tag(duty, { plan, unit, now, api: false }),
        csp: STRICT,
      })
      try {
        for (const [width, theme] of /** @type {const} */ ([
          [360, 'light'],
          [1280, 'dark'],
        ])) {
          const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme })
          const page = await context.newPage()
          const core = await holdsTheCore(page)
          const { comes } = await holds(page, /\/dist\/phieu\.js$/)
          await page.goto(portal.url, { waitUntil: 'commit' })
          const form = page.locator('phieu-report')
          const isEarly = await form
            .locator('.field')
            .first()
            .waitFor({ timeout: 1500 })
            .then(
              () => true,
              () => false,
            )
          const before = isEarly ? await stands(form) : undefined
          comes()
          await isTheForms(form).catch(() => {})
          if (before) {
            seen += 1
            assert.deepEqual(
              await stands(form, before.trees.length),
              before,
              `${file}, ${width} px, ${theme}`,
            )
            core.comes()
            await coreStands({ form })
            // What the plan says otherwise of the deadline, or wants on paper, the core alone can tell.
            const { places } = await stands(form, before.trees.length)
            const told = form.locator(':is(phieu-otherwise, phieu-news) > *')
            const isTold = await told.evaluateAll((parts) =>
              parts.some((part) => part.getBoundingClientRect().height > 0),
            )
            if (!isTold) {
              assert.deepEqual(places, before.places, `${file}, ${width} px: the core moves nothing`)
              unmoved += 1
            }
          }
          await context.close()
        }
      } finally {
        await portal.stop()
      }
    }
    assert.ok(seen > 0, 'none stood ahead')
    assert.ok(unmoved > 0, 'the core told something of each')
  })
