// A plan and a person that mean harm: everything is text, from the unit to the receipt.
import assert from 'node:assert/strict'
import { phieuFiles } from '../bench/support/ours.mjs'
import { samplePlan } from '../bench/support/sample.mjs'
import { serve } from '../bench/support/server.mjs'
import { expect, test } from '../support/browser.mjs'
import { visit } from './person.mjs'

const FIGURES = 500
const ATTACK = '<img src=x onerror="attacked=1"><script>attacked=1</script>"\'>{{attacked=1}}'
// Right-to-left override, isolate and mark, without their ends.
const TWISTED = '\u202Egnort\u2067\u200F'
const NAMES = ['constructor', 'prototype', 'tostring', 'hasownproperty', 'valueof', 'length', 'then']

/** A plan whose every text attacks, and whose identities are names that objects have already. */
function hostilePlan() {
  const plan = samplePlan(FIGURES)
  plan.title = `${ATTACK} ${TWISTED} kế hoạch`
  plan.units = [
    { id: 'constructor', name: `Đơn vị ${ATTACK} ${TWISTED}`, level: 'base' },
    { id: 'tostring', name: 'Đơn vị hai', level: 'base' },
  ]
  const [template] = plan.templates
  const [section] = template?.sections ?? []
  if (!template || !section?.fields) throw new Error('the sample has a section of figures')
  section.title = `${ATTACK} số liệu`
  for (const [index, indicator] of plan.indicators.entries()) {
    const name = NAMES[index]
    const field = section.fields[index]
    if (name && field) indicator.id = field.indicator = name
    indicator.label = `${index} ${ATTACK} ${TWISTED}`
    Object.assign(indicator, { hint: ATTACK })
    if (field) field.required = index === 0
  }
  const [duty] = plan.duties
  if (!duty) throw new Error('the sample has a duty')
  duty.id = 'constructor'
  duty.name = `Báo cáo ${ATTACK} ${TWISTED}`
  return { ...plan, rules: [] }
}

/** @type {Awaited<ReturnType<typeof serve>>} */
let server

test.beforeAll(async () => {
  const files = phieuFiles(hostilePlan())
  const html = files['/phieu.html'].replace(
    /<phieu-report[^>]*>/,
    '<phieu-report plan="plan.json" endpoint="/api" data-now="2023-03-01T08:00:00+07:00">',
  )
  server = await serve({ ...files, '/phieu.html': html })
})
test.afterAll(async () => {
  server?.stop()
})

/** @param {import('playwright').Page} page */
const isUnharmed = async (page) => {
  assert.equal(await page.evaluate(() => 'attacked' in window), false)
  const planted = await page.evaluate(
    () =>
      document.querySelector('phieu-report')?.shadowRoot?.querySelectorAll('img, script, iframe, object')
        .length,
  )
  assert.equal(planted, 0)
  assert.equal(await page.evaluate(() => /** @type {any} */ ({}).polluted), undefined)
}

