// Rows that are pasted into a table or read from a CSV file: cases in the wasm, whole and in the two
// parts in which a page loads it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { bytes, inParts } from '../support/parts.mjs'

/** @typedef {import('../../www/src/core.js').Core} Core */

const ROOT = new URL('../../', import.meta.url)
const DIST = new URL('www/dist/', ROOT)
/** @param {string} path */
const read = (path) => readFileSync(new URL(path, ROOT), 'utf8')

const { core: whenBothHaveCome, completes } = await inParts('pasted')
await completes()

/** @type {[string, Core][]} */
const CORES = [
  ['whole', await (await import(new URL('core.js', DIST).href)).load({ wasm: bytes('phieu_bg.wasm') })],
  ['in parts', whenBothHaveCome],
]
const TABLE = '/figures/works'
const KEYS = ['name', 'value', 'people', 'day', 'way']
const now = Date.parse('2023-03-03T08:30:00+07:00')
const period = { from: '2023-02-26', to: '2023-03-03' }

/** @param {any} row */
const textsOf = ({ cells }) =>
  cells
    .flatMap((/** @type {any} */ { inputs }) => inputs)
    .map((/** @type {any} */ { value }) => value)
    .join('|')
/** @param {string} path */
const within = (path) => path.slice(TABLE.length + 1)

const CASES = JSON.parse(read('src/form/table/paste.cases.json'))
const PLAN = read('tests/browser/fixtures/tables/tables.json')

for (const [name, core] of CORES)
  for (const one of CASES)
    test(`${name}: ${one.says}`, () => {
      const form = core.plan(PLAN).form({
        unit: 'ward-1',
        duty: 'weekly',
        period,
        now,
        lang: 'vi',
        draft: null,
        earlier: [],
      })
      one.stands.forEach((/** @type {string} */ texts, /** @type {number} */ row) => {
        form.ofTable('putRow', TABLE, '', row)
        texts.split('|').forEach((text, place) => {
          form.ofTable('setCell', `${TABLE}/${row}/${KEYS[place]}`, text)
        })
      })
      const rows = () => form.ofTable('table', TABLE).rows.map(textsOf)
      const path = one.at ? `${TABLE}/${one.at}` : TABLE
      const text = one.file ? one.plain : `${one.html ?? ''}\0${one.plain}`
      const head = one.asks === undefined ? 0 : one.asks ? 1 : 2
      const view = form.ofTable(one.file ? 'seeFile' : 'seePasted', path, text, head)
      assert.deepEqual([view.head, view.count], [one.head, one.count])
      assert.deepEqual(
        view.notes.map((/** @type {any} */ note) => `${note.place}: ${note.text}`),
        one.notes,
      )
      assert.deepEqual(
        view.cells
          .filter((/** @type {any} */ { replaces }) => replaces)
          .map((/** @type {any} */ cell) => `${within(cell.path)} ${cell.replaces}`),
        one.replaces ?? [],
      )
      const wrong = view.rows
        .flatMap((/** @type {any} */ { cells }) => cells)
        .flatMap((/** @type {any} */ { inputs }) => inputs)
        .flatMap((/** @type {any} */ { findings }) => findings)
        .filter((/** @type {any} */ { code }) => code !== 'required')
      assert.deepEqual(
        wrong.map((/** @type {any} */ finding) => `${within(finding.path)} ${finding.code}`).sort(),
        one.wrong,
      )
      assert.deepEqual(rows(), one.stands)
      const taken = form.ofTable(one.file ? 'takeFile' : 'takePasted', path, text, head)?.taken
      assert.deepEqual(rows(), one.then)
      if (taken) form.ofTable('takeBack', TABLE, taken)
      assert.deepEqual(rows(), one.stands)
      form.free()
    })

for (const [name, core] of CORES)
  test(`${name}: a table that is written as a file is read as the same rows`, () => {
    const form = core.plan(PLAN).form({
      unit: 'ward-1',
      duty: 'weekly',
      period,
      now,
      lang: 'vi',
      draft: null,
      earlier: [],
    })
    const texts = ['=HYPERLINK("a"); \'x\'', '-5', '+7', '1/3', 'moi']
    form.ofTable('putRow', TABLE, '', 0)
    texts.forEach((text, place) => void form.ofTable('setCell', `${TABLE}/0/${KEYS[place]}`, text))
    const file = form.ofTable('toFile', TABLE)
    assert.equal(
      file,
      '\u{feff}Tên công trình;Giá trị;Người tham gia;Ngày khánh thành;Hình thức\r\n' +
        '"\'=HYPERLINK(""a""); \'x\'";\'-5;\'+7;1/3;Làm mới\r\n',
    )
    form.ofTable('takeRow', TABLE, '', 0)
    form.ofTable('takeFile', TABLE, file)
    assert.deepEqual(form.ofTable('table', TABLE).rows.map(textsOf), [texts.join('|')])
    form.free()
  })

for (const [name, core] of CORES)
  test(`${name}: rows become activities and are taken back`, () => {
    const form = core.plan(read('www/plans/tan-phu-thang-thanh-nien-2023.json')).form({
      unit: 'phuong-tay-thanh',
      duty: 'weekly',
      period,
      now,
      lang: 'vi',
      draft: null,
      earlier: [],
    })
    const text = '\0Nội dung\tThời gian\nRa quân\t07g30, 27/2/2023\nHội trại\t28/2 - 1/3/2023\n'
    const before = form.draft()
    const seen = form.ofTable('seePasted', '/activities', text)
    assert.deepEqual(seen.rows.map(textsOf), [
      'Ra quân|27/2/2023||07g30|||||',
      'Hội trại|28/2|1/3/2023||||||',
    ])
    assert.equal(form.draft(), before)
    const { taken } = form.ofTable('takePasted', '/activities', text)
    assert.equal(
      form.ofTable('toFile', '/activities'),
      '\u{feff}Tên hoạt động;Ngày bắt đầu;Ngày kết thúc;Giờ bắt đầu;Địa điểm;Lượt người tham gia;Đường dẫn minh chứng;Đơn vị phối hợp;Ghi chú\r\n' +
        'Ra quân;27/2/2023;;07g30;;;;;\r\nHội trại;28/2;1/3/2023;;;;;;\r\n',
    )
    form.ofTable('takeBack', '/activities', taken)
    assert.equal(form.draft(), before)
    form.free()
  })
