// The first screen of a form, which takes text before the core is there; and the core's coming, which nobody at work notices.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../support/browser.mjs'
import { ROOT, startCollector } from './collector.mjs'
import { onDevice } from './device.mjs'
import { AHEAD, beforeTheCore, coreStands, holdsTheCore, tag } from './first-screen.mjs'
import { axeFindsNothing } from './person.mjs'
import { begun, STRICT, startPortal } from './portal.mjs'

const PLANS = join(ROOT, 'www/dist/plans')

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

/** With the core in one, and with what judges a text ahead of the rest. */
const WAYS = [
  { head: '', of: '' },
  { head: AHEAD, of: ', also where texts are judged before' },
]

/** Remembers the input that has the focus. @param {import('playwright').Page} page */
const marks = (page) =>
  page.evaluate(() => {
    const input = /** @type {HTMLInputElement} */ (/** @type {any} */ (window).deepFocus())
    Object.assign(window, { marked: input, writes: 0, ends: 0 })
    const { set, get } = /** @type {PropertyDescriptor} */ (
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value')
    )
    Object.defineProperty(input, 'value', {
      get,
      set(text) {
        Object.assign(window, { writes: /** @type {any} */ (window).writes + 1 })
        set?.call(this, text)
      },
    })
    input.addEventListener('compositionend', () =>
      Object.assign(window, { ends: /** @type {any} */ (window).ends + 1 }),
    )
  })

/** What became of it. @param {import('playwright').Page} page */
const marked = (page) =>
  page.evaluate(() => {
    const { marked, writes, ends } = /** @type {any} */ (window)
    const stands = marked.isConnected && /** @type {any} */ (window).deepFocus() === marked
    return { stands, writes, ends, text: marked.value, caret: [marked.selectionStart, marked.selectionEnd] }
  })

for (const { head, of } of WAYS)
  test(`a syllable that is being composed as the core comes keeps its text, its composition and the caret${of}`, async ({
    browser,
    later,
  }) => {
    const { page, person, core, troubles } = await beforeTheCore({ browser, later }, collector.url, { head })
    await person.form.locator('.field input').first().focus()
    await page.keyboard.type('12  cây')
    await page.keyboard.press('ArrowLeft')
    for (const _ of 'cây ') await page.keyboard.press('ArrowLeft')
    await marks(page)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    const devtools = await page.context().newCDPSession(page)
    const composes = (/** @type {string} */ text) =>
      devtools.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    for (const text of ['t', 'tr', 'tro']) await composes(text)
    const { text, caret } = await marked(page)
    core.comes()
    await coreStands(person)
    assert.deepEqual(await marked(page), { stands: true, writes: 0, ends: 0, text, caret })
    for (const more of ['trồ', 'trồn', 'trồng']) await composes(more)
    assert.equal((await marked(page)).ends, 0, 'still composing')
    await devtools.send('Input.insertText', { text: 'trồng' })
    await expect.poll(async () => (await marked(page)).text).toContain('trồng')
    const whole = await marked(page)
    assert.deepEqual([whole.stands, whole.writes], [true, 0])
    await person.keeps(whole.text)
    assert.deepEqual(troubles, [])
  })

test('what is wrong is said as soon as the core is there, of fields that were left and of no other', async ({
  browser,
  later,
}) => {
  const { page, person, core } = await beforeTheCore({ browser, later }, collector.url)
  const inputs = person.form.locator('.field input')
  await inputs.nth(0).focus()
  await page.keyboard.type('nhiều')
  await inputs.nth(1).focus()
  await page.keyboard.type('12.5')
  await expect(person.form.locator('.finding')).toHaveCount(0)
  core.comes()
  await coreStands(person)
  await expect(inputs.nth(0)).toHaveAttribute('aria-invalid', 'true')
  await expect(person.form.locator('.finding'), 'not of what is being typed').toHaveCount(1)
  await expect(person.form.locator('#live')).toHaveText(/\S/)
  await page.keyboard.press('Tab')
  await expect(inputs.nth(1)).toHaveAttribute('aria-invalid', 'true')
})

