// Activities that come into a report together: pasted as Word and spreadsheets put them on the clipboard, or read from a CSV file;
// seen before they are taken, taken back with one press, and handed over as a file.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { expect, test } from '../support/browser.mjs'
import { pastes, pastesText } from './clipboard.mjs'
import { startCollector } from './collector.mjs'
import { axeFindsNothing, isNotWiderThanTheScreen, photograph, visit } from './person.mjs'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const DESKTOP = { viewport: { width: 1280, height: 800 } }

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

/**
 * The list of activities of the first week.
 * @param {import('../support/browser.mjs').Story} story
 * @param {import('playwright').BrowserContextOptions} options
 */
async function atTheList({ browser, later }, options) {
  const context = await browser.newContext({ acceptDownloads: true, ...options })
  later(() => context.close())
  const scripts = /** @type {string[]} */ ([])
  context.on('request', (request) => scripts.push(new URL(request.url()).pathname))
  const visited = await visit(context, `${collector.url}/`)
  await visited.person.opensFirstWeek()
  await visited.person.reaches('#at_activities')
  const { form } = visited.person
  const isPastingHere = () => scripts.some((name) => name.endsWith('/pasting.js'))
  return { ...visited, form, isPastingHere, cards: form.locator('.activity .card-fold') }
}

/** @param {import('playwright').Page} page */
const focused = (page) =>
  page.evaluate(() => {
    const { dataset, id } = /** @type {HTMLElement} */ (deepFocus())
    return dataset.path ?? id.replace('at_activities-', '')
  })

test('a table of Word that is pasted into the first title becomes activities, by the keyboard, and is taken back', async ({
  browser,
  later,
}) => {
  const { page, form, person, cards, isPastingHere, troubles } = await atTheList({ browser, later }, DESKTOP)
  assert.ok(!isPastingHere(), 'what pastes comes when somebody does')
  await form.locator('#at_activities').click()
  await expect.poll(() => focused(page)).toBe('/activities/0/title')
  await pastes(page, 'word-activities')
  await expect.poll(() => focused(page)).toBe('take')
  const seen = form.locator('phieu-pasting .block')
  await expect(seen).toContainText('Lấy 2 dòng')
  await expect(seen).toContainText('Đã chép: “07g30, 26/02/2023”')
  await expect(seen.locator('.block-left')).toContainText('“Tổng cộng” là dòng cộng, phiếu tự cộng.')
  await person.holds('/activities/0/title', '')
  await axeFindsNothing(page, 'activities before they are taken')
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'listed-1280')
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('take-back')
  await expect(cards).toHaveText(['Ra quân dọn kênh', 'Ngày Chủ nhật xanh tại cơ sở'])
  await person.keeps('Ra quân dọn kênh')
  await person.holds('/activities/1/time', '07g30')
  await person.holds('/activities/1/note', 'có mưa')
  await form.getByRole('button', { name: 'Chọn từ lịch của kế hoạch' }).click()
  await expect(form.locator('#planned li', { hasText: 'Ngày Chủ nhật xanh tại cơ sở' })).toContainText(
    'đã thêm',
  )
  await axeFindsNothing(page, 'activities that were taken')
  await photograph(page, 'listed-taken-1280')
  await form.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(cards).toHaveText(['Hoạt động 1'])
  await expect.poll(() => focused(page)).toBe('paste')
  assert.deepEqual(troubles, [])
})

test('on a phone rows are pasted where the button says, what is wrong is said, and another activity makes them a person’s own', async ({
  browser,
  later,
}) => {
  const { page, form, cards, troubles } = await atTheList({ browser, later }, PHONE)
  await form.getByRole('button', { name: 'Dán hoặc lấy từ tệp' }).tap()
  await expect.poll(() => focused(page)).toBe('paste-into')
  await expect(form.locator('.pasting')).toContainText('mỗi dòng thành một hoạt động')
  await axeFindsNothing(page, 'where activities are pasted')
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'listing-360')
  await pastesText(
    page,
    'Tên hoạt động\tNgày\tĐịa điểm\nRa quân\t31/2\tKênh 19/5\nHiến máu\t1/3\tNhà văn hóa\n',
  )
  await expect.poll(() => focused(page)).toBe('take')
  await expect(form.locator('phieu-pasting .block li[data-row="0"]')).toContainText('Dòng 1: Ra quân')
  await expect(form.locator('phieu-pasting .block li[data-row="0"]')).toContainText('tháng 2 chỉ đến ngày 28')
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'listed-360')
  await form.getByRole('button', { name: 'Lấy 2 dòng' }).tap()
  await expect(cards).toHaveText(['Ra quân', 'Hiến máu'])
  await expect(form.getByRole('button', { name: 'Hoàn tác' })).toBeVisible()
  await form.locator('#at_activities').tap()
  await expect(cards).toHaveCount(3)
  await expect(form.getByRole('button', { name: 'Hoàn tác' })).toHaveCount(0)
  assert.deepEqual(troubles, [])
})

