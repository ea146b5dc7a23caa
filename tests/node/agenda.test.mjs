// The calendar of a unit's deadlines, as another program reads it: ical.js, which is Thunderbird's.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import ICAL from 'ical.js'
import { load } from 'phieu'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PLANS = new URL('../../www/plans/', import.meta.url)
const NOW = Date.parse('2023-02-27T08:00:00+07:00')

const phieu = await load()

/** @param {string} file */
const eventsOf = (file) => new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent')

for (const name of await readdir(PLANS)) {
  test(`${name}: each deadline of each unit is one event, which ends as it does`, async () => {
    const plan = phieu.plan(await readFile(new URL(name, PLANS), 'utf8'))
    for (const { id: unit } of plan.summary().units) {
      const file = plan.agenda({ unit, now: NOW })
      const due = plan.duties({ unit, now: NOW }).filter(({ cutoff, state }) => cutoff && state !== 'waived')
      const events = eventsOf(file).map((each) => new ICAL.Event(each))
      const minutes = (/** @type {number} */ at) => Math.floor(at / 60_000)
      assert.deepEqual(
        events
          .map(({ uid, summary, endDate }) => [uid, summary, minutes(endDate.toJSDate().getTime())])
          .sort(),
        due
          .map(({ key, title, cutoff }) => [`${key}@phieu`, `Hạn gửi: ${title}`, minutes(cutoff ?? 0)])
          .sort(),
      )
      for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
    }
  })
}

test('what a plan says comes back whole, whatever signs it holds', async () => {
  const json = JSON.parse(await readFile(new URL('tan-phu-thang-thanh-nien-2023.json', PLANS), 'utf8'))
  json.title = `Tháng; Thanh, niên: "2023" \\n END:VEVENT ${'ữ'.repeat(90)}`
  const file = phieu.plan(JSON.stringify(json)).agenda({ unit: 'phuong-tay-thanh', now: NOW })
  const [first] = eventsOf(file)
  const [title] = new ICAL.Event(first).description.split('\n')
  assert.equal(title, json.title)
  const [alarm] = first?.getAllSubcomponents('valarm') ?? []
  assert.equal(alarm?.getFirstPropertyValue('trigger')?.toString(), '-PT48H')
})

test('the command line writes the very same file', async () => {
  const path = 'www/plans/tan-phu-thang-thanh-nien-2023.json'
  const command = ['duties', path, '--unit', 'phuong-tay-thanh', '--at', '2023-02-27T08:00', '--ics']
  const native = execFileSync('target/debug/phieu', command, { cwd: ROOT, encoding: 'utf8' })
  const plan = phieu.plan(await readFile(new URL(`../../${path}`, import.meta.url), 'utf8'))
  assert.equal(native, plan.agenda({ unit: 'phuong-tay-thanh', now: NOW }))
})
