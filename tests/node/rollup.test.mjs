// The roll-up in Node: arrivals from bytes in, progress in words out.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { load } from 'phieu'

const PLAN = new URL('../../www/plans/tan-phu-thang-thanh-nien-2023.json', import.meta.url)
const WEEK = { from: '2023-02-26', to: '2023-03-03' }

/**
 * One line: a weekly report of trees.
 * @param {string} unit
 * @param {number} trees
 * @param {string} receivedAt
 * @param {number} revision
 */
function line(unit, trees, receivedAt, revision = 1) {
  const id = `00000000-0000-4000-8000-${`${unit.length}${trees}${revision}`.padStart(12, '0')}`
  const report = {
    format: 1,
    plan: 'tan-phu-thang-thanh-nien-2023',
    planVersion: 2,
    duty: 'weekly',
    unit,
    period: WEEK,
    figures: { trees },
  }
  const submission = { format: 1, id, preparedAt: receivedAt, report }
  return JSON.stringify({ receivedAt, revision, submission })
}

/** @param {string[]} lines */
const bytes = (lines) => new TextEncoder().encode(lines.join('\n'))

const now = Date.parse('2023-03-06T08:00:00+07:00')
const early = '2023-03-03T10:00:00Z'
const late = '2023-03-05T10:00:00Z'

async function opened() {
  const phieu = await load()
  return phieu.plan(await readFile(PLAN, 'utf8'))
}

test('reports in any order come to the same progress, and an amendment replaces what it amends', async () => {
  const plan = await opened()
  const lines = [
    line('phuong-tay-thanh', 12, early),
    line('phuong-son-ky', 20, late),
    line('phuong-tay-thanh', 15, late, 2),
  ]
  const views = [lines, [...lines].reverse()].map((some) => {
    const rollUp = plan.rollUp()
    assert.deepEqual(rollUp.add(bytes(some)), { lines: 3, arrivals: 3, unreadable: [] })
    const view = rollUp.progress(now)
    rollUp.free()
    return view
  })
  assert.deepEqual(views[0], views[1])
  const trees = views[0].targets.find(({ id }) => id === 'trees')
  assert.equal(trees?.value, 35)
  assert.equal(trees?.valueText, '35 cây')
  assert.equal(trees?.partial.text, '1 trên 35 đơn vị, 1 trễ hạn, 33 thiếu')
  const row = views[0].matrix.rows.find(({ unit }) => unit === 'phuong-tay-thanh')
  const sent = row?.cells.filter((cell) => cell?.submission)
  assert.equal(sent?.length, 1)
  assert.equal(sent?.[0]?.amended, true)
})

test('what came later than the moment asked is left out, and what is no arrival is named', async () => {
  const plan = await opened()
  const rollUp = plan.rollUp()
  const lines = [line('phuong-tay-thanh', 12, early), '{"receivedAt":1}', line('phuong-son-ky', 20, late)]
  const intake = rollUp.add(bytes(lines), { until: Date.parse('2023-03-04T00:00:00Z') })
  assert.deepEqual([intake.lines, intake.arrivals], [3, 2])
  assert.equal(intake.unreadable[0].line, 2)
  assert.equal(intake.unreadable[0].code, 'report.malformed')
  const view = rollUp.progress(now, 'en')
  assert.equal(view.targets.find(({ id }) => id === 'trees')?.value, 12)
  assert.equal(view.reports, 1)
  assert.equal(view.targets.find(({ id }) => id === 'ideas')?.value, null)
})

test('the rows of a table of all reports that count are a file of one row a line', async () => {
  const phieu = await load()
  const plan = phieu.plan(
    await readFile(new URL('../browser/fixtures/tables/tables.json', import.meta.url), 'utf8'),
  )
  const report = (/** @type {string} */ unit, /** @type {object[]} */ works) => ({
    ...{ format: 1, plan: 'tables', planVersion: 1, duty: 'weekly', unit, period: WEEK },
    figures: { works },
  })
  const sent = [
    [1, 1, report('ward-1', [{ name: 'Cũ', value: 1 }])],
    [2, 2, report('ward-1', [{ name: 'Cầu; số 1', value: 5_000_000, day: '2023-03-01' }, { name: '-5' }])],
    [3, 1, report('ward-2', [{ name: 'Hẻm', value: 3 }])],
  ].map(([number, revision, report]) =>
    JSON.stringify({
      receivedAt: early,
      revision,
      submission: {
        format: 1,
        id: `00000000-0000-4000-8000-00000000000${number}`,
        preparedAt: early,
        report,
      },
    }),
  )
  const file = bytes(sent)
  const rollUp = plan.rollUp()
  rollUp.add(file)
  const of = 'Báo cáo công trình;từ 26/2 đến hết 3/3/2023'
  assert.equal(
    rollUp.rows(file, 'works'),
    [
      '\u{feff}Đơn vị;Khu vực;Báo cáo;Kỳ báo cáo;Dòng;Tên công trình;Giá trị;Người tham gia;Ngày khánh thành;Hình thức',
      `Đoàn phường 1;;${of};1;"Cầu; số 1";5000000;;1/3/2023;`,
      `Đoàn phường 1;;${of};2;'-5;;;;`,
      `Đoàn phường 2;;${of};1;Hẻm;3;;;`,
      '',
    ].join('\r\n'),
  )
  assert.ok(rollUp.rows(file, 'works', 'en')?.startsWith('\u{feff}Unit;Sector;Report;Period;Row;'))
  assert.equal(rollUp.rows(file, 'total'), undefined)
  rollUp.free()
})
