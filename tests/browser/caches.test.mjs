// What a cache holds may be of another build than the script that asks for it: it is noticed, and fetched anew.
import assert from 'node:assert/strict'
import { whole as joined } from '../../www/src/joined.js'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { AHEAD, coreStands, tag } from './first-screen.mjs'
import { RIGHT, slipOf } from './person.mjs'
import { begun, built, missing, STRICT, TAG } from './portal.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

/**
 * @param {import('../support/browser.mjs').Story} story
 * @param {Partial<import('./portal.mjs').Habits>} [habits]
 */
const portalWith = (story, habits = {}) => begun(story, { body: TAG, api: collector.url, ...habits })

/** A file with some of its bytes changed, as another build has them. @param {string} name @param {RegExp} what @param {string} other */
const ofAnotherBuild = (name, what, other) => {
  const text = built(name).toString('latin1')
  const changed = text.replace(what, other)
  assert.notEqual(changed, text)
  return Buffer.from(changed, 'latin1')
}

const WEEK = slipOf('weekly', '2023-02-26')

// The name of the memory says which build a part is of.
const [MEMORY = ''] = WebAssembly.Module.imports(
  await joined(new WebAssembly.Module(built('phieu.later.wasm'))),
)
  .filter(({ kind }) => kind === 'memory')
  .map(({ name }) => name)
/** @param {string} name */
const older = (name) => ofAnotherBuild(name, new RegExp(MEMORY), '00000000')

/** What a cache holds, and how often it is asked before the server itself is. @type {[string, () => Record<string, Buffer>][]} */
const CACHED = [
  [
    'both parts of the core, of two builds that call the page by other names',
    () => ({
      'phieu.first.wasm': ofAnotherBuild('phieu.first.wasm', /__wbg_new_\w{4}/, '__wbg_new_0000'),
      'phieu.later.wasm': older('phieu.later.wasm'),
    }),
  ],
  ['the first part of the core', () => ({ 'phieu.first.wasm': older('phieu.first.wasm') })],
  ['the later part of the core', () => ({ 'phieu.later.wasm': older('phieu.later.wasm') })],
  [
    'both parts of the core, which fit each other',
    () => ({ 'phieu.first.wasm': older('phieu.first.wasm'), 'phieu.later.wasm': older('phieu.later.wasm') }),
  ],
]

for (const [what, files] of CACHED)
  test(`${what}, held by a cache from another build: fetched anew`, async ({ browser, later }) => {
    const { portal, page, person, troubles } = await portalWith({ browser, later })
    // A cache answers until it is passed over.
    for (const [name, body] of Object.entries(files()))
      await page.route(`**/${name}`, (route) => route.fulfill({ contentType: 'application/wasm', body }), {
        times: 1,
      })
    await page.goto(portal.url)
    await person.opensFirstWeek()
    await person.fillsIn(RIGHT)
    await person.addsActivity()
    await person.sends()
    await person.code()
    assert.deepEqual(troubles, [])
  })

for (const names of [
  ['phieu.inputs.wasm'],
  ['phieu.form.wasm'],
  ['phieu.inputs.wasm', 'phieu.form.wasm'],
  ['phieu.inputs.wasm', 'phieu.form.wasm', 'phieu.later.wasm'],
])
  test(`${names.join(', ')}, held by a cache from another build beside a first screen: fetched anew`, async ({
    browser,
    later,
  }) => {
    const { portal, page, person, troubles } = await portalWith(
      { browser, later },
      { body: tag('weekly'), head: AHEAD, csp: STRICT },
    )
    /** @type {string[]} */
    const stale = []
    for (const name of names)
      await page.route(
        `**/${name}`,
        (route) => {
          stale.push(name)
          return route.fulfill({ contentType: 'application/wasm', body: older(name) })
        },
        { times: 1 },
      )
    await page.goto(portal.url)
    await person.form.locator('.field input').first().fill('12')
    await coreStands(person)
    await expect(person.form.locator('.field input').first()).toHaveValue('12')
    const asked = (/** @type {string} */ name) => portal.requests.some((each) => each.endsWith(name))
    for (const name of names)
      await expect.poll(() => asked(name), `the server is asked for ${name}`).toBe(true)
    assert.deepEqual(stale.sort(), [...names].sort())
    assert.equal(asked('phieu.first.wasm'), false, 'nor does the core come in one')
    assert.deepEqual(troubles, [])
  })

for (const [name, habits] of /** @type {[string, Partial<import('./portal.mjs').Habits>][]} */ ([
  ['phieu.wasm.js', {}],
  ['phieu.nowasm.js', { csp: STRICT.replace(" 'wasm-unsafe-eval'", '') }],
]))
  test(`${name}, held by a cache from another build: fetched anew`, async ({ browser, later }) => {
    const { portal, page, person } = await portalWith({ browser, later }, habits)
    const body = built(name).toString('latin1').replace(MEMORY, '00000000')
    assert.match(body, /00000000/)
    await page.route('**/phieu.first.wasm', missing)
    await page.route(`**/${name}`, (route) => route.fulfill({ contentType: 'text/javascript', body }))
    await page.goto(portal.url)
    await person.sees('Chọn đơn vị')
  })

test('a later script of another build is fetched anew, and where it is all there is the page is to be loaded again', async ({
  browser,
  later,
}) => {
  const { portal, page, person } = await portalWith({ browser, later })
  // The script knows the mark of its core, too.
  const marks = [
    ...built('phieu.js')
      .toString()
      .matchAll(/"([0-9a-f]{8})"/g),
  ].map(([, mark]) => mark)
  const [build] = marks.filter((mark) => mark && built('later.js').includes(mark) && mark !== MEMORY)
  assert.ok(build, `${marks}`)
  const body = built('later.js').toString().replaceAll(build, '00000000')
  const old = (/** @type {import('playwright').Route} */ route) =>
    route.fulfill({ contentType: 'text/javascript', body })
  await page.route('**/later.js', old)
  await page.goto(portal.url)
  await person.opensFirstWeek()
  await person.goesToReview()
  await person.summary()

  await page.route('**/later.js*', old)
  await page.reload()
  await person.form.locator(`${WEEK} [data-action=fill]`).click()
  await person.goesToReview()
  await person.sees('không cùng phiên bản')
})
