// One identity for this duty for this period of this unit: two periods that begin on one day are two reports, what
// earlier pages kept is found, and every plan that ships can be filled in.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { keepsOnDevice, onDevice } from './device.mjs'
import { fillsInWhatIsAsked, slipOf, visit } from './person.mjs'
import { startPortal } from './portal.mjs'

const SUMMER = '2024-07-15T08:30:00+07:00'
const URBAN = 'tan-phu-van-minh-do-thi-2024'
const YOUTH_MONTH = 'tan-phu-thang-thanh-nien-2023'
const HALF = slipOf('city-periodic', '2024-01-01', '2024-06-30')
const YEAR = slipOf('city-periodic', '2024-01-01', '2024-12-31')

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector({ now: SUMMER })
})
test.afterAll(async () => {
  await collector?.remove()
})

/** @param {string} plan @param {string} [now] */
const tag = (plan, now = SUMMER) =>
  `<phieu-report plan="dist/plans/${plan}.json" endpoint="/api" data-now="${now}"></phieu-report>`

/** @param {string} body @param {Pick<import('../support/browser.mjs').Story, 'later'>} story */
async function portalWith(body, { later }) {
  const portal = await startPortal({ body, api: collector.url })
  later(() => portal.stop())
  return portal
}

test('a half-year and a year that begin on one day are two reports: each its own draft and its own receipt', async ({
  browser,
  later,
}) => {
  const portal = await portalWith(tag(URBAN), { later })
  const { page, person } = await visit(browser, portal.url)
  await person.choosesUnit('quan doan tan phu', 'Quận Đoàn Tân Phú')
  await person.opens('city-periodic', '2024-01-01', '2024-06-30')
  await person.types('/figures/news-posts', '123')
  await person.seesSaved()
  await person.form.locator('#back').click()
  await person.form.locator(HALF).getByText('Có bản nháp').waitFor()
  await expect(person.form.locator(YEAR).getByText('Có bản nháp')).toHaveCount(0)
  await person.opens('city-periodic', '2024-01-01', '2024-12-31')
  await person.holds('/figures/news-posts', '')
  await person.types('/figures/news-posts', '456')
  await person.seesSaved()
  await person.form.locator('#back').click()
  await person.opens('city-periodic', '2024-01-01', '2024-06-30')
  await person.holds('/figures/news-posts', '123')

  await fillsInWhatIsAsked(person)
  const sending = page.waitForResponse('**/api/submissions/*')
  await person.form.locator('#send').click()
  await person.code()
  const { submission } = await (await sending).json()
  await person.form.locator('#to-duties').click()
  await person.form.locator(`${HALF} [data-action=receipt]`).waitFor()
  await expect(person.form.locator(`${YEAR} [data-action=receipt]`)).toHaveCount(0)
  await person.form.locator(YEAR).getByText('Có bản nháp').waitFor()
  // Also where the office alone tells of it.
  const elsewhere = await visit(browser, portal.url)
  await elsewhere.person.choosesUnit('quan doan tan phu', 'Quận Đoàn Tân Phú')
  await elsewhere.person.form.locator(HALF).getByText('Đã gửi').waitFor()
  await expect(elsewhere.person.form.locator(YEAR).getByText('Đã gửi')).toHaveCount(0)
  // And what the office decides about the one is said of the one.
  await collector.decides(submission, { outcome: 'accepted' })
  await elsewhere.page.reload()
  await elsewhere.person.form.locator(HALF).getByText('Đã duyệt').waitFor()
  await expect(elsewhere.person.form.locator(YEAR).getByText('Đã duyệt')).toHaveCount(0)
  await elsewhere.page.context().close()
  await page.context().close()
})

for (const [plan, unit, duty] of /** @type {const} */ ([
  [YOUTH_MONTH, 'Đoàn phường Tây Thạnh', 'weekly'],
  [URBAN, 'Đoàn phường Hiệp Tân', 'monthly'],
  ['soc-trang-chuong-trinh-2024', '', 'half-year'],
  ['phu-nhuan-chuong-trinh-hanh-dong-2022-2027', 'Đoàn Phường 1', 'half-year'],
]))
  test(`a report of ${plan} is filled in, kept, read once more and received`, async ({ browser, later }) => {
    const portal = await portalWith(tag(plan), { later })
    const { page, person, troubles } = await visit(browser, portal.url)
    await person.form.locator('.unit', { hasText: unit }).first().click()
    await person.sees('Phiếu cần nộp')
    const slip = person.form.locator(`[data-duty="${duty}"]:has([data-action=fill])`).first()
    const key = await slip.getAttribute('data-key')
    const mine = person.form.locator(`[data-key="${key}"]`)
    await mine.locator('[data-action=fill]').click()
    await person.form.locator('#to-review').waitFor()
    await fillsInWhatIsAsked(person)
    await person.form.locator('#send').click()
    await person.code()
    await person.form.locator('#to-duties').click()
    await mine.locator('[data-action=receipt]').waitFor()
    await expect(person.form.locator('[data-action=receipt]')).toHaveCount(1)
    const drafts = /** @type {{ key: string, draft?: string }[]} */ (await onDevice(page, 'drafts'))
    assert.deepEqual(
      drafts.filter(({ draft }) => draft).map((draft) => draft.key),
      [key],
    )
    assert.deepEqual(troubles, [])
    await page.context().close()
  })

const { version } = JSON.parse(
  readFileSync(new URL('../../www/plans/tan-phu-thang-thanh-nien-2023.json', import.meta.url), 'utf8'),
)

