// `make steady FILE=outbox TIMES=20`: runs one file of browser tests that often beside two busy loops, which stretch
// every race there is, and ends with how often all of it passed. FILE=all runs every file.
//
//     node tests/steady.mjs FILE [TIMES]
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { recordedByPlaywright } from './support/counts.mjs'

const TESTS = fileURLToPath(new URL('.', import.meta.url))
const SCRATCH = mkdtempSync(join(tmpdir(), 'phieu-steady-'))

process.on('exit', () => rmSync(SCRATCH, { recursive: true, force: true }))
process.exitCode = main(process.argv[2] ?? '', Number(process.argv[3] || 20))

/**
 * @param {string} name
 * @param {number} times
 */
function main(name, times) {
  const known = [name, join(TESTS, 'browser', `${name}.test.mjs`)]
  const file = name === 'all' ? join(TESTS, 'browser') : known.find((path) => name && existsSync(path))
  if (!file || !(times >= 1)) {
    console.log(
      'Say which file and how often: make steady FILE=outbox TIMES=20 (a file of tests/browser, a path, or all).',
    )
    return 2
  }
  // Whoever stops this run stops them too.
  const loop = 'while (process.ppid === Number(process.argv[1]));'
  const loops = [1, 2].map(() => spawn(process.execPath, ['-e', loop, `${process.pid}`], { stdio: 'ignore' }))
  try {
    let passed = 0
    for (let time = 1; time <= times; time += 1) {
      const failed = failuresOf(file, time)
      if (failed.length === 0) passed += 1
      console.log(`${time}: ${failed.length === 0 ? 'passed' : `FAILED ${failed.join('; ')}`}`)
    }
    console.log(`${passed} of ${times}`)
    return passed === times ? 0 : 1
  } finally {
    for (const child of loops) child.kill()
  }
}

/**
 * What failed in one run; what the runner said is shown then.
 * @param {string} file
 * @param {number} time
 * @returns {string[]}
 */
function failuresOf(file, time) {
  const record = join(SCRATCH, `${time}.json`)
  const isFolder = statSync(file).isDirectory()
  const { status, stdout } = spawnSync(
    join(TESTS, 'node_modules/.bin/playwright'),
    ['test', `--config=${TESTS}`, '--reporter=list,json', '--workers=1', isFolder ? '.' : basename(file)],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        BROWSER_TESTS: resolve(isFolder ? file : dirname(file)),
        PLAYWRIGHT_JSON_OUTPUT_FILE: record,
      },
    },
  )
  const tests = existsSync(record) ? recordedByPlaywright(readFileSync(record, 'utf8')) : []
  const failed = tests.filter(({ verdict }) => verdict === 'failed').map(({ name }) => name)
  if (failed.length === 0 && status === 0 && tests.length > 0) return []
  console.log(stdout)
  return failed.length > 0 ? failed : ['the file as a whole']
}
