// The modules themselves: what a form loads holds nothing of what only checks need, and a file stays JavaScript's.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import * as glue from '../../www/pkg/bulk/phieu_bulk.js'

/** @param {string} name */
async function holdsValidator(name) {
  const bytes = await readFile(new URL(`../../www/dist/${name}`, import.meta.url))
  // The name under which `validator` keeps what is wrong with the items of a list.
  return bytes.includes('_tmp_validator')
}

test("the form's module has no validator, and the module for checks has it", async () => {
  assert.equal(await holdsValidator('phieu_bg.wasm'), false)
  assert.equal(await holdsValidator('phieu_bulk_bg.wasm'), true)
})

test('a file of reports is taken over piece by piece, and its lines keep their numbers', async () => {
  const { memory } = await glue.default({
    module_or_path: await readFile(new URL('../../www/dist/phieu_bulk_bg.wasm', import.meta.url)),
  })
  const text = await readFile(new URL('../cases/plans/small.json', import.meta.url), 'utf8')
  const plan = new glue.Plan(text, 'vi')
  const right = JSON.stringify({
    format: 1,
    plan: 'small',
    planVersion: 2,
    duty: 'weekly',
    unit: 'ward-1',
    period: { from: '2023-02-26', to: '2023-03-03' },
    figures: { trees: 1 },
    explanations: [{ path: '/figures/cost', code: 'c', text: 'ế'.repeat(500) }],
  })
  const lines = Array.from({ length: 20_000 }, () => right)
  // The longest is longer than what is taken over at a time.
  lines[7] = `{"note":"${'x'.repeat(3_000_000)}"}`
  lines[19_999] = 'null'
  const file = new TextEncoder().encode(lines.join('\n'))
  const before = memory.buffer.byteLength
  for (const bytes of [file, file.buffer]) {
    const { count, ok, findings } = plan.checkMany(bytes, 0)
    const wrong = findings.map((/** @type {{ line: number }} */ { line }) => line)
    assert.deepEqual([count, ok, wrong], [20_000, 19_998, [8, 20_000]])
  }
  const { lines: read, unreadable } = plan.rollUp().add(file, undefined, 'vi')
  assert.deepEqual([read, unreadable.length, unreadable[7].line], [20_000, 100, 8])
  const grown = memory.buffer.byteLength - before
  assert.ok(grown < file.length / 2, `${grown} bytes more for a file of ${file.length}`)
  for (const no of [JSON.stringify(right), [1, 2], undefined]) {
    assert.throws(() => plan.checkMany(/** @type {any} */ (no), 0), { code: 'argument' })
  }
  plan.free()
})
