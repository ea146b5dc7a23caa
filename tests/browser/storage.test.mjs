// What is called saved is saved, and a device that keeps nothing, or does not answer, holds nobody up.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { onDevice } from './device.mjs'
import { Person, RIGHT, slipOf, visit } from './person.mjs'
import { writesBeside } from './thread.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

/** @typedef {import('playwright').BrowserContext} Context */

/** A page of this site that is none of ours. @param {Context} context */
async function elsewhere(context) {
  const page = await context.newPage()
  await page.goto(`${collector.url}/api/health`)
  return page
}

/**
 * A page that holds on to the device's layout as it is, while another asks for a newer one: until the first lets go,
 * the browser answers nobody.
 * @param {Context} context
 */
async function holdsTheLayout(context) {
  const page = await elsewhere(context)
  await page.evaluate(
    () =>
      new Promise((done) => {
        const opening = indexedDB.open('phieu')
        opening.onsuccess = () => {
          const { result } = opening
          Object.assign(window, { letGo: () => result.close() })
          const newer = indexedDB.open('phieu', result.version + 1)
          newer.onblocked = done
          newer.onsuccess = () => newer.result.close()
        }
      }),
  )
  return page
}

/** @param {Person} person */
async function saysThatNothingIsSaved(person) {
  await person.form.locator('.saved', { hasText: 'Chưa lưu trên máy' }).waitFor()
  await expect(person.form.getByText('Đã lưu trên máy')).toHaveCount(0)
}

test('a device that never answers: the form opens, says so, and calls nothing saved', async ({ browser }) => {
  const context = await browser.newContext()
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => /** @type {any} */ (new EventTarget())
  })
  const { page, person } = await visit(context, `${collector.url}/`)
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await person.sees('Máy chưa mở được chỗ lưu bản nháp')
  await person.opens('weekly', '2023-02-26')
  await person.types('/figures/trees', '31')
  await person.form.locator('#unsafe', { hasText: 'chưa mở được chỗ lưu' }).waitFor()
  await saysThatNothingIsSaved(person)
  await person.form.locator('#back').click()
  // The form itself says "chỉ giữ trong thẻ này" too; the list of duties says of what.
  await person.sees('Có bản nháp, chỉ giữ trong thẻ này')
  // A page that is left writes what it held where the browser still lets it.
  await page.reload()
  await person.opens('weekly', '2023-02-26')
  await person.holds('/figures/trees', '31')
  await context.close()
})

test('another tab holds an older layout: what is typed meanwhile goes over to the device once it lets go', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const first = await visit(context, `${collector.url}/`)
  await first.person.opensFirstWeek()
  await first.person.types('/figures/trees', '5')
  await first.person.keeps('5')
  await first.page.close()
  const holder = await holdsTheLayout(context)

  const { page, person } = await visit(context, `${collector.url}/`)
  await person.opens('weekly', '2023-02-26')
  await person.form.locator('#unsafe', { hasText: 'chưa mở được chỗ lưu' }).waitFor()
  await person.types('/figures/trees', '7')
  await saysThatNothingIsSaved(person)

  await holder.evaluate(() => /** @type {any} */ (window).letGo())
  await person.seesSaved()
  await expect(person.form.locator('#unsafe')).toHaveCount(0)
  await person.form.locator('#other-tab').waitFor()
  await person.holds('/figures/trees', '7')
  await page.reload()
  await person.opens('weekly', '2023-02-26')
  await person.holds('/figures/trees', '7')
  await person.form.locator('#take-other').click()
  await person.holds('/figures/trees', '5')
  await context.close()
})

test('the device answers before anything is typed: its draft comes into the form', async ({ browser }) => {
  const context = await browser.newContext()
  const first = await visit(context, `${collector.url}/`)
  await first.person.opensFirstWeek()
  await first.person.types('/figures/trees', '5')
  await first.person.keeps('5')
  await first.page.close()
  const holder = await holdsTheLayout(context)
  const { person } = await visit(context, `${collector.url}/`)
  await person.opens('weekly', '2023-02-26')
  await person.form.locator('#unsafe').waitFor()
  await holder.evaluate(() => /** @type {any} */ (window).letGo())
  await person.holds('/figures/trees', '5')
  await context.close()
})

