// The document that was signed and stamped goes back into the report that was sent, without a way through the form.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import {
  axeFindsNothing,
  fillsInWhatIsAsked,
  focusComesTo,
  isNotWiderThanTheScreen,
  photograph,
  slipOf,
  visit,
} from './person.mjs'
import { startPortal } from './portal.mjs'

const PLAN = 'tan-phu-thang-thanh-nien-2023'
const NOW = '2023-03-18T08:00:00+07:00'
const UNIT = 'phuong-tay-thanh'
const CLOSING = slipOf('closing', '2023-02-26')
const TAG = `<phieu-report plan="/api/plans/${PLAN}" endpoint="/api" data-now="${NOW}"></phieu-report>`
const ON_PAPER = 'Bản giấy có chữ ký và dấu: nộp về Quận Đoàn Tân Phú.'
const BY_MAIL = 'Tập tin điện tử về hộp thư (quandoantanphu@gmail.com)'

/** A scan of what was signed. @param {number} pages */
const scan = (pages) => Buffer.from(`%PDF-1.7\n${'trang '.repeat(pages * 20_000)}\n%%EOF\n`)
const SCAN = { name: 'BC 05 da ky.pdf', mimeType: 'application/pdf', buffer: scan(3) }

/**
 * @param {import('../support/browser.mjs').Story} story
 * @param {import('playwright').BrowserContextOptions} [options]
 */
async function begins({ browser, later }, options) {
  const collector = await startCollector({ now: NOW })
  const portal = await startPortal({ body: TAG, api: collector.url })
  const scene = await visit(browser, portal.url, options)
  later(async () => {
    await scene.page.context().close()
    await portal.stop()
    await collector.remove()
  })
  return { collector, portal, ...scene }
}

/** Sends the closing report, which nobody can have signed yet. @param {import('./person.mjs').Person} person */
async function sendsClosing(person) {
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await person.opens('closing', '2023-02-26')
  await expect(person.form.locator('phieu-follows')).toContainText(ON_PAPER)
  await expect(person.form.locator('phieu-follows')).toContainText(BY_MAIL)
  await person.fillsIn({ '/figures/letter-number': '05-BC/ĐTN', '/figures/letter-date': '17/3/2023' })
  await fillsInWhatIsAsked(person)
  await expect(person.form.locator('phieu-follows')).toContainText(ON_PAPER)
  await person.form.locator('#send').click()
  return person.code()
}

/** @param {import('./person.mjs').Person} person @param {typeof SCAN} file */
async function choosesScan(person, file) {
  const field = person.form.locator('phieu-scan phieu-files').first()
  await field.locator('.choose').waitFor()
  await field.locator('input[type=file]').setInputFiles([file])
  await expect(field.locator('li')).toContainText(file.name)
}

/** What the office has of the unit, newest last. @param {import('./collector.mjs').Collector} collector */
async function atTheOffice(collector) {
  const ask = async (/** @type {string} */ path) => {
    const headers = { authorization: `Bearer ${collector.token()}` }
    return (await fetch(`${collector.url}/api/office/${path}`, { headers })).json()
  }
  const { duties } = await ask(`plans/${PLAN}/overview`)
  const units = duties.flatMap((/** @type {any} */ duty) => duty.units)
  const [one, ...more] = units.filter((/** @type {any} */ unit) => unit.submission)
  assert.equal(more.length, 0, 'one report came')
  const { report, history } = await ask(`submissions/${one.submission}`)
  return { figures: report.figures, revisions: history.length, timeliness: one.state }
}

