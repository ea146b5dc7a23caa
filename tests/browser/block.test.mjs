// A form on a desktop: figures in columns, the keyboard of a spreadsheet, and blocks of cells as spreadsheets put them on the
// clipboard.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { pastes } from './clipboard.mjs'
import { startCollector } from './collector.mjs'
import { axeFindsNothing, focusComesTo, isNotWiderThanTheScreen, photograph, visit } from './person.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

const DESKTOP = { viewport: { width: 1280, height: 800 } }

/**
 * The form of the first week.
 * @param {import('../support/browser.mjs').Story} story
 * @param {import('playwright').BrowserContextOptions} [options]
 */
async function firstWeek({ browser, later }, options = DESKTOP) {
  const context = await browser.newContext(options)
  later(() => context.close())
  const visited = await visit(context, `${collector.url}/`)
  await visited.person.opensFirstWeek()
  await visited.page.waitForFunction(() => customElements.get('phieu-block'))
  return { ...visited, form: visited.person.form }
}

/** @param {import('playwright').Page} page */
const focused = (page) =>
  page.evaluate(() => {
    const { dataset, id } = /** @type {HTMLElement} */ (deepFocus())
    return dataset.path ?? id
  })

/** @param {import('playwright').Locator} form */
const previewed = (form) =>
  form.locator('#block tbody tr').evaluateAll((rows) =>
    rows.map((row) => {
      const { path = '' } = /** @type {HTMLElement} */ (row).dataset
      const [cell, meaning] = [...row.querySelectorAll('td')].map((each) => each.innerText.trim())
      return [path.replace('/figures/', ''), cell, meaning?.split('\n')[0]]
    }),
  )

test('on a wide screen a figure has its question, its answer and its target in one line', async ({
  browser,
  later,
}) => {
  const { page, form, person } = await firstWeek({ browser, later })
  await person.input('/figures/trees').scrollIntoViewIfNeeded()
  const left = async (/** @type {string} */ part) =>
    (await form.locator(`#at_figures_trees${part}`).boundingBox())?.x ?? 0
  const [label, answer, target] = await Promise.all(['-label', '', '-facts li'].map(left))
  assert.ok(Number(label) < Number(answer) && Number(answer) < Number(target), `${[label, answer, target]}`)
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'table-1280')
  await page.setViewportSize({ width: 640, height: 800 })
  const [question, below] = await Promise.all(['-label', ''].map(left))
  assert.equal(below, question, 'on a narrower one the answer stands below the question')
})

test('arrows and Enter go between figures, and every key of a text stays', async ({ browser, later }) => {
  const { page, person, troubles } = await firstWeek({ browser, later })
  const goes = async (/** @type {string} */ key, /** @type {string} */ to) => {
    await page.keyboard.press(key)
    assert.equal(await focused(page), `/figures/${to}`, key)
  }
  await person.input('/figures/attendances').focus()
  await page.keyboard.type('12')
  await goes('ArrowDown', 'attendances-members')
  await goes('ArrowUp', 'attendances')
  // What one comes to is selected, so that typing takes its place.
  await page.keyboard.type('34')
  await person.holds('/figures/attendances', '34')
  await goes('Home', 'attendances')
  await page.keyboard.type('1')
  await goes('ArrowRight', 'attendances')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('0')
  await goes('Shift+ArrowUp', 'attendances')
  await person.holds('/figures/attendances', '1304')
  await goes('Enter', 'attendances-members')
  await goes('Shift+Enter', 'attendances')
  await goes('ArrowUp', 'activities-held')
  await goes('ArrowUp', 'activities-held')
  await goes('ArrowDown', 'attendances')
  // While an input method is at work, its keys are its own.
  await person.input('/figures/attendances').dispatchEvent('keydown', { key: 'ArrowDown', isComposing: true })
  await person.input('/figures/attendances').dispatchEvent('keydown', { key: 'Enter', keyCode: 229 })
  assert.equal(await focused(page), '/figures/attendances')
  assert.deepEqual(troubles, [])
})

test('the arrows of a choice choose, and those of a text of several lines leave only from its ends', async ({
  browser,
  later,
}) => {
  const { page, form, person, troubles } = await firstWeek({ browser, later })
  const choice = form.locator('[data-path="/figures/study-congress"]')
  await choice.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(choice.nth(1)).toBeChecked()
  await page.keyboard.press('Enter')
  assert.equal(await focused(page), '/figures/study-nq31')
  await page.keyboard.press('Shift+Enter')
  await expect(choice.nth(1)).toBeFocused()

  const text = person.input('/figures/highlights')
  await text.fill('một\nhai')
  await text.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  assert.equal(await focused(page), '/figures/highlights')
  await page.keyboard.press('Enter')
  await person.holds('/figures/highlights', 'một\n\nhai')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('ArrowDown')
  assert.notEqual(await focused(page), '/figures/highlights')
  assert.deepEqual(troubles, [])
})

