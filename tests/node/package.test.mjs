// The package as a developer uses it in Node 20: the README's example, errors, many reports from bytes.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { load, PhieuError } from 'phieu'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const PLAN = new URL('../../www/plans/tan-phu-thang-thanh-nien-2023.json', import.meta.url)
const WARD = 'phuong-tay-thanh'
/** @param {PhieuError} error */
function messages(error) {
  const said = error.errors.map((one) => /** @type {{ message: string }} */ (one).message)
  return said.length > 0 ? said : ['']
}

const now = Date.parse('2023-02-24T09:00:00+07:00')

test('ten lines tell what a ward owes and what is wrong with its report', async () => {
  const phieu = await load()
  const plan = phieu.plan(await readFile(PLAN, 'utf8'))
  const duties = plan.duties({ unit: WARD, now, sent: [] })
  assert.equal(duties[0].deadlineText, 'trước 17g00, thứ Sáu 24/2/2023')
  assert.equal(duties[0].remainingText, 'còn 8 giờ')
  const weekly = duties.find(({ kind }) => kind === 'weekly')
  assert.ok(weekly)
  const { duty, period } = weekly
  const { id, version } = plan.summary()
  const report = {
    format: 1,
    plan: id,
    planVersion: version,
    duty,
    unit: WARD,
    period,
    figures: { nothing: 1 },
  }
  const findings = plan.check(JSON.stringify(report), { now })
  assert.ok(findings.some(({ code, message }) => code === 'report.unknownFigure' && message !== ''))
})

test('a plan that cannot be read says where and how to mend it', async () => {
  const phieu = await load()
  const cases = [
    ['{', 'plan'],
    ['{"format":1}', 'plan'],
    ['{"__proto__":{"polluted":true}}', 'plan'],
  ]
  for (const [text, code] of cases) {
    assert.throws(
      () => phieu.plan(text),
      (error) =>
        error instanceof PhieuError && error.code === code && messages(error).every((text) => text !== ''),
      text,
    )
  }
  assert.ok(!('polluted' in {}))
})

test('the modules name no folder of whoever built them', async () => {
  for (const file of ['phieu_bg.wasm', 'phieu_bulk_bg.wasm']) {
    const module = await readFile(new URL(`../../www/dist/${file}`, import.meta.url), 'latin1')
    assert.doesNotMatch(module, /[/\\]\.cargo[/\\]/)
    assert.ok(!module.includes(ROOT), file)
  }
})

test('an unknown unit is said, and a moment that is none; a wrong clock is held at the edge of the calendar', async () => {
  const phieu = await load()
  const plan = phieu.plan(await readFile(PLAN, 'utf8'))
  assert.throws(() => plan.duties({ unit: 'nobody', now, sent: [] }), { name: 'PhieuError', code: 'unit' })
  assert.throws(() => plan.duties({ unit: WARD, now: Number.NaN, sent: [] }), {
    name: 'PhieuError',
    code: 'argument',
  })
  assert.ok(plan.duties({ unit: WARD, now: 1e300, sent: [] }).length > 0)
})

test('many reports from bytes: a line that is wrong never stops the rest', async () => {
  const phieu = await load()
  const plan = phieu.plan(await readFile(PLAN, 'utf8'))
  const lines = ['{"format":1', '', 'null', '{"format":1,"plan":"another"}']
  const { count, ok, findings } = plan.checkMany(new TextEncoder().encode(lines.join('\n')), { now })
  assert.deepEqual([count, ok], [3, 0])
  assert.deepEqual([...new Set(findings.map(({ line }) => line))], [1, 3, 4])
})

test('a submission says from which it was made, only where its host does', async () => {
  const phieu = await load()
  const plan = phieu.plan(await readFile(PLAN, 'utf8'))
  const period = { from: '2023-02-26', to: '2023-03-03' }
  const sent = Date.parse('2023-03-03T09:00:00+07:00')
  const form = plan.form({
    unit: WARD,
    duty: 'weekly',
    period,
    draft: null,
    earlier: [],
    now: sent,
    lang: 'vi',
  })
  const figures = [
    'activities-held',
    'attendances',
    'trees',
    'thirty-minutes',
    'urban-civility',
    'new-members',
  ]
  for (const figure of figures) form.set(`/figures/${figure}`, '0')
  form.set('/figures/reporter-phone', '0901234567')
  const id = '0190a5c4-7d3e-7c1a-9f00-000000000001'
  for (const amends of [undefined, null, '0190a5c4-7d3e-7c1a-9f00-000000000002']) {
    const made = JSON.parse(form.submission({ id, preparedAt: sent, amends }))
    assert.equal(made.amends, amends)
    assert.equal('amends' in made, amends !== undefined)
  }
  form.free()
})
