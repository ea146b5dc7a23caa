// Who is let in: by a personal link, by a code that is typed, by the host's own login. Nothing is lost meanwhile.
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { RIGHT, slipOf, visit } from './person.mjs'
import { startPortal, TAG } from './portal.mjs'

const UNIT = 'phuong-tay-thanh'
const SECRET = 'a secret that the portal and the collector share'

/** @type {import('./collector.mjs').Collector} */
let collector
const folder = mkdtempSync(join(tmpdir(), 'phieu-login-'))

test.beforeAll(async () => {
  writeFileSync(join(folder, 'jwt.key'), SECRET)
  collector = await startCollector({ open: false, args: ['--jwt-key', join(folder, 'jwt.key')] })
})
test.afterAll(async () => {
  await collector?.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** @param {object} claims */
function token(claims) {
  const part = (/** @type {object} */ json) => Buffer.from(JSON.stringify(json)).toString('base64url')
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ aud: 'phieu', exp: 4e9, ...claims })}`
  return `${signed}.${createHmac('sha256', SECRET).update(signed).digest('base64url')}`
}

/**
 * All that a page could leak: its HTML with every shadow tree, its address, and what it keeps on the device.
 * @param {import('playwright').Page} page
 */
const traces = (page) =>
  page.evaluate(async () => {
    const trees = [...document.querySelectorAll('*')].map((element) => element.shadowRoot?.innerHTML ?? '')
    const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].map(({ value }) => value),
    )
    const kept = await new Promise((done) => {
      const opening = indexedDB.open('phieu')
      opening.onsuccess = () => {
        const reading = opening.result.transaction('outbox').objectStore('outbox').getAll()
        reading.onsuccess = () => done(JSON.stringify(reading.result))
      }
    })
    const stored = JSON.stringify([{ ...localStorage }, { ...sessionStorage }])
    return { shown: [...trees, ...attributes, location.href].join('\n'), stored: `${stored}${kept}` }
  })

/** @param {import('./person.mjs').Person} person */
async function fillsAndSends(person) {
  await person.opens('weekly', '2023-02-26')
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.sends()
}

test('a personal link opens its unit, leaves the address bar, and is remembered', async ({ browser }) => {
  const context = await browser.newContext()
  const code = collector.code(UNIT)
  const { page, person } = await visit(context, `${collector.url}/#unit=${UNIT}&code=${code}`)
  await person.sees('Phiếu cần nộp')
  await expect(person.form.locator('#unit-name')).toHaveText('Đoàn phường Tây Thạnh')
  assert.equal(page.url(), `${collector.url}/`)
  await expect(person.form.locator('#access')).toHaveCount(0)
  assert.ok(!(await traces(page)).shown.includes(code), 'the code is shown nowhere')
  await page.close()

  const again = await visit(context, `${collector.url}/`)
  await fillsAndSends(again.person)
  assert.match(await again.person.code(), /-/)
  await context.close()
})

test('a link that is opened where the form is open already', async ({ browser }) => {
  const { page, person } = await visit(browser, `${collector.url}/`)
  await person.sees('Chọn đơn vị')
  const code = collector.code('phuong-son-ky')
  await page.evaluate((fragment) => location.assign(fragment), `#unit=phuong-son-ky&code=${code}`)
  await person.sees('Phiếu cần nộp')
  await expect(person.form.locator('#unit-name')).toHaveText('Đoàn phường Sơn Kỳ')
  await expect(person.form.locator('#access')).toHaveCount(0)
  await page.context().close()
})

