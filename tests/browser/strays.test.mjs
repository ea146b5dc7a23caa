// A corrected plan hides no draft, and a file that belongs elsewhere takes nothing away.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { onDevice } from './device.mjs'
import { axeFindsNothing, focusComesTo, RIGHT, slipOf, visit } from './person.mjs'
import { PLAN, problem, startPortal, TAG } from './portal.mjs'

/** @typedef {import('./person.mjs').Person} Person */

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

/** @param {import('../support/browser.mjs').Story} story */
async function atAPortal({ browser, later }) {
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person } = await visit(browser, portal.url)
  later(async () => {
    await page.context().close()
    await portal.stop()
  })
  return { portal, page, person, strays: person.form.locator('#strays') }
}

/**
 * From now on the plan's address gives a corrected one.
 * @param {import('playwright').Page} page
 * @param {(plan: any) => void} change
 */
async function corrects(page, change) {
  await page.unroute(`**/${PLAN}`)
  await page.route(`**/${PLAN}`, async (route) => {
    const plan = await (await route.fetch()).json()
    plan.version += 1
    change(plan)
    await route.fulfill({ json: plan })
  })
  await page.reload()
}

/** Week 1 begins a day later. @param {any} plan */
const moved = (plan) => {
  for (const { schedules } of plan.duties)
    for (const { schedule } of schedules)
      for (const { period } of schedule.listed ?? [])
        if (period.from === '2023-02-26' && period.to === '2023-03-03') period.from = '2023-02-27'
}

/** @param {Person} person */
async function typesIntoWeekOne(person) {
  await person.opensFirstWeek()
  await person.types('/figures/trees', '77')
  await person.types('/figures/highlights', 'Ra quân làm sạch kênh')
  await person.keeps('sạch kênh')
}

test('a week that was moved by a day: its draft is offered for the week that overlaps it', async ({
  browser,
  later,
}) => {
  const { page, person, strays } = await atAPortal({ browser, later })
  await typesIntoWeekOne(person)
  await corrects(page, moved)
  await strays.getByText('Bản nháp không còn thuộc kỳ nào').waitFor()
  await strays.getByText('từ 26/2 đến hết 3/3/2023').waitFor()
  await axeFindsNothing(page, 'the list of strays')
  await strays.getByText('Xem nội dung').click()
  await expect(strays.locator('textarea')).toHaveValue(
    /Số cây xanh trồng mới: 77[\s\S]*Ra quân làm sạch kênh/,
  )
  await strays.getByText('Đưa vào kỳ Tuần 1, từ 27/2 đến hết 3/3/2023').click()
  await person.holds('/figures/trees', '77')
  await person.form.locator('#back').click()
  await person.form.locator(slipOf('weekly', '2023-02-27')).getByText('Có bản nháp').waitFor()
  await expect(strays).toHaveCount(0)
  await page.reload()
  await person.opens('weekly', '2023-02-27')
  await person.holds('/figures/highlights', 'Ra quân làm sạch kênh')
})

test('a draft that is put into a period with one of its own stays beside it', async ({ browser, later }) => {
  const { page, person, strays } = await atAPortal({ browser, later })
  await typesIntoWeekOne(person)
  await corrects(page, moved)
  await person.opens('weekly', '2023-02-27')
  await person.types('/figures/trees', '5')
  await person.seesSaved()
  await person.form.locator('#back').click()
  await strays.getByText('Kỳ này đã có bản nháp').waitFor()
  await strays.locator('[data-action=place]').click()
  await person.holds('/figures/trees', '5')
  await person.form.locator('#take-other').click()
  await person.holds('/figures/trees', '77')
  await person.form.locator('#take-other').click()
  await person.holds('/figures/trees', '5')
})

for (const [what, change, unit] of /** @type {[string, (plan: any) => void, string][]} */ ([
  [
    'unit',
    (plan) => {
      for (const each of plan.units) if (each.id === 'phuong-tay-thanh') each.id = 'phuong-tay-thanh-moi'
    },
    'tay thanh',
  ],
  [
    'duty',
    (plan) => {
      for (const each of plan.duties) if (each.id === 'weekly') each.id = 'bao-cao-tuan'
    },
    '',
  ],
  [
    'plan',
    (plan) => {
      plan.id = 'tan-phu-thang-thanh-nien'
    },
    'tay thanh',
  ],
]))
  test(`a ${what} that was renamed: the draft is found, and put where it belongs`, async ({
    browser,
    later,
  }) => {
    const { page, person, strays } = await atAPortal({ browser, later })
    await typesIntoWeekOne(person)
    // The plan is kept on the device once a screen stands.
    await expect.poll(async () => (await onDevice(page, 'plans')).length).toBe(1)
    await corrects(page, change)
    if (unit) await person.choosesUnit(unit, 'Tây Thạnh')
    await strays.locator('[data-action=place]', { hasText: 'Tuần 1' }).click()
    await person.holds('/figures/trees', '77')
    await person.form.locator('#back').click()
    await expect(strays).toHaveCount(0)
  })