test('send the report, make its Word file, send the signed scan back: the office sees it, in time and by keyboard', async ({
  browser,
  later,
}) => {
  const { collector, page, person, troubles } = await begins(
    { browser, later },
    { viewport: { width: 360, height: 740 } },
  )
  const { form } = person
  const first = await sendsClosing(person)
  const follows = form.locator('.follows')
  await expect(follows).toContainText('Còn thiếu bản đã ký, đóng dấu.')
  await expect(follows).toContainText(ON_PAPER)
  await isNotWiderThanTheScreen(page)
  await axeFindsNothing(page, 'a receipt whose signed document is lacking')
  await follows.scrollIntoViewIfNeeded()
  await photograph(page, 'scan-receipt-360')
  const before = await atTheOffice(collector)
  assert.equal(before.figures['signed-report'], undefined)

  // The deadline passes while the paper goes from hand to hand.
  await collector.stop()
  collector.now = '2023-03-20T08:00:00+07:00'
  await collector.start()
  await follows.locator('[data-action=scan]').focus()
  await page.keyboard.press('Enter')
  await focusComesTo(page, 'title')
  await person.sees('In báo cáo, ký tên, đóng dấu')
  await expect(form.locator('[data-path="/figures/strengths"]')).toHaveCount(0)
  const [file] = await Promise.all([page.waitForEvent('download'), form.locator('#word').click()])
  assert.match(file.suggestedFilename(), /\.docx$/)
  await expect(form.locator('phieu-scan phieu-files').first()).toContainText('PDF, ảnh')
  await form.locator('#send-scan').click()
  await person.sees('Chưa chọn tệp nào')
  await isNotWiderThanTheScreen(page)
  await axeFindsNothing(page, 'where a scan is taken')
  await photograph(page, 'scan-360')
  await choosesScan(person, SCAN)
  await expect(form.locator('#no-file'), 'what was said of no file is gone').toHaveCount(0)
  await axeFindsNothing(page, 'a scan that was chosen')
  await photograph(page, 'scan-chosen-360')
  await form.locator('#send-scan').focus()
  await page.keyboard.press('Enter')
  await person.sees('Bản gửi thứ 2')
  await person.sees('Hạn gửi được xét theo bản gửi đầu tiên.')
  await person.sees('Đã gửi kèm bản đã ký, đóng dấu: BC 05 da ky.pdf')
  assert.notEqual(await person.code(), first)

  const { figures, revisions } = await atTheOffice(collector)
  const hash = createHash('sha256').update(SCAN.buffer).digest('hex')
  assert.equal(revisions, 2)
  assert.deepEqual(figures['signed-report'], [
    { hash, name: SCAN.name, bytes: SCAN.buffer.length, kind: 'pdf' },
  ])
  assert.deepEqual(
    { ...figures, 'signed-report': undefined },
    { ...before.figures, 'signed-report': undefined },
  )

  await form.locator('#to-duties').click()
  await form.locator(`${CLOSING} [data-action=receipt]`).waitFor()
  await expect(form.locator(CLOSING)).not.toContainText('Còn thiếu')
  await expect(form.locator(CLOSING), 'nobody is late for what follows').toContainText('Đã gửi')
  await expect(form.locator(CLOSING)).not.toContainText('trễ')
  assert.deepEqual(troubles, [])
})

