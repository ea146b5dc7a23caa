// What a person meets while typing.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { focusComesTo, visit } from './person.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

/** @param {import('playwright').Locator} locator */
async function boxOf(locator) {
  const box = await locator.boundingBox()
  assert.ok(box, 'it is shown')
  return box
}

/**
 * @param {import('playwright').Browser} browser
 * @param {(visit: import('./person.mjs').Visit) => Promise<void>} story
 */
async function atTheForm(browser, story) {
  const visited = await visit(browser, `${collector.url}/`)
  await visited.person.opensFirstWeek()
  await story(visited)
  assert.deepEqual(visited.troubles, [])
  await visited.page.context().close()
}

test('errors appear late and clear early', ({ browser }) =>
  atTheForm(browser, async ({ page, person }) => {
    const input = person.input('/figures/trees')
    const found = person.form.locator('#at_figures_trees-findings')
    await input.focus()
    await page.keyboard.type('12.5')
    await expect(found, 'nothing while it is typed').toHaveCount(0)
    await page.keyboard.press('Tab')
    await found.waitFor()
    await expect(input).toHaveAttribute('aria-invalid', 'true')
    await expect(input).toHaveAttribute('aria-describedby', /at_figures_trees-findings/)
    await input.focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('125')
    await expect(found, 'gone with the keystroke that mends it').toHaveCount(0)
    await expect(input).not.toHaveAttribute('aria-invalid')
  }))

test('a field of several lines, too, says what is wrong once it is left', ({ browser }) =>
  atTheForm(browser, async ({ page, person }) => {
    await person.form.locator('#at_activities').click()
    const wrong = {
      '/figures/highlights': 'Ra quân. '.repeat(300),
      '/activities/0/links': 'tuoitretanphu.com',
      '/activities/0/partners': 'Đoàn trường '.repeat(40),
      '/activities/0/note': 'Ghi chú. '.repeat(300),
    }
    for (const [path, text] of Object.entries(wrong)) {
      await person.reaches(`[data-path="${path}"]`)
      const input = person.input(path)
      const found = person.form.locator(`#at${path.replaceAll('/', '_')}-findings`)
      await input.fill(text)
      await expect(found, 'nothing while it is typed').toHaveCount(0)
      await page.keyboard.press('Tab')
      await found.waitFor()
      await expect(input).toHaveAttribute('aria-invalid', 'true')
    }
  }))

test('a blank field is no error until sending is tried', ({ browser }) =>
  atTheForm(browser, async ({ person }) => {
    await person.input('/figures/trees').focus()
    await person.input('/figures/ideas').focus()
    await expect(person.form.locator('.finding')).toHaveCount(0)
  }))

test('what shows nothing is blank, and no answer', ({ browser }) =>
  atTheForm(browser, async ({ person }) => {
    await person.types('/figures/reporter-phone', '\u3164\u2800')
    await expect(person.form.locator('.finding')).toHaveCount(0)
    await person.goesToReview()
    await person.summary()
    await person.form.locator('#at_figures_reporter-phone-findings').waitFor()
  }))

test('what was understood stands beside the field', ({ browser }) =>
  atTheForm(browser, async ({ person }) => {
    await person.input('/figures/attendances').fill('8000')
    await expect(person.form.locator('#at_figures_attendances-echo')).toHaveText(/8\.000 lượt/)
  }))

test('a key writes what was understood of a figure, and renders no field', ({ browser }) =>
  atTheForm(browser, async ({ page, person }) => {
    const input = person.input('/figures/attendances')
    const echo = person.form.locator('#at_figures_attendances-echo')
    await input.focus()
    await page.keyboard.type('8000')
    await expect(echo).toHaveText(/8\.000 lượt/)
    const rendered = await page.evaluateHandle(() => {
      /** @type {unknown[]} */
      const fields = []
      const { prototype } = /** @type {any} */ (customElements.get('phieu-field'))
      const { performUpdate } = prototype
      prototype.performUpdate = function () {
        fields.push(this.field.id)
        performUpdate.call(this)
      }
      return fields
    })
    await page.keyboard.type('5')
    await expect(echo).toHaveText(/80\.005 lượt/)
    assert.deepEqual(await rendered.jsonValue(), [])
    await page.keyboard.type(',5x')
    await expect(echo).toBeEmpty()
    await page.keyboard.press('Tab')
    await person.form.locator('#at_figures_attendances-findings').waitFor()
    await input.focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('7000')
    await expect(echo).toHaveText(/7\.000 lượt/)
  }))

