// The first part of the core, alone: every plan that ships is opened and filled in with it, and it says what the whole says, to the
// letter. What it lacks is a trap, and never another answer.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const ROOT = new URL('../../', import.meta.url)
const DIST = new URL('www/dist/', ROOT)
const DAY = 86_400_000

/** @typedef {import('../../www/src/core.js').Core} Core */
/** @typedef {import('../../www/src/core.js').Plan} Plan */

/** @param {string} name */
const bytes = (name) => readFileSync(new URL(name, DIST))

/** @param {string} name @param {Parameters<typeof import('../../www/src/core.js').load>[0]['begun']} [begun] @returns {Promise<Core>} */
async function inParts(name, begun) {
  /** @type {typeof import('../../www/src/core.js')} */
  const { load } = await import(new URL(`www/src/core.js?${name}`, ROOT).href)
  return load({ module: () => WebAssembly.compile(bytes('phieu.first.wasm')), ...(begun && { begun }) })
}

const alone = await inParts('alone')
/** @type {Core} */
const whole = await (await import(new URL('core.js?parts', DIST).href)).load({ wasm: bytes('phieu_bg.wasm') })

/** What is typed: pieces of what people write, put together by a chance that is the same each time. */
function typed() {
  const pieces = [
    '1',
    '20',
    '.',
    ',',
    '.500',
    ' ',
    'tỷ',
    'triệu',
    ' đồng',
    '%',
    '/',
    '-',
    '3',
    '2023',
    'h',
    'g',
    ':',
    '30',
    'khoảng ',
    'trên ',
  ]
  pieces.push(
    'người',
    'không',
    'có',
    '@',
    'doan',
    '.vn',
    'https://',
    'ngày',
    ' tháng ',
    '0912',
    '345678',
    '+84',
    '\n',
    'é',
    'e\u0301',
    'đ',
    '\u200b',
    '~',
  )
  let chance = 7
  return () => {
    let text = ''
    do {
      chance = (chance * 1103515245 + 12345) % 2147483648
      text += pieces[chance % pieces.length]
    } while ((chance >> 8) % 4 > 0)
    return text
  }
}

/** What every unit owes at three moments of the plan. @param {Plan} plan @param {{ from: string, to: string }} period */
function* owed(plan, { from, to }) {
  const [begin, end] = [Date.parse(from), Date.parse(to)]
  const times = new Map()
  for (const { id: unit } of plan.summary().units)
    for (const now of [begin + 5 * DAY, (begin + end) / 2, end + 5 * DAY])
      for (const { duty, period: of, state } of plan.duties({ unit, now, sent: [], lang: 'vi' })) {
        const time = times.get(duty) ?? 0
        times.set(duty, time + 1)
        if (state !== 'waived' && time % 7 === 0 && time < 30) yield { unit, duty, period: of, now }
      }
}

/** Reports of a plan as units may have sent them. @param {string} name @returns {{ unit: string }[]} */
function sentOf(name) {
  const lines = bytes(`samples/${name.replace('.json', '.ndjson')}`)
    .toString()
    .split('\n')
    .filter(Boolean)
  return lines.map((line) => JSON.parse(line).submission.report)
}

for (const name of readdirSync(new URL('www/plans/', ROOT)).filter((each) => each.endsWith('.json')))
  for (const path of [`www/plans/${name}`, `www/dist/plans/${name}`])
    test(`${path}: the first part alone says what the whole says`, () => {
      const json = readFileSync(new URL(path, ROOT), 'utf8')
      const plans = [alone, whole].map((core) => core.plan(json))
      const [own, its] = /** @type {[Plan, Plan]} */ (plans)
      assert.deepEqual(own.summary(), its.summary())
      for (const query of ['', 'phuong 3', 'Tây', 'ủy ban'])
        assert.deepEqual(own.searchUnits(query), its.searchUnits(query))
      const texts = typed()
      const sent = sentOf(name)
      let forms = 0
      for (const { unit, duty, period, now } of owed(its, JSON.parse(json).period)) {
        forms += 1
        assert.deepEqual(
          own.duties({ unit, now, sent: [], lang: 'vi' }),
          its.duties({ unit, now, sent: [], lang: 'vi' }),
        )
        const asked = {
          unit,
          duty,
          period,
          now,
          earlier: sent.filter((each) => each.unit === unit).map((each) => JSON.stringify(each)),
        }
        const both = plans.map((plan) => plan.form({ ...asked, draft: null }))
        const [mine, theirs] = /** @type {[typeof both[0], typeof both[0]]} */ (both)
        const view = theirs.view()
        assert.deepEqual(mine.view(), view)
        for (const { inputs } of view.sections.flatMap(({ fields }) => fields))
          for (const { path: at } of inputs)
            for (let time = 0; time < 6; time += 1) {
              const text = texts()
              assert.deepEqual(mine.set(at, text), theirs.set(at, text), `${at}: ${text}`)
            }
        assert.deepEqual(mine.tick(now + DAY), theirs.tick(now + DAY))
        const draft = theirs.draft()
        assert.equal(mine.draft(), draft)
        const date = period.from.split('-').reverse().join('/')
        const listed = [
          {
            title: 'Ra quân',
            date,
            time: '7g30',
            place: 'Nhà văn hóa',
            participants: '40',
            links: 'https://a.vn/b',
          },
        ]
        const kept = JSON.stringify({ ...JSON.parse(draft), activities: listed })
        const [again, there] = plans.map((plan) => plan.form({ ...asked, draft: kept }))
        assert.deepEqual(again?.view(), there?.view())
        for (const form of [mine, theirs, again, there]) form?.free()
      }
      assert.ok(forms > 3, String(forms))
    })

test('what comes with the later part is a trap before, and answers after', async () => {
  const json = readFileSync(new URL('tests/cases/plans/small.json', ROOT), 'utf8')
  const early = await inParts('early')
  assert.throws(() => early.plan(json).about(), { name: 'PhieuError', code: 'panic' })
  const complete = await inParts('complete', async (first) => {
    await WebAssembly.instantiate(bytes('phieu.later.wasm'), { '': first })
  })
  assert.deepEqual(complete.plan(json).about(), whole.plan(json).about())
})