test('a block of Calc is shown before it is taken, goes where its names say, and is taken back with one press', async ({
  browser,
  later,
}) => {
  const { page, form, person, troubles } = await firstWeek({ browser, later })
  await person.types('/figures/trees', '7')
  await person.input('/figures/trees').focus()
  await pastes(page, 'calc-names')
  await focusComesTo(page, 'take-block')
  assert.deepEqual(await previewed(form), [
    ['activities-held', '3', 'như đã chép'],
    ['attendances', '1,200', 'Hiểu là 1.200 lượt'],
    ['attendances-members', '700', 'như đã chép'],
    ['resolution-officers/part', '30', 'như đã chép'],
    ['resolution-officers/whole', '40', 'như đã chép'],
    ['trees', '100', 'như đã chép'],
    ['care-value', '5,000,000', 'Hiểu là 5 triệu đồng'],
  ])
  await expect(form.locator('#block')).toContainText('Thay cho “7”')
  await expect(form.locator('.block-left')).toContainText(
    'Số buổi ca nhạc | 2: Phiếu không có ô nào mang tên này',
  )
  await person.holds('/figures/trees', '7')
  await person.holds('/figures/attendances', '')
  await axeFindsNothing(page, 'a block before it is taken')
  await photograph(page, 'block-1280')

  await page.keyboard.press('Escape')
  await expect(form.locator('#block')).toHaveCount(0)
  assert.equal(await focused(page), '/figures/trees')
  await person.holds('/figures/trees', '7')

  await pastes(page, 'calc-names')
  await focusComesTo(page, 'take-block')
  await page.keyboard.press('Enter')
  await person.holds('/figures/attendances', '1.200')
  await person.holds('/figures/care-value', '5.000.000')
  await person.keeps('5.000.000')
  assert.equal(await focused(page), '/figures/activities-held')
  // What is typed since is a person's own.
  await person.types('/figures/trees', '90')
  await person.input('/figures/attendances').focus()
  await page.keyboard.press('Control+Z')
  await person.holds('/figures/attendances', '')
  await person.holds('/figures/care-value', '')
  await person.holds('/figures/trees', '90')
  assert.deepEqual(troubles, [])
})

for (const name of ['excel-vi', 'calc-vi'])
  test(`a column goes down from where it is pasted: ${name}`, async ({ browser, later }) => {
    const { page, form, person, troubles } = await firstWeek({ browser, later })
    await person.input('/figures/activities-held').focus()
    await pastes(page, name)
    await focusComesTo(page, 'take-block')
    await form.locator('#take-block').click()
    await person.holds('/figures/attendances', '1.200')
    await person.holds('/figures/attendances-residents', '200')
    await form.locator('#undo-block').click()
    await person.holds('/figures/attendances', '')
    assert.equal(await focused(page), '/figures/activities-held')
    assert.deepEqual(troubles, [])
  })

test('an English Excel is understood by what it says of its numbers, and what is wrong is said before it is taken', async ({
  browser,
  later,
}) => {
  const options = { ...DESKTOP, colorScheme: /** @type {const} */ ('dark') }
  const { page, form, person, troubles } = await firstWeek({ browser, later }, options)
  await person.input('/figures/activities-held').focus()
  await pastes(page, 'excel-en')
  await focusComesTo(page, 'take-block')
  const rows = await previewed(form)
  assert.deepEqual(rows.slice(0, 3), [
    ['attendances', '1,200', 'Hiểu là 1.200 lượt'],
    ['trees', '100', 'như đã chép'],
    ['care-value', '5,000,000', 'Hiểu là 5 triệu đồng'],
  ])
  assert.deepEqual(rows[3]?.slice(0, 2), ['activities-held', '3.5'])
  await expect(form.locator('#block .finding.error')).toHaveCount(1)
  await axeFindsNothing(page, 'a block in the dark')
  await photograph(page, 'block-1280-dark')
  await form.locator('#drop-block').click()
  await person.holds('/figures/attendances', '')
  assert.deepEqual(troubles, [])
})