test('what was understood is said anew where a translator of the browser has put its own around it', ({
  browser,
}) =>
  atTheForm(browser, async ({ page, person }) => {
    const echo = person.form.locator('#at_figures_attendances-echo')
    await person.input('/figures/attendances').focus()
    await page.keyboard.type('8000')
    await expect(echo).toHaveText(/8\.000 lượt/)
    await echo.evaluate((line) => {
      const around = document.createElement('font')
      around.append(...line.childNodes)
      line.append(around)
    })
    await page.keyboard.type('5')
    await expect(echo).toHaveText(/80\.005 lượt/)
  }))

test('Enter that ends what an input method composes goes nowhere', ({ browser }) =>
  atTheForm(browser, async ({ page, person }) => {
    await person.form.locator('#at_activities').click()
    for (const path of ['/figures/trees', '/activities/0/title']) {
      const input = person.input(path)
      await input.focus()
      await input.evaluate((element) => {
        const enter = new KeyboardEvent('keydown', {
          key: 'Enter',
          keyCode: 229,
          bubbles: true,
          composed: true,
        })
        element.dispatchEvent(enter)
      })
      await expect(input).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(input).not.toBeFocused()
    }
  }))

test('composition is never interrupted: the text under composition is neither rewritten nor lost', ({
  browser,
}) =>
  atTheForm(browser, async ({ page, person }) => {
    const input = person.input('/figures/highlights')
    await input.focus()
    const devtools = await page.context().newCDPSession(page)
    await page.evaluate(() => {
      const field = /** @type {HTMLTextAreaElement} */ (deepFocus())
      const { set, get } = /** @type {PropertyDescriptor} */ (
        Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')
      )
      Object.assign(window, { writes: 0, ends: 0 })
      Object.defineProperty(field, 'value', {
        get,
        set(text) {
          Object.assign(window, { writes: /** @type {any} */ (window).writes + 1 })
          set?.call(this, text)
        },
      })
      field.addEventListener('compositionend', () =>
        Object.assign(window, { ends: /** @type {any} */ (window).ends + 1 }),
      )
    })
    for (const text of ['t', 'tr', 'tro', 'trồ', 'trồn', 'trồng']) {
      await devtools.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    }
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).ends), 0, 'still composing')
    await devtools.send('Input.insertText', { text: 'trồng' })
    await page.keyboard.type(' cây')
    await expect(input).toHaveValue('trồng cây')
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).writes), 0)
    await person.seesSaved()
  }))

test('a press on a button holds, though the field that it leaves says what is wrong and moves the button', ({
  browser,
}) =>
  atTheForm(browser, async ({ page, person }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    const input = person.input('/figures/reporter-email')
    await input.fill('!!')
    await person.seesSaved()
    await person.form.locator('#to-review').hover({ position: { x: 20, y: 5 } })
    await page.mouse.down()
    await page.waitForTimeout(150)
    await page.mouse.up()
    await person.summary()
    await expect(input).toHaveAttribute('aria-invalid', 'true')
  }))

test('a press holds whatever moves between press and release: it is nobody else’s, and not lost', ({
  browser,
}) =>
  atTheForm(browser, async ({ page, person }) => {
    const add = person.form.locator('#at_activities')
    const activities = person.form.locator('li.activity')
    const sheetMoves = (/** @type {number} */ by) =>
      person.form.locator('.sheet').evaluate((sheet, by) => {
        sheet.style.marginTop = `${by}px`
      }, by)
    // The browser does not mend what moves, as it does not where nothing above is in sight.
    await page.evaluate(() => document.documentElement.style.setProperty('overflow-anchor', 'none'))
    const press = async (/** @type {() => Promise<unknown>} */ meanwhile) => {
      await expect(async () => {
        await add.hover()
        await page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
        )
        assert.ok(await add.evaluate((button) => button.matches(':hover')), 'what came into sight stands')
      }).toPass()
      await page.mouse.down()
      await meanwhile()
      await page.mouse.up()
    }
    await press(() => sheetMoves(190))
    await expect(activities, 'it slipped away under the pointer').toHaveCount(1)
    await press(() => sheetMoves(0))
    await expect(activities, 'another has come to lie there').toHaveCount(2)
    await press(() => page.mouse.move(5, 5, { steps: 3 }))
    await page.keyboard.press('Tab')
    await add.focus()
    await page.keyboard.press('Enter')
    await expect(activities, 'let go elsewhere, then by keyboard').toHaveCount(3)
  }))

