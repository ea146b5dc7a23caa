// What was understood of a number, while it is typed: laid out by itself, seen whole, and nothing moves for it.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { visit } from './person.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

const PATH = '/figures/attendances'
const BELOW = '/figures/trees'

/** By the page's width and the size of its letters: whether what is understood of a text has one line for itself. */
const CASES = /** @type {const} */ ([
  { width: 1280, size: 16, text: '8000', isOne: true },
  { width: 1280, size: 16, text: '800000', isOne: true },
  { width: 360, size: 16, text: '8000', isOne: true },
  { width: 320, size: 24, text: '8000000000', isOne: false },
])

for (const { width, size, text, isOne } of CASES)
  test(`${text} at ${width} px, in letters of ${size} px`, async ({ browser }) => {
    const { page, person } = await visit(browser, `${collector.url}/`)
    await page.setViewportSize({ width, height: 900 })
    await person.opensFirstWeek()
    await page.evaluate((px) => {
      document.documentElement.style.fontSize = `${px}px`
    }, size)
    const input = person.input(PATH)
    const said = person.form.locator('#at_figures_attendances-echo > span')
    /** From the input to the next one, so that no scrolling counts. */
    const apart = async () => {
      const tops = await Promise.all(
        [input, person.input(BELOW)].map((each) => each.evaluate((box) => box.getBoundingClientRect().top)),
      )
      return Number(tops[1]) - Number(tops[0])
    }
    const look = () =>
      said.evaluate((line) => ({
        contain: getComputedStyle(line).contain,
        hidden: line.scrollHeight - /** @type {HTMLElement} */ (line).offsetHeight,
      }))
    await input.fill(text)
    await input.blur()
    await expect(said).toHaveText(/lượt/)
    const still = await apart()
    await input.focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Backspace')
    await page.keyboard.type(text.slice(-1))
    await expect(said).toHaveText(/lượt/)
    const { contain, hidden } = await look()
    assert.equal(contain, isOne ? 'size layout' : 'none')
    assert.ok(hidden <= 0, `${hidden} px of it are not seen`)
    assert.equal(await apart(), still, 'nothing moves while it is typed into')
    await input.blur()
    await input.focus()
    assert.equal((await look()).contain, 'none', 'until something is typed again')
    assert.equal(await apart(), still, 'nothing moves for the caret')
  })

for (const width of [1280, 360])
  test(`where nothing is understood any more, the line keeps its room until the input is left, at ${width} px`, async ({
    browser,
  }) => {
    const { page, person } = await visit(browser, `${collector.url}/`)
    await page.setViewportSize({ width, height: 900 })
    await person.opensFirstWeek()
    const input = person.input(PATH)
    const line = person.form.locator('#at_figures_attendances-echo')
    /** Where the next input, what is known of this one and what was understood stand, from its field, so that no scrolling counts. */
    const places = () =>
      person.form.evaluate((form) => {
        const root = /** @type {ShadowRoot} */ (form.shadowRoot)
        const field = root.querySelector('#at_figures_attendances')?.closest('.field')
        const from = field?.getBoundingClientRect().top ?? 0
        const boxes = [
          ...(field?.querySelectorAll('.facts, .typed, .echo') ?? []),
          root.querySelector('#at_figures_trees'),
        ]
        return boxes.map((box) => {
          const { left, top, width, height } = /** @type {Element} */ (box).getBoundingClientRect()
          return [left, top - from, width, height].map(Math.round).join()
        })
      })
    const types = async (/** @type {string} */ text) => {
      await input.focus()
      await page.keyboard.press('Control+A')
      await page.keyboard.type(text)
    }
    await types('8000')
    await expect(line).toHaveText(/8\.000 lượt/)
    const said = await places()
    await types('x')
    await expect(line).toHaveText('')
    assert.deepEqual(await places(), said, 'nothing moves')
    await types('9000')
    await expect(line).toHaveText(/9\.000 lượt/)
    assert.deepEqual(await places(), said, 'nor as something is understood again')
    await types('x')
    await page.keyboard.press('Enter')
    await expect(line, 'what says nothing takes no room').not.toHaveAttribute('data-said')
    await types('7000')
    await expect(line).toHaveText(/7\.000 lượt/)
    await expect(line).toHaveAttribute('data-said')
    await input.blur()
    await types('6000')
    assert.deepEqual(await places(), said, 'and has it again as ever')
  })
