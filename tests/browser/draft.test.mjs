// Nothing typed is lost, right or wrong.
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { Person, visit } from './person.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

test('a tab that is killed in mid-typing loses nothing, wrong values included', async ({ browser }) => {
  const context = await browser.newContext()
  const first = await visit(context, `${collector.url}/`)
  await first.person.opensFirstWeek()
  await first.person.types('/figures/trees', '100')
  await first.person.types('/figures/attendances', 'khoảng 1.234,5')
  await first.person.input('/figures/highlights').pressSequentially('Ra quân làm sạch kênh', { delay: 15 })
  // How soon it is written, the tests of a killed browser say.
  await first.person.keeps('Ra quân làm sạch kênh')
  const devtools = await context.newCDPSession(first.page)
  devtools.send('Page.crash').catch(() => {})
  await first.page.waitForEvent('crash')

  const again = await visit(context, `${collector.url}/`)
  await again.person.opens('weekly', '2023-02-26')
  await again.person.sees('Đã mở lại bản nháp')
  await again.person.holds('/figures/trees', '100')
  await again.person.holds('/figures/attendances', 'khoảng 1.234,5')
  await again.person.holds('/figures/highlights', 'Ra quân làm sạch kênh')
  await again.person.form.locator('#at_figures_attendances-findings').waitFor()
  await context.close()
})

test('leaving the page at once writes what was still held back', async ({ browser }) => {
  const context = await browser.newContext()
  const { page, person } = await visit(context, `${collector.url}/`)
  await person.opensFirstWeek()
  // A page that is left has no time for IndexedDB.
  await page.evaluate(() => {
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('closing', 'InvalidStateError')
    }
  })
  await person.input('/figures/difficulties').pressSequentially('Thiếu kinh phí', { delay: 2 })
  await page.reload()
  await person.opens('weekly', '2023-02-26')
  await person.holds('/figures/difficulties', 'Thiếu kinh phí')
  await context.close()
})

test('saved on the device is never taken for received by the office', async ({ browser }) => {
  const { page, person } = await visit(browser, `${collector.url}/`)
  await person.opensFirstWeek()
  await person.types('/figures/trees', '7')
  await person.seesSaved()
  await expect(person.form.getByText('đã nhận')).toHaveCount(0)
  await page.context().close()
})

test('two tabs on one report: both versions are kept and the other is offered', async ({ browser }) => {
  const context = await browser.newContext()
  const one = await visit(context, `${collector.url}/`)
  await one.person.opensFirstWeek()
  await one.person.types('/figures/trees', '1')
  await one.person.seesSaved()
  const two = await visit(context, `${collector.url}/`)
  await two.person.opens('weekly', '2023-02-26')
  await two.person.types('/figures/trees', '22')
  await two.person.keeps('22')
  await one.person.types('/figures/ideas', '4')
  await one.person.sees('còn một bản khác')
  await one.person.form.locator('#take-other').click()
  await one.person.holds('/figures/trees', '22')
  await context.close()
})

test('where the browser keeps nothing, the form says so and works, with files', async ({ browser }) => {
  const context = await browser.newContext()
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
  })
  const { page, person } = await visit(context, `${collector.url}/`)
  await person.opensFirstWeek()
  await person.types('/figures/trees', '31')
  await person.sees('Trình duyệt không cho lưu')
  const unsafe = person.form.locator('#unsafe')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    unsafe.getByRole('button', { name: 'Lưu thành tệp' }).click(),
  ])
  const path = await file.path()
  await person.types('/figures/trees', '99')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    unsafe.getByRole('button', { name: 'Mở tệp' }).click(),
  ])
  await chooser.setFiles({
    name: 'ban-nhap.json',
    mimeType: 'application/json',
    buffer: await readBuffer(path),
  })
  await person.holds('/figures/trees', '31')
  await context.close()
})

test('a file that is no draft is refused, and what is open stays', async ({ browser }) => {
  const context = await browser.newContext()
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
  })
  const { page, person } = await visit(context, `${collector.url}/`)
  await person.opensFirstWeek()
  await person.types('/figures/trees', '31')
  for (const text of ['not JSON', '{}', '{"format":1,"plan":"another"}']) {
    const open = person.form.locator('#unsafe').getByRole('button', { name: 'Mở tệp' })
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), open.click()])
    await chooser.setFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) })
    await person.sees('Tệp này không phải bản nháp')
    await person.holds('/figures/trees', '31')
  }
  await person.types('/figures/trees', '8000')
  await person.sees('8.000 cây')
  await context.close()
})

test('a form that is taken out of the page and put back keeps what was typed', async ({ browser }) => {
  const { page, person } = await visit(browser, `${collector.url}/`)
  await person.opensFirstWeek()
  await person.types('/figures/trees', '12')
  await page.evaluate(() => {
    const report = document.querySelector('phieu-report')
    const place = report?.parentElement
    for (let time = 0; time < 5; time += 1) {
      report?.remove()
      place?.append(/** @type {Element} */ (report))
    }
  })
  await person.holds('/figures/trees', '12')
  await new Person(page).types('/figures/trees', '13')
  await person.seesSaved()
  await page.context().close()
})

