// The office's progress: sample reports rolled up in the browser, real ones by the collector; for everyone, on a phone,
// by keyboard, on paper and in Excel.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../support/browser.mjs'
import { ROOT, startCollector } from './collector.mjs'
import { axeFindsNothing, focusComesTo, isNotWiderThanTheScreen, photograph, visit } from './person.mjs'
import { STRICT, startPortal } from './portal.mjs'

const TAN_PHU = 'tan-phu-thang-thanh-nien-2023'
const PLANS = [TAN_PHU, 'phu-nhuan-chuong-trinh-hanh-dong-2022-2027']
const TABS = ['targets', 'totals', 'matrix', 'complete', 'decide', 'plan']

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

/**
 * The page with sample data of a plan.
 * @param {import('playwright').Browser} browser
 * @param {string} [plan]
 * @param {import('playwright').BrowserContextOptions & { query?: string }} [options]
 */
async function sample(browser, plan = TAN_PHU, { query = '', ...options } = {}) {
  const visited = await visit(browser, `${collector.url}/progress-sample.html?plan=${plan}${query}`, options)
  const view = visited.page.locator('phieu-progress')
  await view.locator('[role=tablist]').waitFor({ timeout: 30_000 })
  return { ...visited, view, close: () => visited.page.context().close() }
}

/** A sample report, as a device would send it. */
function sampleSubmission() {
  const lines = readFileSync(join(ROOT, `www/dist/samples/${TAN_PHU}.ndjson`), 'utf8').split('\n')
  const arrivals = lines.filter(Boolean).map((line) => JSON.parse(line))
  const found = arrivals.find(({ submission: { report } }) => {
    return report.duty === 'weekly' && report.period.from === '2023-02-26' && report.figures.trees > 0
  })
  return found.submission
}

