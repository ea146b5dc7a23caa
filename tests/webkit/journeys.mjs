// What is tried in every engine beside Chromium: the main job, filled in wrongly, then rightly, kept, sent, received; the
// office's list with its decision; the progress.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import { copied } from '../browser/clipboard.mjs'
import { ROOT, startCollector } from '../browser/collector.mjs'
import { RIGHT, slipOf } from '../browser/person.mjs'
import { until } from './webkit.mjs'

const WEEK = '[data-duty="weekly"][data-key*="|2023-02-26|"] [data-action=fill]'
const ACTIVITY = {
  '/activities/0/title': 'Ngày Chủ nhật xanh',
  '/activities/0/date': '26/2',
  '/activities/0/place': 'Công viên Sơn Kỳ',
  '/activities/0/participants': '120',
  '/activities/0/links': 'https://tuoitretanphu.com/ngay-chu-nhat-xanh',
}
const focus = 'return root.activeElement?.id'
const value =
  'return [...root.querySelectorAll("[data-path]")].find((input) => input.dataset.path === arguments[0])?.value'

/**
 * @param {string} engine
 * @param {(width: number, height: number) => Promise<import('./webkit.mjs').Window>} open
 */
export const journeys = (engine, open) =>
  describe(engine, () => {
    /** @type {import('../browser/collector.mjs').Collector} */
    let collector
    /** @type {import('./webkit.mjs').Window} */
    let window

    before(async () => {
      collector = await startCollector()
    })
    after(() => collector?.remove())
    beforeEach(async () => {
      window = await open(390, 844)
    })
    afterEach(() => window?.close())

    /** @param {string} search @param {string} name */
    async function opensTheFirstWeek(search, name) {
      await window.goes(`${collector.url}/`)
      await window.types('#unit-search', search)
      await window.sees(name)
      await window.clicks('.unit')
      // The list stands where it stays once its heading has the focus.
      await until(() => window.says(`${focus} === "title"`), 'the list does not take the focus')
      await window.clicks(WEEK)
      await window.finds('#to-review')
      await opensAllSections()
    }

    /** On a narrow screen sections stand folded under their headings. */
    async function opensAllSections() {
      await window.finds('#at_activities')
      const folded = '.fold[aria-expanded=false]'
      const left = () => window.says('return root.querySelectorAll(arguments[0]).length', folded)
      for (let count = await left(); count > 0; count = await left()) {
        await window.clicks(folded)
        assert.ok((await left()) < count, 'a heading that was pressed opens its section')
      }
    }

    test(`${engine}: the weekly report: wrongly, then rightly, sent, received`, async () => {
      await opensTheFirstWeek('tay thanh', 'Tây Thạnh')
      await window.fillsIn({ ...RIGHT, '/figures/trees': 'một trăm cây', '/figures/attendances': '' })
      await window.clicks('#to-review')
      await window.finds('#summary a')
      assert.equal(await window.says(focus), 'summary')
      await window.photographs(join(ROOT, `target/screenshots/${engine}-summary.png`))
      await window.clicks('#summary a')
      assert.match(await window.says(focus), /figures/)

      await window.fillsIn(RIGHT)
      await window.clicks('#at_activities')
      await window.fillsIn(ACTIVITY)
      await window.clicks('#to-review')
      await window.clicks('#send')
      await window.finds('#code')
      await window.sees('Đúng hạn')
      await window.photographs(join(ROOT, `target/screenshots/${engine}-receipt.png`))
    })

    test(`${engine}: at a desk by the keyboard alone, the week pasted out of Excel, sent and received`, async () => {
      await window.close()
      window = await open(1280, 800)
      await window.goes(`${collector.url}/`)
      await window.tabsTo('#unit-search')
      await window.writes('phu thanh')
      await window.sees('Phú Thạnh')
      await window.tabsTo('.unit')
      await window.presses('Enter')
      await window.tabsTo(WEEK)
      await window.presses('Enter')
      await until(
        () => window.says('return Boolean(customElements.get("phieu-block"))'),
        'no block can be pasted',
      )
      const at = 'return root.activeElement?.dataset.path'
      await window.tabsTo('[data-path="/figures/activities-held"]')
      await window.says(
        `const copied = arguments[0]
        document.addEventListener('copy', (event) => {
          for (const kind of ['text/plain', 'text/html']) event.clipboardData.setData(kind, copied[kind])
          event.preventDefault()
        }, { once: true, capture: true })`,
        copied('excel-week'),
      )
      await window.presses('Control', 'c')
      await window.presses('Control', 'v')
      await window.finds('#take-block')
      await until(() => window.says(`${focus} === "take-block"`), 'what is pasted is not shown')
      await window.photographs(join(ROOT, `target/screenshots/${engine}-block.png`))
      await window.presses('Enter')
      await until(async () => (await window.says(value, '/figures/trees')) === '100', 'nothing is taken')
      await until(
        async () => (await window.says(at)) === '/figures/activities-held',
        'the focus does not come back',
      )
      await window.presses('ArrowDown')
      assert.equal(await window.says(at), '/figures/attendances')
      await window.presses('Enter')
      assert.equal(await window.says(at), '/figures/attendances-members')
      await window.presses('Shift', 'Enter')
      assert.equal(await window.says(at), '/figures/attendances')

      await window.tabsTo('#at_activities')
      await window.presses('Enter')
      const activity = { ...ACTIVITY, '/activities/0/place': 'Công viên Phú Thạnh' }
      for (const [path, text] of Object.entries(activity)) {
        await window.tabsTo(`[data-path="${path}"]`)
        await window.writes(text)
      }
      for (const button of ['#to-review', '#send']) {
        await window.tabsTo(button)
        await window.presses('Enter')
      }
      await window.finds('#code')
    })

    test(`${engine}: at 360 × 400, with the keyboard open, the week is filled in and sent`, async () => {
      await window.close()
      window = await open(360, 400)
      await opensTheFirstWeek('tan thanh', 'Tân Thành')
      await window.fillsIn(RIGHT)
      await window.clicks('#at_activities')
      await window.fillsIn({ ...ACTIVITY, '/activities/0/place': 'Công viên Tân Thành' })
      await window.clicks('#to-review')
      await window.clicks('#send')
      await window.finds('#code')
    })

    test(`${engine}: what one is led to, past fields never seen, stays in sight`, async () => {
      await opensTheFirstWeek('tan quy', 'Tân Quý')
      await window.finds('#at_activities')
      const button = 'const button = root.querySelector("#at_activities");'
      await window.says(`${button} button.scrollIntoView({ block: 'nearest' })`)
      await new Promise((done) => setTimeout(done, 500))
      const sight =
        'const { top, bottom } = button.getBoundingClientRect(); return [top, bottom, innerHeight]'
      const [top, bottom, height] = await window.says(`${button} ${sight}`)
      // Engines scroll by whole pixels.
      assert.ok(top > -1 && bottom < height + 1, `from ${top} to ${bottom} of ${height}`)
    })

    test(`${engine}: what was typed is there after a reload, wrong values included`, async () => {
      await opensTheFirstWeek('son ky', 'Sơn Kỳ')
      await window.fillsIn({ '/figures/trees': 'một trăm cây', '/figures/activities-held': '3' })
      await window.sees('Đã lưu trên máy lúc')
      await new Promise((done) => setTimeout(done, 1000))
      await window.reloads()
      // What comes later may stand above the list.
      const later = 'return Boolean(customElements.get("phieu-summary"))'
      await until(() => window.says(later), 'what no first field needs has not come')
      await window.clicks(WEEK)
      await opensAllSections()
      assert.equal(await window.says(value, '/figures/trees'), 'một trăm cây')
      assert.equal(await window.says(value, '/figures/activities-held'), '3')
    })

    test(`${engine}: sent while the server is down, it waits on the device and arrives once the server is back`, async () => {
      await opensTheFirstWeek('tan quy', 'Tân Quý')
      await window.fillsIn(RIGHT)
      await window.clicks('#at_activities')
      await window.fillsIn(ACTIVITY)
      await window.clicks('#to-review')
      await window.finds('#send')
      await collector.stop()
      await window.clicks('#send')
      await window.sees('Chưa tới nơi nhận')
      await collector.start()
      await window.finds('#code')
    })

    test(`${engine}: the office sees every target of a plan, and who has sent`, async () => {
      window.tag = 'phieu-progress'
      await window.goes(`${collector.url}/progress-sample.html`)
      await window.finds('svg, canvas')
      await window.photographs(join(ROOT, `target/screenshots/${engine}-progress.png`))
    })

    test(`${engine}: the office reads what was sent, and accepts it`, async () => {
      window.tag = 'phieu-office'
      await window.goes(`${collector.url}/office.html`)
      await window.types('#token', collector.token())
      await window.clicks('#enter')
      await window.finds(slipOf('weekly', '2023-02-26'))
      await window.clicks('[aria-label="Xem: Đoàn phường Tây Thạnh"]')
      await window.sees('1.200')
      await window.photographs(join(ROOT, `target/screenshots/${engine}-office.png`))
      await window.clicks('#accept')
      await window.sees('Đã duyệt')
    })
  })
