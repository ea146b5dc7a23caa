// How many tests a suite ran, read from what its runner says.

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {Counts & { remark?: string }} Outcome */

/** @returns {Counts} */
export const none = () => ({ passed: 0, failed: 0, skipped: 0 })

/**
 * Two counts together.
 * @param {Counts} a
 * @param {Counts} b
 * @returns {Counts}
 */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')

// Cargo's test harness and wasm-bindgen's end every test binary with the same line.
const RESULT = /^test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored/gm

/**
 * The counts in the output of `cargo test`, also of wasm: every binary's added up.
 * @param {string} output
 * @returns {Counts}
 */
export function countsOfCargo(output) {
  const plain = output.replace(COLOUR, '')
  return [...plain.matchAll(RESULT)]
    .map(([, passed, failed, skipped]) => ({ passed: +passed, failed: +failed, skipped: +skipped }))
    .reduce(add, none())
}

/** What came of one test. @typedef {{ verdict: 'passed' | 'failed' | 'skipped', name: string }} Recorded */

/**
 * @param {Recorded[]} tests
 * @returns {Counts}
 */
export function countsOf(tests) {
  const count = (/** @type {string} */ of) => tests.filter(({ verdict }) => verdict === of).length
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') }
}

/**
 * What `tests/support/reporter.mjs` wrote of `node --test`: one line of JSON a test.
 * @param {string} lines
 * @returns {Recorded[]}
 */
export const recordedByNode = (lines) =>
  lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

/**
 * What Playwright's own reporter wrote as JSON. A test that passed in a second try has failed.
 * @param {string} json
 * @returns {Recorded[]}
 */
export function recordedByPlaywright(json) {
  return json === '' ? [] : JSON.parse(json).suites.flatMap(recordedOf)
}

/**
 * @param {import('playwright/types/testReporter').JSONReportSuite} suite a file or a group
 * @returns {Recorded[]}
 */
function recordedOf({ specs, suites = [] }) {
  /** @type {Recorded[]} */
  const own = specs.map(({ title, tests }) => ({ verdict: verdictOf(tests), name: title }))
  return [...own, ...suites.flatMap(recordedOf)]
}

/** @param {import('playwright/types/testReporter').JSONReportTest[]} tests one a project */
function verdictOf(tests) {
  if (tests.every(({ status }) => status === 'skipped')) return 'skipped'
  return tests.every(({ status }) => status === 'expected') ? 'passed' : 'failed'
}

/**
 * A suite's counts with what they leave out: that it broke, or that nothing ran.
 * @param {Counts} counts
 * @param {number} code what its runner ended with
 * @returns {Outcome}
 */
export function judge(counts, code) {
  if (code !== 0 && counts.failed === 0) return { ...counts, failed: 1, remark: `ended with code ${code}` }
  if (counts.passed + counts.failed === 0) return { ...counts, failed: 1, remark: 'ran nothing' }
  return counts
}

/**
 * The last line of a run. Skipped tests are named only when there are some.
 * @param {Counts} counts
 */
export function tally({ passed, failed, skipped }) {
  const ran = `${passed} passed, ${failed} failed`
  return skipped > 0 ? `${ran}, ${skipped} skipped` : ran
}
