// What no waiting mends is not told as a dead line: whoever sends reads a sentence of its own, whoever runs the site a
// line that says what to mend.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { onDevice } from './device.mjs'
import { axeFindsNothing, RIGHT, slipOf } from './person.mjs'
import { begun, PLAN, problem, TAG } from './portal.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

/**
 * A portal whose reports go wrong.
 * @param {import('../support/browser.mjs').Story} story
 * @param {Partial<import('./portal.mjs').Habits>} [habits]
 */
const portalWith = (story, habits = {}) => begun(story, { body: TAG, api: collector.url, ...habits })

/** @param {import('./person.mjs').Person} person */
async function fillsAndSends(person) {
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.sends()
}

const PAGE = { contentType: 'text/html', body: '<h1>Đăng nhập</h1>' }

/** @type {[string, string, (route: import('playwright').Route) => Promise<void>, RegExp][]} */
const ANSWERS = [
  [
    'an address that is not there',
    'absent',
    (route) => route.fulfill({ status: 404, ...PAGE }),
    /không có trên máy chủ/,
  ],
  [
    'an address that takes no reports',
    'untaken',
    (route) => route.fulfill({ status: 405, ...PAGE }),
    /không nhận những gì phiếu gửi tới/,
  ],
  [
    'a page in place of an answer',
    'page',
    (route) => route.fulfill({ status: 200, ...PAGE }),
    /hiện ra một trang web khác/,
  ],
  [
    'a proxy that refuses with a page',
    'page',
    (route) => route.fulfill({ status: 403, ...PAGE }),
    /hiện ra một trang web khác/,
  ],
  [
    'a proxy that finds it too large',
    'page',
    (route) => route.fulfill({ status: 413, ...PAGE }),
    /hiện ra một trang web khác/,
  ],
  ["a portal's log-in", 'login', (route) => route.fulfill({ status: 401, ...PAGE }), /proxy\) đòi đăng nhập/],
  [
    'a proxy that wants a password',
    'login',
    (route) => route.fulfill({ status: 401, headers: { 'www-authenticate': 'Basic realm="proxy"' } }),
    /Mã của đơn vị không dùng được/,
  ],
  [
    'a firewall that refuses in its own words',
    'other',
    (route) => route.fulfill({ status: 403, json: { code: 'notYours', message: 'Forbidden' } }),
    /proxy hoặc tường lửa đã từ chối/,
  ],
  [
    'an answer that is no receipt',
    'unlike',
    (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '{}' }),
    /dữ liệu trả về không đúng loại/,
  ],
  [
    'a status that is not known',
    'other',
    (route) => route.fulfill({ status: 418, contentType: 'application/json', body: '{}' }),
    /không nêu lý do phiếu đọc được/,
  ],
]

for (const [what, kind, answer, says] of ANSWERS) {
  test(`${what}: it is said, the report is kept, and goes once that is mended`, async ({
    browser,
    later,
  }) => {
    const { portal, page, person } = await portalWith({ browser, later })
    await page.route('**/api/submissions/*', answer)
    await page.goto(portal.url)
    await fillsAndSends(person)
    const said = person.form.locator(`[data-obstacle=${kind}]`)
    await expect(said).toHaveText(says)
    await expect(said, 'the webmaster reads what was asked').toContainText('/api/submissions/')
    await expect(person.form.locator('#code-field'), 'nobody is asked for a code').toHaveCount(0)
    await page.reload()
    const letter = person.form.locator('#outbox [data-letter]')
    await expect(letter.locator(`[data-obstacle=${kind}]`)).toHaveText(says)
    await axeFindsNothing(page, what)
    await person.triesOnceMended(letter)
    await person.form.locator(`${slipOf('weekly', '2023-02-26')} [data-action=receipt]`).waitFor()
  })
}

/** What others than the office say with the statuses with which it refuses. */
const FOREIGN = [
  { status: 400, body: 'Bad Request' },
  { status: 409, json: {} },
  { status: 409, json: { code: 'locked', message: 'resource is locked' } },
  { status: 413, body: '' },
  { status: 415, json: { type: 'about:blank', title: 'Unsupported Media Type' } },
  { status: 422, json: { findings: [], title: 'Unprocessable' } },
  { status: 429, json: { code: 'tooManyRevisions' } },
]

test('a refusal that is not the office’s own ends no letter: it is kept, and goes once that is mended', async ({
  browser,
  later,
}) => {
  const { portal, page, person } = await portalWith({ browser, later })
  let [answer] = FOREIGN
  await page.route('**/api/submissions/*', (route) => route.fulfill(answer))
  await page.goto(portal.url)
  await fillsAndSends(person)
  await person.sees('Báo cáo đã giữ trên máy này')
  await expect(person.form.locator('[data-obstacle=other]')).toContainText('→ 400')
  await person.form.locator('#to-duties').click()
  const letter = person.form.locator('#outbox [data-letter]')
  for (answer of FOREIGN) {
    const answered = page.waitForResponse('**/api/submissions/*')
    await letter.locator('[data-action=try]').click()
    await answered
    if (answer.status !== 429)
      await expect(letter.locator('[data-obstacle=other]')).toContainText(`→ ${answer.status}`)
    await expect(letter).toHaveCount(1)
  }
  await person.triesOnceMended(letter)
  await person.form.locator(`${slipOf('weekly', '2023-02-26')} [data-action=receipt]`).waitFor()
})