/** @param {string} path */
async function readBuffer(path) {
  const { readFile } = await import('node:fs/promises')
  return readFile(path)
}

test('two tabs: each hears of the other while it is open, and nothing of either is lost', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const one = await visit(context, `${collector.url}/`)
  await one.person.opensFirstWeek()
  const two = await visit(context, `${collector.url}/`)
  await two.person.opens('weekly', '2023-02-26')
  await two.person.types('/figures/trees', '22')
  await one.person.form.locator('#other-tab').waitFor()
  await expect(one.person.input('/figures/trees'), 'nothing changes by itself').toHaveValue('')
  await one.person.types('/figures/trees', '11')
  await two.person.form.locator('#other-tab').waitFor()
  await two.person.holds('/figures/trees', '22')
  await two.person.form.locator('#take-other').click()
  await two.person.holds('/figures/trees', '11')
  await two.person.form.locator('#take-other').click()
  await two.person.holds('/figures/trees', '22')
  await one.page.close()
  await two.page.reload()
  await two.person.opens('weekly', '2023-02-26')
  await two.person.holds('/figures/trees', '22')
  await two.person.form.locator('#take-other').click()
  await two.person.holds('/figures/trees', '11')
  await two.person.form.locator('#drop-other').click()
  await two.person.form.locator('#other-tab').waitFor({ state: 'detached' })
  await context.close()
})

test('leaving the page in mid-typing is no second version', async ({ browser }) => {
  const { page, person } = await visit(browser, `${collector.url}/`)
  await person.opensFirstWeek()
  await person.input('/figures/difficulties').pressSequentially('Thiếu kinh phí', { delay: 15 })
  await page.reload()
  await person.opens('weekly', '2023-02-26')
  await person.holds('/figures/difficulties', 'Thiếu kinh phí')
  await expect(person.form.locator('#other-tab')).toHaveCount(0)
  await page.context().close()
})

/**
 * Keeps what the plan asked as earlier versions of the page did: as an object, and the first of them in a record of its own.
 * @param {import('playwright').Page} page
 * @param {boolean} apart
 */
const asEarlier = (page, apart) =>
  page.evaluate(
    (isApart) =>
      /** @type {Promise<void>} */ (
        new Promise((done) => {
          const opening = indexedDB.open('phieu')
          opening.onsuccess = () => {
            const change = opening.result.transaction('drafts', 'readwrite')
            const shelf = change.objectStore('drafts')
            const reading = shelf.getAll()
            reading.onsuccess = () => {
              for (const { asked: noted, ...record } of reading.result) {
                const asked = noted && JSON.parse(noted)
                shelf.put(isApart ? record : { ...record, asked }, record.key)
                const key = `${record.key}|asked`
                if (asked && isApart) shelf.put({ ...asked, key }, key)
              }
            }
            change.oncomplete = () => {
              opening.result.close()
              done()
            }
          }
        })
      ),
    apart,
  )

for (const [how, isApart] of /** @type {const} */ ([
  ['', undefined],
  [', also where what was asked stands there as an object', false],
  [', also where what was asked stands apart', true],
])) {
  test(`a new version of the plan: what was typed is kept, what is new and what is gone is said${how}`, async ({
    browser,
  }) => {
    const { page, person } = await visit(browser, `${collector.url}/`)
    await person.opensFirstWeek()
    await person.types('/figures/trees', '70')
    await person.types('/figures/ideas', 'bảy ý <i>tưởng</i>')
    await person.keeps('bảy ý')
    await page.route('**/plans/tan-phu-thang-thanh-nien-2023.json', async (route) => {
      const plan = await (await route.fetch()).json()
      plan.version += 1
      plan.indicators.push({
        id: 'videos',
        label: 'Số video tuyên truyền',
        measure: { count: { noun: 'video' } },
      })
      for (const { sections } of plan.templates) {
        for (const section of sections) {
          const { fields } = section
          if (!fields?.some((/** @type {any} */ { indicator }) => indicator === 'ideas')) continue
          section.fields = fields.filter((/** @type {any} */ { indicator }) => indicator !== 'ideas')
          section.fields.push({ indicator: 'videos' })
        }
      }
      return route.fulfill({ json: plan })
    })
    if (isApart !== undefined) await asEarlier(page, isApart)
    await page.reload()
    await person.opens('weekly', '2023-02-26')
    const news = person.form.locator('#plan-changed')
    await news.getByText('Số video tuyên truyền').waitFor()
    await expect(news.locator('textarea')).toHaveValue(/bảy ý <i>tưởng<\/i>/)
    await person.holds('/figures/trees', '70')
    await news.locator('#understood').click()
    // A page that is left at once has no time to write it down; it would only be asked again.
    await person.keeps('Số video tuyên truyền')
    await page.reload()
    await person.opens('weekly', '2023-02-26')
    await person.holds('/figures/trees', '70')
    await page.waitForTimeout(200)
    await expect(news).toHaveCount(0)
    await page.context().close()
  })
}
