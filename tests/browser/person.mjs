// A person at the form, in the words of the domain.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '../support/browser.mjs'
import { ROOT } from './collector.mjs'
import { onDevice } from './device.mjs'

/** @typedef {import('playwright').Page} Page */

/** What a right weekly report of a small unit says. */
export const RIGHT = {
  '/figures/activities-held': '3',
  '/figures/attendances': '1.200',
  '/figures/trees': '100',
  '/figures/thirty-minutes': '1',
  '/figures/urban-civility': '1',
  '/figures/new-members': '5',
  '/figures/reporter-phone': '0901234567',
}

/**
 * The slip of a duty for a period, on the device as at the office.
 * @param {string} duty
 * @param {string} from the first day
 * @param {string} [to] the last day, where two periods begin on one day
 */
export const slipOf = (duty, from, to = '') => `[data-duty="${duty}"][data-key*="|${from}|${to}"]`

export class Person {
  /**
   * @param {Page} page
   * @param {string} [tag] the form, where a page holds several
   */
  constructor(page, tag = 'phieu-report') {
    this.page = page
    this.form = page.locator(tag)
  }

  /** @param {string} search @param {string} name */
  async choosesUnit(search, name) {
    await this.form.locator('#unit-search').fill(search)
    await this.form.locator('.unit', { hasText: name }).first().click()
    await this.sees('Phiếu cần nộp')
  }

  /** @param {string} search @param {string} name */
  async changesUnit(search, name) {
    await this.form.locator('#change-unit').click()
    await this.choosesUnit(search, name)
  }

  /** @param {string} duty @param {string} from the first day of its period @param {string} [to] the last, where two begin on one day */
  async opens(duty, from, to) {
    await this.form.locator(`${slipOf(duty, from, to)} [data-action=fill]`).click()
    await this.form.locator('#to-review').waitFor()
    await this.seesAllCome()
  }

  /** Waits for what comes after the first fields: until then a core that breaks only lacks it, and nobody hears of that. */
  async seesAllCome() {
    await this.page.waitForFunction(() => customElements.get('phieu-summary'))
  }

  async opensFirstWeek() {
    await this.choosesUnit('tay thanh', 'Tây Thạnh')
    await this.opens('weekly', '2023-02-26')
  }

  /**
   * Presses "Thử gửi lại" where that press alone finds the world mended: what the page sends of its own accord until
   * then fails as it did, however slow the machine.
   * @param {import('playwright').Locator} letter
   * @param {(route: import('playwright').Route) => unknown} [mended] what the press meets
   */
  async triesOnceMended(letter, mended = (route) => route.continue()) {
    await this.page.evaluate(() =>
      addEventListener('click', () => Object.assign(window, { tried: true }), true),
    )
    await this.page.route('**/api/submissions/*', async (route) =>
      (await this.page.evaluate(() => 'tried' in window)) ? mended(route) : route.fallback(),
    )
    await letter.locator('[data-action=try]').click()
  }

  /** @param {string} path */
  input(path) {
    return this.form.locator(`[data-path="${path}"]`).first()
  }

  /**
   * Opens what something stands folded in, by what folds it, from the outermost: on a narrow screen most sections are, and
   * so is every activity but the one that is being filled in.
   * @param {string} selector
   */
  async reaches(selector) {
    const one = this.form.locator(selector).first()
    await one.waitFor({ state: 'attached' })
    const outermost = () =>
      one.evaluate((element) => {
        let folded = null
        for (let at = element.closest('[hidden]'); at; at = at.parentElement?.closest('[hidden]') ?? null)
          folded = at.id
        return folded
      })
    for (let folded = await outermost(); folded; folded = await outermost())
      await this.form.locator(`[aria-controls="${folded}"]`).first().click()
  }

  /** Opens every section by its heading. */
  async opensAllSections() {
    const folded = this.form.locator('.fold[aria-expanded=false]')
    while ((await folded.count()) > 0) await folded.first().click()
  }

  /** @param {string} path @param {string} text */
  async types(path, text) {
    await this.reaches(`[data-path="${path}"]`)
    await this.input(path).fill(text)
    await this.input(path).blur()
  }

  /** @param {string} path @param {string} text what the input comes to hold */
  async holds(path, text) {
    await expect(this.input(path)).toHaveValue(text)
  }

  /** @param {Record<string, string>} answers */
  async fillsIn(answers) {
    for (const [path, text] of Object.entries(answers)) await this.types(path, text)
  }

