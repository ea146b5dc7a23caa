// A page whose tag asks for it opens without a line; what another asks for nobody, and what the office says is never kept.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { expect, test } from '../support/browser.mjs'
import { readmeSection, TRIED_OF_README } from '../support/examples.mjs'
import { startCollector } from './collector.mjs'
import { onDevice } from './device.mjs'
import { AHEAD, coreStands, tag } from './first-screen.mjs'
import { RIGHT, slipOf } from './person.mjs'
import { begun, built, page as pageOf, STRICT, TAG } from './portal.mjs'

/** @typedef {import('playwright').Page} Page */

const WEEK = slipOf('weekly', '2023-02-26')
const WORKER = '/phieu-worker.js'
// What a portal puts there, as README.md says.
const [STUB = ''] = readmeSection(TRIED_OF_README.offline).codes
const ASKS = TAG.replace('>', ` offline="${WORKER}">`)

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

/**
 * A portal that has put the worker above its page.
 * @param {import('../support/browser.mjs').Story} story
 * @param {Partial<import('./portal.mjs').Habits>} [habits]
 */
const portalWith = (story, { files = {}, ...habits } = {}) =>
  begun(story, {
    ...{ body: ASKS, csp: STRICT, api: collector.url, css: 'h1 { color: rgb(1, 2, 3) }' },
    files: { [WORKER]: () => STUB.replace('/phieu/', '/dist/'), ...files },
    ...habits,
  })

/** What the worker keeps, by the end of the name under which it does. @param {Page} page @returns {Promise<Record<string, string[]>>} */
const kept = (page) =>
  page.evaluate(async () => {
    const found = /** @type {Record<string, string[]>} */ ({})
    for (const name of await caches.keys())
      found[name.replace(/.*\|/, '')] = (await (await caches.open(name)).keys()).map(
        ({ url }) => new URL(url).pathname,
      )
    return found
  })

/** The worker is at work, and knows the page. @param {Page} page */
const isReady = (page) => expect.poll(async () => (await kept(page)).page ?? []).toContain('/')

test('a reload without a line opens the form; a report is typed and kept, and goes when the line is back', async ({
  browser,
  later,
}) => {
  const { portal, page, person } = await portalWith({ browser, later })
  await page.goto(portal.url)
  await person.opensFirstWeek()
  await isReady(page)
  await expect.poll(async () => (await onDevice(page, 'plans')).length).toBe(1)
  portal.gone = true
  await page.reload()
  await person.opens('weekly', '2023-02-26')
  await expect(page.locator('h1')).toHaveCSS('color', 'rgb(1, 2, 3)')
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.keeps('1.200')
  await page.reload()
  await person.opens('weekly', '2023-02-26')
  await person.holds('/figures/attendances', '1.200')
  portal.gone = false
  await person.sends()
  await person.code()
  const all = Object.values(await kept(page)).flat()
  assert.ok(all.includes('/dist/phieu.first.wasm') && all.includes('/dist/later.js'), `${all}`)
  assert.deepEqual(
    all.filter((path) => !path.startsWith('/dist/') || path.endsWith('.json')).sort(),
    ['/', '/portal.css'],
    'nothing of the office, and no plan',
  )
  assert.deepEqual(await page.evaluate(() => window.breaches), [])
})

test('a page with a first screen opens its form without a line, and what was typed stands in it', async ({
  browser,
  later,
}) => {
  const { portal, page, person } = await portalWith(
    { browser, later },
    { body: tag('weekly', { unit: 'phuong-son-ky' }).replace('>', ` offline="${WORKER}">`), head: AHEAD },
  )
  const field = person.form.locator('.field input').first()
  await page.goto(portal.url)
  await coreStands(person)
  await isReady(page)
  await expect.poll(async () => (await onDevice(page, 'plans')).length).toBe(1)
  await field.fill('1.200')
  await person.keeps('1.200')
  portal.gone = true
  await page.reload()
  await coreStands(person)
  await expect(field).toHaveValue('1.200')
  await field.fill('1.300')
  await person.keeps('1.300')
  await page.reload()
  await coreStands(person)
  await expect(field).toHaveValue('1.300')
  assert.deepEqual(await page.evaluate(() => window.breaches), [])
})

/** A file of the build as another one has it. @param {string} name */
function ofNext(name) {
  const [, build = '-'] = /`\$\{\w+\}([0-9a-f]{8})`/.exec(built('worker.js').toString()) ?? []
  const text = built(name).toString().replaceAll(build, '00000000')
  assert.notEqual(text, built(name).toString())
  return name === 'worker.js' ? text : `${text}\n;(globalThis.next ??= []).push('${name}')\n`
}

/** The worker that knows it. */
function nextWorker() {
  let text = ofNext('worker.js')
  for (const name of ['phieu.js', 'later.js']) {
    const hash = createHash('sha256').update(ofNext(name)).digest('hex').slice(0, 16)
    text = text.replace(new RegExp(`("${name.replace('.', '\\.')}":")[0-9a-f]{16}`), `$1${hash}`)
  }
  return text
}

/** The parts of the next build that the page has run. @param {Page} page @returns {Promise<string[]>} */
const next = (page) => page.evaluate(() => /** @type {any} */ (globalThis).next ?? [])

/** @param {Page} page @param {'waiting' | 'active'} state */
const hasWorker = (page, state) =>
  expect.poll(() =>
    page.evaluate(async (name) => Boolean((await navigator.serviceWorker.ready)[name]), state),
  )

