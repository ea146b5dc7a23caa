// Numbers beyond what JavaScript holds exactly: an answer comes all the same, and it is the native one.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { load } from 'phieu'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** The small plan with targets for all units together and for each. */
const TEXT = JSON.stringify({
  ...JSON.parse(readFileSync(new URL('../cases/plans/small.json', import.meta.url), 'utf8')),
  targets: ['trees', 'people'].flatMap((indicator) =>
    ['whole', 'each'].map((scope) => ({
      id: `${indicator}-${scope}`,
      text: 'Chỉ tiêu',
      indicator,
      scope,
      value: { count: 1 },
      source: { section: 'I' },
    })),
  ),
})
const PLAN = join(mkdtempSync(join(tmpdir(), 'phieu-exact-')), 'plan.json')
writeFileSync(PLAN, TEXT)
const MOST = 9007199254740991n
const EDGES = [0n, 1n, MOST, MOST + 1n, -MOST, 2n ** 63n - 1n, -(2n ** 63n)]

/** Every number that JSON.stringify would have rounded. @param {bigint} a @param {bigint} b @param {string} unit */
function report(a, b, unit) {
  return (
    `{"format":1,"plan":"small","planVersion":2,"duty":"weekly","unit":"${unit}",` +
    `"period":{"from":"2023-02-26","to":"2023-03-03"},` +
    `"figures":{"trees":${a},"people":${b},"attendances":0,"members":{"part":${a},"whole":${b}}},` +
    `"activities":[{"title":"Trồng cây","date":"2023-03-01","participants":${a}},` +
    `{"title":"Hiến máu","date":"2023-03-02","participants":${b}}]}`
  )
}

/** @param {string[]} command @param {string} input */
function native(command, input) {
  const options = { cwd: ROOT, input, encoding: /** @type {'utf8'} */ ('utf8') }
  return JSON.parse(execFileSync('target/debug/phieu', command, options))
}

const pairs = EDGES.flatMap((a) => EDGES.map((b) => /** @type {const} */ ([a, b])))
const opened = async () => (await load()).plan(TEXT)

test('reports of any numbers are all checked', async () => {
  const plan = await opened()
  const lines = pairs.map(([a, b]) => report(a, b, 'ward-1'))
  const tally = plan.checkMany(new TextEncoder().encode(lines.join('\n')), {
    now: Date.parse('2023-03-02T00:00:00Z'),
  })
  assert.equal(tally.count, lines.length)
  const attendances = tally.findings.find(({ code }) => code === 'figure.zeroWithActivities')
  assert.ok(attendances, 'two activities of the largest number, beside none')
})

test('the progress of any numbers is the one that the program gives', async () => {
  const plan = await opened()
  for (const [a, b] of pairs.filter((_, at) => at % 5 === 0)) {
    const arrivals = ['ward-1', 'ward-2'].map(
      (unit, at) =>
        `{"receivedAt":"2023-03-02T00:00:00Z","submission":{"format":1,"id":"0190a5c4-7d3e-7c1a-9f00-00000000000${at}",` +
        `"preparedAt":"2023-03-02T00:00:00Z","report":${report(a, b, unit)}}}`,
    )
    const rollUp = plan.rollUp()
    rollUp.add(new TextEncoder().encode(arrivals.join('\n')))
    const view = rollUp.progress(Date.parse('2023-04-02T00:00:00Z'))
    rollUp.free()
    const command = ['progress', PLAN, '-', '--json', '--at', '2023-04-02T00:00:00Z']
    assert.deepEqual(JSON.parse(JSON.stringify(view)), native(command, arrivals.join('\n')))
  }
})