  /**
   * An activity with evidence, as the weekly report of a week with figures wants it.
   * @param {string} [place] a unit's own where none is named: two that name one place are asked about it
   */
  async addsActivity(place) {
    const own = await this.form.locator('#unit-name').textContent()
    await this.reaches('#at_activities')
    await this.form.locator('#at_activities').click()
    await this.fillsIn({
      '/activities/0/title': 'Ngày Chủ nhật xanh',
      '/activities/0/date': '26/2',
      '/activities/0/place': place ?? `Sân ${own}`,
      '/activities/0/participants': '120',
      '/activities/0/links': 'https://tuoitretanphu.com/ngay-chu-nhat-xanh',
    })
  }

  async goesToReview() {
    await this.form.locator('#to-review').click()
  }

  async sends() {
    await this.goesToReview()
    await this.form.locator('#send').click()
  }

  /**
   * Sends the first week while the office is down: the report waits on the device.
   * @param {{ down: boolean }} portal
   */
  async leavesALetter(portal) {
    await this.opensFirstWeek()
    await this.fillsIn(RIGHT)
    await this.addsActivity()
    portal.down = true
    await this.sends()
    await this.sees('Chưa tới nơi nhận')
  }

  /** Comes back to the first week as it was filled in, is told what is wrong in it, mends it and sends: up to the list. */
  async resumesAndSends() {
    await this.page.reload()
    await this.opens('weekly', '2023-02-26')
    await this.holds('/figures/trees', '100')
    await this.types('/figures/trees', '12,5')
    await this.goesToReview()
    const summary = await this.summary()
    await summary.getByRole('link').first().click()
    await this.types('/figures/trees', '100')
    await this.sends()
    assert.match(await this.code(), /-/)
    await this.form.locator('#to-duties').click()
    await this.form.locator(`${slipOf('weekly', '2023-02-26')} [data-action=receipt]`).waitFor()
  }

  /** @param {string | RegExp} text */
  async sees(text) {
    const found = this.form.getByText(text).first()
    await found.waitFor().catch(async (cause) => {
      throw new Error(`"${text}" is not to be seen; there is: ${await this.stands()}`, { cause })
    })
  }

  /** What the screen says first, for whoever reads why a test failed. */
  async stands() {
    const said = this.form.locator('#summary, #title').first()
    return said.innerText({ timeout: 1000 }).catch(() => 'no heading')
  }

  /** The summary of what stands in the way, which has the focus. */
  async summary() {
    const summary = this.form.locator('#summary')
    await summary.waitFor()
    await focusComesTo(this.page, 'summary')
    return summary
  }

  async code() {
    const code = this.form.locator('#code')
    await code.waitFor()
    return (await code.textContent()) ?? ''
  }

  /** Waits until the device says that it has saved. */
  async seesSaved() {
    await this.form.locator('.saved', { hasText: 'Đã lưu trên máy lúc' }).waitFor()
  }

  /** Waits until a draft on the device holds a text: what was typed last is written a moment later. @param {string} text */
  async keeps(text) {
    const drafts = () => onDevice(this.page, 'drafts')
    await expect
      .poll(async () => JSON.stringify(await drafts()), 'the device keeps what was typed')
      .toContain(text)
  }
}

/**
 * Answers everything that must be answered, however it is asked, until the report can be read once more.
 * @param {Person} person
 */
export async function fillsInWhatIsAsked(person) {
  const { form } = person
  const [review, summary] = [form.locator('#send'), form.locator('#summary')]
  await person.goesToReview()
  await expect(review.or(summary).first()).toBeVisible()
  // Whoever leads to what is blank has all fields rendered before.
  for (const input of await form.locator('[data-path][aria-required]').all()) {
    const path = await input.getAttribute('data-path')
    const mode = await input.getAttribute('inputmode')
    const answer = mode === 'tel' ? '0901234567' : /\/(part|whole)$/.test(path ?? '') ? '1' : '0'
    if (!(await input.inputValue())) await input.fill(mode ? answer : 'Đã triển khai đến các chi đoàn.')
  }
  for (const group of await form.locator('[role=radiogroup][aria-required]').all())
    await group.locator('input').first().check()
  await person.goesToReview()
  await review.waitFor()
}

/** @typedef {{ page: Page, person: Person, troubles: string[] }} Visit */

