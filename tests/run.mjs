// `make test`: runs every suite, prints a table, and ends with one line that adds them all up.
//
//     node tests/run.mjs [rust] [wasm] [node] [browser] [webkit]
//
// A suite that breaks, or that runs nothing, counts as failed: no test may vanish unnoticed.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  add,
  countsOf,
  countsOfCargo,
  judge,
  none,
  recordedByNode,
  recordedByPlaywright,
  tally,
} from './support/counts.mjs'

/** @typedef {import('./support/counts.mjs').Outcome} Outcome */
/** @typedef {{ title: string, needs: string[], wants?: string[], asked?: boolean, run: () => Promise<Outcome> }} Suite */
/** @typedef {Outcome & { title: string, seconds: number }} Row */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SCRATCH = mkdtempSync(join(tmpdir(), 'phieu-tests-'))
// Twice as long as any suite, and any file of tests, takes on two slow and busy cores: what hangs must not hold the run.
const LIMIT_MINUTES = 45
const FILE_LIMIT_MINUTES = 20
const NODE_FILES_AT_ONCE = 2

// One commit, one verdict: the property tests draw the same cases each time. New ones are drawn by `make fuzz`.
const SAME_CASES = { PROPTEST_RNG_SEED: '2023' }

/** What make has made in this run, or is to make. @type {Map<string, Promise<{ code: number }>>} */
const made = new Map()
/** One make at a time: two would make the same files. @type {Promise<unknown>} */
let lastMade = Promise.resolve()

/** @type {Record<string, Suite>} */
const SUITES = {
  rust: {
    title: 'Rust',
    needs: [],
    // Where it cannot be had, the tests that need it fail, and all others still run.
    wants: ['postgres', 'moto'],
    run: () => cargo('cargo', ['test', '--all-features', '--no-fail-fast', '-p', 'phieu'], SAME_CASES),
  },
  wasm: {
    title: 'WebAssembly in Node',
    needs: ['rust-tools'],
    run: () =>
      cargo('cargo', ['test', '-p', 'phieu-wasm', '--target', 'wasm32-unknown-unknown'], {
        CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: 'wasm-bindgen-test-runner',
        WASM_BINDGEN_TEST_ONLY_NODE: '1',
      }),
  },
  node: {
    title: 'JavaScript in Node',
    needs: ['build', 'bulk', 'reading', 'test-packages'],
    run: () => nodeTests('tests/node'),
  },
  browser: { title: 'Chromium', needs: ['build', 'bulk', 'chromium'], run: browserTests },
  // Only when asked for: its packages take longer to install than all its tests to run.
  webkit: {
    title: 'WebKit',
    needs: ['build', 'webkit'],
    asked: true,
    run: () => nodeTests('tests/webkit'),
  },
}

process.on('exit', () => rmSync(SCRATCH, { recursive: true, force: true }))
process.exitCode = await main(process.argv.slice(2))

/** @param {string[]} names */
async function main(names) {
  const unknown = names.filter((name) => !(name in SUITES))
  if (unknown.length > 0) {
    console.log(`No such suite: ${unknown.join(', ')}. There are: ${Object.keys(SUITES).join(', ')}.`)
    return 2
  }
  const chosen = names.length > 0 ? names : Object.keys(SUITES).filter((name) => !SUITES[name].asked)
  // What later suites need is made while the first ones, which seldom keep two cores busy, run.
  const all = chosen.map((name) => SUITES[name]).flatMap(({ wants = [], needs }) => [...wants, ...needs])
  const making = Promise.all(all.map(make))
  /** @type {Row[]} */
  const rows = []
  for (const name of chosen) rows.push(await runSuite(SUITES[name]))
  await making
  const total = rows.reduce((sum, row) => add(sum, row), none())
  console.log(`\n${table(rows)}\n${tally(total)}`)
  return total.failed > 0 ? 1 : 0
}

/**
 * @param {Suite} suite
 * @returns {Promise<Row>}
 */