for (const { head, of } of WAYS)
  test(`a paste, a scroll and a tap on the way on hold as the core comes${of}`, async ({
    browser,
    later,
  }) => {
    const { page, person, core } = await beforeTheCore({ browser, later }, collector.url, { head })
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.setViewportSize({ width: 360, height: 740 })
    const input = person.form.locator('.field input').nth(3)
    await input.scrollIntoViewIfNeeded()
    await input.focus()
    await page.evaluate(() => navigator.clipboard.writeText(' 1 200 '))
    await page.keyboard.press('Control+V')
    await person.form.locator('#to-review').click()
    await input.evaluate((field) => field.scrollIntoView({ block: 'center' }))
    const top = async () => Math.round((await input.boundingBox())?.y ?? 0)
    for (const forcedColors of /** @type {const} */ (['active', 'none'])) {
      await page.emulateMedia({ forcedColors })
      await axeFindsNothing(page, `the first screen, forced colours ${forcedColors}`)
    }
    const before = await top()
    core.comes()
    // The press led on: what is blank is said, as it would have been with the core there.
    await person.summary()
    await expect(input).toHaveValue(' 1 200 ')
    await page.reload()
    await coreStands(person)
    await expect(person.form.locator('.field input').nth(3)).toHaveValue(' 1 200 ')
    assert.ok(before > 0)
  })

test('nothing moves under the eyes of whoever reads or types as the core comes', async ({
  browser,
  later,
}) => {
  const { page, person, core } = await beforeTheCore({ browser, later }, collector.url)
  await page.setViewportSize({ width: 360, height: 740 })
  const input = person.form.locator('.field input').nth(4)
  await input.focus()
  await input.evaluate((field) => field.scrollIntoView({ block: 'center' }))
  const top = async () => (await input.boundingBox())?.y ?? 0
  const before = await top()
  core.comes()
  await coreStands(person)
  await person.form.locator('.field').nth(30).waitFor({ state: 'attached' })
  assert.ok(Math.abs((await top()) - before) < 2, `${before} → ${await top()}`)
  await expect(input).toBeFocused()
})

for (const { head, of } of WAYS)
  test(`what is typed before the core comes is a draft: it is there after a reload, also where no core ever came${of}`, async ({
    browser,
    later,
  }) => {
    const { page, person, portal, core, troubles } = await beforeTheCore({ browser, later }, collector.url, {
      head,
    })
    const input = person.form.locator('.field input').first()
    await input.fill('mười hai')
    await person.seesSaved()
    await person.keeps('mười hai')
    await page.goto('about:blank')
    await page.goto(portal.url)
    await expect(input, 'before the core').toHaveValue('mười hai')
    await person.form.locator('#restored').waitFor()
    core.comes()
    await coreStands(person)
    await expect(input).toHaveValue('mười hai')
    const drafts = /** @type {any[]} */ (await onDevice(page, 'drafts'))
    assert.deepEqual(
      drafts.filter(({ draft }) => draft).map(({ key }) => key),
      ['tan-phu-thang-thanh-nien-2023|phuong-tay-thanh|weekly|2023-02-26|2023-03-03'],
    )
    assert.deepEqual(troubles, [])
  })

test('where the core cannot come, that is said, and what was typed comes back with the next try', async ({
  browser,
  later,
}) => {
  const { page, person, portal } = await begun(
    { browser, later },
    { body: tag('weekly'), csp: STRICT, api: collector.url },
  )
  let isDown = true
  for (const file of ['**/phieu.first.wasm', '**/phieu.wasm.js*'])
    await page.route(file, async (route) => {
      if (!isDown) return route.continue()
      await new Promise((done) => setTimeout(done, 1500))
      return route.abort()
    })
  await page.goto(portal.url)
  const input = person.form.locator('.field input').first()
  await input.fill('12')
  await person.sees('Chưa mở được phiếu báo cáo')
  isDown = false
  await person.form.getByRole('button', { name: 'Thử lại' }).click()
  await coreStands(person)
  await expect(input).toHaveValue('12')
})