test('a new build is taken with the next reload but one, and never in parts', async ({ browser, later }) => {
  const published = new Set()
  const files = Object.fromEntries(
    ['phieu.js', 'later.js', 'worker.js'].map((name) => [
      `/dist/${name}`,
      () => (!published.has(name) ? built(name) : name === 'worker.js' ? nextWorker() : ofNext(name)),
    ]),
  )
  const { portal, page, person, troubles } = await portalWith({ browser, later }, { files })
  await page.goto(portal.url)
  await person.opensFirstWeek()
  await isReady(page)
  await page.reload()
  await person.sees('Phiếu cần nộp')

  // Half of it lies there: it is not taken, and the one before goes on.
  published.add('phieu.js').add('worker.js')
  for (let times = 0; times < 2; times += 1) {
    await page.reload()
    await person.opens('weekly', '2023-02-26')
    assert.deepEqual(await next(page), [])
  }
  published.add('later.js')
  await page.reload()
  await person.opens('weekly', '2023-02-26')
  assert.deepEqual(await next(page), [], 'the page that stands is of one build')
  await hasWorker(page, 'waiting').toBe(true)
  await page.reload()
  await person.opens('weekly', '2023-02-26')
  assert.deepEqual(await next(page), ['phieu.js', 'later.js'])
  await expect.poll(async () => Object.keys(await kept(page)).sort()).toEqual(['00000000', 'page'])
  assert.deepEqual(troubles, [])
})

test('two pages of one build go on with it: the next is taken once one of them is left', async ({
  browser,
  later,
}) => {
  const published = new Set()
  const files = Object.fromEntries(
    ['phieu.js', 'later.js', 'worker.js'].map((name) => [
      `/dist/${name}`,
      () => (published.size === 0 ? built(name) : name === 'worker.js' ? nextWorker() : ofNext(name)),
    ]),
  )
  const { portal, page, person } = await portalWith({ browser, later }, { files })
  await page.goto(portal.url)
  await person.opensFirstWeek()
  await isReady(page)
  await page.reload()
  await person.sees('Phiếu cần nộp')
  const other = await page.context().newPage()
  await other.goto(portal.url)
  published.add('all')
  await page.reload()
  await person.sees('Phiếu cần nộp')
  await hasWorker(page, 'waiting').toBe(true)
  await page.reload()
  await person.sees('Phiếu cần nộp')
  assert.deepEqual(await next(page), [])
  await other.close()
  await expect
    .poll(async () => {
      await page.reload()
      await person.sees('Phiếu cần nộp')
      return next(page)
    })
    .toContain('phieu.js')
})

/** How many workers the page has. @param {Page} page */
const workersOf = (page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)

test('a page that asks for none has none, and one that asks no more has none any more', async ({
  browser,
  later,
}) => {
  let body = TAG
  const { portal, page, person } = await portalWith(
    { browser, later },
    { files: { '/': () => pageOf({ body }) } },
  )
  const workers = () => workersOf(page)
  await page.goto(portal.url)
  await person.opensFirstWeek()
  assert.ok(!portal.requests.some((request) => request.includes('worker')))
  assert.equal(await workers(), 0)
  body = ASKS
  await page.reload()
  await isReady(page)
  body = TAG
  await page.reload()
  await expect.poll(workers).toBe(0)
  assert.deepEqual(await kept(page), {})
  // Until it is loaded again, the page has the worker that it came with: asked for a file, it answers, and keeps nothing.
  assert.equal(await page.evaluate(async () => (await fetch('/dist/later.js')).status), 200)
  assert.deepEqual(await kept(page), {})
})

test('a page that goes while it takes the worker back does so the next time', async ({ browser, later }) => {
  let body = ASKS
  const going = 'CacheStorage.prototype.delete = () => new Promise(() => { window.isGoing = true })'
  const { portal, page } = await portalWith(
    { browser, later },
    { files: { '/': () => pageOf({ body }), '/going.js': () => going } },
  )
  await page.goto(portal.url)
  await isReady(page)
  body = `<script src="/going.js"></script>${TAG}`
  await page.reload()
  await expect.poll(() => page.evaluate('window.isGoing')).toBe(true)
  body = TAG
  await page.reload()
  await expect.poll(() => workersOf(page)).toBe(0)
  assert.deepEqual(await kept(page), {})
})

test('what whoever is logged in sees is not kept', async ({ browser, later }) => {
  const files = {
    '/': (/** @type {import('node:http').IncomingMessage} */ { headers }) =>
      pageOf({ body: `<p>${headers.cookie ?? 'nobody'}</p>${ASKS}` }),
  }
  const { portal, page, person } = await portalWith({ browser, later }, { files })
  await page.context().addCookies([{ name: 'login', value: 'somebody', url: portal.url }])
  await page.goto(portal.url)
  await expect(page.locator('p').first()).toHaveText('login=somebody')
  await person.opensFirstWeek()
  await isReady(page)
  portal.gone = true
  await page.reload()
  await person.form.locator(WEEK).waitFor()
  await expect(page.locator('p').first()).toHaveText('nobody')
})

test('a portal that has a worker of its own keeps it', async ({ browser, later }) => {
  const files = { '/own.js': () => '' }
  const { portal, page, person } = await portalWith({ browser, later }, { files })
  await page.goto(`${portal.url}portal.css`)
  await page.evaluate(() =>
    navigator.serviceWorker.register('/own.js').then(() => navigator.serviceWorker.ready),
  )
  await page.goto(portal.url)
  await person.opensFirstWeek()
  assert.match(
    await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.scriptURL ?? ''),
    /own\.js$/,
  )
  assert.deepEqual(await kept(page), {})
})
