// `make adopt`: the package and the page in other people's bundlers, frameworks, portals and engines. It runs every file of
// tests beside it, and of the browser tests those that are about a portal and its policies; it writes docs/adopted.md, and
// ends with one line that adds all up.
//
//     node tests/adopt/run.mjs [hosts] [wordpress] …
//
// The page keeps what it says of those that were not run.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  add,
  countsOf,
  judge,
  none,
  recordedByNode,
  recordedByPlaywright,
  tally,
} from '../support/counts.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const PAGE = fileURLToPath(new URL('../../docs/adopted.md', import.meta.url))
const SCRATCH = mkdtempSync(join(tmpdir(), 'phieu-adopt-'))
const LIMIT_MINUTES = 30

/** @typedef {import('../support/counts.mjs').Recorded} Recorded */
/** @typedef {{ host: string, version: string, result: string }} Row */

/** What a program says of itself. @param {string} command @param {string[]} options */
const said = (command, options) =>
  /\d+(\.\d+)+/.exec(spawnSync(command, options, { encoding: 'utf8' }).stdout ?? '')?.[0] ?? 'not there'
const debian = (/** @type {string} */ name) => said('dpkg-query', ['-W', name])

/** The host of a file, where its tests do not name theirs. @type {Record<string, () => [string, string]>} */
const HOSTS = {
  engines: () => ['Firefox ESR, WebKitGTK', `${debian('firefox-esr')}, ${debian('webkit2gtk-driver')}`],
  libreoffice: () => ['LibreOffice opens the report as a Word file', debian('libreoffice-writer-nogui')],
  nukeviet: () => ["NukeViet's filter", 'see docs/nukeviet.md'],
  php: () => ['PHP reads the plugin and the block', said('php', ['--version'])],
  'wordpress-authors': () => ['WordPress, an author in both editors', debian('wordpress')],
  wordpress: () => ['WordPress, the administrator', debian('wordpress')],
}

/** The tables that the browser tests of these names write. @type {Record<string, string[]>} */
const IN_CHROMIUM = {
  portals: ['hosts', 'frame', 'engines'],
  policies: ['nowasm', 'selftest', 'caches'],
}

process.on('exit', () => rmSync(SCRATCH, { recursive: true, force: true }))
process.exitCode = await main(process.argv.slice(2))

/** @param {string[]} chosen */
async function main(chosen) {
  const own = readdirSync(HERE)
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => name.replace('.test.mjs', ''))
  const all = [...own, ...Object.keys(IN_CHROMIUM)].sort()
  const names = chosen.length > 0 ? chosen : all
  const unknown = names.filter((name) => !all.includes(name))
  if (unknown.length > 0) {
    console.log(`No such tests: ${unknown.join(', ')}. There are: ${all.join(', ')}.`)
    return 2
  }
  let total = none()
  const tables = tablesOf(existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '')
  for (const name of names) {
    console.log(`\n── ${name} ──`)
    const { code, tests } = await (name in IN_CHROMIUM ? runInChromium(name) : runInNode(name))
    const outcome = judge(countsOf(tests), code)
    total = add(total, outcome)
    tables.set(name, tableOf(rowsOf(name, tests, tally(outcome))))
  }
  writeFileSync(PAGE, page(all, tables))
  console.log(`\n${tally(total)}`)
  return total.failed > 0 ? 1 : 0
}

/** @typedef {{ code: number, tests: Recorded[] }} Ran */

/** @param {string} name @returns {Promise<Ran>} */
async function runInNode(name) {
  const record = join(SCRATCH, name)
  const reporters = ['spec', './tests/support/reporter.mjs'].flatMap((reporter, index) => [
    `--test-reporter=${reporter}`,
    `--test-reporter-destination=${index === 0 ? 'stdout' : record}`,
  ])
  const options = ['--test', `--test-timeout=${LIMIT_MINUTES * 60_000}`, ...reporters]
  const code = await ended('node', [...options, join(HERE, `${name}.test.mjs`)])
  return { code, tests: recordedByNode(written(record)) }
}

/** @param {string} name @returns {Promise<Ran>} */
async function runInChromium(name) {
  const record = join(SCRATCH, name)
  const files = (IN_CHROMIUM[name] ?? []).map((file) => `/${file}.test.mjs`)
  const code = await ended(
    'tests/node_modules/.bin/playwright',
    ['test', '--config=tests', '--reporter=list,json', ...files],
    { PLAYWRIGHT_JSON_OUTPUT_FILE: record },
  )
  return { code, tests: recordedByPlaywright(written(record)) }
}

/** @param {string} record what a runner wrote, if it came to that */
function written(record) {
  return existsSync(record) ? readFileSync(record, 'utf8') : ''
}

/**
 * @param {string} command
 * @param {string[]} options
 * @param {Record<string, string>} [environment]
 * @returns {Promise<number>} what it ended with
 */
function ended(command, options, environment = {}) {
  return new Promise((resolve) => {
    const env = { ...environment, ...process.env }
    const child = spawn(command, options, { stdio: ['ignore', 'inherit', 'inherit'], env })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/**
 * A test that names its host ("webpack: webpack 5.113.0") is a row; the tests of another file are one together.
 * @param {string} name
 * @param {Recorded[]} tests
 * @param {string} result
 * @returns {Row[]}
 */
function rowsOf(name, tests, result) {
  const known = HOSTS[name]
  if (known) {
    const [host, version] = known()
    return [{ host, version, result }]
  }
  return tests.map(({ name: title, verdict }) => {
    const [host = title, version = ''] = name in IN_CHROMIUM ? [title, 'Chromium'] : title.split(': ')
    return { host: host.replaceAll('|', '\\|'), version, result: verdict }
  })
}

/** @param {Row[]} rows */
function tableOf(rows) {
  const day = new Date().toISOString().slice(0, 10)
  const lines = rows.map(({ host, version, result }) => `| ${host} | ${version} | ${day} | ${result} |`)
  return `| host | version | day | result |\n|---|---|---|---|\n${lines.join('\n')}`
}

/** The tables of the page by their headings. @param {string} text @returns {Map<string, string>} */
function tablesOf(text) {
  const [, ...sections] = text.split(/^## /m)
  return new Map(
    sections.map((section) => {
      const [name = '', ...lines] = section.trim().split('\n')
      return [name, lines.join('\n').trim()]
    }),
  )
}

/** @param {string[]} names @param {Map<string, string>} tables */
function page(names, tables) {
  const sections = names
    .filter((name) => tables.has(name))
    .map((name) => `## ${name}\n\n${tables.get(name)}\n`)
  return `# Where it was tried

\`make adopt\` writes this page: each host, in the version that is pinned or that Debian has, with the day and what came of it. A
heading is a file of \`tests/adopt\`, but for ${Object.keys(IN_CHROMIUM).join(' and ')}: those are browser tests that \`make test\` runs too.

${sections.join('\n')}`
}