test('a finger on the list of duties opens what it lay on, though the list moves under it', async ({
  browser,
}) => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
  const { page, person, troubles } = await visit(browser, `${collector.url}/`, phone)
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  const fill = person.form.locator('[data-action=fill]')
  await fill.nth(1).scrollIntoViewIfNeeded()
  const { width, height, ...above } = await boxOf(fill.nth(0))
  const { x, y } = await boxOf(fill.nth(1))
  const about = await fill.nth(1).getAttribute('aria-describedby')
  const told = await person.form.locator(`[id="${about}"]`).innerText()
  const devtools = await page.context().newCDPSession(page)
  const touchPoints = [{ x: x + width / 2, y: y + height / 2 }]
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
  await person.form.locator('.phieu').evaluate((whole, by) => {
    whole.style.paddingTop = `${by}px`
  }, y - above.y)
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect(person.form.locator('.sheet-head')).toContainText(told)
  assert.deepEqual(troubles, [])
  await page.context().close()
})

test('a warning asks for one line of explanation, and goes with it', ({ browser }) =>
  atTheForm(browser, async ({ page, person }) => {
    await person.types('/figures/blood-donors', '10')
    await person.types('/figures/blood-units', '4')
    await person.goesToReview()
    const summary = await person.summary()
    await expect(summary.getByRole('link', { name: /đơn vị máu/ }), 'said once').toHaveCount(1)
    await summary.getByRole('link', { name: /máu/ }).first().click()
    const explanation = person.form.getByLabel('Giải thích trong một dòng').first()
    await explanation.waitFor()
    await explanation.fill('Sáu người chưa đủ sức khỏe để hiến.')
    await explanation.blur()
    await person.goesToReview()
    await person.summary()
    await expect(person.form.locator('#summary').getByRole('link', { name: /đơn vị máu/ })).toHaveCount(0)
    await person.keeps('Sáu người')
    await page.reload()
    await person.opens('weekly', '2023-02-26')
    await person.form.getByLabel('Giải thích trong một dòng').first().waitFor()
    await expect(explanation).toHaveValue('Sáu người chưa đủ sức khỏe để hiến.')
  }))

test('activities: added from the calendar, copied, moved, removed and taken back', ({ browser }) =>
  atTheForm(browser, async ({ page, person }) => {
    const items = person.form.locator('.activity')
    const title = (/** @type {number} */ index) => person.input(`/activities/${index}/title`)
    await person.form.getByText('Chọn từ lịch').click()
    await person.form.locator('#planned button').first().click()
    await items.first().waitFor()
    const planned = await title(0).inputValue()
    assert.ok(planned.length > 0, 'the title comes from the plan')
    await person.form.locator('#at_activities').click()
    await person.types('/activities/1/title', 'Ra quân dọn kênh')
    await items.nth(1).getByRole('button', { name: 'Đưa lên' }).click()
    await expect(title(0)).toHaveValue('Ra quân dọn kênh')
    await expect(title(1)).toHaveValue(planned)
    await items.nth(0).getByRole('button', { name: 'Chép lại' }).click()
    await expect(items).toHaveCount(3)
    await items.nth(0).locator('.card-fold').click()
    await items.nth(0).getByRole('button', { name: 'Xóa' }).click()
    await expect(items).toHaveCount(2)
    await focusComesTo(page, 'undo')
    await page.keyboard.press('Enter')
    await expect(items).toHaveCount(3)
    await expect(title(0)).toHaveValue('Ra quân dọn kênh')
  }))

test('by keyboard alone, from the unit to the error summary and back to the field', async ({ browser }) => {
  const { page, person } = await visit(browser, `${collector.url}/`)
  await person.sees('Chọn đơn vị')
  await tabTo(page, '#unit-search')
  await page.keyboard.type('son ky')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await person.sees('Phiếu cần nộp')
  await tabTo(page, '[data-duty="weekly"] [data-action=fill]')
  await page.keyboard.press('Space')
  await tabTo(page, '#at_figures_trees')
  await page.keyboard.type('nhiều')
  await tabTo(page, '#to-review')
  await page.keyboard.press('Enter')
  await person.summary()
  await tabTo(page, 'a[href="#at_figures_trees"]')
  await page.keyboard.press('Enter')
  await focusComesTo(page, 'at_figures_trees')
  await page.context().close()
})

/**
 * Presses Tab until the focus is on what the selector names.
 * @param {import('playwright').Page} page
 * @param {string} selector
 */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 200; presses += 1) {
    if (await page.evaluate((wanted) => deepFocus()?.matches(wanted), selector)) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`${selector} cannot be reached by Tab`)
}

test('who touches one field after the other and types at once loses no letter', async ({
  browser,
  later,
}) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
  })
  later(() => context.close())
  const { page, person } = await visit(context, `${collector.url}/`)
  await person.opensFirstWeek()
  await person.opensAllSections()
  const inputs = await person.form.locator('.field input[type=text]').all()
  for (const input of inputs.slice(0, 20)) {
    await input.tap()
    await page.keyboard.type('12')
  }
  for (const input of inputs.slice(0, 20)) await expect(input).toHaveValue('12')
})
