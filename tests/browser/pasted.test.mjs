// Rows that come into a table together: pasted as Calc, Excel and Word put them on the clipboard, or read from a CSV file; seen
// before they are taken, and taken back with one press.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { expect, test } from '../support/browser.mjs'
import { pastes, pastesText } from './clipboard.mjs'
import { startCollector } from './collector.mjs'
import { axeFindsNothing, isNotWiderThanTheScreen, photograph, visit } from './person.mjs'
import { startPortal } from './portal.mjs'

const TAG =
  '<phieu-report plan="/api/plans/tables" endpoint="/api" data-now="2023-03-03T08:30:00+07:00"></phieu-report>'
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const DESKTOP = { viewport: { width: 1280, height: 800 } }
const WORKS = '/figures/works'

/** @type {import('./collector.mjs').Collector} */
let collector
/** @type {Awaited<ReturnType<typeof startPortal>>} */
let portal

test.beforeAll(async () => {
  collector = await startCollector({ plans: 'tests/browser/fixtures/tables' })
  portal = await startPortal({ body: TAG, api: collector.url })
})
test.afterAll(async () => {
  await portal?.stop()
  await collector?.remove()
})

/**
 * The form of a unit.
 * @param {import('../support/browser.mjs').Story} story
 * @param {import('playwright').BrowserContextOptions} options
 */
async function atTheTable({ browser, later }, options) {
  const context = await browser.newContext({ acceptDownloads: true, ...options })
  later(() => context.close())
  const scripts = /** @type {string[]} */ ([])
  context.on('request', (request) => scripts.push(new URL(request.url()).pathname))
  const visited = await visit(context, portal.url)
  const { person, page } = visited
  await person.choosesUnit('phuong 1', 'phường 1')
  await person.opens('weekly', '2023-02-26')
  await person.reaches('phieu-table')
  await page.waitForFunction(() => customElements.get('phieu-table'))
  const { form } = person
  return { ...visited, form, scripts, add: form.getByRole('button', { name: 'Thêm công trình' }) }
}

/** @param {import('playwright').Page} page */
const focused = (page) =>
  page.evaluate(() => {
    const { dataset, id } = /** @type {HTMLElement} */ (deepFocus())
    return dataset.path && !id.endsWith('-paste') ? dataset.path : id.replace(/^.*works-?/, '')
  })

/** The preview as it reads: what stands in each row, without what is said of it. @param {import('playwright').Locator} form */
const previewed = (form) =>
  form
    .locator('.pasted-rows tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('td')]
          .map((cell) => cell.querySelector('.pasted-text')?.textContent?.trim())
          .join('|'),
      ),
    )

test('rows of Calc are seen with what is understood and what is wrong, taken by the keyboard and taken back', async ({
  browser,
  later,
}) => {
  const { page, form, person, scripts, add, troubles } = await atTheTable({ browser, later }, DESKTOP)
  await add.focus()
  assert.ok(!scripts.some((name) => name.endsWith('/pasting.js')), 'what pastes comes when somebody does')
  await pastes(page, 'calc-works')
  await expect.poll(() => focused(page)).toBe('take')
  assert.deepEqual(await previewed(form), [
    'Vườn cây thanh niên|12.500.000|40|01/03/2023|Làm mới',
    'Sân bóng|nhiều|||Sửa chữa',
  ])
  const seen = form.locator('phieu-pasting .block')
  await expect(seen).toContainText('Hiểu là 12,5 triệu đồng')
  await expect(seen).toContainText('Đã chép: “12,500,000”')
  await expect(seen).toContainText('Đây không phải là số tiền.')
  await expect(seen).toContainText('“12,500,000” thành “12.500.000”')
  await expect(form.locator('phieu-table')).toContainText('Chưa ghi dòng nào.')
  await axeFindsNothing(page, 'rows before they are taken')
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'pasted-1280')

  await page.keyboard.press('Escape')
  await expect(seen).toBeHidden()
  await expect.poll(() => focused(page)).toBe(WORKS)
  await pastes(page, 'calc-works')
  await expect.poll(() => focused(page)).toBe('take')
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('take-back')
  await person.holds(`${WORKS}/0/value`, '12.500.000')
  await expect(form.locator('tr[data-row="1"]')).toContainText('Đây không phải là số tiền.')
  await person.keeps('Vườn cây thanh niên')
  await axeFindsNothing(page, 'rows that were taken')
  await photograph(page, 'pasted-taken-1280')
  await page.keyboard.press('Enter')
  await expect(form.locator('phieu-table')).toContainText('Chưa ghi dòng nào.')
  await expect.poll(() => focused(page)).toBe('paste')
  assert.deepEqual(troubles, [])
})