test('one cell is pasted as text, lines into a note stay there, and a cell of several lines is one line of a title', async ({
  browser,
  later,
}) => {
  const { page, form, person, troubles } = await atTheList({ browser, later }, DESKTOP)
  await form.locator('#at_activities').click()
  await expect.poll(() => focused(page)).toBe('/activities/0/title')
  await pastesText(page, 'Ra quân\n')
  await person.holds('/activities/0/title', 'Ra quân')
  await form.getByRole('button', { name: 'Thêm chi tiết' }).click()
  await person.input('/activities/0/note').focus()
  await pastesText(page, 'có mưa\nhoãn một giờ')
  await person.holds('/activities/0/note', 'có mưa\nhoãn một giờ')
  await person.input('/activities/0/place').focus()
  await pastesText(page, 'Nhà văn hóa\nphường Tây Thạnh')
  await person.holds('/activities/0/place', 'Nhà văn hóa phường Tây Thạnh')
  await expect(form.locator('phieu-pasting')).toHaveCount(0)
  // A title that was broken into lines elsewhere is seen as two, and stays one where a person says so.
  await person.input('/activities/0/title').fill('')
  await pastesText(page, 'Hội nghị tổng kết\ncông tác Đoàn')
  await expect.poll(() => focused(page)).toBe('take')
  await form.getByRole('button', { name: 'Không lấy' }).click()
  await person.holds('/activities/0/title', 'Hội nghị tổng kết công tác Đoàn')
  await expect.poll(() => focused(page)).toBe('/activities/0/title')
  await person.input('/activities/0/title').fill('')
  await pastesText(page, '"Ra quân\nđợt 1"')
  await person.holds('/activities/0/title', '"Ra quân đợt 1"')
  assert.deepEqual(troubles, [])
})

test('a CSV file is read into the list, and the list is handed over as one', async ({ browser, later }) => {
  const { page, form, person, cards, troubles } = await atTheList({ browser, later }, DESKTOP)
  await form.getByRole('button', { name: 'Dán hoặc lấy từ tệp' }).click()
  await form.getByLabel('Hoặc chọn tệp CSV').setInputFiles({
    name: 'hoat-dong.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      '\u{feff}Nội dung;Từ ngày;Đến ngày\r\n"\'=Ra quân; ""đợt 1""";27/2;1/3\r\nHiến máu;1/3;\r\n',
    ),
  })
  await form.getByRole('button', { name: 'Lấy 2 dòng' }).click()
  await expect(cards).toHaveText(['=Ra quân; "đợt 1"', 'Hiến máu'])
  await person.holds('/activities/0/until', '1/3')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    form.getByRole('button', { name: 'Tải về (CSV)' }).click(),
  ])
  assert.equal(download.suggestedFilename(), 'activities.csv')
  assert.equal(
    readFileSync(await download.path(), 'utf8'),
    '\u{feff}Tên hoạt động;Ngày bắt đầu;Ngày kết thúc;Giờ bắt đầu;Địa điểm;Lượt người tham gia;Đường dẫn minh chứng;Đơn vị phối hợp;Ghi chú\r\n' +
      '"\'=Ra quân; ""đợt 1""";27/2;1/3;;;;;;\r\nHiến máu;1/3;;;;;;;\r\n',
  )
  assert.deepEqual(troubles, [])
})

test('without a line it is said that nothing can be pasted, and nothing is taken from the form', async ({
  browser,
  later,
}) => {
  const { page, form, person } = await atTheList({ browser, later }, DESKTOP)
  await form.locator('#at_activities').click()
  await expect.poll(() => focused(page)).toBe('/activities/0/title')
  await page.keyboard.type('Ra quân')
  await page.route('**/pasting.js', (route) => route.abort())
  await pastesText(page, 'a\t1/3\nb\t2/3\n')
  await person.sees('Chưa tải được phần dán. Xin kiểm tra mạng rồi dán lại.')
  await person.holds('/activities/0/title', 'Ra quân')
  await page.unroute('**/pasting.js')
  await pastesText(page, 'a\t1/3\nb\t2/3\n')
  await expect.poll(() => focused(page)).toBe('take')
  await expect(form.locator('.notice.warn', { hasText: 'Chưa tải được' })).toHaveCount(0)
})