test('without a code: the form works, the report waits, and goes once the code is typed', async ({
  browser,
}) => {
  const { page, person } = await visit(browser, `${collector.url}/`)
  await person.choosesUnit('tan quy', 'Tân Quý')
  await person.sees('Nơi nhận cần mã của đơn vị')
  await fillsAndSends(person)
  await person.sees('Báo cáo vẫn nằm trong hộp chờ gửi')
  await page.reload()
  const letter = person.form.locator('#outbox [data-letter]')
  await letter.getByText('chờ đến khi có mã đúng').waitFor()

  const field = person.form.locator('#code-field')
  await field.fill('ABCDEF-2222-2222-2222-2222-2222-2222-22')
  await field.press('Enter')
  await person.form.locator('#code-field[aria-invalid=true]').waitFor()
  await expect(letter, 'a wrong code loses nothing').toHaveCount(1)

  await field.fill(`${collector.url}/#unit=phuong-tan-quy&code=${collector.code('phuong-tan-quy')}`)
  await person.form.locator('#use-code').click()
  const slip = person.form.locator(slipOf('weekly', '2023-02-26'))
  await slip.locator('[data-action=receipt]').waitFor()
  await expect(person.form.locator('#access')).toHaveCount(0)
  await letter.waitFor({ state: 'detached' })
  await page.context().close()
})

test('a code that was replaced: the draft stays, the report waits, the new one sends it', async ({
  browser,
}) => {
  const unit = 'phuong-phu-thanh'
  const { page, person } = await visit(browser, `${collector.url}/#unit=${unit}&code=${collector.code(unit)}`)
  await person.opens('weekly', '2023-02-26')
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  const code = collector.code(unit)
  await person.sends()
  await person.sees('Chưa tới nơi nhận')
  await person.form.locator('#code-field').fill(code)
  await person.form.locator('#use-code').click()
  assert.match(await person.code(), /-/)
  await page.context().close()
})

test('the code of one unit opens no other: it is said, and nothing is shown of that one', async ({
  browser,
}) => {
  const code = collector.code(UNIT)
  const { page, person } = await visit(browser, `${collector.url}/`)
  await person.choosesUnit('hiep tan', 'Hiệp Tân')
  await person.form.locator('#code-field').fill(code)
  await person.form.locator('#use-code').click()
  await person.form.locator('#code-field[aria-invalid=true]').waitFor()
  await page.context().close()
})

test("the host's login: sent as a property or an attribute, found in no tree and in no store", async ({
  browser,
}) => {
  // A unit that has not reported: what is written while nothing is told replaces nothing.
  const unit = 'phuong-son-ky'
  const portal = await startPortal({
    body: TAG.replace('<phieu-report', `<phieu-report unit="${unit}" token="${token({ unit })}"`),
    api: collector.url,
  })
  const { page, person } = await visit(browser, portal.url)
  await person.sees('Phiếu cần nộp')
  await expect(person.form.locator('#access')).toHaveCount(0)
  const given = await page.evaluate(() => /** @type {any} */ (document.querySelector('phieu-report'))?.token)
  assert.ok(given)
  const { shown, stored } = await traces(page)
  assert.ok(!shown.includes(given) && !stored.includes(given))

  await page.evaluate(
    (expired) => {
      Object.assign(document.querySelector('phieu-report') ?? {}, { token: expired })
    },
    token({ unit, exp: 1 }),
  )
  await person.sees('Hãy đăng nhập lại')
  await person.opens('weekly', '2023-02-26')
  await person.fillsIn({ ...RIGHT, '/figures/trees': '104' })
  await person.addsActivity()
  await person.sends()
  await person.sees('Chưa tới nơi nhận')
  await page.evaluate(
    (fresh) => {
      Object.assign(document.querySelector('phieu-report') ?? {}, { token: fresh })
    },
    token({ unit, sub: 'thu-ky' }),
  )
  assert.match(await person.code(), /-/)
  await portal.stop()
  await page.context().close()
})

test('a div carries the token to the form and does not keep it', async ({ browser }) => {
  const div = TAG.replace('<phieu-report', '<div data-phieu-report')
    .replace('></phieu-report>', '></div>')
    .replace(/ (plan|endpoint|office)=/g, ' data-$1=')
  const body = div.replace('<div', `<div data-unit="${UNIT}" data-token="${token({ unit: UNIT })}"`)
  const portal = await startPortal({ body, api: collector.url })
  const { page, person } = await visit(browser, portal.url)
  await person.sees('Phiếu cần nộp')
  await expect(person.form.locator('#access')).toHaveCount(0)
  assert.ok(!(await page.content()).includes('eyJ'))
  await portal.stop()
  await page.context().close()
})
