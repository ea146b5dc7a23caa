// An officer chooses a PDF on the page that makes plans, under a strict policy.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { expect, test } from '../support/browser.mjs'
import { BROKEN, LOCKED, SCAN } from '../support/pdf.mjs'
import { ROOT } from './collector.mjs'
import { axeFindsNothing, isNotWiderThanTheScreen, photograph } from './person.mjs'
import { begun, STRICT } from './portal.mjs'

const PDF = join(ROOT, 'tests/browser/fixtures/tan-phu-2024.pdf')
const HABITS = {
  body: '<phieu-plan endpoint="/api"></phieu-plan>',
  script: '<script type="module" src="/dist/plan.js"></script>',
  csp: STRICT,
}

/** @param {import('../support/browser.mjs').Story} story @param {Partial<import('./portal.mjs').Habits>} [habits] */
async function atThePage(story, habits) {
  const scene = await begun(story, { ...HABITS, ...habits })
  await scene.page.goto(scene.portal.url)
  const plan = scene.page.locator('phieu-plan')
  await plan.locator('#file').waitFor()
  const asked = () => scene.portal.requests.filter((one) => /\/pdf\./.test(one))
  return { ...scene, plan, asked }
}

test('an officer chooses a PDF and sees what it proposes; nobody else loads what reads it', async ({
  browser,
  later,
}) => {
  const { page, plan, asked } = await atThePage({ browser, later })
  await page.setViewportSize({ width: 1280, height: 900 })
  assert.deepEqual(asked(), [])
  await plan.locator('#file').setInputFiles(PDF)
  await plan.locator('.mark').first().waitFor()
  expect(await plan.locator('.row').count()).toBeGreaterThan(20)
  await expect(plan.locator('.paper')).toContainText(
    'Có ít nhất 01 hoạt động hưởng ứng Ngày pháp luật Việt Nam',
  )
  await plan.locator('#part-head').click()
  await expect(plan.locator('#cell-number')).toHaveValue('185-KH/ĐTN-VP')
  assert.deepEqual(asked(), ['GET /dist/pdf.js', 'GET /dist/pdf.worker.js'])
  await isNotWiderThanTheScreen(page)
  await axeFindsNothing(page, 'a plan out of a PDF')
  await photograph(page, 'planning-pdf-1280')
  assert.deepEqual(await page.evaluate(() => window.breaches), [])
})

test('where a page allows no worker, the PDF is read all the same', async ({ browser, later }) => {
  const { plan } = await atThePage({ browser, later }, { csp: `${STRICT}; worker-src 'none'` })
  await plan.locator('#file').setInputFiles(PDF)
  await plan.locator('.mark').first().waitFor()
})

test('a PDF that gives no text says why and what to do, and the page goes on', async ({ browser, later }) => {
  const { page, plan } = await atThePage({ browser, later })
  for (const [name, buffer, sentence] of /** @type {[string, Buffer, string][]} */ ([
    ['scan', SCAN, 'Bản PDF này là ảnh chụp, không có chữ để đọc'],
    ['locked', LOCKED, 'Bản PDF có mật khẩu'],
    ['broken', BROKEN, 'Bản PDF bị hỏng'],
  ])) {
    await plan.locator('#file').setInputFiles({ name: `${name}.pdf`, mimeType: 'application/pdf', buffer })
    await expect(plan.locator('#trouble')).toContainText(sentence)
    await expect(plan.locator('#trouble')).toContainText('dán nội dung')
  }
  await axeFindsNothing(page, 'a PDF that is refused')
  await photograph(page, 'planning-pdf-refused-1280')
  await plan.locator('#file').setInputFiles(PDF)
  await plan.locator('.mark').first().waitFor()
})

test('what reads a PDF does not come: that is said, and asked for again with the next file', async ({
  browser,
  later,
}) => {
  const { page, plan } = await atThePage({ browser, later })
  await page.route('**/pdf.js*', (route) => route.abort())
  await plan.locator('#file').setInputFiles(PDF)
  await expect(plan.locator('#trouble')).toContainText('Chưa đọc được PDF trên trình duyệt này')
  await page.unroute('**/pdf.js*')
  await plan.locator('#file').setInputFiles([])
  await plan.locator('#file').setInputFiles(PDF)
  await plan.locator('.mark').first().waitFor()
})
