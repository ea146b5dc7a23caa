// The first fields stand before the form's script is there, and become the form's own when it comes: whoever types into them
// notices nothing, and nothing typed is lost.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { AHEAD, beforeTheScript, coreStands, holds, holdsTheCore, isTheForms, tag } from './first-screen.mjs'
import { axeFindsNothing } from './person.mjs'
import { begun, built, STRICT } from './portal.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

/** @param {import('../support/browser.mjs').Story} story @param {{ body?: string, head?: string }} [options] */
async function early(story, options) {
  const scene = await beforeTheScript(story, collector.url, options)
  await scene.page.goto(scene.portal.url, { waitUntil: 'commit' })
  const { form } = scene.person
  return { ...scene, first: form.locator('.field :is(input[type=text], textarea)').first(), form }
}

/** Composes as an input method does, and ends it. @param {import('playwright').Page} page */
async function inputMethod(page) {
  const devtools = await page.context().newCDPSession(page)
  return {
    composes: (/** @type {string} */ text) =>
      devtools.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      }),
    ends: (/** @type {string} */ text) => devtools.send('Input.insertText', { text }),
  }
}

test('what is typed before the script is there becomes the form’s: text, focus, caret, and the element itself', async ({
  browser,
  later,
}) => {
  const { page, person, form, first, comes } = await early({ browser, later })
  await first.focus()
  await page.keyboard.type('8500')
  await page.keyboard.press('ArrowLeft')
  await first.evaluate((input) => Object.assign(window, { typedInto: input }))
  comes()
  await isTheForms(form)
  const stood = await first.evaluate((/** @type {HTMLInputElement} */ input) => ({
    isSame: input === /** @type {any} */ (window).typedInto,
    caret: [input.selectionStart, input.selectionEnd],
  }))
  assert.deepEqual(stood, { isSame: true, caret: [3, 3] })
  await expect(first).toBeFocused()
  await page.keyboard.type('1')
  await expect(first).toHaveValue('85010')
  await person.keeps('85010')
  await coreStands(person)
  await expect(first).toHaveValue('85010')
})