test('a unit that owes nothing any more can be chosen by nobody: its draft is found by whoever looks', async ({
  browser,
  later,
}) => {
  const { page, person, strays } = await atAPortal({ browser, later })
  await typesIntoWeekOne(person)
  await person.form.locator('#back').click()
  // The way back has ended once the list stands; a reload in its midst is dropped.
  await person.sees('Phiếu cần nộp')
  await corrects(page, (plan) => {
    for (const { by } of plan.duties) by.except = [...(by.except ?? []), 'phuong-tay-thanh']
  })
  await person.sees('Bản nháp không còn thuộc kỳ nào')
  await person.changesUnit('son ky', 'Sơn Kỳ')
  await strays.getByText('từ 26/2 đến hết 3/3/2023, Đoàn phường Tây Thạnh').waitFor()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    strays.locator('[data-action=export]').click(),
  ])
  assert.equal(JSON.parse(readFileSync(await file.path(), 'utf8')).figures.trees, '77')
})

test('a plan that was renamed together with its address: the draft is found once the old address gives it no more', async ({
  browser,
  later,
}) => {
  const { portal, page, person, strays } = await atAPortal({ browser, later })
  await typesIntoWeekOne(person)
  await expect.poll(async () => (await onDevice(page, 'plans')).length).toBe(1)
  const renamed = PLAN.replace('2023', '2023-moi')
  await page.route(portal.url, async (route) => {
    const text = await (await route.fetch()).text()
    return route.fulfill({ contentType: 'text/html', body: text.replace(PLAN, renamed) })
  })
  await page.route(`**/${renamed}`, async (route) => {
    const plan = await (await route.fetch({ url: `${portal.url}${PLAN}` })).json()
    return route.fulfill({ json: { ...plan, id: 'tan-phu-thang-thanh-nien-moi' } })
  })
  const asked = page.waitForResponse(`**/${PLAN}`)
  await page.reload()
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await asked
  await expect(strays, 'the other plan can still be opened').toHaveCount(0)

  await page.route(`**/${PLAN}`, (route) => route.fulfill({ status: 404, body: '' }))
  await page.reload()
  await strays.locator('[data-action=place]', { hasText: 'Tuần 1' }).click()
  await person.holds('/figures/trees', '77')
})

test('a letter of a unit that is gone waits in the list of whoever looks, is sent, refused, and kept to be read', async ({
  browser,
  later,
}) => {
  const { portal, page, person, strays } = await atAPortal({ browser, later })
  await person.leavesALetter(portal)
  await corrects(page, (plan) => {
    for (const each of plan.units) if (each.id === 'phuong-tay-thanh') each.id = 'phuong-tay-thanh-moi'
  })
  await person.choosesUnit('son ky', 'Sơn Kỳ')
  const letter = person.form.locator('#outbox [data-letter]')
  await letter.getByText('từ 26/2 đến hết 3/3/2023, phuong-tay-thanh').waitFor()
  const refusal = problem(422, 'findings', { detail: 'Kế hoạch không có đơn vị này.', findings: [] })
  await person.triesOnceMended(letter, (route) => route.fulfill(refusal))
  await expect(letter).toHaveCount(0)
  await page.reload()
  await strays.getByText('Kế hoạch không có đơn vị này.').waitFor()
  await strays.getByText('Xem nội dung').click()
  await expect(strays.locator('textarea')).toHaveValue(/Số cây xanh trồng mới: 100/)
})

test('what fits no period is read, saved as a file and dropped, once that is confirmed', async ({
  browser,
  later,
}) => {
  const { page, person, strays } = await atAPortal({ browser, later })
  await typesIntoWeekOne(person)
  await corrects(page, (plan) => {
    for (const duty of plan.duties)
      for (const { schedule } of duty.schedules)
        if (schedule.listed && duty.id === 'weekly')
          schedule.listed = schedule.listed.filter(
            (/** @type {any} */ each) => each.period.from > '2023-03-03',
          )
  })
  await strays.waitFor()
  await expect(strays.locator('[data-action=place]')).toHaveCount(0)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    strays.locator('[data-action=export]').click(),
  ])
  assert.equal(JSON.parse(readFileSync(await file.path(), 'utf8')).figures.trees, '77')
  await strays.locator('[data-action=delete]').click()
  await focusComesTo(page, 'keep-stray')
  await person.form.locator('#keep-stray').click()
  await strays.locator('[data-action=delete]').click()
  await person.form.locator('#drop-stray').click()
  await expect(strays).toHaveCount(0)
  await focusComesTo(page, 'title')
  await page.reload()
  await person.sees('Phiếu cần nộp')
  await expect(strays).toHaveCount(0)
})