test('a file that is not there, in another language or of another unit changes nothing', async ({
  browser,
  later,
}) => {
  const bodies = [
    tag('weekly').replace('.weekly.vi.json', '.none.json'),
    tag('weekly').replace('.weekly.vi.json', '.weekly.en.json'),
    tag('weekly').replace('.weekly.vi.json', '.json'),
    tag('weekly').replace('phuong-tay-thanh', 'nobody'),
  ]
  for (const body of bodies) {
    const { page, portal, person } = await begun(
      { browser, later },
      { body, csp: STRICT, api: collector.url },
    )
    await page.goto(portal.url)
    await person.form.locator('#to-first, #unit-search').first().waitFor()
  }
})

/** The form as it stands, without what only the core says. @param {import('./person.mjs').Person} person */
const standing = (person) =>
  person.form.locator('.sheet').evaluate((sheet) => {
    const plain = /** @type {HTMLElement} */ (sheet.cloneNode(true))
    for (const said of plain.querySelectorAll(
      '.findings, #remaining, .echo, phieu-news > *, phieu-otherwise > *',
    ))
      said.remove()
    const html = (/** @type {Element | null} */ element) =>
      (element?.outerHTML ?? '')
        .replace(/<!--.*?-->/gs, '')
        // What a calendar opens from comes with the rest of the page.
        .replace(/(<phieu-picker>).*?(?=<\/phieu-picker>)/gs, '$1')
        .replace(/ (aria-invalid|data-wrong)="[^"]*"/g, '')
        .replace(/ [\w-]+-findings(?=")/g, '')
        .replace(/\s+/g, ' ')
    const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (
      sheet.querySelectorAll('.field input, .field textarea')
    )
    return {
      head: html(plain.querySelector('.sheet-head')),
      fields: [...plain.querySelectorAll('phieu-field')].map(html),
      values: [...inputs].map((input) => (/radio|checkbox/.test(input.type) ? input.checked : input.value)),
    }
  })

/** The beginning of a form that is as long as another. @param {any} whole @param {any} like */
const likewise = ({ head, fields, values }, like) => ({
  head,
  fields: fields.slice(0, like.fields.length),
  values: values.slice(0, like.values.length),
})

for (const plan of readdirSync(join(ROOT, 'www/plans')).map((name) => name.slice(0, -'.json'.length)))
  test(`what stands first is what the core shows: every duty of ${plan}, blank and with a draft`, async ({
    browser,
  }) => {
    const files = readdirSync(PLANS).filter((name) => name.startsWith(`${plan}.`) && name !== `${plan}.json`)
    assert.ok(files.length > 0)
    for (const file of files) {
      const [, duty = '', lang = ''] = file.split('.')
      const { units } = JSON.parse(readFileSync(join(PLANS, file), 'utf8'))
      const [{ id: unit, stands }] = units
      const now = new Date(
        Math.max(...stands.map((/** @type {any} */ { from }) => from)) + 1000,
      ).toISOString()
      const portal = await startPortal({
        body: tag(duty, { plan, unit, lang, now, api: false }),
        csp: STRICT,
      })
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
      try {
        for (const what of ['blank', 'draft']) {
          const page = await context.newPage()
          const core = await holdsTheCore(page)
          await page.goto(portal.url)
          const form = page.locator('phieu-report')
          const person = /** @type {any} */ ({ form })
          await form.locator('.field').first().waitFor()
          const first = await standing(person)
          core.comes()
          await coreStands(person)
          assert.deepEqual(likewise(await standing(person), first), first, `${file}, ${what}`)
          if (what === 'draft')
            assert.ok(
              first.values.some((/** @type {any} */ value) => value === 'ghi dở' || value === true),
              file,
            )
          const [input] = await form.locator('.field input').all()
          if ((await input?.getAttribute('type')) === 'radio') await input?.check()
          else await form.locator('.field :is(input[type=text], textarea)').first().fill('ghi dở')
          await form.locator('.saved', { hasText: /\d/ }).waitFor()
          await page.close()
        }
      } finally {
        await context.close()
        await portal.stop()
      }
    }
  })