test('what was left in a wrong state is told once it can be judged', async ({ browser, later }) => {
  const { page, form, first, comes } = await early({ browser, later })
  await first.fill('nhiều')
  await first.blur()
  comes()
  await form.locator('.finding', { hasText: 'không phải là số' }).waitFor()
  await expect(first).toHaveAttribute('aria-invalid', 'true')
  await first.fill('12')
  await expect(form.locator('.finding')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(form.locator('.field :is(input, textarea)').nth(1)).toBeFocused()
})

test('a syllable that is being composed as the script comes keeps its text, its composition and the caret', async ({
  browser,
  later,
}) => {
  const { page, person, form, first, comes } = await early({ browser, later })
  await first.focus()
  await first.evaluate((input) => {
    Object.assign(window, { ends: 0 })
    input.addEventListener('compositionend', () =>
      Object.assign(window, { ends: /** @type {any} */ (window).ends + 1 }),
    )
  })
  const ends = () => page.evaluate(() => /** @type {any} */ (window).ends)
  const { composes, ends: composed } = await inputMethod(page)
  for (const text of ['t', 'tr', 'tro']) await composes(text)
  comes()
  await form.locator('phieu-field').first().waitFor({ state: 'attached' })
  for (const text of ['trồ', 'trồn', 'trồng']) await composes(text)
  assert.equal(await ends(), 0, 'still composing')
  await composed('trồng')
  assert.equal(await ends(), 1)
  await isTheForms(form)
  await expect(first).toHaveValue('trồng')
  await expect(first).toBeFocused()
  await page.keyboard.type(' cây')
  await expect(first).toHaveValue('trồng cây')
  await person.keeps('trồng cây')
})

test('a finger that is down as the script comes presses what it lay on', async ({ browser, later }) => {
  const { page, person, form, comes } = await early({ browser, later })
  const button = form.locator('#to-review')
  const { x, y, width, height } = (await button.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.down()
  comes()
  await form.locator('phieu-field').first().waitFor({ state: 'attached' })
  await page.mouse.up()
  await person.summary()
})

test('a paste and a scroll hold, and nothing moves as the script comes', async ({ browser, later }) => {
  const { page, form, comes } = await early({ browser, later })
  await page.setViewportSize({ width: 360, height: 400 })
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const input = form.locator('.field input').nth(2)
  await input.focus()
  await page.evaluate(() => navigator.clipboard.writeText(' 1 200 '))
  await page.keyboard.press('Control+V')
  await input.evaluate((field) => field.scrollIntoView({ block: 'center' }))
  const top = async () => (await input.boundingBox())?.y ?? 0
  const before = await top()
  for (const forcedColors of /** @type {const} */ (['active', 'none'])) {
    await page.emulateMedia({ forcedColors })
    await axeFindsNothing(page, `the first fields, forced colours ${forcedColors}`)
  }
  comes()
  await isTheForms(form)
  assert.ok(Math.abs((await top()) - before) < 2, `${before} → ${await top()}`)
  await expect(input).toHaveValue(' 1 200 ')
})

test('where the script never comes, what was typed is there with the next visit', async ({
  browser,
  later,
}) => {
  const { page, portal, person, form, first } = await early({ browser, later })
  await first.fill('8000')
  await page.goto('about:blank')
  await page.unroute(/\/dist\/phieu\.js$/)
  await page.goto(portal.url)
  await coreStands(person)
  await expect(first).toHaveValue('8000')
  await form.locator('#restored').waitFor()
  await person.keeps('8000')
})

test('a browser that tells of a page that is left by "pagehide" alone leaves what was typed behind', async ({
  browser,
  later,
}) => {
  const { page, first } = await early({ browser, later })
  await first.fill('8000')
  const left = await page.evaluate(() => {
    window.dispatchEvent(new PageTransitionEvent('pagehide'))
    return Object.values(localStorage).join()
  })
  assert.match(left, /8000/)
})

test('a page that was out of sight before the script came keeps one draft, and no other version beside it', async ({
  browser,
  later,
}) => {
  const { page, person, form, first, comes } = await early({ browser, later })
  await first.fill('80')
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
    Reflect.deleteProperty(document, 'visibilityState')
  })
  await first.fill('8000')
  comes()
  await isTheForms(form)
  await person.keeps('8000')
  assert.deepEqual(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('tail'))),
    [],
  )
  await coreStands(person)
  await expect(form.locator('#other')).toHaveCount(0)
  await expect(first).toHaveValue('8000')
})

test('a script of another build takes its own way, and what was typed comes back', async ({
  browser,
  later,
}) => {
  const scene = await begun(
    { browser, later },
    {
      head: AHEAD,
      body: tag('weekly'),
      csp: STRICT,
      api: collector.url,
      files: {
        '/dist/early.js': () => String(built('early.js')).replace(/phieu\.early\.\w+/, 'phieu.early.old'),
      },
    },
  )
  const { page, portal, person } = scene
  await page.route(/\/dist\/phieu\.js$/, async (route) => {
    await page.locator('phieu-report .field input').first().fill('8000')
    await route.continue()
  })
  await page.goto(portal.url)
  await coreStands(person)
  await expect(person.form.locator('.phieu')).toHaveCount(1)
  await page.unroute(/\/dist\/phieu\.js$/)
  await page.reload()
  await coreStands(person)
  await expect(person.form.locator('.field input').first()).toHaveValue('8000')
})

test('what is composed while the host changes the unit stays with the unit that it was typed for', async ({
  browser,
  later,
}) => {
  const { page, person, form, first, comes } = await early({ browser, later })
  const core = await holdsTheCore(page)
  await first.focus()
  const { composes, ends: composed } = await inputMethod(page)
  await composes('8')
  comes()
  await form.locator('phieu-field').first().waitFor({ state: 'attached' })
  await form.evaluate((tag) => tag.setAttribute('unit', 'phuong-son-ky'))
  core.comes()
  await coreStands(person)
  await composes('850')
  await composed('850')
  await isTheForms(form)
  await expect(first).toHaveValue('')
  await form.evaluate((tag) => tag.setAttribute('unit', 'phuong-tay-thanh'))
  await expect(form.locator('#unit-name')).toContainText('Tây Thạnh')
  await expect(first).toHaveValue('850')
})

