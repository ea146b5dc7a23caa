// What is called steady passed every time.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const STEADY = fileURLToPath(new URL('../steady.mjs', import.meta.url))

const cases = [
  { of: 'passes', source: "test('a', () => {})", says: /\n2 of 2\n$/, code: 0 },
  {
    of: 'passes only the first time',
    source: "test('a', () => { assert.ok(!existsSync(MARK)); writeFileSync(MARK, '') })",
    says: /FAILED a\n1 of 2\n$/,
    code: 1,
  },
  {
    of: 'breaks',
    source: "throw new Error('broken')",
    says: /FAILED the file as a whole\n0 of 2\n$/,
    code: 1,
  },
  { of: 'holds no test', source: 'export {}', says: /FAILED the file as a whole\n0 of 2\n$/, code: 1 },
]
for (const { of, source, says, code } of cases) {
  test(`a file that ${of}`, (context) => {
    const folder = mkdtempSync(join(ROOT, 'target/steady-'))
    context.after(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'case.test.mjs')
    const head = `import assert from 'node:assert'
import { existsSync, writeFileSync } from 'node:fs'
import { test } from '${new URL('../support/browser.mjs', import.meta.url)}'
const MARK = ${JSON.stringify(join(folder, 'mark'))}
void [assert, existsSync, writeFileSync, MARK]`
    writeFileSync(file, `${head}\n${source}\n`)
    const { stdout, status } = spawnSync(process.execPath, [STEADY, file, '2'], { encoding: 'utf8' })
    assert.match(stdout, says)
    assert.equal(status, code)
  })
}

test('without a file it says what to write', () => {
  const { stdout, status } = spawnSync(process.execPath, [STEADY, 'nothing-like-it'], { encoding: 'utf8' })
  assert.match(stdout, /make steady FILE=/)
  assert.equal(status, 2)
})