async function runSuite({ title, wants = [], needs, run }) {
  console.log(`\n── ${title} ──`)
  const began = performance.now()
  await Promise.all(wants.map(make))
  const broken = await firstBroken(needs)
  const outcome = broken ? { ...none(), failed: 1, remark: `make ${broken} failed` } : await run()
  return { title, seconds: (performance.now() - began) / 1000, ...outcome }
}

/**
 * @param {string[]} targets
 * @returns {Promise<string | undefined>} the first that could not be made
 */
async function firstBroken(targets) {
  for (const target of targets) if ((await make(target)).code !== 0) return target
  return undefined
}

/**
 * Makes what suites need, once in a run and in the order in which it was first asked for.
 * @param {string} target
 * @returns {Promise<{ code: number }>}
 */
function make(target) {
  const known = made.get(target)
  if (known) return known
  const making = lastMade.then(() => execute('make', [target, 'BESIDE=--test codes']))
  made.set(target, making)
  lastMade = making
  return making
}

/**
 * @param {string} command
 * @param {string[]} options
 * @param {Record<string, string>} [environment]
 */
async function cargo(command, options, environment) {
  const { code, output } = await execute(command, options, environment)
  return judge(countsOfCargo(output), code)
}

/**
 * @param {string} folder
 * @returns {Promise<Outcome>}
 */
async function nodeTests(folder) {
  const files = listTests(folder)
  if (files.length === 0) return judge(none(), 0)
  const record = join(mkdtempSync(join(SCRATCH, 'run-')), 'lines')
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./tests/support/reporter.mjs',
    `--test-reporter-destination=${record}`,
  ]
  const { code } = await execute('node', [
    '--test',
    // Else one less than the machine has cores.
    `--test-concurrency=${NODE_FILES_AT_ONCE}`,
    `--test-timeout=${FILE_LIMIT_MINUTES * 60_000}`,
    ...reporters,
    ...files,
  ])
  return judge(countsOf(recordedByNode(written(record))), code)
}

/** @returns {Promise<Outcome>} */
async function browserTests() {
  const record = join(mkdtempSync(join(SCRATCH, 'run-')), 'report.json')
  const { code } = await execute(
    'tests/node_modules/.bin/playwright',
    ['test', '--config=tests', '--reporter=list,json'],
    {
      PLAYWRIGHT_JSON_OUTPUT_FILE: record,
    },
  )
  return judge(countsOf(recordedByPlaywright(written(record))), code)
}

/** @param {string} record what a runner wrote, if it came to that */
function written(record) {
  return existsSync(record) ? readFileSync(record, 'utf8') : ''
}

/** @param {string} folder */
function listTests(folder) {
  try {
    const names = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.test.mjs'))
    return names.sort().map((name) => join(folder, name))
  } catch {
    return []
  }
}

/**
 * Runs a command, showing what it says as it says it.
 * @param {string} command
 * @param {string[]} options
 * @param {Record<string, string>} [environment] where it says something else, that counts
 * @returns {Promise<{ code: number, output: string }>}
 */
function execute(command, options, environment = {}) {
  return new Promise((resolve) => {
    const timeout = LIMIT_MINUTES * 60_000
    const env = { ...environment, ...process.env }
    const child = spawn(command, options, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'], timeout })
    let output = ''
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk)
      output += chunk
    })
    child.stderr.pipe(process.stderr, { end: false })
    child.on('error', (error) => {
      console.log(`${command} did not start: ${error.message}`)
      resolve({ code: 127, output })
    })
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** @param {Row[]} rows */
function table(rows) {
  const line = (/** @type {(string | number)[]} */ [title, passed, failed, skipped, time, remark = '']) =>
    [
      String(title).padEnd(20),
      String(passed).padStart(7),
      String(failed).padStart(7),
      String(skipped).padStart(8),
      String(time).padStart(9),
      remark && `  ${remark}`,
    ].join('')
  return [
    line(['', 'passed', 'failed', 'skipped', 'time']),
    ...rows.map(({ title, passed, failed, skipped, seconds, remark }) =>
      line([title, passed, failed, skipped, `${seconds.toFixed(1)} s`, remark ?? '']),
    ),
  ].join('\n')
}
