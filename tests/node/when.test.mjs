// What is owed when, through the npm package in Node: the same tables as natively (tests/when.rs).
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { load } from 'phieu'

const FOLDER = new URL('../when/', import.meta.url)

const phieu = await load()

/** @param {number | null | undefined} cutoff on the clock of the plans, which is Vietnam's */
const clock = (cutoff) =>
  cutoff === null || cutoff === undefined ? '' : new Date(cutoff + 7 * 3_600_000).toISOString().slice(0, 19)

const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.json'))
assert.ok(files.length > 0)

for (const name of files) {
  const table = JSON.parse(await readFile(new URL(name, FOLDER), 'utf8'))
  for (const { unit, at, owed } of table.cases) {
    test(`${name}: ${unit} at ${at}`, () => {
      const plan = phieu.plan(JSON.stringify(table.plan))
      const rows = plan
        .duties({ unit, now: Date.parse(at), lang: 'vi' })
        .map((view) =>
          [
            view.duty,
            view.label ?? '',
            `${view.period.from}..${view.period.to}`,
            clock(view.cutoff),
            view.state,
            (view.state === 'waived' ? view.why : view.deadlineText) ?? '',
          ].join(' | '),
        )
      assert.deepEqual(rows, owed)
    })
  }
}