/** How the connection to the device is lost under an open form. */
const LOSSES = {
  'another tab brings a newer layout': async (/** @type {import('playwright').Page} */ page) => {
    const holder = await holdsTheLayout(page.context())
    await holder.evaluate(() => /** @type {any} */ (window).letGo())
  },
  'the site data are cleared': async (/** @type {import('playwright').Page} */ page) => {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Storage.clearDataForOrigin', {
      origin: collector.url,
      storageTypes: 'indexeddb',
    })
  },
}
for (const [how, lose] of Object.entries(LOSSES)) {
  test(`a lost connection is made anew (${how}): what is typed and the receipt are kept`, async ({
    browser,
  }) => {
    const context = await browser.newContext()
    const { page, person } = await visit(context, `${collector.url}/`)
    await person.opensFirstWeek()
    await person.fillsIn(RIGHT)
    await person.addsActivity()
    await person.seesSaved()
    await lose(page)
    await person.types('/figures/trees', '101')
    // Not opened by the test before the form has: that would lay it out in the form's place.
    const databases = () => page.evaluate(async () => (await indexedDB.databases()).length)
    await expect.poll(databases, 'the device is written to again').toBe(1)
    await person.keeps('101')
    await expect(person.form.locator('#unsafe')).toHaveCount(0)
    await person.sends()
    const code = await person.code()
    const kept = JSON.stringify(await onDevice(page, 'kept'))
    assert.ok(kept.includes(code), 'the receipt is on the device')
    await context.close()
  })
}

test('what is written and is not there is not called saved', async ({ browser }) => {
  const { page, person } = await visit(browser, `${collector.url}/`)
  await person.opensFirstWeek()
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => /** @type {any} */ ({})
  })
  await person.types('/figures/trees', '31')
  await person.sees('Không lưu được trên máy')
  await expect(person.form.getByText('Đã lưu trên máy')).toHaveCount(0)
  await page.context().close()
})

/** @typedef {{ evaluate(work: () => void): Promise<void>, evaluateHandle(work: () => string[]): Promise<import('playwright').JSHandle<string[]>> }} Writer */

/** What writes: a thread beside the page, which is in the way of nobody who types, or the page itself where it gets none. */
const WRITERS = /** @type {Record<string, (person: Person) => Promise<Writer>>} */ ({
  'the page': async (person) => {
    await person.page.context().route('**/draft.worker.js', (route) => route.abort())
    await person.types('/figures/trees', '31')
    await person.seesSaved()
    return person.page
  },
  'a thread': (person) => writesBeside(person, '/figures/trees'),
})
for (const [what, writing] of Object.entries(WRITERS)) {
  test(`what is written later and is not there is not called saved for long (${what} writes)`, async ({
    browser,
  }) => {
    const { page, person } = await visit(browser, `${collector.url}/`)
    await person.opensFirstWeek()
    const writer = await writing(person)
    for (const each of [writer, page])
      await each.evaluate(() => {
        IDBObjectStore.prototype.put = () => /** @type {any} */ ({})
      })
    await person.types('/figures/trees', '32')
    await person.sees('Không lưu được trên máy')
    await expect(person.form.getByText('Đã lưu trên máy')).toHaveCount(0)
    await page.context().close()
  })

  test(`a key that is pressed reads the device once, as it writes (${what} writes)`, async ({ browser }) => {
    const { page, person } = await visit(browser, `${collector.url}/`)
    await person.opensFirstWeek()
    const writer = await writing(person)
    const asked = await writer.evaluateHandle(() => {
      /** @type {string[]} */
      const modes = []
      const { transaction } = IDBDatabase.prototype
      IDBDatabase.prototype.transaction = function (names, mode = 'readonly', ...more) {
        modes.push(mode)
        return transaction.call(this, names, mode, ...more)
      }
      return modes
    })
    await person.input('/figures/trees').press('1')
    const writings = () => asked.evaluate((modes) => modes.filter((mode) => mode === 'readwrite').length)
    await expect.poll(writings).toBe(1)
    assert.deepEqual(await asked.jsonValue(), ['readwrite'])
    // In the end it is looked for.
    await expect.poll(() => asked.jsonValue()).toEqual(['readwrite', 'readonly'])
    await page.context().close()
  })
}