/**
 * A page at an address, which notes every error that it logs and every breach of its policy.
 * @param {import('playwright').Browser | import('playwright').BrowserContext} browser
 * @param {string} url
 * @param {import('playwright').BrowserContextOptions} [options]
 * @returns {Promise<Visit>}
 */
export async function visit(browser, url, options = {}) {
  const page =
    'newContext' in browser ? await (await browser.newContext(options)).newPage() : await browser.newPage()
  const troubles = /** @type {string[]} */ ([])
  page.on('pageerror', (error) => troubles.push(String(error)))
  page.on('console', (message) => {
    // A resource that is not there is a portal's habit in some tests; what matters is what the page makes of it.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      troubles.push(message.text())
  })
  await page.addInitScript(() => {
    Object.assign(window, {
      deepFocus() {
        let element = document.activeElement
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
        return element
      },
      breaches: [],
    })
    addEventListener('securitypolicyviolation', (event) => window.breaches.push(event.violatedDirective))
  })
  // A browser drops a reload for a step back in the history that is under way, and a form that is being left takes that
  // step once the next screen stands; a person reloads what stands.
  const reload = page.reload.bind(page)
  page.reload = async (options) => {
    await page
      .evaluate(async () => {
        const { work } = /** @type {any} */ (document.querySelector('phieu-report')) ?? {}
        const until = performance.now() + 2000
        while (work?.session && !work.occasion && performance.now() < until)
          await new Promise((done) => setTimeout(done, 20))
        return work?.journey?._last
      })
      .catch(() => {})
    return reload(options)
  }
  await page.goto(url)
  return { page, person: new Person(page), troubles }
}

/**
 * The focus comes to an element, also to one in a shadow tree.
 * @param {Page} page
 * @param {string} id
 */
export const focusComesTo = (page, id) =>
  expect.poll(() => page.evaluate(() => deepFocus()?.id), `the focus comes to #${id}`).toBe(id)

/** @param {Page} page */
export async function isNotWiderThanTheScreen(page) {
  const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  assert.ok(wide <= screen, `the page is ${wide} px wide on a screen of ${screen} px`)
}

/**
 * Nothing that is typed into or pressed reaches over the edge of the sheet that it stands on.
 * @param {Page} page
 */
export async function staysOnItsSheet(page) {
  const over = await page.evaluate(() => {
    const root = document.querySelector('phieu-report, phieu-office')?.shadowRoot
    return [...(root?.querySelectorAll('.sheet') ?? [])].flatMap((sheet) => {
      const edge = sheet.getBoundingClientRect().right
      return [...sheet.querySelectorAll('input, textarea, button')]
        .filter((element) => element.getBoundingClientRect().right > edge)
        .map(({ id, className }) => id || className)
    })
  })
  assert.deepEqual(over, [])
}

/** @param {Page} page @param {string} name */
export async function photograph(page, name) {
  mkdirSync(join(ROOT, 'target/screenshots'), { recursive: true })
  await page.screenshot({ path: join(ROOT, `target/screenshots/${name}.png`) })
}

/**
 * Everyone can use what is on the page (WCAG 2.2 AA), as far as a machine can say.
 * @param {import('playwright').Page} page
 * @param {string} where
 * @param {string} [part] what of the page is ours, where not all of it is
 * @param {boolean} [withColours] whether colours are looked at, which takes as long as all the rest: the same ones may have been
 *   in another width
 */
export async function axeFindsNothing(page, where, part = 'html', withColours = true) {
  const axe = readFileSync(join(ROOT, 'tests/node_modules/axe-core/axe.min.js'), 'utf8')
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const { violations } = await page.evaluate(
    ([selector, enabled]) =>
      /** @type {any} */ (window).axe.run(selector, {
        rules: { 'color-contrast': { enabled } },
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        // What passes need not be described.
        resultTypes: ['violations'],
      }),
    /** @type {const} */ ([part, withColours]),
  )
  // What lies under the bar at the edge of the screen is scrolled out from under it.
  const isCovered = (/** @type {any} */ { any }) =>
    any.some((/** @type {any} */ { data }) => `${data?.messageKey}`.startsWith('partiallyObscured'))
  const said = violations.flatMap((/** @type {any} */ { id, nodes }) => {
    const [found] = id === 'target-size' ? nodes.filter((/** @type {any} */ node) => !isCovered(node)) : nodes
    return found ? [`${id}: ${found.html} ${found.failureSummary}`] : []
  })
  assert.deepEqual(said, [], where)
}