/** What a page of an earlier version kept, as it wrote it. @param {string} portal */
const kept = (portal) =>
  JSON.parse(
    readFileSync(new URL('./fixtures/indexeddb-7d9587e.json', import.meta.url), 'utf8')
      .replaceAll('http://portal.example/', portal)
      // It was kept under the version that is served; what was found in a report of another is not said.
      .replaceAll(/(tan-phu-thang-thanh-nien-2023\\",\\"planVersion\\":)1/g, `$1${version}`),
  )

test('what an earlier version of the page kept is there: a draft, two versions, a refusal, a receipt, a letter', async ({
  browser,
  later,
}) => {
  const portal = await portalWith(tag(YOUTH_MONTH, '2023-03-03T08:30:00+07:00'), { later })
  const { page, person } = await visit(browser, 'about:blank')
  await keepsOnDevice(page, portal.url, kept(portal.url))
  const WEEK = slipOf('weekly', '2023-02-26')
  await page.goto(portal.url)
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await person.form.locator(WEEK).getByText('Có bản nháp').waitFor()
  await person.opens('weekly', '2023-02-26')
  await person.holds('/figures/trees', '100')
  await person.holds('/figures/attendances', 'khoảng 1.234,5')
  await person.form.locator('#back').click()

  await person.changesUnit('hiep tan', 'Hiệp Tân')
  await person.opens('weekly', '2023-02-26')
  await person.holds('/figures/trees', '22')
  await person.form.locator('#take-other').click()
  await person.holds('/figures/trees', '11')
  await person.form.locator('#back').click()

  await person.changesUnit('hoa thanh', 'Hòa Thạnh')
  await person.form.locator(WEEK).getByText('Nơi nhận chưa nhận báo cáo này').waitFor()
  await person.opens('weekly', '2023-02-26')
  await person.sees('Số cây lớn hơn số văn phòng đã cấp')
  await person.form.locator('#back').click()

  await person.changesUnit('phu thanh', 'Phú Thạnh')
  await person.form.locator(`${WEEK} [data-action=receipt]`).click()
  await person.code()
  await person.form.locator('#to-duties').click()

  // The letter has been sent meanwhile, once the page was open.
  await person.changesUnit('phu trung', 'Phú Trung')
  await person.form.locator(`${WEEK} [data-action=receipt]`).waitFor()
  await page.context().close()
})

test('two periods that shared one record have each its own version, also when a tab of an earlier page writes again', async ({
  browser,
  later,
}) => {
  const portal = await portalWith(tag(URBAN), { later })
  const { page, person } = await visit(browser, 'about:blank')
  const shelves = kept(portal.url)
  await keepsOnDevice(page, portal.url, shelves)
  await page.goto(portal.url)
  await person.choosesUnit('quan doan tan phu', 'Quận Đoàn Tân Phú')
  await person.form.locator(HALF).getByText('Có bản nháp').waitFor()
  await person.form.locator(YEAR).getByText('Có bản nháp').waitFor()
  await person.opens('city-periodic', '2024-01-01', '2024-06-30')
  await person.holds('/figures/news-posts', '123')
  await person.form.locator('#back').click()
  await person.opens('city-periodic', '2024-01-01', '2024-12-31')
  await person.holds('/figures/news-posts', '456')
  await person.form.locator('#back').click()
  // Going back is the browser's doing: another address that is asked for meanwhile would be broken off.
  await person.sees('Phiếu cần nộp')

  const shared = shelves.drafts.find(
    (/** @type {{ key: string, draft?: string }} */ { key, draft }) => draft && key.includes('city-periodic'),
  )
  const newer = {
    ...shared,
    draft: shared.draft.replace('456', '789'),
    at: shared.at + 60_000,
    writer: 'old',
  }
  await keepsOnDevice(page, portal.url, { drafts: [{ ...newer, others: [] }], outbox: [], kept: [] })
  await page.goto(portal.url)
  await person.opens('city-periodic', '2024-01-01', '2024-12-31')
  await person.holds('/figures/news-posts', '789')
  await person.form.locator('#take-other').click()
  await person.holds('/figures/news-posts', '456')
  const drafts = /** @type {{ key: string }[]} */ (await onDevice(page, 'drafts'))
  assert.ok(
    !drafts.some(({ key }) => key === shared.key),
    'nothing is left under a key that two periods share',
  )
  await page.context().close()
})

test('what was held back as the page was left goes to the period that it names, whatever it was filed under', async ({
  browser,
  later,
}) => {
  const portal = await portalWith(tag(URBAN), { later })
  const { page, person } = await visit(browser, portal.url)
  await person.choosesUnit('quan doan tan phu', 'Quận Đoàn Tân Phú')
  const head = { format: 1, plan: URBAN, planVersion: 1, duty: 'city-periodic', unit: 'quan-doan' }
  const rest = (/** @type {string} */ to, /** @type {string} */ typed) => ({
    draft: JSON.stringify({ ...head, period: { from: '2024-01-01', to }, figures: { 'news-posts': typed } }),
    at: 1,
    writer: typed,
  })
  await page.evaluate(
    ([half, year]) => {
      const shared = 'phieu:tail:tan-phu-van-minh-do-thi-2024|quan-doan|city-periodic|2024-01-01'
      localStorage.setItem(`${shared}|${half.writer}`, JSON.stringify(half))
      localStorage.setItem(`${shared}|2024-12-31|${year.writer}`, JSON.stringify(year))
    },
    [rest('2024-06-30', '61'), rest('2024-12-31', '12')],
  )
  await person.opens('city-periodic', '2024-01-01', '2024-06-30')
  await person.holds('/figures/news-posts', '61')
  await expect(person.form.locator('#other-tab')).toHaveCount(0)
  await person.form.locator('#back').click()
  await person.opens('city-periodic', '2024-01-01', '2024-12-31')
  await person.holds('/figures/news-posts', '12')
  await page.context().close()
})