test('500 hostile fields, from the unit to the receipt: every text is shown as text', async ({ browser }) => {
  const { page, person, troubles } = await visit(browser, 'about:blank')
  await page.route('**/api/plans/*/status*', (route) => route.fulfill({ json: { sent: [], decisions: [] } }))
  await page.route('**/api/submissions/*', async (route) => {
    const { id, report, preparedAt } = JSON.parse(route.request().postData() ?? '')
    const { plan, planVersion, duty, unit, period } = report
    const deadline = null
    const receipt = {
      format: 1,
      submission: id,
      code: ATTACK,
      plan,
      planVersion,
      duty,
      unit,
      period,
      preparedAt,
      deadline,
    }
    const rest = {
      receivedAt: '2023-03-01T01:00:00Z',
      timeliness: 'noDeadline',
      hash: ATTACK,
      revision: 2,
      findings: [],
    }
    return route.fulfill({ status: 201, json: { ...receipt, ...rest } })
  })
  await page.goto(`${server.url}/phieu.html`)
  await person.form.locator('.unit').first().click()
  await person.opens('constructor', '2023-02-26')
  await page.waitForFunction(
    (count) =>
      document.querySelector('phieu-report')?.shadowRoot?.querySelectorAll('phieu-field .field').length ===
      count,
    FIGURES,
  )
  await isUnharmed(page)
  await person.types('/figures/constructor', '12')
  await person.types('/figures/f-9', `${ATTACK} __proto__ ${TWISTED} =cmd|' /C calc'!A0`)
  await person.types('/figures/f-19', 'x'.repeat(499))
  await person.form.locator('#at_activities').click()
  await person.types('/activities/0/title', `${ATTACK} ${TWISTED}`)
  await person.types('/activities/0/date', '26/2')
  await person.types('/activities/0/place', ATTACK)
  await person.types('/activities/0/participants', '40')
  await person.types('/activities/0/links', 'javascript:attacked=1')
  await person.goesToReview()
  await person.summary()
  await isUnharmed(page)
  await person.types('/activities/0/links', 'https://example.com/<script>')
  await person.types('/activities/0/links', 'https://example.com/tin')
  await person.goesToReview()
  await person.form.locator('#send').waitFor()
  await isUnharmed(page)
  await expect(person.form.locator('a[href^="javascript:"]')).toHaveCount(0)
  await person.form.locator('#send').click()
  assert.equal(await person.code(), ATTACK)
  await isUnharmed(page)
  await person.form.locator('#to-duties').click()
  await person.form.locator('[data-action=receipt]').click()
  await person.code()
  assert.deepEqual(troubles, [])
  await page.context().close()
})

test('characters that turn the direction of text turn only the name that they stand in', async ({
  browser,
}) => {
  const { page, person } = await visit(browser, `${server.url}/phieu.html`)
  await person.form.locator('.unit').first().click()
  await person.opens('constructor', '2023-02-26')
  const order = await page.evaluate(() => {
    const label = document
      .querySelector('phieu-report')
      ?.shadowRoot?.querySelector('[id="at_figures_constructor-label"]')
    const words = label?.querySelector('.required')?.childNodes ?? []
    const required = [...words].find((node) => node instanceof Text)
    const range = document.createRange()
    const at = (/** @type {number} */ index) => {
      if (!required) return 0
      range.setStart(required, index)
      range.setEnd(required, index + 1)
      return range.getBoundingClientRect().left
    }
    return { isLeftToRight: at(0) < at(2) }
  })
  assert.equal(order.isLeftToRight, true, 'the word after the label reads from left to right')
  await page.context().close()
})

test('a file as large as a draft can be, with names that objects have', async ({ browser }) => {
  const context = await browser.newContext()
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
  })
  const { page, person } = await visit(context, `${server.url}/phieu.html`)
  await person.form.locator('.unit').first().click()
  await person.opens('constructor', '2023-02-26')
  const figures = Object.fromEntries(
    Array.from({ length: 990 }, (_, index) => [`f-${index}`, 'x'.repeat(2_000)]),
  )
  const draft = {
    format: 1,
    plan: 'sample-500',
    planVersion: 1,
    duty: 'constructor',
    unit: 'constructor',
    period: { from: '2023-02-26', to: '2023-03-03' },
    activities: Array.from({ length: 300 }, (_, index) => ({
      title: `${ATTACK} ${index}`,
      note: 'x'.repeat(2_000),
    })),
  }
  const own = '"__proto__":"1","constructor":"77"'
  const text = JSON.stringify({ ...draft, figures }).replace('"figures":{', `"figures":{${own},`)
  assert.ok(text.length > 2_500_000)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    person.form.locator('#unsafe').getByRole('button', { name: 'Mở tệp' }).click(),
  ])
  await chooser.setFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await person.holds('/figures/constructor', '77')
  await person.types('/figures/constructor', '78')
  await isUnharmed(page)
  await context.close()
})
