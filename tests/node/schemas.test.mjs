// The schemas of every duty of every plan that ships, as other people's tools read them: Ajv, which is strict.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import Ajv from 'ajv/dist/2020.js'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PHIEU = join(ROOT, 'target/debug/phieu')
const PLANS = join(ROOT, 'www/plans')
const run = promisify(execFile)

/** What a program says that ends well, or why it does not. @param {string[]} given */
const said = (given) =>
  run(PHIEU, given, { maxBuffer: 64 << 20 }).catch((error) => ({ ...error, stdout: '', failed: error.code }))

/** Unknown words are refused, so that nothing passes for want of being understood. */
const ajv = () =>
  new Ajv({
    allErrors: true,
    formats: { date: true, uuid: true, 'date-time': true, email: true, 'iri-reference': true, iri: true },
  })

for (const file of readdirSync(PLANS).filter((name) => name.endsWith('.json'))) {
  const path = join(PLANS, file)
  const { duties } = JSON.parse(readFileSync(path, 'utf8'))

  test(`${file}: the schema of each duty that is owed compiles, and takes the reports that are right`, async () => {
    const { stdout } = await said(['sample', path])
    const reports = stdout
      .split('\n')
      .filter(Boolean)
      .map((/** @type {string} */ line) => JSON.parse(line).submission.report)
    let checked = 0
    for (const { id } of duties) {
      const schema = await said(['schema', 'report', path, '--duty', id])
      const own = reports.filter((/** @type {any} */ { duty }) => duty === id)
      if ('failed' in schema) {
        assert.equal(schema.failed, 1)
        assert.match(schema.stderr, new RegExp(`Không đơn vị nào phải gửi “${id}”`))
        assert.deepEqual(own, [], `nobody owes ${id}`)
        continue
      }
      const validate = ajv().compile(JSON.parse(schema.stdout))
      for (const report of own) assert.ok(validate(report), `${id}: ${JSON.stringify(validate.errors)}`)
      checked += own.length
      assert.ok(!validate({ ...own[0], duty: 'another' }), `${id} is not another`)
    }
    assert.ok(checked > 0)
  })
}

for (const what of ['plan', 'draft', 'finding', 'submission', 'receipt', 'report'])
  test(`the schema of a ${what} compiles`, async () => {
    const { stdout } = await said(['schema', what])
    assert.ok(ajv().compile(JSON.parse(stdout)))
  })