test('an English Excel goes from a cell to the right and downwards, and what it replaces is said and comes back', async ({
  browser,
  later,
}) => {
  const { page, form, person, add, troubles } = await atTheTable(
    { browser, later },
    { ...DESKTOP, colorScheme: 'dark' },
  )
  await add.click()
  await expect.poll(() => focused(page)).toBe(`${WORKS}/0/name`)
  await page.keyboard.type('Cầu')
  await person.types(`${WORKS}/0/value`, '5 triệu')
  await person.input(`${WORKS}/0/value`).focus()
  await pastes(page, 'excel-en-works')
  await expect.poll(() => focused(page)).toBe('take')
  assert.deepEqual(await previewed(form), ['Cầu|8,5|12', '|1.250,75|15'])
  const seen = form.locator('phieu-pasting .block')
  await expect(seen).toContainText('Thay cho “5 triệu”')
  await axeFindsNothing(page, 'rows in the dark')
  await photograph(page, 'pasted-1280-dark')
  await form.getByRole('button', { name: 'Không lấy' }).click()
  await expect.poll(() => focused(page)).toBe(`${WORKS}/0/value`)
  await person.holds(`${WORKS}/0/value`, '5 triệu')
  await pastes(page, 'excel-en-works')
  await form.getByRole('button', { name: 'Lấy 2 dòng' }).click()
  await person.holds(`${WORKS}/1/people`, '15')
  // What is typed since is a person's own.
  await person.types(`${WORKS}/0/people`, '99')
  await form.getByRole('button', { name: 'Hoàn tác' }).click()
  await person.holds(`${WORKS}/0/value`, '5 triệu')
  await person.holds(`${WORKS}/0/people`, '99')
  await expect(form.locator('phieu-table tbody tr')).toHaveCount(1)
  assert.deepEqual(troubles, [])
})

test('on a phone a table of Word is pasted where its button says, and reads as cards', async ({
  browser,
  later,
}) => {
  const { page, form, troubles } = await atTheTable({ browser, later }, PHONE)
  await form.getByRole('button', { name: 'Dán hoặc lấy từ tệp' }).tap()
  await expect.poll(() => focused(page)).toBe('paste-into')
  await axeFindsNothing(page, 'where rows are pasted')
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'pasting-360')
  await pastes(page, 'word-works')
  await expect.poll(() => focused(page)).toBe('take')
  const seen = form.locator('phieu-pasting .block')
  await expect(seen.locator('li[data-row="0"]')).toContainText('Dòng 1: Sân chơi thiếu nhi')
  await expect(seen.locator('li[data-row="1"] dd').first()).toContainText('Tuyến hẻm xanh khu phố 2')
  await expect(seen.locator('.block-left')).toContainText('“Tổng” là dòng cộng, phiếu tự cộng.')
  await expect(seen.locator('.block-left')).toContainText(
    'Cột “Số người tham gia”: Lấy vào cột “Người tham gia”',
  )
  await axeFindsNothing(page, 'rows on a phone before they are taken')
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'pasted-360')
  await form.getByRole('checkbox', { name: 'Dòng đầu là tên các cột' }).tap()
  await expect(seen.locator('li[data-row="0"]')).toContainText('Tên công trình')
  await form.getByRole('checkbox', { name: 'Dòng đầu là tên các cột' }).tap()
  await form.getByRole('button', { name: 'Lấy 2 dòng' }).tap()
  await expect(form.locator('phieu-table .activity')).toHaveCount(2)
  await expect(form.locator('phieu-table .sum').first()).toHaveText('Cộng: Giá trị 42,5 triệu đồng')
  await form.getByRole('button', { name: 'Hoàn tác' }).tap()
  await expect(form.locator('phieu-table .activity')).toHaveCount(0)
  assert.deepEqual(troubles, [])
})

