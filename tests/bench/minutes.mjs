// How long the way through a report is on a telephone: taps, keys, scrolled pixels and screens of the first week of Youth
// Month, typed as a person would. `SITE=folder node tests/bench/minutes.mjs` measures a page that was built elsewhere.
import assert from 'node:assert/strict'
import { startCollector } from '../browser/collector.mjs'
import { launchChromium } from '../support/chromium.mjs'
import { print } from './support/table.mjs'

const SCREEN = { width: 360, height: 640 }
// A thumb moves the page by less than a screen at a time, so that what was read last stays in sight.
const SWIPE = 400

/** What a ward answers in its first week, as it is written. Two are mistakes, mended once the form says so. */
const FIGURES = {
  'activities-held': '3',
  attendances: '1.200',
  'attendances-members': '800',
  participants: '650',
  'digital-day': 'Không',
  'public-services': '35',
  trees: '12,5',
  'thirty-minutes': '1',
  'urban-civility': '1',
  'care-value': '15 triệu',
  'new-members': '5',
  highlights: 'Ra quân dọn kênh Tham Lương.',
  'reporter-role': 'Bí thư',
  'reporter-phone': '090123456',
}
const MENDED = { trees: '100', 'reporter-phone': '0901234567' }
const ACTIVITIES = ['Ngày Chủ nhật xanh', 'Thăm gia đình chính sách', 'Hành trình đến địa chỉ đỏ']

const collector = await startCollector({ site: process.env.SITE ?? 'target/site' })
const browser = await launchChromium()
const context = await browser.newContext({ viewport: SCREEN, hasTouch: true, isMobile: true })
const page = await context.newPage()
const form = page.locator('phieu-report')
const spent = { taps: 0, keys: 0, scrolled: 0, swipes: 0, screens: 0 }

try {
  await page.goto(`${collector.url}/`)
  await form.locator('#unit-search').waitFor()
  await form.evaluate((element) =>
    element.addEventListener('phieu-screen', () => Object.assign(window, { shown: (window.shown ?? 0) + 1 })),
  )
  await types(form.locator('#unit-search'), 'tay thanh')
  await taps(form.locator('.unit', { hasText: 'Tây Thạnh' }).first())
  await taps(form.locator('[data-duty=weekly][data-key*="|2023-02-26|"] [data-action=fill]'))
  await page.waitForFunction(() => customElements.get('phieu-summary'))
  await form.locator('[data-path="/figures/reporter-phone"]').waitFor({ state: 'attached' })
  const tall = await form.boundingBox()
  for (const [id, text] of Object.entries(FIGURES)) await answers(id, text)
  for (const [at, title] of ACTIVITIES.entries()) await lists(at, title)
  await taps(form.locator('#to-review'))
  for (const [id, text] of Object.entries(MENDED)) {
    await taps(form.locator(`#summary a[href="#at_figures_${id}"]`))
    await replaces(form.locator(`[data-path="/figures/${id}"]`), text)
  }
  await asks()
  await taps(form.locator('#send'))
  await form.locator('#code').waitFor()
  spent.screens = await page.evaluate(() => window.shown)
  print('The first week of Youth Month on a telephone (360 × 640)', [
    ['taps', String(spent.taps)],
    ['keys', String(spent.keys)],
    ['scrolled', `${Math.round(spent.scrolled)} px`, `${spent.swipes} swipes`],
    ['screens shown', String(spent.screens)],
    [
      'the form, as it opens',
      `${Math.round(tall.height)} px`,
      `${(tall.height / SCREEN.height).toFixed(1)} screens`,
    ],
  ])
} finally {
  await browser.close()
  await collector.remove()
}

/** Answers a question by typing or by choosing. */
async function answers(id, text) {
  const input = form.locator(`[data-path="/figures/${id}"]`).first()
  await input.waitFor({ state: 'attached' })
  if ((await input.getAttribute('type')) !== 'radio') return types(input, text)
  const choice = text === 'Không' ? 1 : 0
  await taps(form.locator(`[data-path="/figures/${id}"]`).nth(choice))
}

/** Lists an activity with what a weekly report wants of it. */
async function lists(at, title) {
  await taps(form.locator('#at_activities'))
  const parts = {
    title,
    date: '26/2',
    place: `Khu phố ${at + 1}`,
    participants: '120',
    links: `https://tuoitretanphu.com/${at}`,
  }
  for (const [part, text] of Object.entries(parts)) {
    // The first field of what was added has the focus already.
    const input = form.locator(`[data-path="/activities/${at}/${part}"]`)
    if (part === 'title') await presses(input, text)
    else await types(input, text)
  }
}

/** Asks for the review until nothing stands in the way; what is asked besides is answered in one line. */
async function asks() {
  const [send, summary] = [form.locator('#send'), form.locator('#summary')]
  for (let times = 0; times < 5; times += 1) {
    await taps(form.locator('#to-review'))
    await send.or(summary).first().waitFor()
    if (await send.isVisible()) return
    const links = summary.locator('a')
    for (const href of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))) {
      await taps(summary.locator(`a[href="${href}"]`).first())
      const id = await page.evaluate(
        () => document.querySelector('phieu-report').shadowRoot.activeElement?.id,
      )
      const focused = form.locator(`[id="${id}"]`)
      await presses(focused, /findings/.test(id ?? '') ? 'Đã kiểm tra, đúng như đã ghi.' : '0')
    }
  }
  assert.fail(`something stands in the way: ${await summary.innerText()}`)
}

async function types(input, text) {
  await taps(input)
  await presses(input, text)
}

async function replaces(input, text) {
  const old = await input.inputValue()
  spent.keys += old.length
  await input.fill('')
  await presses(input, text)
}

async function presses(input, text) {
  await input.pressSequentially(text)
  spent.keys += text.length
}

/** Taps something, opened by its heading where it is folded, and brought into sight by the thumb. */
async function taps(what) {
  await what.waitFor({ state: 'attached' })
  const folded = await what.evaluate((element) => element.closest('.within[hidden]')?.id ?? null)
  if (folded) await taps(form.locator(`.fold[aria-controls="${folded}"]`))
  const by = await what.evaluate((element) => {
    const shown = element.closest('.choice') ?? element
    const { top, bottom } = shown.getBoundingClientRect()
    const bar = shown.closest('.bar') ? null : element.getRootNode().querySelector('.bar')
    const edge = bar ? Math.min(innerHeight, bar.getBoundingClientRect().top) : innerHeight
    if (top >= 0 && bottom <= edge) return 0
    const before = scrollY
    scrollBy({ top: (top + bottom) / 2 - edge / 2, behavior: 'instant' })
    return Math.abs(scrollY - before)
  })
  spent.scrolled += by
  spent.swipes += Math.ceil(by / SWIPE)
  await what.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
  })
  await what.tap()
  spent.taps += 1
}
