// How long the way through a report is on a telephone: taps, keys, scrolled pixels and screens of the first week of Youth
// Month, of the second, and of the closing figures where three weeks were sent, typed as a person would: figures as people
// write them, three activities a week, two mistakes a report, which are mended once the form says so.
// `SITE=folder node tests/bench/minutes.mjs` measures a page that was built elsewhere; it is given what it offers.
import assert from 'node:assert/strict'
import { startCollector } from '../browser/collector.mjs'
import { launchChromium } from '../support/chromium.mjs'
import { hold, print } from './support/table.mjs'
import { Walker } from './support/walk.mjs'

const SCREEN = { width: 360, height: 640 }
const NOW = '2023-03-19T08:30:00+07:00'

/** What a ward answers in its first week, as it is written. */
const FIRST = {
  figures: {
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
  },
  mended: { trees: '100', 'reporter-phone': '0901234567' },
  activities: ['Ngày Chủ nhật xanh', 'Thăm gia đình chính sách', 'Hành trình đến địa chỉ đỏ'],
  day: '26/2',
}

/** A week later: whom to call is the same. */
const SECOND = {
  isAgain: true,
  figures: {
    'activities-held': '3',
    attendances: '1.350',
    'attendances-members': '900',
    participants: '700',
    'digital-day': 'Có',
    'public-services': '40',
    trees: '5,5',
    'thirty-minutes': 'một',
    'urban-civility': '1',
    'care-value': '12 triệu',
    'new-members': '3',
    highlights: 'Ngày hội hiến máu tình nguyện.',
    'reporter-role': 'Bí thư',
    'reporter-phone': '0901234567',
  },
  mended: { trees: '50', 'thirty-minutes': '1' },
  activities: ['Hiến máu tình nguyện', 'Tập huấn dịch vụ công', 'Sân chơi thiếu nhi'],
  day: '5/3',
}

const THIRD = {
  ...SECOND,
  figures: { ...SECOND.figures, trees: '50', 'thirty-minutes': '1', 'public-services': '20' },
  mended: {},
  activities: ['Giải bóng đá', 'Về nguồn', 'Trồng cây'],
  day: '12/3',
}

/** Of the closing figures what the weeks were not asked; two of them are mistakes. The rest is the weeks', added up. */
const CLOSING = {
  figures: { 'base-app-users': '1,5', 'relics-digitised': 'hai', 'law-sessions': '1' },
  mended: { 'base-app-users': '150', 'relics-digitised': '2' },
}
const SUMS = {
  'activities-held': '9',
  attendances: '3.900',
  'attendances-members': '2.600',
  participants: '2.050',
  'digital-day': 'Có',
  'public-services': '95',
  trees: '200',
  'thirty-minutes': '3',
  'urban-civility': '3',
  'care-value': '39 triệu',
  'new-members': '11',
  'reporter-role': 'Bí thư',
  'reporter-phone': '0901234567',
}

/** The weeks' way before the rules of this bench: what a second week may scroll is a third of it. */
const SCROLLED_ONCE = 18_900

const collector = await startCollector({
  site: process.env.SITE ?? 'target/site',
  plans: process.env.PLANS ?? 'www/plans',
  now: NOW,
})
const browser = await launchChromium()
const context = await browser.newContext({ viewport: SCREEN, hasTouch: true, isMobile: true })
let page = await context.newPage()
let walker = new Walker(page)
let { form } = walker

try {
  const first = await fills('weekly', '2023-02-26', FIRST)
  const second = await fills('weekly', '2023-03-04', SECOND)
  await fills('weekly', '2023-03-11', THIRD)
  const closing = await fills('figures', '2023-02-26', { ...CLOSING, sums: SUMS, activities: [], day: '' })
  const ways = { 'the first week': first, 'the second week': second, 'the closing figures': closing }
  for (const [name, way] of Object.entries(ways))
    print(`Youth Month on a telephone (360 × 640): ${name}`, [
      ['taps', String(way.taps)],
      ['keys', String(way.keys)],
      ['scrolled', `${Math.round(way.scrolled)} px`, `${way.swipes} swipes`],
      ['moved by the page itself', `${Math.round(way.led)} px`, 'to what was asked for'],
      ['screens shown', String(way.screens)],
      [
        'the form, as it opens',
        `${Math.round(way.height)} px`,
        `${(way.height / SCREEN.height).toFixed(1)} screens`,
      ],
    ])
  hold([
    [`the first week takes ${first.taps} of at most 60 taps`, first.taps <= 60],
    [`the form of the first week is at most 5 screens as it opens`, first.height <= 5 * SCREEN.height],
    [`the second week takes ${second.taps} of at most 35 taps`, second.taps <= 35],
    [
      `the second week scrolls ${Math.round(second.scrolled)} of at most ${SCROLLED_ONCE / 3} px`,
      second.scrolled <= SCROLLED_ONCE / 3,
    ],
    [`the closing figures take ${closing.taps} of at most 25 taps`, closing.taps <= 25],
  ])
} finally {
  await browser.close()
  await collector.remove()
}