test('what the office could not read to its end is tried again by itself', async ({ browser, later }) => {
  const { portal, page, person } = await portalWith({ browser, later })
  const refusal = problem(400, 'brokenOff', { detail: 'Nội dung bị đứt giữa chừng.' })
  await page.route('**/api/submissions/*', (route) => route.fulfill(refusal), { times: 1 })
  await page.goto(portal.url)
  await fillsAndSends(person)
  assert.match(await person.code(), /-/)
})

for (const [what, answer] of /** @type {const} */ ([
  ["a portal's log-in", { status: 401, ...PAGE }],
  ['a proxy’s password', { status: 401, headers: { 'www-authenticate': 'Basic realm="proxy"' } }],
])) {
  test(`${what} before the office's list: nobody is asked for the unit's code`, async ({
    browser,
    later,
  }) => {
    const { portal, page, person } = await portalWith({ browser, later })
    await page.route('**/api/plans/**', (route) => route.fulfill(answer))
    await page.goto(portal.url)
    await person.choosesUnit('tay thanh', 'Tây Thạnh')
    await expect(person.form.locator('[data-obstacle=login]')).toContainText('không kèm cookie hay mật khẩu')
    await expect(person.form.locator('#code-field')).toHaveCount(0)
  })
}

test('what no waiting mends is not tried over and over', async ({ browser, later }) => {
  const { portal, page, person } = await portalWith({ browser, later })
  let tries = 0
  await page.route('**/api/submissions/*', (route) => {
    tries += 1
    return route.fulfill({ status: 404, ...PAGE })
  })
  await page.goto(portal.url)
  await fillsAndSends(person)
  await person.form.locator('[data-obstacle=absent]').waitFor()
  await page.evaluate(() => dispatchEvent(new Event('online')))
  // As long as three pauses of a line that is down.
  await page.waitForTimeout(8000)
  assert.equal(tries, 1)
})

for (const where of ['on the same site', 'on another']) {
  test(`a log-in between page and office, ${where}: the redirect is named`, async ({ browser, later }) => {
    const { portal, page, person } = await portalWith({ browser, later })
    const location = where === 'on another' ? `${collector.url}/` : '/'
    await page.route('**/api/submissions/*', (route) =>
      route.request().method() === 'PUT'
        ? route.fulfill({ status: 302, headers: { location } })
        : route.continue(),
    )
    await page.goto(portal.url)
    await fillsAndSends(person)
    const said = person.form.locator('[data-obstacle=elsewhere]')
    await expect(said).toHaveText(/có thể là trang đăng nhập/)
  })
}

test('an office that does not let this origin in: told apart from a dead line, of list and report alike', async ({
  browser,
  later,
}) => {
  const { portal, page, person } = await portalWith(
    { browser, later },
    {
      body: TAG.replace('endpoint="/api"', `endpoint="${collector.url}/api"`),
    },
  )
  await page.goto(portal.url)
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  const said = person.form.locator('[data-obstacle=origin]')
  await expect(said).toHaveText(/chưa cho phép trang này kết nối/)
  await expect(said).toContainText(`--allow-origin ${new URL(portal.url).origin}`)
  await person.opens('weekly', '2023-02-26')
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.sends()
  await person.sees('Báo cáo đã giữ trên máy này')
  await expect(said).toHaveText(/chưa cho phép trang này kết nối/)
  assert.equal((await onDevice(page, 'outbox')).length, 1)
})

test("an office that is down on another origin is a dead line, and nobody's fault", async ({
  browser,
  later,
}) => {
  const { portal, page, person } = await portalWith(
    { browser, later },
    {
      body: TAG.replace('endpoint="/api"', 'endpoint="http://127.0.0.1:9/api"'),
    },
  )
  await page.goto(portal.url)
  await fillsAndSends(person)
  await person.sees('sẽ tự gửi khi nối lại được')
  await expect(person.form.locator('[data-obstacle]')).toHaveCount(0)
})

test('a page whose own policy lets it connect nowhere else: what is to be added is said', async ({
  browser,
  later,
}) => {
  const { portal, page, person } = await portalWith(
    { browser, later },
    {
      body: TAG.replace('endpoint="/api"', `endpoint="${collector.url}/api"`),
      csp: "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'",
    },
  )
  await page.goto(portal.url)
  await fillsAndSends(person)
  const said = person.form.locator('[data-obstacle=policy]')
  await expect(said).toHaveText(/Trang này tự chặn kết nối/)
  await expect(said).toContainText(`${collector.url} vào connect-src`)
})

test("a plan's address that is not there: the page does not speak of the line alone", async ({
  browser,
  later,
}) => {
  const { portal, page, person } = await portalWith({ browser, later })
  portal.plan = 404
  await page.goto(portal.url)
  await person.sees('Chưa mở được phiếu báo cáo')
  await expect(person.form.locator('.outcome .notice')).toContainText(PLAN)
})

test('an endpoint under a wrong path: the list says what is to be checked', async ({ browser, later }) => {
  const { portal, page, person } = await portalWith(
    { browser, later },
    {
      body: TAG.replace('endpoint="/api"', 'endpoint="/apj"'),
    },
  )
  await page.goto(portal.url)
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await expect(person.form.locator('[data-obstacle=absent]')).toContainText('endpoint')
})

test('a report that the office cannot read: the person hears whom to tell', async ({ browser, later }) => {
  const { portal, page, person } = await portalWith({ browser, later })
  const refusal = problem(400, 'malformed', { detail: 'Không đọc được từ dòng 1, cột 2.' })
  await page.route('**/api/submissions/*', (route) => route.fulfill(refusal))
  await page.goto(portal.url)
  await fillsAndSends(person)
  await person.sees('Trang này và nơi nhận không khớp nhau')
  await person.sees('malformed: Không đọc được')
})
