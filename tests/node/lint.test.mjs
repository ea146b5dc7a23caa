// The lint through the npm package in Node: the same findings as the snapshots hold natively.
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { load } from 'phieu'

const PLANS = new URL('../../www/plans/', import.meta.url)
const SNAPSHOTS = new URL('../snapshots/lint/', import.meta.url)

/** @param {string} file */
async function planOf(file) {
  const phieu = await load()
  return phieu.plan(await readFile(new URL(file, PLANS), 'utf8'))
}

for (const file of (await readdir(PLANS)).filter((name) => name.endsWith('.json')).sort()) {
  test(`${file}: the findings of the snapshot`, async () => {
    const plan = await planOf(file)
    const snapshot = await readFile(new URL(`${plan.summary().id}.txt`, SNAPSHOTS), 'utf8')
    const heads = snapshot.split('\n').filter((line) => /^[^ ]/.test(line))
    const found = plan.lint().map(({ severityText, code, path }) => `${severityText} ${code} ${path}`)
    assert.deepEqual(found, heads)
  })
}

test('a finding has its statements side by side, their readings and a mend, in both languages', async () => {
  const plan = await planOf('tan-phu-thang-thanh-nien-2023.json')
  for (const [lang, severity] of /** @type {const} */ ([
    ['vi', 'Cảnh báo'],
    ['en', 'Warning'],
  ])) {
    const finding = plan.lint({ lang }).find(({ code }) => code === 'deadline.beforeDay')
    assert.ok(finding)
    assert.equal(finding.severityText, severity)
    assert.equal(finding.statements.length, 2)
    for (const { section, quote, reading } of finding.statements) {
      assert.equal(section, 'V.4.3')
      assert.ok(quote && reading)
    }
    assert.deepEqual(finding.patch, {
      path: '/duties/3/schedules/0/schedule/listed/0/deadline/bound',
      value: 'by',
    })
  }
})
