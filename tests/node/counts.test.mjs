// The tally that `make test` ends with must not lose a test, nor count what is none.
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import {
  countsOf,
  countsOfCargo,
  judge,
  none,
  recordedByNode,
  recordedByPlaywright,
  tally,
} from '../support/counts.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PLAYWRIGHT = join(ROOT, 'tests/node_modules/.bin/playwright')
const BROWSER = new URL('../support/browser.mjs', import.meta.url)
const REPORTER = fileURLToPath(new URL('../support/reporter.mjs', import.meta.url))

const cargoCases = [
  { name: 'nothing', output: '', counts: [0, 0, 0] },
  {
    name: 'one binary',
    output: 'test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured',
    counts: [3, 0, 1],
  },
  {
    name: 'several binaries, one failing',
    output:
      'running 2 tests\n..\ntest result: ok. 2 passed; 0 failed; 0 ignored;\n\n' +
      'test result: FAILED. 4 passed; 2 failed; 0 ignored;\n',
    counts: [6, 2, 0],
  },
  {
    name: 'in colour',
    output: 'test result: \u001b[32mok\u001b[0m. 5 passed; 0 failed; 0 ignored;',
    counts: [5, 0, 0],
  },
  { name: 'only quoted', output: 'said: test result: ok. 9 passed; 0 failed; 0 ignored;', counts: [0, 0, 0] },
]

for (const { name, output, counts } of cargoCases) {
  test(`cargo's output: ${name}`, () => {
    assert.deepEqual(Object.values(countsOfCargo(output)), counts)
  })
}

const nodeCases = [
  { name: 'a file without a test', source: 'export {}', counts: [0, 0, 0] },
  { name: 'a file that breaks', source: "throw new Error('broken')", counts: [0, 1, 0] },
  { name: 'tests that pass', source: "test('a', () => {}); test('b', () => {})", counts: [2, 0, 0] },
  {
    name: 'a group is not a test',
    source: "describe('g', () => { test('a', () => {}) })",
    counts: [1, 0, 0],
  },
  {
    name: 'a failing test in a group counts once',
    source: "describe('g', () => { test('a', () => { throw new Error('no') }) })",
    counts: [0, 1, 0],
  },
  {
    name: 'a group that breaks',
    source: "describe('g', () => { throw new Error('no') })",
    counts: [0, 1, 0],
  },
  { name: 'skipped', source: "test('a', { skip: true }, () => {}); test('b', () => {})", counts: [1, 0, 1] },
]

for (const { name, source, counts } of nodeCases) {
  test(`node's events: ${name}`, (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'phieu-counts-'))
    context.after(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'case.test.mjs')
    writeFileSync(file, `import { describe, test } from 'node:test'\n${source}\n`)
    assert.deepEqual(Object.values(countsOf(recordedByNode(runNode(file)))), counts)
  })
}

const playwrightCases = [
  { name: 'a file without a test', source: '', counts: [0, 0, 0] },
  { name: 'a file that breaks', source: "throw new Error('broken')", counts: [0, 0, 0] },
  { name: 'tests that pass', source: "test('a', () => {}); test('b', () => {})", counts: [2, 0, 0] },
  {
    name: 'a group is not a test',
    source: "test.describe('g', () => { test('a', () => {}) })",
    counts: [1, 0, 0],
  },
  {
    name: 'a failing test fails once, and those after it run',
    source: "test('a', () => { throw new Error('no') }); test('b', () => {})",
    counts: [1, 1, 0],
  },
  {
    name: 'what passes in a second try has failed',
    source:
      "test.describe.configure({ retries: 1 }); test('a', ({}, { retry }) => { if (retry === 0) throw new Error('no') })",
    counts: [0, 1, 0],
  },
  {
    name: 'a hook that breaks',
    source: "test.beforeAll(() => { throw new Error('no') }); test('a', () => {})",
    counts: [0, 1, 0],
  },
  { name: 'skipped', source: "test.skip('a', () => {}); test('b', () => {})", counts: [1, 0, 1] },
]

for (const { name, source, counts } of playwrightCases) {
  test(`Playwright's report: ${name}`, (context) => {
    const folder = mkdtempSync(join(ROOT, 'target/counts-'))
    context.after(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'case.test.mjs'), `import { test } from '${BROWSER}'\n${source}\n`)
    const record = join(folder, 'report.json')
    const options = [`--config=${join(ROOT, 'tests')}`, '--reporter=json', `--output=${join(folder, 'left')}`]
    spawnSync(PLAYWRIGHT, ['test', ...options], {
      env: { ...process.env, BROWSER_TESTS: folder, PLAYWRIGHT_JSON_OUTPUT_FILE: record },
    })
    assert.deepEqual(Object.values(countsOf(recordedByPlaywright(readFileSync(record, 'utf8')))), counts)
  })
}

test('a suite that ran nothing, or broke without saying so, has failed', () => {
  const passed = { ...none(), passed: 2 }
  assert.equal(judge(none(), 0).failed, 1)
  assert.equal(judge({ ...none(), skipped: 3 }, 0).failed, 1)
  assert.equal(judge(passed, 101).failed, 1)
  assert.deepEqual(judge({ ...passed, failed: 4 }, 1), { passed: 2, failed: 4, skipped: 0 })
  assert.deepEqual(judge(passed, 0), passed)
})

test('the last line names skipped tests only when there are some', () => {
  assert.equal(tally({ passed: 3, failed: 0, skipped: 0 }), '3 passed, 0 failed')
  assert.equal(tally({ passed: 3, failed: 1, skipped: 2 }), '3 passed, 1 failed, 2 skipped')
})

/** @param {string} file */
function runNode(file) {
  // A run inside a run would report to the outer one, through this variable.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  try {
    return execFileSync('node', ['--test', `--test-reporter=${REPORTER}`, file], { encoding: 'utf8', env })
  } catch (error) {
    return String(/** @type {{ stdout: string }} */ (error).stdout)
  }
}
