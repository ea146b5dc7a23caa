// A host that takes the report itself, and what it says of it; and a page's own form, which carries the report.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../support/browser.mjs'
import { ROOT, startCollector } from './collector.mjs'
import { RIGHT, visit } from './person.mjs'
import { begun, startPortal, TAG } from './portal.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

const UNIT = TAG.replace('<phieu-report', '<phieu-report unit="phuong-tay-thanh"')

/**
 * A report is written and sent on a page whose script answers with these, one after the other; what it was given is in
 * `window.given`. An answer that is a text is thrown.
 * @param {import('../support/browser.mjs').Story} story
 * @param {object[]} answers
 */
async function sendsTo({ browser, later }, answers) {
  const portal = await startPortal({ body: UNIT, api: collector.url })
  const visited = await visit(browser, portal.url)
  later(async () => {
    await visited.page.context().close()
    await portal.stop()
  })
  await answersWith(visited.page, answers)
  const { person } = visited
  await person.opens('weekly', '2023-02-26')
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.sends()
  return { ...visited, portal }
}

/** @param {import('playwright').Page} page @param {object[]} answers */
const answersWith = (page, answers) =>
  page.evaluate((all) => {
    const given = /** @type {any[]} */ ([])
    Object.assign(window, { given })
    document.querySelector('phieu-report')?.addEventListener('submit', (/** @type {any} */ event) => {
      given.push(JSON.parse(event.detail))
      const answer = all[given.length - 1]
      const known = () => new Promise((done) => setTimeout(() => done(answer), 50))
      event.respondWith(Array.isArray(answer) ? Promise.reject(new Error(answer[0])) : known())
    })
  }, answers)

/** @param {import('playwright').Page} page @returns {Promise<any[]>} */
const given = (page) => page.evaluate(() => /** @type {any} */ (window).given)

test('accepted: the person reads the receipt that the host gives', async ({ browser, later }) => {
  const receipt = 'Số tiếp nhận: 12/BC\nCảm ơn đơn vị.'
  const { person, portal, troubles } = await sendsTo({ browser, later }, [{ outcome: 'accepted', receipt }])
  await person.sees('Trang này đã nhận báo cáo')
  await expect(person.form.locator('#host-receipt')).toHaveText(receipt, { useInnerText: true })
  assert.equal(portal.requests.filter((line) => line.startsWith('PUT')).length, 0)
  assert.deepEqual(troubles, [])
})

test('what bubbles reaches the page under our own names, and a form around the tag hears no submit', async ({
  browser,
  later,
}) => {
  const portal = await startPortal({ body: `<form id="page">${UNIT}</form>`, api: collector.url })
  const { page, person, troubles } = await visit(browser, portal.url)
  later(async () => {
    await page.context().close()
    await portal.stop()
  })
  await page.evaluate(() => {
    const heard = /** @type {string[]} */ ([])
    Object.assign(window, { heard })
    for (const type of ['submit', 'phieu-submit', 'phieu-saved', 'phieu-screen', 'phieu-received'])
      document.addEventListener(type, () => heard.push(type))
    document.addEventListener('phieu-submit', (/** @type {any} */ event) => {
      event.respondWith({ outcome: 'accepted', receipt: JSON.parse(event.detail).report.unit })
    })
  })
  await person.opens('weekly', '2023-02-26')
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.sends()
  await expect(person.form.locator('#host-receipt')).toHaveText('phuong-tay-thanh')
  const heard = new Set(await page.evaluate(() => /** @type {any} */ (window).heard))
  assert.deepEqual([...heard].sort(), ['phieu-saved', 'phieu-screen', 'phieu-submit'])
  assert.deepEqual(troubles, [])
})

test('refused: what is wrong stands at its field, also after a reload, until it is mended', async ({
  browser,
  later,
}) => {
  const findings = [{ path: '/figures/trees', message: 'Phường chỉ có 90 cây trong hồ sơ.' }]
  const refused = { outcome: 'refused', message: 'Số liệu chưa khớp hồ sơ.', findings }
  const { page, person } = await sendsTo({ browser, later }, [refused])
  const field = person.form.locator('phieu-field', { has: page.locator('[data-path="/figures/trees"]') })
  await expect(field).toContainText('Phường chỉ có 90 cây trong hồ sơ.')
  await person.sees('Nơi nhận chưa nhận báo cáo này. Số liệu chưa khớp hồ sơ.')
  await page.reload()
  await answersWith(page, [{ outcome: 'accepted' }])
  await person.opens('weekly', '2023-02-26')
  await expect(field).toContainText('Phường chỉ có 90 cây trong hồ sơ.')
  await person.types('/figures/trees', '90')
  await expect(field).not.toContainText('Phường chỉ có')
  await person.sends()
  await person.sees('Trang này đã nhận báo cáo')
  assert.equal((await given(page))[0].report.figures.trees, 90)
})

