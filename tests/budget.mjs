// What a form costs on the wire: brotli at its best, against the budgets of budgets.json. `make check` runs it.
// `designKiB` is what the design allows. Where that is not reached yet, `limitKiB` is what was reached: the build
// fails above it, so that sizes only fall; lower it with every step. docs/decisions says why.
import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { transformSync } from 'esbuild'

/**
 * @typedef {object} Budget
 * @property {string} what
 * @property {number} limitKiB
 * @property {number} designKiB
 * @property {string[]} files      counted as they are
 * @property {string[]} [minified] scripts counted as the bundler shrinks them
 * @property {string} [scripts]    a bundle, counted with every script that it imports at once
 */
/** @typedef {{ outputs: Record<string, { imports: { path: string, kind: string }[] }> }} BundleMap */

const ROOT = new URL('../', import.meta.url)
const read = (/** @type {string} */ path) => readFileSync(new URL(path, ROOT))
const json = (/** @type {string} */ path) => JSON.parse(read(path).toString('utf8'))

/** @type {Budget[]} */
const budgets = json('tests/budgets.json')

/** What each part weighs, in KiB, and whether that is within its limit. */
export const weights = budgets.map(report)

const over = weights.filter(({ kept }) => !kept)
if (over.length > 0) {
  console.log(`\nOver budget: ${over.map(({ what }) => what).join('; ')}.`)
  console.log('To mend it: load what the first form does not need on demand, or make it smaller.')
  process.exitCode = 1
}

/**
 * Prints a budget with its files, and says what it weighs and whether it is kept.
 * @param {Budget} budget
 */
function report({ what, limitKiB, designKiB, files, minified = [], scripts }) {
  /** @type {[string, number][]} */
  const sizes = [
    ...files.map((path) => size(path, read(path))),
    ...minified.map((path) => size(path, shrink(read(path)))),
    ...(scripts ? loadedAtOnce(scripts) : []).map((path) => size(`www/${path}`, read(`www/${path}`))),
  ]
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0)
  const kept = total <= limitKiB * 1024
  const design = total <= designKiB * 1024 ? '' : ` (the design's ${designKiB} KiB are not reached)`
  console.log(`${kept ? 'kept' : 'OVER'}  ${inKiB(total)} of ${inKiB(limitKiB * 1024)}  ${what}${design}`)
  for (const [path, bytes] of sizes) console.log(`      ${inKiB(bytes)}  ${path}`)
  return { what, limitKiB, designKiB, weight: inKiB(total), kept }
}

/**
 * @param {string} path
 * @param {Buffer} bytes
 * @returns {[string, number]}
 */
function size(path, bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  return [path, brotliCompressSync(bytes, { params }).length]
}

/** @param {Buffer} script */
function shrink(script) {
  return Buffer.from(transformSync(script.toString('utf8'), { minify: true, format: 'esm' }).code)
}

/**
 * A script and all that it imports before it runs: what the bundler's map calls import statements.
 * @param {string} first
 * @returns {string[]}
 */
function loadedAtOnce(first) {
  /** @type {BundleMap} */
  const { outputs } = json('target/bundle.json')
  const found = new Set([first])
  for (const path of found) {
    const imports = outputs[path]?.imports ?? []
    for (const each of imports) if (each.kind === 'import-statement') found.add(each.path)
  }
  return [...found]
}

/** @param {number} bytes */
function inKiB(bytes) {
  return `${(bytes / 1024).toFixed(1).padStart(6)} KiB`
}
