// Codes and links for the units of a plan that was published just now.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../support/browser.mjs'
import { ROOT } from './collector.mjs'
import { axeFindsNothing, isNotWiderThanTheScreen, photograph } from './person.mjs'
import { atThePage, part, types, withoutPlans } from './planning.mjs'

const FILE = join(ROOT, 'www/plans/tan-phu-thang-thanh-nien-2023.json')

/** @type {import('./collector.mjs').Collector} */
let collector
withoutPlans(
  (one) => {
    collector = one
  },
  { open: false },
)

/** @param {import('playwright').Browser} browser @param {string} id @param {object} [options] */
async function published(browser, id, options) {
  const seen = await atThePage(browser, collector, options)
  const { plan } = seen
  await plan.locator('#file').setInputFiles(FILE)
  await types(plan, 'id', id)
  await part(plan, 'publish')
  await plan.locator('#token').fill(collector.token())
  await plan.locator('#enter').click()
  await plan.locator('#publish').click()
  await plan.locator('#published').waitFor()
  return seen
}

/** The text of a file that a button hands out. @param {import('playwright').Page} page @param {import('playwright').Locator} button */
async function handedOut(page, button) {
  const coming = page.waitForEvent('download')
  await button.click()
  const download = await coming
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

test('codes are made on the page, handed out in files and letters, and not kept', async ({ browser }) => {
  const { page, plan, troubles } = await published(browser, 'thu-ma')
  // An answer that is lost is asked for again: the same codes come.
  let lost = ''
  await page.route(
    '**/keys',
    async (route) => {
      lost = await (await route.fetch()).text()
      await route.abort()
    },
    { times: 1 },
  )
  await plan.locator('#make-codes').click()
  await expect(plan.locator('#publish-trouble')).toContainText('Chưa đến được nơi nhận')
  await plan.locator('#make-codes').click()
  await expect(plan.locator('#codes-made')).toContainText('Đã làm mã cho')
  const csv = await handedOut(page, plan.locator('#codes-csv'))
  assert.equal(csv.name, 'thu-ma-duong-dan.csv')
  const text = csv.bytes.toString('utf8')
  const { keys } = JSON.parse(lost)
  assert.ok(keys.length > 10)
  for (const { name, code } of keys) {
    assert.ok(text.includes(name), name)
    assert.ok(text.includes(`code=${code}`), `${name}: the codes of the answer that was lost`)
  }
  const book = await handedOut(page, plan.locator('#codes-xlsx'))
  assert.match(book.name, /\.xlsx$/)
  assert.equal(book.bytes.subarray(0, 2).toString(), 'PK')
  await plan.locator('#of-unit').selectOption({ label: 'Đoàn phường Tây Thạnh' })
  await expect(plan.locator('#own-letter')).toHaveValue(/^Kính gửi Đoàn phường Tây Thạnh,/)
  await photograph(page, 'codes-1280')
  await axeFindsNothing(page, 'codes of units')
  // On paper a letter for each unit stands alone.
  await plan.evaluate(() => Object.assign(window, { print: () => {} }))
  await plan.locator('#codes-print').click()
  await page.emulateMedia({ media: 'print' })
  await expect(plan.locator('.letter')).toHaveCount(keys.length)
  await expect(plan.locator('.letter').first()).toBeVisible()
  await expect(plan.locator('.desk')).not.toBeVisible()
  await page.emulateMedia({ media: 'screen' })

  // Nothing of them lies on the device, and the unit's link opens its form.
  const [first] = keys
  const kept = await page.evaluate(async (code) => {
    const { made } = /** @type {any} */ (document.querySelector('phieu-plan'))
    const stored = JSON.stringify({ ...localStorage, ...sessionStorage })
    return (made.save() + made.phones() + stored).includes(code)
  }, first.code)
  assert.equal(kept, false)
  const link = /http\S+?#unit=phuong-tay-thanh&code=[0-9A-Z-]+/.exec(text)?.[0] ?? ''
  const unit = await (await browser.newContext()).newPage()
  await unit.goto(link)
  await unit.locator('phieu-report').getByText('Phiếu cần nộp').first().waitFor()
  await unit.context().close()

  // Opened again the page knows that there are codes, and makes new ones only where it is told to.
  await expect(plan.locator('#keeping')).toHaveText('Đã giữ trên máy này')
  await page.reload()
  await plan.getByRole('button', { name: 'Soạn tiếp' }).click()
  await part(plan, 'publish')
  await plan.locator('#make-codes').click()
  await expect(plan.locator('#codes-left')).toContainText(`${keys.length} đơn vị đã có mã từ trước`)
  await plan.locator('#codes-left summary').click()
  await plan.locator('#codes-anew').click()
  await expect(plan.locator('#codes-made')).toContainText(`Đã làm mã cho ${keys.length} đơn vị`)
  const anew = (await handedOut(page, plan.locator('#codes-csv'))).bytes.toString('utf8')
  assert.ok(!anew.includes(first.code), 'the old code opens nothing any more')
  assert.deepEqual(troubles, [])
  await page.context().close()
})

test('codes are made where it is narrow and dark', async ({ browser }) => {
  const { page, plan } = await published(browser, 'thu-ma-hep', {
    viewport: { width: 768, height: 1024 },
    colorScheme: 'dark',
  })
  await plan.locator('#make-codes').focus()
  await page.keyboard.press('Enter')
  await plan.locator('#codes-made').waitFor()
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'codes-768-dark')
  await axeFindsNothing(page, 'codes of units, narrow and dark')
  await page.context().close()
})
