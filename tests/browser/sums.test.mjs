// What need not be typed again: what stands from the last report on, what was done for good, and at the end the sum of the weeks.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { NOW, startCollector } from './collector.mjs'
import { axeFindsNothing, isNotWiderThanTheScreen, photograph, visit } from './person.mjs'
import { startPortal, TAG } from './portal.mjs'

const LATER = '2023-03-19T08:30:00+07:00'

/** @type {import('./collector.mjs').Collector} */
let collector
/** @type {Awaited<ReturnType<typeof startPortal>>} */
let portal

test.beforeAll(async () => {
  collector = await startCollector({ now: LATER })
  portal = await startPortal({ body: TAG.replace(NOW, LATER), api: collector.url })
})
test.afterAll(async () => {
  await portal?.stop()
  await collector?.remove()
})

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

/** A week as a ward reports it. */
const WEEK = {
  '/figures/activities-held': '1',
  '/figures/attendances': '120',
  '/figures/trees': '50',
  '/figures/thirty-minutes': '1',
  '/figures/new-members': '4',
  '/figures/digital-teams': '12',
  '/figures/reporter-role': 'Bí thư',
  '/figures/reporter-phone': '0901 234 567',
}

/**
 * Sends a week.
 * @param {import('./person.mjs').Person} person
 * @param {string} from
 * @param {string} day
 * @param {Record<string, string>} figures
 * @param {string[]} held what was held
 */
async function sendsAWeek(person, from, day, figures, held = []) {
  const { form } = person
  await person.opens('weekly', from)
  await person.fillsIn(figures)
  for (const id of held) {
    await person.reaches(`[data-path="/figures/${id}"]`)
    await person.input(`/figures/${id}`).check()
  }
  await person.reaches('#at_activities')
  await form.locator('#at_activities').click()
  const parts = {
    title: 'Ra quân',
    date: day,
    place: `Khu phố ${day}`,
    participants: '120',
    links: 'https://a.vn/1',
  }
  for (const [part, text] of Object.entries(parts)) await person.types(`/activities/0/${part}`, text)
  await person.sends()
  await person.code()
  await form.locator('#to-duties').click()
}

test('a week begins with what stands, the closing figures with the sum of the weeks, and what differs is reckoned up', async ({
  browser,
  later,
}) => {
  const context = await browser.newContext(PHONE)
  later(() => context.close())
  const { page, person, troubles } = await visit(context, portal.url)
  const { form } = person
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await sendsAWeek(person, '2023-02-26', '27/2', WEEK, ['digital-day'])
  const held = person.input('/figures/digital-day')

  await person.opens('weekly', '2023-03-04')
  await person.holds('/figures/digital-teams', '12')
  await person.holds('/figures/reporter-role', 'Bí thư')
  await person.holds('/figures/reporter-phone', '0901 234 567')
  await expect(held, 'what was held stays held').toBeChecked()
  await person.holds('/figures/trees', '')
  await person.reaches('[data-path="/figures/digital-teams"]')
  await expect(form.locator('#at_figures_digital-teams-echo')).toHaveText('Như đã báo cáo trước')
  await person.types('/figures/digital-teams', '13')
  await expect(form.locator('#at_figures_digital-teams-echo')).toHaveText('')
  await photograph(page, 'carried-360')
  await page.goto(portal.url)
  const second = { '/figures/attendances': '130', '/figures/trees': '30', '/figures/activities-held': '1' }
  await sendsAWeek(person, '2023-03-04', '5/3', {
    ...second,
    '/figures/thirty-minutes': '1',
    '/figures/new-members': '2',
  })

  await person.opens('figures', '2023-02-26')
  await expect(held).toBeChecked()
  await person.holds('/figures/reporter-phone', '0901 234 567')
  await axeFindsNothing(page, 'the closing figures')
  await isNotWiderThanTheScreen(page)
  await photograph(page, 'sums-360')
  for (const look of /** @type {const} */ ([{ colorScheme: 'dark' }, { forcedColors: 'active' }])) {
    // A colour that is on its way is none.
    await page.emulateMedia({ ...look, reducedMotion: 'reduce' })
    await photograph(page, `sums-${Object.values(look)[0]}-360`)
    await axeFindsNothing(page, `the closing figures, ${JSON.stringify(look)}`)
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
  }
  await person.types('/figures/attendances', '200')
  await form.getByRole('button', { name: 'Lấy tổng các tuần' }).tap()
  await expect(form.locator('#live')).toHaveText(/Đã lấy tổng vào \d+ ô/)
  await expect(form.locator('#take-parts')).toHaveCount(0)
  await person.holds('/figures/trees', '80')
  await person.holds('/figures/digital-teams', '13')
  await person.holds('/figures/attendances', '200')
  const facts = form.locator('#at_figures_attendances-facts')
  await expect(facts).toContainText('Các tuần: 120 + 130 = 250, tổng là 200, thừa 50 lượt')
  await photograph(page, 'sums-taken-360')
  await person.types('/figures/attendances', '250')
  await expect(facts).toContainText('Các tuần: 120 + 130 = 250 lượt')
  await person.types('/figures/attendances-members', '100')
  await person.types('/figures/attendances-youth', '150')
  await person.types('/figures/attendances-children', '50')
  await person.types('/figures/attendances-residents', '20')
  await person.goesToReview()
  const summary = await person.summary()
  await expect(summary, 'the plan’s own rule says its arithmetic').toContainText(
    '100 + 150 + 50 + 20 = 320, tổng là 250, thừa 70',
  )
  await person.types('/figures/attendances-youth', '80')
  await person.sends()
  assert.match(await person.code(), /-/)
  assert.deepEqual(troubles, [])
})

test('a ward is asked neither what is for schools nor what comes later', async ({ browser, later }) => {
  const context = await browser.newContext(PHONE)
  later(() => context.close())
  const { person } = await visit(context, portal.url)
  const asked = (/** @type {string} */ id) => person.form.locator(`[data-path="/figures/${id}"]`).first()
  await person.choosesUnit('son ky', 'Sơn Kỳ')
  await person.opens('weekly', '2023-02-26')
  await asked('reporter-phone').waitFor({ state: 'attached' })
  for (const id of ['friendship-forum', 'green-sunday', 'traffic-year', 'members-day'])
    await expect(asked(id), id).toHaveCount(0)
  await person.form.locator('#back').click()
  await person.opens('weekly', '2023-03-18')
  await expect(asked('green-sunday')).toBeAttached()
  await expect(asked('members-day')).toHaveCount(0)
})
