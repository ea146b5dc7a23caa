// A device whose clock is wrong: the office's hour counts where it told it, and one can report in any case.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { NOW, startCollector } from './collector.mjs'
import { onDevice } from './device.mjs'
import { Person, RIGHT, slipOf } from './person.mjs'
import { startPortal, TAG } from './portal.mjs'

const WEEK = slipOf('weekly', '2023-02-26')
/** The page says nothing of the hour. */
const BODY = TAG.replace(/ data-now="[^"]*"/, '')

const CLOCKS = /** @type {const} */ ([
  ['two days behind', new Date(Date.parse(NOW) - 2 * 86_400_000)],
  ['two days ahead', new Date(Date.parse(NOW) + 2 * 86_400_000)],
  ['in 1970', new Date('1970-01-01T00:10:00Z')],
  ['in 2250', new Date('2250-01-01T00:10:00Z')],
])

/**
 * A device with its own idea of the time, at a portal.
 * @param {import('../support/browser.mjs').Story} story
 * @param {Date} clock
 */
async function deviceAt({ browser, later }, clock) {
  const collector = await startCollector()
  const portal = await startPortal({ body: BODY, api: collector.url })
  const context = await browser.newContext()
  // The clock alone is wrong: what is awaited comes as ever.
  await context.addInitScript((shown) => {
    const ahead = shown - Date.now()
    const now = Date.now
    const Right = Date
    class Wrong extends Right {
      /** @param {any[]} given */
      constructor(...given) {
        // @ts-expect-error as a Date is made
        super(...(given.length === 0 ? [now() + ahead] : given))
      }
    }
    Wrong.now = () => now() + ahead
    Object.assign(window, { Date: Wrong })
  }, clock.getTime())
  const page = await context.newPage()
  later(async () => {
    await context.close()
    await portal.stop()
    await collector.remove()
  })
  return { collector, portal, page, person: new Person(page) }
}

/** @param {Person} person */
async function fillsAndSends(person) {
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.sends()
}

for (const [how, clock] of CLOCKS) {
  test(`a clock ${how}, the office answers: its hour counts, and the receipt says on time`, async ({
    browser,
    later,
  }) => {
    const { page, person, portal } = await deviceAt({ browser, later }, clock)
    await page.goto(portal.url)
    await person.choosesUnit('tay thanh', 'Tây Thạnh')
    const slip = person.form.locator(`.duties.dueSoon ${WEEK}`)
    await slip.waitFor()
    await expect(person.form.locator('#hour-own')).toHaveCount(0)
    await person.opens('weekly', '2023-02-26')
    await expect(person.form.locator('#remaining')).toHaveText(/^còn /)
    await expect(person.form.locator('#remaining')).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
    await expect(person.form.locator('#hour-own')).toHaveCount(0)
    await fillsAndSends(person)
    await person.code()
    await expect(person.form.locator('#timeliness')).toHaveText(/Đúng hạn/)
    await expect(person.form.locator('#prepared')).toHaveText(/thứ Sáu 3\/3\/2023/)
  })

  test(`a clock ${how}, no line: the report is filled in and waits, and the office judges its hour`, async ({
    browser,
    later,
  }) => {
    const { page, person, portal } = await deviceAt({ browser, later }, clock)
    portal.down = true
    await page.goto(portal.url)
    await person.choosesUnit('tay thanh', 'Tây Thạnh')
    await person.form.locator('#asked', { hasText: 'giờ máy này' }).waitFor()
    if (clock < new Date('2023-02-26')) await person.sees('Theo giờ máy này thì chưa đến kỳ')
    await person.opens('weekly', '2023-02-26')
    await expect(person.form.locator('#hour-own')).toHaveText('theo giờ máy này')
    await fillsAndSends(person)
    await person.sees('Chưa tới nơi nhận')
    await page.reload()
    await person.form.locator('#outbox [data-letter]').getByText('Bấm gửi lúc').waitFor()
    // The outbox tries again by itself; a press on its button could come when the letter is gone.
    portal.down = false
    await person.form.locator(`${WEEK} [data-action=receipt]`).click()
    await person.code()
    await expect(person.form.locator('#timeliness')).toHaveText(/Đúng hạn/)
    await expect(person.form.locator('#delayed')).toHaveCount(0)
  })
}

test('an office whose answer comes later sets the open form right', async ({ browser, later }) => {
  const { page, person, portal } = await deviceAt({ browser, later }, new Date('2023-03-05T08:30:00+07:00'))
  await page.goto(portal.url)
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  let answer = () => {}
  const late = new Promise((done) => {
    answer = () => done(undefined)
  })
  await page.route('**/status?*', async (route) => {
    await late
    await route.continue()
  })
  await page.goto(portal.url)
  await person.opens('weekly', '2023-02-26')
  await expect(person.form.locator('#remaining')).toHaveText(/^quá hạn /)
  answer()
  await expect(person.form.locator('#remaining')).toHaveText(/^còn /)
  await expect(person.form.locator('#hour-own')).toHaveCount(0)
})

test('what was begun before the office told its hour can be gone on with', async ({ browser, later }) => {
  const { page, person, portal } = await deviceAt({ browser, later }, new Date('2023-03-10T08:30:00+07:00'))
  const second = slipOf('weekly', '2023-03-04')
  portal.down = true
  await page.goto(portal.url)
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await person.opens('weekly', '2023-03-04')
  await person.types('/figures/trees', '12')
  await person.seesSaved()
  portal.down = false
  await page.reload()
  await person.form.locator(`.duties.notYetOpen ${second}`).getByText('Làm tiếp').click()
  await person.holds('/figures/trees', '12')
  const others = person.form.locator('.duties.notYetOpen [data-action=fill]')
  await person.form.locator('#back').click()
  await expect(others, 'what the office says is not open is not offered').toHaveCount(1)
  assert.equal((await onDevice(page, 'outbox')).length, 0)
})

test('a clock that is set back while a report waits does not hold it up', async ({ browser, later }) => {
  const { page, person, portal } = await deviceAt({ browser, later }, new Date(NOW))
  await page.goto(portal.url)
  await person.opensFirstWeek()
  portal.down = true
  await fillsAndSends(person)
  await person.sees('Chưa tới nơi nhận')
  await page.evaluate(() => {
    const { now } = Date
    Date.now = () => now() - 86_400_000
  })
  portal.down = false
  await person.code()
})
