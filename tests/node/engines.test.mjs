// The page's scripts name nothing that an engine of the targets lacks, and write JSON as it is meant.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { newerThanTargets } from '../support/syntax.mjs'

const SOURCES = fileURLToPath(new URL('../../www/src', import.meta.url))
const DIST = fileURLToPath(new URL('../../www/dist', import.meta.url))

/** What is lacking somewhere, as it is written, and what stands in its place. */
const BANS = [
  { what: /\.(at|findLast|findLastIndex|toReversed|toSorted|toSpliced)\(/, instead: 'list.js, or an index' },
  { what: /\.replaceAll\(/, instead: 'replace with /…/g' },
  { what: /\.replaceChildren\(/, instead: 'remove and append' },
  {
    what: /\bstructuredClone\(|Object\.(hasOwn|groupBy)\(|Promise\.(any|withResolvers)\(/,
    instead: 'plain code',
  },
  {
    what: /\b(WeakRef|FinalizationRegistry)\b|\brandomUUID\(|AbortSignal\.(any|timeout)\(/,
    instead: 'plain code',
  },
  { what: /addEventListener\([^\n]*\bsignal\b/, instead: 'listen.js' },
  { what: /['"`][^'"`\n]*:(is|where|has)\(/, instead: 'a list of selectors' },
  { what: /JSON\.stringify\(/, instead: 'json.js' },
  // In Chrome 80 to 90 it throws where there is nothing to call.
  { what: /\?\.[\w.]*\([^()]*\.\.\.[^()]*,/, instead: 'an if, or the spread at the end' },
]
const WHERE_IT_STANDS = ['json.js']

/** @param {string} text */
const banned = (text) =>
  text
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
    .flatMap((line) =>
      BANS.filter(({ what }) => what.test(line)).map(({ instead }) => `${line.trim()}: ${instead}`),
    )

test('what is lacking is seen', () => {
  const seen = [
    'const a = list.at(-1)',
    "text.replaceAll('a', 'b')",
    "addEventListener('online', go, { signal })",
    "root.querySelector('.field :is(input, textarea)')",
    'const text = JSON.stringify(report)',
    'hooks?.tell(...news, at)',
  ]
  for (const line of seen) assert.equal(banned(line).length, 1, line)
  assert.deepEqual(banned('// list.at(-1)\nlisten(window, "online", go, signal)\nconst at = (x) => x'), [])
})

/** Scripts that run in Node alone. @param {string} name */
const isForNode = (name) => /^(.+-)?node\.js$/.test(name)

test('the scripts of the page use nothing of it', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js') && !WHERE_IT_STANDS.includes(name))
    .filter((name) => !isForNode(name))
  const found = files.flatMap((name) =>
    banned(readFileSync(join(SOURCES, name), 'utf8')).map((line) => `${name}: ${line}`),
  )
  assert.deepEqual(found, [])
})

test('what an engine of the targets cannot read is seen', () => {
  const seen = {
    'a static field': 'class A { static b = 1 }',
    'a private name': 'class A { #b = 1 }',
    'a static block': 'class A { static {} }',
    '??=': 'let a; a ??= 1',
    'await outside a function': 'await 1',
    'looking behind in a regular expression': '/(?<=a)b/',
    'a flag of a regular expression': '/a/v',
    '?.(...some, last)': 'f?.(...a, b)',
    '.replaceAll()': 'text.replaceAll("a", "b")',
    structuredClone: 'structuredClone({})',
    'import … with': 'import a from "./a.json" with { type: "json" }',
  }
  for (const [what, code] of Object.entries(seen)) assert.deepEqual(newerThanTargets(code), [what], code)
  const known =
    'class A { b = 1; c = async () => { await a?.b ?? 1n } }\nimport("./a.js")\nexport const d = { ...import.meta }'
  assert.deepEqual(newerThanTargets(known), [])
  assert.deepEqual(newerThanTargets('if (typeof WeakRef === "function") new WeakRef({})'), [])
})

// Asked for only where a bundler has left the wasm of all checks behind; Chrome 80 has it, and elsewhere loading says that
// it failed.
const KNOWN = ['checks.js: DecompressionStream']
// Loaded only where an officer opens a PDF; where it cannot run the page says so, and what to do instead.
const OF_A_PDF = ['pdf.js', 'pdf.worker.js']
/** What is no syntax: a script with it is read, and fails where it is asked for. */
const isAsked = (/** @type {string} */ what) => /^\.\w+\(\)$|^\w+$/.test(what)

test('the scripts, as they are served and with their libraries, hold nothing of it', () => {
  const scripts = readdirSync(DIST).filter((name) => name.endsWith('.js') && !isForNode(name))
  assert.ok(scripts.includes('phieu.js') && scripts.includes('phieu.classic.js'), 'www/dist is built')
  const found = scripts.flatMap((name) => {
    const kind = name === 'phieu.classic.js' ? 'script' : 'module'
    const newer = newerThanTargets(readFileSync(join(DIST, name), 'utf8'), kind)
    const told = OF_A_PDF.includes(name) ? newer.filter((what) => !isAsked(what)) : newer
    return told.map((what) => `${name}: ${what}`)
  })
  assert.deepEqual(
    found.filter((each) => !KNOWN.includes(each)),
    [],
  )
})
