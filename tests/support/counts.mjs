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
 * The counts in the output of `cargo test` or `wasm-pack test`: every binary's added up.
 * @param {string} output
 * @returns {Counts}
 */
export function countsOfCargo(output) {
  const plain = output.replace(COLOUR, '')
  return [...plain.matchAll(RESULT)]
    .map(([, passed, failed, skipped]) => ({ passed: +passed, failed: +failed, skipped: +skipped }))
    .reduce(add, none())
}

/**
 * The counts in what `tests/support/reporter.mjs` wrote: one line of JSON a test.
 * @param {string} lines
 * @returns {Counts}
 */
export function countsOfNode(lines) {
  const verdicts = read(lines).map(({ verdict }) => verdict)
  const count = (/** @type {string} */ verdict) => verdicts.filter((each) => each === verdict).length
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') }
}

/**
 * @param {string} lines
 * @returns {{ verdict: string, name: string, file: string }[]}
 */
const read = (lines) =>
  lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

// More than these are no accident.
const FEW = 2

/**
 * The tests that failed, where a second try can tell a fault from a machine that was busy for a moment: few of them,
 * and none a file that broke as a whole.
 * @param {string} lines
 * @returns {{ names: string[], files: string[] } | undefined}
 */
export function worthAnotherTry(lines) {
  const failed = read(lines).filter(({ verdict }) => verdict === 'failed')
  if (failed.length === 0 || failed.length > FEW || failed.some(({ name, file }) => name === file))
    return undefined
  return { names: failed.map(({ name }) => name), files: [...new Set(failed.map(({ file }) => file))] }
}

/**
 * The counts after the files of these tests ran again and nothing in them failed. It is never silent: a test that
 * needs two tries is unsteady, and the last table names it.
 * @param {Counts} counts
 * @param {string[]} names
 * @returns {Outcome}
 */
export const afterAnotherTry = (counts, names) => ({
  ...counts,
  passed: counts.passed + names.length,
  failed: counts.failed - names.length,
  remark: `unsteady, passed on the second try: ${names.join('; ')}`,
})

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