test('a CSV file is read, one that is broken says on which line, and the table is handed over as one', async ({
  browser,
  later,
}) => {
  const { page, form, person, troubles } = await atTheTable({ browser, later }, DESKTOP)
  await form.getByRole('button', { name: 'Dán hoặc lấy từ tệp' }).click()
  const choose = (/** @type {string | Buffer} */ text) =>
    form.getByLabel('Hoặc chọn tệp CSV').setInputFiles({
      name: 'cong-trinh.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    })
  const seen = form.locator('phieu-pasting .block')
  await choose('Tên công trình;Giá trị\n"Cầu;5\n')
  await expect(seen).toContainText('Dòng 2 của tệp: Dấu ngoặc kép (") mở ở dòng này không được đóng')
  await expect.poll(() => focused(page)).toBe('drop')
  await choose(Buffer.from([0x54, 0xea, 0x6e]))
  await expect(seen).toContainText('Tệp này không phải CSV dạng UTF-8')
  await choose('x'.repeat(4_000_001))
  await expect(form.getByRole('alert')).toContainText('Tệp lớn hơn 4 MB')
  await choose('\u{feff}Tên công trình,Giá trị\r\n"Cầu, ""số 1""",5.000.000\r\n\'=Đường,\'-5\r\n')
  await expect(seen).toContainText('Lấy 2 dòng (4 ô)')
  assert.deepEqual(await previewed(form), ['Cầu, "số 1"|5.000.000', '=Đường|-5'])
  await form.getByRole('button', { name: 'Lấy 2 dòng' }).click()
  await person.holds(`${WORKS}/1/name`, '=Đường')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    form.getByRole('button', { name: 'Tải về (CSV)' }).click(),
  ])
  assert.equal(download.suggestedFilename(), 'works.csv')
  const text = readFileSync(await download.path(), 'utf8')
  assert.equal(
    text,
    '\u{feff}Tên công trình;Giá trị;Người tham gia;Ngày khánh thành;Hình thức\r\n' +
      `"Cầu, ""số 1""";5.000.000;;;\r\n'=Đường;'-5;;;\r\n`,
  )
  assert.deepEqual(troubles, [])
})

test('one cell is pasted as text, and so is a text into an explanation', async ({ browser, later }) => {
  const { page, form, person, add, troubles } = await atTheTable({ browser, later }, DESKTOP)
  await add.click()
  await expect.poll(() => focused(page)).toBe(`${WORKS}/0/name`)
  await pastesText(page, 'Cầu số 1\n')
  await person.holds(`${WORKS}/0/name`, 'Cầu số 1')
  await expect(form.locator('phieu-pasting')).toHaveCount(0)
  assert.deepEqual(troubles, [])
})

test('an office has the rows of a table of all reports that count as one file', async ({
  browser,
  later,
}) => {
  const office = await startPortal({
    body: '<phieu-progress plan="tables" endpoint="/api" now="2023-03-03T09:00:00+07:00"></phieu-progress>',
    script: '<script type="module" src="/dist/progress.js"></script>',
    api: collector.url,
  })
  later(() => office.stop())
  const { page, form, person, add, troubles } = await atTheTable({ browser, later }, DESKTOP)
  await add.focus()
  await pastes(page, 'calc-works')
  await expect.poll(() => focused(page)).toBe('take')
  await page.keyboard.press('Enter')
  await person.types(`${WORKS}/1/value`, '30 triệu')
  await person.types('/figures/total', '42,5 triệu')
  await person.goesToReview()
  await form.locator('#send').click()
  assert.match(await person.code(), /-/)
  const context = await browser.newContext({ acceptDownloads: true, ...DESKTOP })
  later(() => context.close())
  const seen = await visit(context, office.url)
  const view = seen.page.locator('phieu-progress')
  await view.locator('#token').fill(collector.token())
  await view.locator('#token').press('Enter')
  await view.locator('.files summary').click()
  const [download] = await Promise.all([
    seen.page.waitForEvent('download'),
    view.getByRole('button', { name: 'Từng dòng: Danh sách công trình thanh niên (CSV)' }).click(),
  ])
  assert.equal(download.suggestedFilename(), 'tables-works.csv')
  const [head, ...rows] = readFileSync(await download.path(), 'utf8')
    .trimEnd()
    .split('\r\n')
  assert.equal(
    head,
    '\u{feff}Đơn vị;Khu vực;Báo cáo;Kỳ báo cáo;Dòng;Tên công trình;Giá trị;Người tham gia;Ngày khánh thành;Hình thức',
  )
  const of = 'Đoàn phường 1;;Báo cáo công trình;từ 26/2 đến hết 3/3/2023'
  assert.deepEqual(rows, [
    `${of};1;Vườn cây thanh niên;12500000;40;1/3/2023;Làm mới`,
    `${of};2;Sân bóng;30000000;;;Sửa chữa`,
  ])
  await photograph(seen.page, 'office-rows')
  assert.deepEqual(troubles, [])
})
