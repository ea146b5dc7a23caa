// What keeps a form from opening is said truly: to whoever fills it in what to do, to whoever runs the site what to mend;
// and a webmaster can ask for the whole list.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { axeFindsNothing, RIGHT, slipOf, visit } from './person.mjs'
import { begun, built, missing, PLAN, STRICT, startPortal, TAG } from './portal.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

/**
 * @param {import('../support/browser.mjs').Story} story
 * @param {Partial<import('./portal.mjs').Habits>} [habits]
 */
const portalWith = (story, habits = {}) => begun(story, { body: TAG, api: collector.url, ...habits })

/** @param {import('playwright').Route} route */
const page200 = (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Trang chủ</h1>' })

const WEEK = slipOf('weekly', '2023-02-26')
const NETWORK = 'Kiểm tra kết nối mạng'

/** What keeps a form from opening, and what is said of it. @type {[string, string, (route: import('playwright').Route) => Promise<void>, string][]} */
const CAUSES = [
  ['the plan is not there', `**/${PLAN}`, missing, 'không có trên máy chủ'],
  ['a page stands in place of the plan', `**/${PLAN}`, page200, 'một trang web thay cho kế hoạch'],
  [
    'what stands there is no plan',
    `**/${PLAN}`,
    (route) => route.fulfill({ json: { format: 1, title: 'x' } }),
    'không phải một kế hoạch',
  ],
  [
    'no file of the core is served',
    '**/phieu.{first.wasm,wasm.js}*',
    missing,
    'Không có tệp phieu.first.wasm trong thư mục của phiếu',
  ],
  [
    'pages stand in place of the files',
    '**/phieu.{first.wasm,wasm.js}*',
    page200,
    'một trang web thay cho tệp phieu.first.wasm',
  ],
]

for (const [cause, files, fails, says] of CAUSES) {
  test(`${cause}: nobody is sent to look at the network, and the webmaster reads what to mend`, async ({
    browser,
    later,
  }) => {
    const { portal, page, person } = await portalWith({ browser, later })
    await page.route(files, fails)
    await page.goto(portal.url)
    await person.sees('Chưa mở được phiếu báo cáo')
    await person.sees('Lỗi này không tự hết. Xin chuyển những dòng dưới đây')
    const notice = person.form.locator('.outcome .notice')
    await expect(notice).toContainText(says)
    await expect(notice).toContainText('Cách sửa:')
    await expect(person.form.locator('.outcome')).not.toContainText(NETWORK)
    await axeFindsNothing(page, cause)
    await page.unroute(files)
    await person.form.getByText('Thử lại').last().click()
    await person.sees('Chọn đơn vị')
  })
}

test('a line that is down is what the network is looked at for', async ({ browser, later }) => {
  const { portal, page, person } = await portalWith({ browser, later })
  await page.route(`**/${PLAN}`, (route) => route.abort())
  await page.goto(portal.url)
  await person.sees(NETWORK)
})

test('a later script that is missing is said where the button was pressed, at the end of a long form', async ({
  browser,
  later,
}) => {
  const { portal, page, person } = await portalWith({ browser, later })
  await page.route('**/later.js*', missing)
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto(portal.url)
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await person.form.locator(`${WEEK} [data-action=fill]`).click()
  await person.types('/figures/trees', '12')
  await person.form.locator('#to-review').scrollIntoViewIfNeeded()
  await person.goesToReview()
  const said = person.form.locator('#hindrance')
  await expect(said).toContainText('Không có tệp later.js trong thư mục của phiếu')
  await expect(said).not.toContainText(NETWORK)
  await expect(said).toBeInViewport()
  await person.holds('/figures/trees', '12')
  await page.unroute('**/later.js*')
  await person.goesToReview()
  await person.summary()
  await expect(said).toHaveCount(0)
})

test('what is fetched to find a cause is what the page needs, and nothing after what is silent', async ({
  browser,
  later,
}) => {
  const { portal, page, person } = await portalWith({ browser, later })
  await page.route('**/later.js*', (route) => route.abort())
  await page.goto(portal.url)
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await person.form.locator(`${WEEK} [data-action=fill]`).click()
  portal.requests.length = 0
  await person.goesToReview()
  await expect(person.form.locator('#hindrance')).toContainText(NETWORK)
  assert.deepEqual(
    portal.requests.filter((request) => /\.(wasm|css)|phieu\.\w+\.js/.test(request)),
    [],
  )
})

for (const address of ['https://', '//'])
  test(`files, plan and endpoint that are no address (${address}): the form opens without the first, and says so of the others`, async ({
    browser,
    later,
  }) => {
    const astray = TAG.replace('<phieu-report', '<phieu-report files="https://"')
    const opened = await portalWith({ browser, later }, { body: astray })
    await opened.page.goto(opened.portal.url)
    await opened.person.sees('Chọn đơn vị')

    const body = `<phieu-report plan="${address}" endpoint="${address}"></phieu-report>`
    const { portal, page, person } = await portalWith({ browser, later }, { body })
    await page.goto(`${portal.url}?phieu-check`)
    await person.sees('Thuộc tính plan không phải một địa chỉ đọc được')
    await shows(page, { plan: 'wrong', endpoint: 'wrong' })
    await expect(row(page, 'plan')).toContainText('Ghi địa chỉ của kế hoạch đã phát hành vào thuộc tính plan')
    await expect(row(page, 'endpoint')).toContainText('Thuộc tính endpoint không phải một địa chỉ đọc được')
  })

test('an endpoint that is no address is as none, also with a token: the report is filled in, and said not to be sent', async ({
  browser,
  later,
}) => {
  const body = TAG.replace('endpoint="/api"', 'endpoint="https://" token="secret"')
  const { portal, page, person } = await portalWith({ browser, later }, { body })
  await page.goto(portal.url)
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.sends()
  await person.sees('Trang này chưa nối với nơi nhận')
})

test('a page whose trusted types do not let the form in says what to add; with it the form runs', async ({
  browser,
  later,
}) => {
  const trusting = (/** @type {string} */ types) =>
    `${STRICT}; require-trusted-types-for 'script'; trusted-types ${types}`
  const refused = await portalWith({ browser, later }, { csp: trusting("'none'") })
  await refused.page.goto(refused.portal.url)
  await refused.person.sees("trusted-types lit-html 'allow-duplicates'")

  const allowed = await portalWith({ browser, later }, { csp: trusting("lit-html 'allow-duplicates'") })
  await allowed.page.goto(allowed.portal.url)
  await allowed.person.opensFirstWeek()
  await allowed.person.fillsIn(RIGHT)
  await allowed.person.addsActivity()
  await allowed.person.sends()
  await allowed.person.code()
  assert.deepEqual(await allowed.page.evaluate(() => window.breaches), [])
})

/** @param {import('playwright').Page} page @param {string} name */
const row = (page, name) => page.locator(`phieu-check [data-check=${name}]`)

/** @param {import('playwright').Page} page @param {Record<string, 'right' | 'note' | 'wrong'>} states */
async function shows(page, states) {
  for (const [name, state] of Object.entries(states))
    await expect(row(page, name), name).toHaveAttribute('data-state', state)
}

test('?phieu-check shows a webmaster that all is right, and comes with no form that was not asked', async ({
  browser,
  later,
}) => {
  const { portal, page, person, troubles } = await portalWith({ browser, later }, { csp: STRICT })
  await page.goto(portal.url)
  await person.opensFirstWeek()
  await person.goesToReview()
  await person.summary()
  assert.ok(!portal.requests.some((request) => request.includes('selftest')))

  await page.goto(`${portal.url}?phieu-check`)
  // The demonstration's office lives in 2023.
  await shows(page, {
    files: 'right',
    policy: 'right',
    plan: 'right',
    endpoint: 'right',
    clock: 'wrong',
    storage: 'right',
  })
  await expect(row(page, 'files')).toContainText('cùng một phiên bản')
  await expect(row(page, 'plan')).toContainText('Tháng Thanh niên')
  await expect(row(page, 'clock')).toContainText('Đặt lại giờ của máy này')
  await axeFindsNothing(page, 'the self-test')
  assert.deepEqual(await page.evaluate(() => window.breaches), [])
  assert.deepEqual(troubles, [])
})

test('the self-test says of each fault what it is and how to mend it, in English too', async ({
  browser,
  later,
}) => {
  const body = TAG.replace('<phieu-report', '<phieu-report lang="en"').replace('"/api"', '"/apj"')
  const { portal, page } = await portalWith(
    { browser, later },
    { body, csp: STRICT.replace(" 'wasm-unsafe-eval'", '') },
  )
  await page.route('**/phieu.later.wasm', missing)
  await page.route('**/later.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: `${built('later.js')}\n// old` }),
  )
  await page.route(`**/${PLAN}`, page200)
  await page.goto(`${portal.url}?phieu-check`)
  await shows(page, { files: 'wrong', policy: 'note', plan: 'wrong', endpoint: 'wrong', storage: 'right' })
  await expect(row(page, 'files')).toContainText('There is no file phieu.later.wasm')
  await expect(row(page, 'files')).toContainText('The file later.js on the server is of another version')
  await expect(row(page, 'policy')).toContainText("add 'wasm-unsafe-eval' to script-src")
  await expect(row(page, 'plan')).toContainText('a web page in place of the plan')
  await expect(row(page, 'endpoint')).toContainText('/apj/health → 404')
})

test('the self-test has a tag of its own, for a page on which not even the form’s script runs', async ({
  browser,
  later,
}) => {
  const { portal, page, troubles } = await portalWith(
    { browser, later },
    {
      script: '<script type="module" src="/dist/selftest.js"></script>',
      body: `<phieu-check plan="${PLAN}" endpoint="/api"></phieu-check>`,
      csp: `${STRICT}; require-trusted-types-for 'script'; trusted-types 'none'`,
    },
  )
  await page.goto(portal.url)
  await shows(page, { files: 'right', policy: 'wrong', plan: 'right', endpoint: 'right' })
  await expect(row(page, 'policy')).toContainText("trusted-types lit-html 'allow-duplicates'")
  assert.deepEqual(
    troubles.filter((trouble) => !trouble.includes('TrustedHTML')),
    [],
  )
})

test('an office that does not have the plan is told apart from one that does', async ({ browser, later }) => {
  const { portal, page } = await portalWith({ browser, later })
  const plan = JSON.parse(built('plans/tan-phu-thang-thanh-nien-2023.json').toString())
  await page.route(`**/${PLAN}`, (route) => route.fulfill({ json: { ...plan, id: 'another' } }))
  await page.goto(`${portal.url}?phieu-check`)
  await shows(page, { plan: 'right', endpoint: 'wrong' })
  await expect(row(page, 'endpoint')).toContainText('không có kế hoạch another')
})

test('an office that does not let this site in is named by the self-test', async ({ browser, later }) => {
  const { portal, page } = await portalWith(
    { browser, later },
    { body: TAG.replace('"/api"', `"${collector.url}/api"`) },
  )
  await page.goto(`${portal.url}?phieu-check`)
  await shows(page, { endpoint: 'wrong' })
  await expect(row(page, 'endpoint')).toContainText(`--allow-origin ${new URL(portal.url).origin}`)
})

test('in a sandboxed frame the self-test says what to add to it, and with it all is right', async ({
  browser,
  later,
}) => {
  // A frame like that is a stranger even to its own server, which has to let strangers in for scripts to load at all.
  const { portal, page } = await portalWith({ browser, later }, { open: true })
  await page.route('**/frame', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe sandbox="allow-scripts allow-forms" src="${portal.url}?phieu-check" width="400" height="700"></iframe>`,
    }),
  )
  await page.goto(`${portal.url}frame`)
  const frame = page.frameLocator('iframe')
  await expect(frame.locator('phieu-check [data-check=policy]')).toContainText('Thêm allow-same-origin')
  await expect(frame.locator('phieu-check [data-check=storage]')).toContainText('không cho trang này lưu')

  await page.locator('iframe').evaluate((/** @type {HTMLIFrameElement} */ element) => {
    element.sandbox.add('allow-same-origin')
    element.src += '&again'
  })
  await expect(frame.locator('phieu-check [data-check=storage]')).toHaveAttribute('data-state', 'right')
  await expect(frame.locator('phieu-report').getByText('Chọn đơn vị').first()).toBeVisible()
})

test('what stands inside the tag is there with scripts off and where the form does not open, and gone where it runs', async ({
  browser,
  later,
}) => {
  const inside = '<a href="/mau-giay.html">Mẫu để ghi tay</a>'
  const body = TAG.replace('</phieu-report>', `${inside}</phieu-report>`)
  const { portal, page, person } = await portalWith({ browser, later }, { body })
  const context = await browser.newContext({ javaScriptEnabled: false })
  later(() => context.close())
  const silent = await context.newPage()
  await silent.goto(portal.url)
  await expect(silent.getByText('Mẫu để ghi tay')).toBeVisible()

  await page.goto(portal.url)
  await person.sees('Chọn đơn vị')
  await expect(page.getByText('Mẫu để ghi tay')).not.toBeVisible()
  const division = `<div data-phieu-report data-plan="dist/none.json">${inside}</div>`
  for (const [tag, plan] of /** @type {const} */ ([
    [body, 404],
    [division, undefined],
  ])) {
    const other = await startPortal({ body: tag })
    other.plan = plan
    const bare = await visit(browser, other.url)
    later(async () => {
      await bare.page.context().close()
      await other.stop()
    })
    await bare.person.sees('Chưa mở được phiếu báo cáo')
    await expect(bare.page.getByText('Mẫu để ghi tay')).toBeVisible()
  }
})