test('what the office has received is no stray, whatever becomes of its period', async ({
  browser,
  later,
}) => {
  const { page, person, strays } = await atAPortal({ browser, later })
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.sends()
  await person.code()
  await person.form.locator('#to-duties').click()
  await person.opens('quick', '2023-02-26')
  await person.types('/figures/attendances', '9')
  await person.seesSaved()
  // A quick report that is dropped is a stray; the weekly one has been received.
  await corrects(page, (plan) => {
    moved(plan)
    plan.duties = plan.duties.filter((/** @type {any} */ { id }) => id !== 'quick')
  })
  await strays.getByText('quick').waitFor()
  await expect(strays.locator('[data-stray]')).toHaveCount(1)
})

/** Opens a file, as where the browser keeps nothing. @param {import('playwright').Page} page @param {string} path */
async function opensFile(page, path) {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    // The file is waited for inside.
    page.evaluate(() => void (/** @type {any} */ (document.querySelector('phieu-report')).work.takeDraft())),
  ])
  await chooser.setFiles(path)
}

/** @param {any} changes */
function fileOf(changes) {
  const path = join(tmpdir(), `phieu-${process.pid}-${Math.random()}.json`)
  const head = { format: 1, plan: 'tan-phu-thang-thanh-nien-2023', planVersion: 2, duty: 'weekly' }
  const period = { from: '2023-02-26', to: '2023-03-03' }
  const draft = { ...head, unit: 'phuong-tay-thanh', period, figures: { trees: '900' }, ...changes }
  writeFileSync(path, JSON.stringify(draft))
  return path
}

for (const [what, changes, says] of /** @type {const} */ ([
  ['another unit', { unit: 'phuong-hiep-tan' }, 'Hiệp Tân'],
  ['another duty', { duty: 'quick', period: { from: '2023-02-26', to: '2023-02-26' } }, 'ngày 26/2/2023'],
  ['another period', { period: { from: '2023-03-04', to: '2023-03-10' } }, 'từ 4/3 đến hết 10/3/2023'],
  ['another plan', { plan: 'soc-trang-chuong-trinh-2024' }, 'kế hoạch soc-trang-chuong-trinh-2024'],
]))
  test(`a file of ${what}: a person is asked, and what was typed stays, open or beside`, async ({
    browser,
    later,
  }) => {
    const { page, person } = await atAPortal({ browser, later })
    await typesIntoWeekOne(person)
    await opensFile(page, fileOf(changes))
    const asked = person.form.locator('#foreign-file')
    await asked.getByText(says).waitFor()
    await asked.getByText(/Phiếu đang mở: .*từ 26\/2 đến hết 3\/3\/2023, .*Tây Thạnh/).waitFor()
    await axeFindsNothing(page, 'asked about a file')
    await person.form.locator('#leave-file').click()
    await expect(asked).toHaveCount(0)
    await focusComesTo(page, 'title')
    await person.holds('/figures/trees', '77')

    await opensFile(page, fileOf(changes))
    await person.form.locator('#take-file').click()
    await person.holds('/figures/trees', '900')
    await expect(asked).toHaveCount(0)
    await person.form.locator('#take-other').click()
    await person.holds('/figures/trees', '77')
  })

test('a file of the very report is opened at once, and what stood in the form is kept beside it', async ({
  browser,
  later,
}) => {
  const { page, person } = await atAPortal({ browser, later })
  await typesIntoWeekOne(person)
  await opensFile(page, fileOf({}))
  await person.holds('/figures/trees', '900')
  await person.form.locator('#take-other').click()
  await person.holds('/figures/trees', '77')
})

test('a report that was saved on its way to the office is opened as it was typed', async ({
  browser,
  later,
}) => {
  const { portal, page, person } = await atAPortal({ browser, later })
  await person.leavesALetter(portal)
  await person.form.locator('#to-duties').click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    person.form.locator('#outbox [data-action=export]').click(),
  ])
  await person.opens('weekly', '2023-02-26')
  await person.types('/figures/trees', '7')
  await opensFile(page, await file.path())
  await person.holds('/figures/trees', '100')
  await person.holds('/activities/0/title', 'Ngày Chủ nhật xanh')
  await person.form.locator('#take-other').click()
  await person.holds('/figures/trees', '7')
})
