// What an officer does with proposals and with the work itself, by touch: several are discarded at once, what is left of the document
// is worked down to nothing, and work and plan are kept as files, of which the work opens again.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { expect, test } from '../support/browser.mjs'
import { atThePage, part, types, withoutPlans } from './planning.mjs'

const DOCUMENT = `KẾ HOẠCH
Tổ chức Tháng Thanh niên năm 2023

I. THỜI GIAN
Từ ngày 01/3/2023 đến 31/3/2023.

II. CHỈ TIÊU
1. Trồng mới ít nhất 100 cây xanh.
2. Mỗi cơ sở Đoàn tổ chức ít nhất 02 hoạt động tình nguyện.
3. Vận động ít nhất 30 triệu đồng.

III. CHẾ ĐỘ BÁO CÁO
Cơ sở Đoàn gửi báo cáo kết quả về Quận Đoàn trước 17g00 ngày 31/3/2023.

IV. TỔ CHỨC THỰC HIỆN
1. Quý III sẽ đánh giá 05 mô hình đã có.
2. Văn phòng theo dõi trong 02 tháng.
`

/** @type {import('./collector.mjs').Collector} */
let collector
withoutPlans((one) => {
  collector = one
})

/** @param {import('playwright').Browser} browser */
async function begins(browser) {
  const seen = await atThePage(browser, collector, { hasTouch: true, viewport: { width: 768, height: 1024 } })
  seen.page.setDefaultTimeout(20_000)
  await seen.plan.locator('#paste').fill(DOCUMENT)
  await seen.plan.locator('#read').tap()
  await seen.plan.locator('.mark').first().waitFor()
  return seen
}

/** What a button hands out. @param {import('playwright').Page} page @param {import('playwright').Locator} button */
async function handedOut(page, button) {
  const [file] = await Promise.all([page.waitForEvent('download'), button.tap()])
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') }
}

test('several proposals are discarded at once by touch, and come back with one step', async ({ browser }) => {
  const { page, plan, troubles } = await begins(browser)
  await part(plan, 'targets')
  const proposed = plan.locator('.row.proposed')
  await expect(proposed).toHaveCount(3)
  await plan.locator('.discard-chosen').tap()
  await expect(plan.locator('.row.discarded')).toHaveCount(3)
  await expect(proposed).toHaveCount(0)
  await plan.locator('#undo').tap()
  await expect(proposed).toHaveCount(3)
  // Choosing all or none is one press, too.
  await plan.locator('.plan-block .tools .link').tap()
  await plan.locator('.confirm-chosen').tap()
  await expect(plan.locator('[data-of^="targets/"].row.confirmed')).toHaveCount(3)
  assert.deepEqual(troubles, [])
  await page.context().close()
})

test('what nothing uses is worked down to nothing, and taken back', async ({ browser }) => {
  const { page, plan, troubles } = await begins(browser)
  await part(plan, 'unused')
  const left = plan.locator('.rows .row:has(.use-targets)')
  await expect(left).not.toHaveCount(0)
  for (const _ of await left.all()) await left.first().locator('.tools button').last().tap()
  await expect(plan.locator('.panel [role=status]')).toHaveText('Đã xem hết. Không còn câu nào.')
  await plan.locator('.panel details summary').tap()
  await plan.locator('.panel details button').first().tap()
  await expect(left).toHaveCount(1)
  assert.deepEqual(troubles, [])
  await page.context().close()
})

test('work and plan are kept as files, and the work opens again as it was', async ({ browser }) => {
  const { page, plan, troubles } = await begins(browser)
  await part(plan, 'targets')
  await plan.locator('.confirm-chosen').tap()
  await part(plan, 'duties')
  await plan.locator('.confirm-chosen').tap()
  await part(plan, 'units')
  await plan.locator('#units').fill('Đoàn phường Một\nĐoàn phường Hai')
  await plan.locator('#take-units').tap()
  await part(plan, 'head')
  await types(plan, 'title', 'Tháng Thanh niên')
  const work = await handedOut(page, plan.locator('#save-work'))
  assert.match(work.name, /^soan-.+\.json$/)
  const published = await handedOut(page, plan.locator('#save-plan'))
  const { title, targets, units } = JSON.parse(published.text)
  assert.deepEqual([title, targets.length, units.length], ['Tháng Thanh niên', 3, 2])
  await page.context().close()

  const again = await atThePage(browser, collector)
  const file = (/** @type {{ name: string, text: string }} */ { name, text }) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  })
  await again.plan.locator('#file').setInputFiles(file(work))
  await expect(again.plan.locator('#title')).toHaveText('Tháng Thanh niên')
  await part(again.plan, 'targets')
  await expect(again.plan.locator('[data-of^="targets/"].row.confirmed')).toHaveCount(3)
  await expect(again.plan.locator('.mark').first()).toBeVisible()
  assert.deepEqual([...troubles, ...again.troubles], [])
  await again.page.context().close()
})

test('what is wrong with the document itself is said, and leads to its words', async ({ browser }) => {
  const { page, plan, troubles } = await atThePage(browser, collector)
  page.setDefaultTimeout(20_000)
  const text = `${DOCUMENT}Trên đây là Kế hoạch về việc về việc tổ chức Tháng Thanh niên.\n`
  await plan.locator('#paste').fill(text)
  await plan.locator('#read').click()
  await plan.locator('.mark').first().waitFor()
  await part(plan, 'check')
  await plan.getByText('Văn bản chưa nói').click()
  const finding = plan.locator('.findings li', { hasText: 'Cụm từ “về việc” được viết hai lần liền nhau.' })
  await finding.getByRole('button', { name: 'Trên đây là Kế hoạch' }).click()
  const words = plan.locator('.paper .plain', { hasText: 'Trên đây là Kế hoạch' })
  await expect(words).toBeFocused()
  await expect(words).toBeInViewport()
  assert.deepEqual(troubles, [])
  await page.context().close()
})