test('a tag in the place of the one that was typed into has what was typed, and nothing older comes back', async ({
  browser,
  later,
}) => {
  const { page, portal, person, first, comes } = await early({ browser, later })
  await first.fill('8000')
  await page.evaluate(() => {
    const tag = document.querySelector('phieu-report')
    tag?.replaceWith(/** @type {Node} */ (tag.cloneNode(true)))
  })
  comes()
  await coreStands(person)
  await expect(first).toHaveValue('8000')
  await first.fill('9000')
  await person.keeps('9000')
  await page.goto('about:blank')
  await page.goto(portal.url)
  await coreStands(person)
  await expect(first).toHaveValue('9000')
})

test('what a filler writes before the script is there is taken', async ({ browser, later }) => {
  const { person, form, first, comes } = await early({ browser, later })
  await first.evaluate((/** @type {HTMLInputElement} */ input) => {
    input.value = '4711'
  })
  comes()
  await isTheForms(form)
  await expect(first).toHaveValue('4711')
  await person.keeps('4711')
})

test('where the script fails, what the host says of that stands below, and what was typed comes back', async ({
  browser,
  later,
}) => {
  const body = tag('weekly').replace(
    '</phieu-report>',
    '<a href="/mau.docx">Mẫu trên giấy</a></phieu-report>',
  )
  const { page, portal, person } = await beforeTheScript({ browser, later }, collector.url, { body })
  await page.unroute(/\/dist\/phieu\.js$/)
  await page.route(/\/dist\/phieu\.js$/, async (route) => {
    await page.locator('phieu-report .field input').first().fill('8000')
    await route.abort()
  })
  await page.goto(portal.url)
  await page.getByText('Mẫu trên giấy').waitFor()
  await expect(person.form.locator('.field input').first()).toHaveValue('8000')
  await page.unroute(/\/dist\/phieu\.js$/)
  await page.reload()
  await coreStands(person)
  await expect(person.form.locator('.field input').first()).toHaveValue('8000')
})

test('a form that cannot be shown says so', async ({ browser, later }) => {
  const { page, person, comes } = await early({ browser, later })
  await page.evaluate(() => {
    customElements.whenDefined('phieu-form').then((PhieuForm) => {
      PhieuForm.prototype.render = () => {
        throw new Error('an old library')
      }
    })
  })
  comes()
  await person.sees('Chưa mở được phiếu báo cáo')
  await expect(person.form.locator('.field input')).toHaveCount(0)
})

test('the focus on a button is on the same one of the form, in the same place', async ({
  browser,
  later,
}) => {
  const { page, form, comes } = await early({ browser, later })
  await page.setViewportSize({ width: 360, height: 400 })
  await page.evaluate(() => scrollTo(0, 150))
  const button = form.locator('.fold').first()
  await button.focus()
  const top = async () => (await button.boundingBox())?.y ?? NaN
  const before = await top()
  comes()
  await isTheForms(form)
  await expect(button).toBeFocused()
  const after = await top()
  assert.ok(Math.abs(after - before) < 2, `${before} → ${after}`)
})

test('what the device holds of the report comes with the form, and no field stands ahead of it', async ({
  browser,
  later,
}) => {
  const { page, person, form, first, comes } = await early({ browser, later })
  comes()
  await coreStands(person)
  await first.fill('8000')
  await person.seesSaved()
  await person.keeps('8000')
  const script = await holds(page, /\/dist\/phieu\.js$/)
  const read = page.waitForResponse(/phieu\.inputs\.wasm$/)
  await page.reload({ waitUntil: 'commit' })
  await read
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)))
  await expect(form.locator('.phieu')).toHaveCount(0)
  script.comes()
  await coreStands(person)
  await expect(first).toHaveValue('8000')
})