test('the list of duties leads to it while it is owed, and what was typed since is read once more before it goes', async ({
  browser,
  later,
}) => {
  const { collector, page, person } = await begins(
    { browser, later },
    { viewport: { width: 1280, height: 800 } },
  )
  const { form } = person
  await sendsClosing(person)
  await form.locator('#to-duties').click()
  const slip = form.locator(CLOSING)
  await expect(slip).toContainText('Còn thiếu bản đã ký, đóng dấu.')
  await axeFindsNothing(page, 'a list with what is owed')
  await slip.scrollIntoViewIfNeeded()
  await photograph(page, 'scan-list-1280')
  await page.emulateMedia({ colorScheme: 'dark' })
  await photograph(page, 'scan-list-dark-1280')
  await axeFindsNothing(page, 'a list with what is owed, in the dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await slip.locator('[data-action=scan]').click()
  await focusComesTo(page, 'title')
  await photograph(page, 'scan-1280')
  // Back leads to the list, and the list there again.
  await page.goBack()
  await slip.locator('[data-action=scan]').waitFor()
  await page.goForward()
  await form.locator('phieu-scan #title').waitFor()
  await page.goBack()

  await person.opens('closing', '2023-02-26')
  await person.types('/figures/strengths', 'Các chi đoàn vào cuộc sớm.')
  await person.keeps('vào cuộc sớm')
  await form.locator('#back').click()
  await slip.locator('[data-action=scan]').click()
  await choosesScan(person, SCAN)
  await form.locator('#send-scan').click()
  await person.sees('Xem lại trước khi gửi')
  await person.sees('vào cuộc sớm')
  await person.sees('BC 05 da ky.pdf')
  await form.locator('#send').click()
  await person.sees('Bản gửi thứ 2')
  const { figures } = await atTheOffice(collector)
  assert.equal(figures.strengths, 'Các chi đoàn vào cuộc sớm.')
  assert.equal(figures['signed-report'][0].name, SCAN.name)
})

test('in forced colours everything is there too', async ({ browser, later }) => {
  const { page, person } = await begins({ browser, later }, { colorScheme: 'light', forcedColors: 'active' })
  const { form } = person
  await sendsClosing(person)
  await form.locator('.follows').scrollIntoViewIfNeeded()
  await axeFindsNothing(page, 'a receipt in forced colours')
  await photograph(page, 'scan-receipt-forced-1280')
  await form.locator('#to-duties').click()
  await form.locator(`${CLOSING} [data-action=scan]`).scrollIntoViewIfNeeded()
  await axeFindsNothing(page, 'a list in forced colours')
  await photograph(page, 'scan-list-forced-1280')
  await form.locator(`${CLOSING} [data-action=scan]`).click()
  await choosesScan(person, SCAN)
  await axeFindsNothing(page, 'where a scan is taken, in forced colours')
  await photograph(page, 'scan-forced-1280')
})

test('without a line the scan waits in the outbox, also over a reload, and arrives once', async ({
  browser,
  later,
}) => {
  const { collector, portal, page, person } = await begins({ browser, later })
  const { form } = person
  await sendsClosing(person)
  await form.locator('[data-action=scan]').click()
  await choosesScan(person, SCAN)
  portal.down = true
  await form.locator('#send-scan').click()
  await person.sees('Chưa tới nơi nhận')
  await expect(form.locator('.follows')).toContainText('Đã gửi kèm bản đã ký, đóng dấu')
  await page.reload()
  portal.down = false
  await form.locator(`${CLOSING} [data-action=receipt]`).waitFor()
  await expect.poll(async () => (await atTheOffice(collector)).revisions, { timeout: 30_000 }).toBe(2)
  const { figures, revisions } = await atTheOffice(collector)
  assert.equal(figures['signed-report'].length, 1)
  assert.equal(revisions, 2)
})

test('what was accepted takes no scan any more', async ({ browser, later }) => {
  const { collector, person } = await begins({ browser, later })
  const { form } = person
  await sendsClosing(person)
  const response = await fetch(`${collector.url}/api/office/plans/${PLAN}/overview`, {
    headers: { authorization: `Bearer ${collector.token()}` },
  })
  const { duties } = await response.json()
  const { submission } = duties
    .flatMap((/** @type {any} */ duty) => duty.units)
    .find((/** @type {any} */ unit) => unit.unit === UNIT && unit.submission)
  await collector.decides(submission, { outcome: 'accepted' })
  await form.locator('#to-duties').click()
  await form.locator(`${CLOSING} .state`, { hasText: 'Đã duyệt' }).waitFor()
  await expect(form.locator(`${CLOSING} [data-action=scan]`)).toHaveCount(0)
  await form.locator(`${CLOSING} [data-action=receipt]`).click()
  await expect(form.locator('.follows')).toContainText('Còn thiếu bản đã ký, đóng dấu.')
  await expect(form.locator('.follows [data-action=scan]')).toHaveCount(0)
})