test('in a frame that may keep nothing the form says so, calls nothing saved, and sends', async ({
  browser,
}) => {
  const context = await browser.newContext()
  // A sandboxed frame has an origin of its own, to which this server's files are another's.
  await context.route('**/*', async (route) => {
    const response = await route.fetch()
    return route.fulfill({
      response,
      headers: {
        ...response.headers(),
        'access-control-allow-origin': '*',
        'access-control-allow-headers': '*',
      },
    })
  })
  const page = await elsewhere(context)
  await page.setContent(
    `<iframe sandbox="allow-scripts allow-forms allow-downloads" width="1000" height="1200" src="${collector.url}/"></iframe>`,
  )
  const person = new Person(page)
  person.form = page.frameLocator('iframe').locator('phieu-report')
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await person.form.locator(`${slipOf('weekly', '2023-02-26')} [data-action=fill]`).click()
  await person.sees('Trình duyệt không cho lưu')
  await person.fillsIn(RIGHT)
  await saysThatNothingIsSaved(person)
  await person.addsActivity()
  await person.sends()
  assert.match(await person.code(), /-/)
  await context.close()
})

for (const event of ['change', 'blur']) {
  test(`a value that comes with "${event}" alone, as from a filler or dictation, is taken`, async ({
    browser,
  }) => {
    const { page, person } = await visit(browser, `${collector.url}/`)
    await person.opensFirstWeek()
    const values = { '/figures/trees': '8000', '/figures/highlights': 'Ra quân\nlàm sạch kênh' }
    for (const [path, text] of Object.entries(values)) {
      await person.input(path).evaluate(
        (input, [value, name]) => {
          Object.assign(input, { value })
          input.dispatchEvent(new Event(name, { bubbles: name === 'change' }))
        },
        [text, event],
      )
    }
    await person.sees('8.000 cây')
    await person.keeps('làm sạch kênh')
    await page.reload()
    await person.opens('weekly', '2023-02-26')
    for (const [path, text] of Object.entries(values)) await person.holds(path, text)
    await page.context().close()
  })
}

test('an explanation that comes with "change" alone is taken', async ({ browser }) => {
  const { page, person } = await visit(browser, `${collector.url}/`)
  await person.opensFirstWeek()
  await person.types('/figures/blood-donors', '10')
  await person.types('/figures/blood-units', '4')
  await person.form
    .getByLabel('Giải thích trong một dòng')
    .first()
    .evaluate((input) => {
      Object.assign(input, { value: 'Sáu người chưa đủ sức khỏe để hiến.' })
      input.dispatchEvent(new Event('change', { bubbles: true }))
    })
  await person.keeps('Sáu người')
  await page.context().close()
})

test('a core that does not come: it is said in the end, and the form opens when it comes', async ({
  browser,
}) => {
  const context = await browser.newContext()
  let come = () => {}
  const here = new Promise((done) => {
    come = () => done(undefined)
  })
  await context.route('**/phieu.first.wasm', (route) => here.then(() => route.continue()))
  const page = await context.newPage()
  const person = new Person(page)
  await page.clock.install()
  await page.goto(`${collector.url}/`)
  await person.sees('Đang mở phiếu báo cáo')
  await page.clock.fastForward(61_000)
  await person.sees('Chưa mở được phiếu báo cáo')
  come()
  await person.sees('Chọn đơn vị')
  await context.close()
})