for (const [how, answer] of /** @type {const} */ ([
  ['said', { outcome: 'failed', message: 'Máy chủ của trang đang bảo trì.' }],
  ['thrown', ['Máy chủ của trang đang bảo trì.']],
])) {
  test(`failed (${how}): the person tries again, and it is the same submission`, async ({
    browser,
    later,
  }) => {
    const { page, person } = await sendsTo({ browser, later }, [answer, { outcome: 'accepted' }])
    await person.sees('Trang này chưa nhận được báo cáo')
    await person.sees('Máy chủ của trang đang bảo trì.')
    await person.form.locator('#again').click()
    await person.sees('Trang này đã nhận báo cáo')
    const [first, second] = await given(page)
    assert.equal(first.id, second.id)
  })
}

test('silent for a minute: the person sends again, and it is the same submission', async ({
  browser,
  later,
}) => {
  const { portal, page, person } = await begun({ browser, later }, { body: UNIT, api: collector.url })
  await page.clock.install()
  await page.goto(portal.url)
  await page.evaluate(() => {
    const given = /** @type {any[]} */ ([])
    Object.assign(window, { given })
    document.querySelector('phieu-report')?.addEventListener('submit', (/** @type {any} */ event) => {
      given.push(JSON.parse(event.detail))
      event.respondWith(given.length > 1 ? { outcome: 'accepted' } : new Promise(() => {}))
    })
  })
  await person.opens('weekly', '2023-02-26')
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.sends()
  await expect.poll(async () => (await given(page)).length).toBe(1)
  await page.clock.fastForward(61_000)
  await person.sees('Trang này chưa nhận được báo cáo')
  await person.form.locator('#again').click()
  await person.sees('Trang này đã nhận báo cáo')
  const [first, second] = await given(page)
  assert.equal(first.id, second.id)
})

test('with a name and no office, the form of the page carries the report once, and the tag says so; jQuery reads it', async ({
  browser,
  later,
}) => {
  const jquery = readFileSync(join(ROOT, 'tests/node_modules/jquery/dist/jquery.min.js'), 'utf8')
  const tag = UNIT.replace('<phieu-report', '<phieu-report name="report"').replace('endpoint="/api" ', '')
  const portal = await startPortal({
    body: `<form id="page"><input name="q" value="1">${tag}<button>Gửi trang</button></form>`,
  })
  const { page, person, troubles } = await visit(browser, portal.url)
  later(async () => {
    await page.context().close()
    await portal.stop()
  })
  await person.opens('weekly', '2023-02-26')
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.sends()
  await person.sees('Chưa gửi: báo cáo đã nằm trong biểu mẫu của trang này')
  await page.evaluate(jquery)
  const [serialized, carried] = await page.evaluate(() => [
    /** @type {any} */ (window).jQuery('#page').serialize(),
    new FormData(document.querySelector('form') ?? undefined).getAll('report'),
  ])
  assert.equal(carried.length, 1)
  const read = new URLSearchParams(serialized)
  assert.deepEqual([...read.keys()], ['q', 'report'])
  assert.equal(read.get('report'), carried[0])
  assert.equal(JSON.parse(String(carried[0])).report.unit, 'phuong-tay-thanh')

  // A report of another week stands beside it; the first, sent again, in its own place.
  await person.form.evaluate((form) => form.setAttribute('data-now', '2023-03-09T08:00:00+07:00'))
  await person.form.locator('#to-duties').click()
  await person.opens('weekly', '2023-03-04')
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.types('/activities/0/date', '5/3')
  await person.sends()
  await person.sees('Chưa gửi: báo cáo đã nằm trong biểu mẫu của trang này')
  await person.form.locator('#to-duties').click()
  await person.opens('weekly', '2023-02-26')
  await person.types('/figures/trees', '90')
  await person.sends()
  await person.sees('Chưa gửi: báo cáo đã nằm trong biểu mẫu của trang này')
  const both = await page.evaluate(() =>
    new FormData(document.querySelector('form') ?? undefined).getAll('report'),
  )
  assert.deepEqual(
    both
      .map((each) => JSON.parse(String(each)).report)
      .map(({ period, figures }) => [period.from, figures.trees]),
    [
      ['2023-03-04', 100],
      ['2023-02-26', 90],
    ],
  )
  assert.deepEqual(troubles, [])
})

test('with a name and no form around it, the report is not said to be in one', async ({ browser, later }) => {
  const tag = UNIT.replace('<phieu-report', '<phieu-report name="report"').replace('endpoint="/api" ', '')
  const portal = await startPortal({ body: tag })
  const { page, person } = await visit(browser, portal.url)
  later(async () => {
    await page.context().close()
    await portal.stop()
  })
  await person.opens('weekly', '2023-02-26')
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.sends()
  await person.sees('Trang này chưa nối với nơi nhận')
})