/** Fills in a report from the address on, sends it, and says what that took. */
async function fills(duty, from, { figures, mended, activities, day, sums = {}, isAgain = false }) {
  // Who comes back a week later opens the address anew.
  await page.close()
  page = await context.newPage()
  walker = new Walker(page)
  form = walker.form
  // The page that ships has a moment of its own.
  await page.route(`${collector.url}/`, async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(/data-now="[^"]*"/, `data-now="${NOW}"`)
    await route.fulfill({ response, body })
  })
  await page.goto(`${collector.url}/`)
  const slip = form.locator(`[data-duty=${duty}][data-key*="|${from}|"] [data-action=fill]`)
  const search = form.locator('#unit-search')
  await slip
    .or(search)
    .first()
    .waitFor()
    .catch(async (cause) => {
      throw new Error(`the list of duties does not come: ${await form.innerText()}`, { cause })
    })
  await page.evaluate(() => Object.assign(window, { shown: 0 }))
  await form.evaluate((element) =>
    element.addEventListener('phieu-screen', () => Object.assign(window, { shown: window.shown + 1 })),
  )
  walker.take()
  if (await search.isVisible()) {
    await walker.types(search, 'tay thanh')
    await walker.taps(form.locator('.unit', { hasText: 'Tây Thạnh' }).first())
  }
  await walker.taps(slip)
  await form.locator('#to-next').waitFor()
  await form.locator('[data-path="/figures/reporter-phone"]').waitFor({ state: 'attached' })
  const { height } = await form.boundingBox()
  if (await walker.offers('#take-parts')) await walker.taps(form.locator('#take-parts'))
  const all = { ...sums, ...figures }
  // Who fills in the form for the first time reads all of it.
  const isListed = isAgain && (await goesThrough(all, activities, day))
  for (const [id, text] of Object.entries(all)) await answers(id, text)
  if (!isListed) for (const [at, title] of activities.entries()) await lists(at, title, day)
  await walker.taps(form.locator('#to-review'))
  for (const [id, text] of Object.entries(mended)) {
    await walker.taps(form.locator(`#summary a[href="#at_figures_${id}"]`))
    await walker.replaces(walker.input(`/figures/${id}`), text)
  }
  await asks(Object.keys(mended).length > 0)
  await walker.taps(form.locator('#send'))
  await form.locator('#code').waitFor()
  return { ...walker.take(), height, screens: await page.evaluate(() => window.shown) }
}

/**
 * Goes from each open place to the next, by the keyboard's own key where that is the next one seen, else by the bar's button,
 * and answers what there is to answer. Who is led to nothing more, or to what has no answer, goes on by hand. Whether the
 * activities are listed then.
 */
async function goesThrough(all, activities, day) {
  const seen = new Set()
  let isListed = false
  const idOf = (path) => path.replace('/figures/', '')
  for (;;) {
    const below = idOf(await walker.below())
    if (below in all) await walker.entersOn()
    else await walker.taps(form.locator('#to-next'))
    if (!isListed && (await walker.isAt('#at_activities'))) {
      for (const [at, title] of activities.entries()) await lists(at, title, day)
      isListed = true
      continue
    }
    const id = idOf(await walker.here())
    if (!(id in all) || seen.has(id)) return isListed
    seen.add(id)
    await answers(id, all[id])
  }
}

/** Answers a question by typing or by choosing; what stands there already is read and left. */
async function answers(id, text) {
  const input = walker.input(`/figures/${id}`)
  await input.waitFor({ state: 'attached' })
  if ((await walker.below()) === `/figures/${id}`) await walker.entersOn()
  const isHere = (await walker.here()) === `/figures/${id}`
  if ((await input.getAttribute('type')) !== 'radio') {
    if ((await input.inputValue()) !== '') return undefined
    return isHere ? walker.presses(input, text) : walker.types(input, text)
  }
  const choice = form.locator(`[data-path="/figures/${id}"]`).nth(text === 'Không' ? 1 : 0)
  if (!(await choice.isChecked())) await walker.taps(choice)
}

/** Lists an activity with what a weekly report wants of it. */
async function lists(at, title, day) {
  await walker.taps(form.locator('#at_activities'))
  const of = (part) => `/activities/${at}/${part}`
  // The first field of what was added has the focus already.
  await walker.presses(walker.input(of('title')), title)
  const chip = form.locator('.activity:last-child .chip', { hasText: ` ${day}` })
  if ((await chip.count()) > 0) await walker.taps(chip)
  else await walker.goesOnTo(of('date'), day)
  await walker.goesOnTo(of('place'), `Khu phố ${at + 1}`)
  await walker.goesOnTo(of('participants'), '120')
  await walker.goesOnTo(of('links'), `https://tuoitretanphu.com/${day.replace('/', '-')}/${at}`)
}

/** Asks for the review until nothing stands in the way; what is asked besides is answered in one line. */
async function asks(isAsked) {
  const [send, summary] = [form.locator('#send'), form.locator('#summary')]
  for (let times = 0; times < 5; times += 1) {
    if (isAsked || times > 0) await walker.taps(form.locator('#to-review'))
    await send.or(summary).first().waitFor()
    if (await send.isVisible()) return
    const links = summary.locator('a')
    for (const href of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))) {
      await walker.taps(summary.locator(`a[href="${href}"]`).first())
      const id = await page.evaluate(
        () => document.querySelector('phieu-report').shadowRoot.activeElement?.id,
      )
      const focused = form.locator(`[id="${id}"]`)
      await walker.presses(focused, /findings/.test(id ?? '') ? 'Đã kiểm tra, đúng như đã ghi.' : '0')
    }
  }
  assert.fail(`something stands in the way: ${await summary.innerText()}`)
}