for (const [width, colorScheme] of /** @type {const} */ ([
  [360, 'light'],
  [360, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
])) {
  test(`every part at ${width} px, ${colorScheme}`, async ({ browser }) => {
    const viewport = { width, height: width > 400 ? 900 : 740 }
    for (const plan of colorScheme === 'light' ? PLANS : [TAN_PHU]) {
      const { page, view, troubles, close } = await sample(browser, plan, { viewport, colorScheme })
      await view.getByText('Dữ liệu mẫu', { exact: true }).waitFor()
      await view.locator('.target').first().locator('summary').click()
      await view.locator('.multiples').first().waitFor()
      for (const tab of TABS) {
        await view.locator(`#tab-${tab}`).click()
        if (tab === 'plan') await view.locator('#panel-plan .card').first().waitFor({ timeout: 30_000 })
        await isNotWiderThanTheScreen(page)
        await axeFindsNothing(page, `${plan} ${tab}`, 'html', width < 400 || plan === TAN_PHU)
        const [name] = plan.split('-')
        await photograph(page, `progress-${name}-${tab}-${width}${colorScheme === 'dark' ? '-dark' : ''}`)
      }
      assert.deepEqual(await page.evaluate(() => window.breaches), [], 'the policy is kept')
      assert.deepEqual(troubles, [])
      await close()
    }
  })
}

test('a cell of the matrix leads to the report and back, by keyboard', async ({ browser }) => {
  const { page, view, close } = await sample(browser)
  await view.locator('#tab-targets').focus()
  await page.keyboard.press('ArrowRight')
  await expect(view.locator('#panel-totals')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(view.locator('#panel-matrix')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  const focused = () => page.evaluate(() => /** @type {HTMLElement} */ (deepFocus())?.dataset.submission)
  await expect.poll(focused, 'the Tab key reaches one cell').toBeTruthy()
  const first = await focused()
  await page.keyboard.press('ArrowRight')
  await expect.poll(focused, 'an arrow key the next').not.toBe(first)
  const second = await focused()
  assert.ok(second)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  await expect.poll(focused, 'and back').toBe(second)
  await page.keyboard.press('Enter')
  await view.locator('#report').waitFor()
  await expect
    .poll(() => view.locator('#report .rows dd').count(), 'the figures are there, in words')
    .toBeGreaterThan(5)
  await focusComesTo(page, 'title')
  await view.locator('#to-overview').click()
  await expect.poll(focused, 'the focus is where it was').toBe(second)
  await expect(view.locator('#panel-matrix')).toBeVisible()
  await close()
})

test('filters choose units, periods and states; what they hide is said', async ({ browser }) => {
  const { view, close } = await sample(browser)
  const targets = view.locator('#panel-targets .target')
  const all = await targets.count()
  await view.locator('#filter-sector').selectOption({ label: 'Khu vực phường' })
  await view.locator('#tab-matrix').click()
  const rows = view.locator('#panel-matrix tbody tr')
  await expect(rows, 'the eleven wards').toHaveCount(11)
  await view.locator('#filter-unit').selectOption({ label: 'Đoàn phường Tây Thạnh' })
  await expect(rows).toHaveCount(1)
  const cells = rows.first().locator('td')
  const wide = await cells.count()
  await view.locator('#filter-duty').selectOption('weekly')
  await expect.poll(() => cells.count(), 'the weeks alone').toBeLessThan(wide)
  expect(await cells.count()).toBeGreaterThanOrEqual(4)
  await view.locator('#filter-duty').selectOption({ label: 'Tuần 1, từ 26/2 đến hết 3/3/2023' })
  await expect(cells).toHaveCount(1)
  await view.locator('#tab-complete').click()
  const byDuty = view.getByRole('region', { name: 'Theo loại phiếu' }).locator('tbody tr')
  await expect(byDuty, 'the duty of that period').toHaveText([/Báo cáo tuần/])
  await view.locator('#tab-matrix').click()
  await view.locator('#clear-filters').click()
  await expect(cells).toHaveCount(wide)
  await view.locator('#tab-targets').click()
  await view.locator('.chip.reached').click()
  await expect.poll(() => targets.count()).toBeLessThan(all)
  const reached = await targets.count()
  assert.ok(reached > 0)
  await view.getByText(`${reached} trên ${all} chỉ tiêu`).waitFor()
  await close()
})

test('every chart has its table, also without eyes', async ({ browser }) => {
  const { view, close } = await sample(browser)
  await view.locator('[data-target=trees] summary').click()
  const detail = view.locator('[data-target=trees] .detail')
  const figures = detail.locator('figure')
  await figures.nth(1).waitFor()
  for (const figure of await figures.all()) {
    await expect(figure.locator('table')).toHaveCount(1)
    await expect(figure.locator('> svg:not([aria-hidden]), > .multiples:not([aria-hidden])')).toHaveCount(0)
    const button = figure.getByRole('button')
    await button.click()
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    await expect(figure.locator('.table-box.unseen')).toHaveCount(0)
  }
  const silent = detail.locator('.multiple', { has: view.page().locator('.gauge.unknown') })
  await expect.poll(() => silent.count(), 'some have not reported').toBeGreaterThan(0)
  await expect(silent.first()).toHaveText(/Chưa có số liệu/)
  await view.getByRole('button', { name: 'Dạng bảng' }).click()
  await expect.poll(() => view.locator('#panel-targets > .scroll tbody tr').count()).toBeGreaterThan(30)
  await close()
})

test('a file for Excel: bytes, marks, separators, and no formula', async ({ browser }) => {
  const { page, view, close } = await sample(browser)
  for (const [kind, name] of [
    ['targets', 'chi-tieu'],
    ['units', 'chi-tieu-theo-don-vi'],
    ['totals', 'so-lieu'],
    ['totalsByUnit', 'so-lieu-theo-don-vi'],
    ['matrix', 'don-vi-va-phieu'],
  ]) {
    await view.locator('.files summary').click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      view.locator(`[data-file="${kind}.csv"]`).click(),
    ])
    await view.locator('.files summary').click()
    assert.equal(download.suggestedFilename(), `${TAN_PHU}-${name}.csv`)
    const bytes = readFileSync(await download.path())
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'a byte order mark')
    const text = bytes.toString('utf8').slice(1)
    assert.ok(
      text.endsWith('\r\n') && !text.replaceAll('\r\n', '').includes('\n'),
      'lines as Excel ends them',
    )
    const lines = text.split('\r\n')
    assert.match(
      lines[2] ?? '',
      /^Đơn vị đã báo cáo;"?\d+ trên \d+ đơn vị/,
      'how whole it is stands in the file too',
    )
    assert.ok((lines[4] ?? '').split(';').length >= 5)
    assert.ok(lines.length > 30)
    assert.deepEqual(
      lines.filter((line) => /(^|;)"?[=+\-@]/.test(line)),
      [],
      'nothing that Excel would run',
    )
  }
  await close()
})

test('what the office reports to the level above is a Word file, made when it is asked for', async ({
  browser,
}) => {
  const { page, view, close } = await sample(browser)
  /** @type {string[]} */
  const fetched = []
  page.on('request', (request) => fetched.push(request.url()))
  const button = view.locator('#paper')
  await expect(button).toHaveText('Lập báo cáo gửi cấp trên (Word)')
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
  assert.ok(
    fetched.some((url) => url.includes('word.js')),
    'what packs it is fetched by then',
  )
  assert.equal(file.suggestedFilename(), `bao-cao-ket-qua-${TAN_PHU}.docx`)
  const path = await file.path()
  const document = execFileSync('unzip', ['-p', path, 'word/document.xml'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  for (const said of [
    'Kết quả thực hiện chỉ tiêu',
    'Tổ chức Tháng Thanh niên năm 2023',
    'Nội dung các đơn vị báo cáo',
    'Đề xuất, kiến nghị',
  ])
    assert.ok(document.includes(said), said)
  await expect(button, 'the focus stays').toBeFocused()
  await page.route('**/word.js*', (route) => route.abort())
  await page.reload()
  await view.locator('#paper').click()
  await view.getByText('Chưa lập được báo cáo. Hãy thử lại khi có mạng.').waitFor()
  await axeFindsNothing(page, 'a report that could not be made')
  await close()
})

test('every figure has its total, by sector and by unit, and what is said in words is gathered', async ({
  browser,
}) => {
  const { view, close } = await sample(browser)
  await view.locator('#tab-totals').click()
  const panel = view.locator('#panel-totals')
  const total = panel.locator('[data-total]')
  const all = await total.count()
  assert.ok(all > 20, `${all} figures`)
  await total.first().locator('summary').click()
  await panel.getByRole('region', { name: 'Theo đơn vị' }).waitFor()
  await panel.getByRole('region', { name: 'Theo khu vực' }).waitFor()
  const said = panel.locator('.narratives').first()
  await said.getByRole('listitem').first().waitFor()
  const answers = await said.getByRole('listitem').count()
  const unit = view.locator('#filter-unit')
  await unit.selectOption({ index: 1 })
  await expect
    .poll(() => said.getByRole('listitem').count(), 'the filter holds words too')
    .toBeLessThan(answers)
  await said.getByRole('button').first().click()
  await view.locator('#report').waitFor()
  await close()
})

test('what people wrote cannot become a formula, break a cell or a line', async ({ browser }) => {
  const { page, close } = await sample(browser)
  const line = await page.evaluate(async () => {
    const element = /** @type {any} */ (document.querySelector('phieu-progress'))
    const view = structuredClone(element.view)
    view.targets[0].text = '=HYPERLINK("http://x";"y")'
    view.targets[1].text = ' +1;"2"\n3'
    view.targets[2].text = '＠SUM(1)'
    element.view = view
    await element.updateComplete
    /** @type {Blob[]} */
    const blobs = []
    const make = URL.createObjectURL
    URL.createObjectURL = (/** @type {any} */ blob) => {
      blobs.push(blob)
      return make.call(URL, blob)
    }
    element.renderRoot.querySelector('[data-file="targets.csv"]').click()
    return blobs[0]?.text()
  })
  assert.ok(line?.includes(`;"'=HYPERLINK(""http://x"";""y"")";`), line?.slice(0, 900))
  assert.ok(line?.includes(`;"' +1;""2""\n3";`))
  assert.ok(line?.includes(`;'＠SUM(1);`))
  await close()
})

test('the office sees a report as soon as it has come, without a reload', async ({ browser }) => {
  const { page, troubles } = await visit(browser, `${collector.url}/office.html#tien-do`)
  const view = page.locator('phieu-progress')
  await view.locator('#token').fill('not the token')
  await view.locator('#enter').click()
  await view.getByText('Mã truy cập không đúng').waitFor()
  await view.locator('#token').fill(collector.token())
  await view.locator('#token').press('Enter')
  const trees = view.locator('[data-target=trees]')
  await trees.getByText('Chưa có số liệu', { exact: true }).first().waitFor()
  const answers = /** @type {number[]} */ ([])
  page.on('response', (response) => {
    if (response.url().includes('/progress')) answers.push(response.status())
  })
  const comesBack = () => page.evaluate(() => dispatchEvent(new Event('focus')))
  await Promise.all([page.waitForResponse(/progress/), comesBack()])
  assert.deepEqual(answers, [304], 'nothing new costs nothing')

  const submission = sampleSubmission()
  const sent = await fetch(`${collector.url}/api/submissions/${submission.id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(submission),
  })
  assert.equal(sent.status, 201, await sent.text())
  await comesBack()
  await trees.getByText(`${submission.report.figures.trees} cây`).first().waitFor()
  await expect(view.locator('#news')).toHaveText(/Vừa có báo cáo mới/)
  await view.locator('#tab-matrix').click()
  await view.locator(`[data-submission="${submission.id}"]`).click()
  await view.locator('#report').getByText('Mã biên nhận').waitFor()

  await page.locator('a[href="#tung-phieu"]').click()
  await page.locator('phieu-office .office-duty').first().waitFor()
  assert.deepEqual(await page.evaluate(() => window.breaches), [])
  assert.deepEqual(troubles, [])
  await page.context().close()
})

test('in English, and by a division where a portal drops the tag, under a strict policy', async ({
  browser,
}) => {
  const holder = `<div data-phieu-progress data-plan="plans/${TAN_PHU}.json" data-lang="en" data-theme="dark"
    data-reports="dist/samples/${TAN_PHU}.ndjson" data-now="2023-03-17T10:00:00+07:00">loading</div>`
  const script = '<script type="module" src="/dist/progress.js"></script>'
  const portal = await startPortal({ body: holder, script, csp: STRICT })
  const { page, troubles } = await visit(browser, portal.url)
  const view = page.locator('phieu-progress')
  await view.getByText('Sample data', { exact: true }).waitFor({ timeout: 30_000 })
  await view.getByRole('tab', { name: /Targets/ }).waitFor()
  await view.locator('.whole-text', { hasText: 'of 36 units' }).waitFor()
  const words = await view
    .locator('.progress-head, .filters, [role=tablist], .chips, .legend')
    .allTextContents()
  assert.doesNotMatch(
    words.join(' ').replaceAll(/Tổ chức Tháng Thanh niên năm 2023|Khu vực[^O]*|Đoàn [^O]*/g, ''),
    /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i,
  )
  assert.deepEqual(await page.evaluate(() => window.breaches), [])
  assert.deepEqual(troubles, [])
  await page.context().close()
  await portal.stop()
})

test('what is pressed is at least 24 px, what stands alone 44', async ({ browser }) => {
  const { view, close } = await sample(browser, TAN_PHU, { viewport: { width: 360, height: 740 } })
  const small = await view
    .locator('button, select, summary')
    .evaluateAll((elements) =>
      elements
        .map((element) => [element.id || element.className, element.getBoundingClientRect().height])
        .filter(([, height]) => Number(height) > 0 && Number(height) < 44),
    )
  assert.deepEqual(small, [])
  await close()
})

test('it prints alone on A4, all parts of it', async ({ browser }) => {
  const { page, view, close } = await sample(browser)
  await page.evaluate(() => {
    window.print = () => {}
  })
  await view.locator('#print').click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.masthead')).toBeHidden()
  await expect(view.locator('.filters')).toBeHidden()
  for (const tab of TABS) await expect(view.locator(`#panel-${tab}`), tab).toBeVisible()
  await page.pdf({ format: 'A4', path: join(ROOT, 'target/screenshots/progress.pdf') })
  await close()
})
