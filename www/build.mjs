// Bundles the page's scripts into dist/: `node www/build.mjs`, after tools/wasm.sh has filled
// pkg/; `node www/build.mjs node` adds what Node needs, after it has filled pkg/bulk/, and `node www/build.mjs reading` the
// reading of documents, after it has filled pkg/reading/.
//
//   phieu.js           the elements, for <script type="module">: what a form loads first
//   ahead.js           what lets the core and the plan travel, and opens the device, while phieu.js is on its way
//   early.js           the first fields, ahead of phieu.js
//   draft.worker.js    what writes drafts, in a thread of its own
//   later.js           the screens after the form, fetched while it is being filled in
//   phieu.en.js        what the first screens say in English
//   phieu.classic.js   the same in one file for <script>, where a portal cannot load modules
//   core.js            the rules without a page, for browsers and bundlers (src/browser.js)
//   checks.js          the same with all checks, for browsers and bundlers
//   node.js            the same for Node
//   reading.js         the reading of documents, for browsers and bundlers (`node www/build.mjs reading`)
//   reading-node.js    the same for Node
//   plan.js            the page that makes plans, with its sheet plan.css (`node www/build.mjs reading`)
//   trial.js           the form of a plan in the making, for plan.js. Loaded only where one is tried.
//   pdf.js             what reads the text of a PDF, for plan.js. Loaded only where one is opened.
//   pdf.worker.js      what takes it apart, in a thread of its own
//   office.js          the office's view, on its own page
//   progress.js        progress against every target, on the office's page; the charts' library is in it alone
//   word.js            what packs a report into a Word file. Loaded only when one is asked for.
//   picture.js         what paints a receipt. Loaded only when one is asked for.
//   files.js           what shows, keeps and sends files. Loaded only where a plan asks for some.
//   worker.js          the service worker of a page that asks for one
//   table.js           the tables of a form. Loaded only where a plan asks for one.
//   pasting.js         what is pasted into a table, or read from a file. Loaded only when somebody does.
//   selftest.js        the self-test for webmasters, and why a form does not open. Loaded only there.
//   phieu.css          the elements' style sheet, for browsers that cannot construct one; all others have it
//                      in phieu.js
//   phieu.first.wasm   the core, as far as the first fields need it, taken apart so that it packs better (see apart.mjs)
//   phieu.inputs.wasm, phieu.form.wasm   the same in two, for a page whose first screen comes ahead of it
//   phieu.later.wasm   the rest of it, in the same shape, fetched with later.js (see split.mjs)
//   phieu_bg.wasm      the whole core, for core.js
//   phieu.wasm.js      its bytes inside a script, as base64, for portals that do not serve .wasm. Loaded only after the
//                      .wasm has failed.
//   phieu.nowasm.js    the whole core as JavaScript (see translate.mjs), for pages on which no WebAssembly runs. Loaded
//                      only there.
//   phieu_bulk_bg.wasm   the core with all checks, for checks.js and node.js
//   phieu_reading_bg.wasm   the reading of documents, for reading.js and reading-node.js, and the making of plans
//   phieu_sheets.wasm       the rest of it that reads and writes workbooks, for plan.js (see split-reading.mjs)
//   phieu_publishing.wasm   the rest of it that publishing asks for
//   phieu_bulk.wasm.js   its bytes inside a script, compressed, for bundlers that leave the .wasm behind
//
// How the scripts name these files, src/here.js says: as they lie here, so that a bundler that takes a script in hand
// finds them.
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { minify } from 'terser'
import { apart } from './apart.mjs'
import { mark, WHOLE } from './mark.mjs'

/** @typedef {import('esbuild').Plugin} Plugin */

const WWW = fileURLToPath(new URL('.', import.meta.url))
const DIST = `${WWW}dist`
// Which file loads which: what tests/budget.mjs adds up. Beside the build, not in the package.
const MAP = fileURLToPath(new URL('../target/bundle.json', import.meta.url))

/** @satisfies {import('esbuild').BuildOptions} */
const COMMON = {
  absWorkingDir: WWW,
  bundle: true,
  minify: true,
  charset: 'utf8',
  legalComments: 'linked',
  logLevel: 'warning',
  metafile: true,
  // Chrome on Android, Cốc Cốc and Safari of six years ago are still in use (docs/decisions/wasm-for-old-engines.md).
  target: ['chrome80', 'firefox78', 'safari14'],
  // Safari 14 has the one and Chrome 80 the other, but for one corner each that neither Lit, wasm-bindgen nor this
  // code enters; for Chrome it is `f?.(...some, last)` (tests/node/engines.test.mjs).
  supported: { destructuring: true, 'optional-chain': true },
  plugins: [styleText(), flatTemplates(), namedFiles(), importable()],
  define: {
    'process.env.NODE_ENV': '"production"',
    BUILD: JSON.stringify(buildOf()),
    CORE: JSON.stringify(mark()),
  },
}

/**
 * Scripts without their indentation: it stands in their templates, where the bundler must leave it and a browser makes
 * one blank of it.
 * @returns {Plugin}
 */
function flatTemplates() {
  return {
    name: 'flat-templates',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]www[\\/]src[\\/].*\.js$/ }, ({ path }) => ({
        contents: readFileSync(path, 'utf8').replace(/\n\s+/g, '\n'),
      }))
    },
  }
}

/**
 * A style sheet that a script imports: its own imports joined, shrunk, as text.
 * @returns {Plugin}
 */
function styleText() {
  return {
    name: 'style-text',
    setup({ onLoad }) {
      onLoad({ filter: /\.css$/ }, async ({ path }) => ({ contents: await style(path), loader: 'text' }))
    },
  }
}

/** What tells one build from another: all that goes into it. */
function buildOf() {
  const sources = readdirSync(`${WWW}src`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`)
  const hash = createHash('sha256')
  for (const path of [...sources.sort(), `${WWW}pkg/phieu_bg.wasm`]) hash.update(readFileSync(path))
  return hash.digest('hex').slice(0, 8)
}

/** What others' scripts do, and what does as well or better here. */
const CHANGED = [
  // Lit, as soon as it is imported: a page's policy may not let it, and a server has it not.
  {
    file: /[\\/]lit-html[\\/]lit-html\.js$/,
    changes: [
      // A policy (`trusted-types`) that does not let it in: the script runs all the same, and can say so.
      {
        what: /(\w+)\?(\1\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\)):void 0/,
        instead: '(()=>{try{return $2}catch{}})()',
      },
      // A server that renders a page imports the elements too, and has no page for them.
      { what: /=document\b/, instead: '=globalThis.document||{createTreeWalker(){}}' },
    ],
  },
  {
    file: /[\\/]@lit[\\/]reactive-element[\\/]reactive-element\.js$/,
    changes: [{ what: /extends HTMLElement\b/, instead: 'extends(globalThis.HTMLElement||Object)' }],
  },
  {
    // No element here has styles in Lit's way: each gives its own root its sheet (src/style/adopt.js).
    file: /[\\/]@lit[\\/]reactive-element[\\/]css-tag\.js$/,
    changes: [{ what: /^const t=globalThis,.*?(?=export\{)/m, instead: 'const n=null,S=n,i=n,c=n,e=n,r=n;' }],
  },
  {
    // Where letters of another font are drawn later, it takes the room that was left for them for blanks: what is drawn apart
    // stays apart, and src/reading/source/pdf sees where there is room.
    file: /[\\/]pdfjs-dist[\\/].*[\\/]pdf\.worker\.mjs$/,
    changes: [{ what: /(const SPACE_IN_FLOW_MAX_FACTOR) = [\d.]+;/, instead: '$1 = 0;' }],
  },
]

/** @returns {Plugin} */
function importable() {
  return {
    name: 'importable',
    setup({ onLoad }) {
      for (const { file, changes } of CHANGED)
        onLoad({ filter: file }, ({ path }) => {
          let contents = readFileSync(path, 'utf8')
          for (const { what, instead } of changes) {
            if (!what.test(contents)) throw new Error(`${path} no longer says ${what}: see CHANGED`)
            contents = contents.replace(what, instead)
          }
          return { contents }
        })
    },
  }
}

/** How wasm-bindgen ends its glue, and how it starts an instance: not by fetching it. What it calls is an object of its own, to which
 * each part that joins adds what it gives. */
const GLUE_END = 'export { initSync, __wbg_init as default };'
const START = `export const start = async (instantiate) => {
  const { exports } = await instantiate(__wbg_get_imports())
  return __wbg_finalize_init({ exports: { ...exports } })
}`

/** What of its glue nobody here asks for, and what stands in its place. @type {[RegExp, string][]} */
const UNASKED = [
  // What lets go of an object at the end of its block.
  [/^if \(Symbol\.dispose\).*\n/gm, ''],
  // A text for a module that cannot make room.
  [/^ {4}if \(realloc === undefined\) \{[\s\S]*?^ {4}\}\n/m, ''],
  // What a browser decodes in years: then one of its decoders tires of it, and is replaced.
  [/^ {4}numBytesDecoded [\s\S]*?^ {4}\}\n/m, ''],
  [/^(const MAX_SAFARI_DECODE_BYTES|let numBytesDecoded) = .*\n/gm, ''],
  // What is lent for the time of a call is one thing at a time.
  [/^ {4}if \(stack_pointer == 1\) throw .*\n/m, ''],
  // Each text that goes in is given the same two functions, which stand in what takes it.
  [/, wasm\.__wbindgen_malloc, wasm\.__wbindgen_realloc\)/g, ')'],
  [
    /^(function passStringToWasm0\(arg), malloc, realloc\) \{$/m,
    '$1, malloc = wasm.__wbindgen_malloc, realloc = wasm.__wbindgen_realloc) {',
  ],
  // The module beside its instance.
  [/^ {4}wasm(Module|Instance) = .*\n/gm, ''],
  [/^let wasmModule, wasmInstance, wasm;/m, 'let wasm;'],
  // What nobody holds any more may be let go of before all that letting go of it needs is there: then it stays.
  [
    /new FinalizationRegistry\(ptr => (wasm\.__wbg_\w+_free\(ptr, 1\))\)/g,
    'new FinalizationRegistry(ptr => { try { $1 } catch {} })',
  ],
]

/**
 * What stands between the form's wasm and core.js, as a function: wasm-bindgen keeps the instance in its module, and
 * after a panic another one is needed.
 */
async function writeGlue() {
  let glue = readFileSync(`${WWW}pkg/phieu.js`, 'utf8')
  if (!glue.includes(GLUE_END)) throw new Error('wasm-bindgen writes other glue: see GLUE_END')
  for (const [what, instead] of UNASKED) {
    if (glue.search(what) < 0) throw new Error(`wasm-bindgen writes nothing like ${what} any more`)
    glue = glue.replace(what, instead)
  }
  const { outputFiles } = await build({
    stdin: { contents: glue.replace(GLUE_END, START), resolveDir: WWW },
    bundle: true,
    format: 'esm',
    // The function gives what was exported.
    footer: { js: 'return { start, FirstInputs, Plan, key }' },
    write: false,
  })
  const body = (outputFiles[0]?.text ?? '').replace(/^export \{[^}]*\};$/m, '')
  writeFileSync(`${WWW}pkg/phieu.glue.js`, `export default function glueOf() {\n${body}}\n`)
  writeFileSync(`${WWW}pkg/phieu.glue.d.ts`, GLUE_TYPES)
}

const GLUE_TYPES = `import type { FirstInputs, key, Plan } from './phieu.js'
/** Anew each time, as it keeps its instance. */
export default function glueOf(): {
  start: (
    instantiate: (imports: WebAssembly.Imports) => Promise<{ exports: WebAssembly.Exports }>,
  ) => Promise<WebAssembly.Exports>
  FirstInputs: typeof FirstInputs
  Plan: typeof Plan
  key: typeof key
}
`

/**
 * The scripts that src/here.js fetches are files of their own, under the names that it writes.
 * @returns {Plugin}
 */
function namedFiles() {
  return {
    name: 'named-files',
    setup({ onResolve }) {
      onResolve({ filter: /./ }, ({ path, kind, importer }) =>
        kind === 'dynamic-import' && importer === `${WWW}src${sep}here.js`
          ? { path, external: true }
          : undefined,
      )
    },
  }
}

/** The sheet of the first screens. */
const FIRST_SHEET = `${WWW}src/style/form.css`

/**
 * A sheet that every screen may have beside it: with a star for NAME, `@import '../screens/NAME/style.css'` stands for
 * all of them but those that the first screens' sheet names itself.
 * @returns {Plugin}
 */
function gatheredSheets() {
  const first = readFileSync(FIRST_SHEET, 'utf8')
  return {
    name: 'gathered-sheets',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\*/ }, ({ path, resolveDir }) => ({
        path: resolve(resolveDir, path),
        namespace: 'sheets',
      }))
      onLoad({ filter: /./, namespace: 'sheets' }, ({ path }) => {
        const [folder = '', sheet = ''] = path.split('*')
        const isLater = (/** @type {string} */ name) => !first.includes(`/${name}${sheet}'`)
        const sheets = readdirSync(folder).filter(
          (name) => existsSync(`${folder}${name}${sheet}`) && isLater(name),
        )
        const contents = sheets.sort().map((name) => `@import "./${name}${sheet}";`)
        return { contents: contents.join(''), loader: 'css', resolveDir: folder }
      })
    },
  }
}

/** @param {string} path */
async function style(path) {
  const common = { ...COMMON, plugins: [gatheredSheets()] }
  const { outputFiles } = await build({
    ...common,
    entryPoints: [path],
    legalComments: 'none',
    metafile: false,
    write: false,
  })
  return outputFiles[0]?.text.trim() ?? ''
}

/** What stands in a file of another name than the one under which it is served. @type {Record<string, string>} */
const SOURCES = {
  core: 'browser',
  later: 'elements',
  'draft.worker': 'draft-worker',
  'pdf.worker': 'pdf-worker',
  'phieu.en': 'english',
  picture: 'screens/receipt/picture',
  selftest: 'selftest/part',
  word: 'screens/paper/word',
}

/** All of the form's script runs before its first field stands: an engine that heeds this compiles it while it is still on its way, and
 * off the page's own thread. */
const AT_ONCE = '//# allFunctionsCalledOnLoad'

/**
 * What a source is bundled into: a file of its own.
 * @param {string} name
 * @param {Record<string, string>} more what it is to know
 */
const fileOf = (name, more) => ({
  ...COMMON,
  define: { ...COMMON.define, ...more },
  entryPoints: [{ in: `src/${SOURCES[name] ?? name}.js`, out: name }],
  outdir: 'dist',
})

/**
 * A module with all that it needs at once in one file: no second request before it runs. What it imports on
 * demand becomes a file of its own.
 * @param {string} name
 * @param {Record<string, string>} [more] what it is to know
 */
function module(name, more = {}) {
  return build({
    ...fileOf(name, more),
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    ...(name === 'phieu' ? { banner: { js: AT_ONCE } } : {}),
  })
}

/**
 * A worker in one file: neither a portal's own script that takes it in (`importScripts`) nor an old browser takes a module.
 * @param {string} name
 * @param {Record<string, string>} [more] what it is to know
 */
function worker(name, more = {}) {
  return build({ ...fileOf(name, more), format: 'iife', metafile: false })
}

/**
 * One file for `<script src>`. Such a script has no address of its own and asks the page for it, which knows it only
 * while it runs the script.
 */
function classic() {
  return build({
    ...COMMON,
    // Such a script exports nothing.
    stdin: { contents: "import './src/phieu.js'", resolveDir: WWW },
    // As package.json does of what has no effect for whoever imports nothing of it.
    ignoreAnnotations: true,
    outfile: 'dist/phieu.classic.js',
    format: 'esm',
    define: { ...COMMON.define, 'import.meta.url': 'phieuAddress' },
    banner: {
      js: `${AT_ONCE}\n(()=>{const phieuAddress=globalThis.document?.currentScript?.src||globalThis.location?.href;`,
    },
    footer: { js: '})();' },
  })
}

/** What a form asks for in a portal: what the self-test holds against what it was built with. */
const OF_A_FORM = [
  'phieu.js',
  'phieu.classic.js',
  'ahead.js',
  'early.js',
  'phieu.en.js',
  'later.js',
  'phieu.first.wasm',
  'phieu.inputs.wasm',
  'phieu.form.wasm',
  'phieu.later.wasm',
  'phieu.wasm.js',
  'phieu.nowasm.js',
  'phieu.css',
]

/** What a form asks for besides, on demand; its service worker keeps it too. */
const OF_SOME_FORMS = ['draft.worker.js', 'files.js', 'picture.js', 'word.js', 'selftest.js']

/** Names with what the files hold. @param {string[]} names */
function hashes(names) {
  const hash = (/** @type {string} */ name) =>
    createHash('sha256')
      .update(readFileSync(`${DIST}/${name}`))
      .digest('hex')
      .slice(0, 16)
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, hash(name)])))
}

/** Those that know the others come last of all. */
async function knowing() {
  await module('selftest', { FILES: hashes(OF_A_FORM) })
  await worker('worker', { FILES: hashes([...OF_A_FORM, ...OF_SOME_FORMS]) })
}

/** @param {string} name */
function forNode(name) {
  return build({
    ...COMMON,
    entryPoints: [`src/${name}.js`],
    outdir: 'dist',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Nobody waits for its download, and a stack trace that can be read is worth more.
    minify: false,
    plugins: [styleText(), namedFiles()],
  })
}

/** The wasm as it is, in parts that are taken apart for the wire, and inside a script. The smallest is compiled as it comes, which takes
 * less time than it would save on the line. */
async function copyWasm() {
  const bytes = readFileSync(WHOLE)
  copyFileSync(WHOLE, `${DIST}/phieu_bg.wasm`)
  copyFileSync(`${WWW}pkg/phieu.inputs.wasm`, `${DIST}/phieu.inputs.wasm`)
  for (const name of ['phieu.first', 'phieu.form', 'phieu.later'])
    writeFileSync(`${DIST}/${name}.wasm`, await apart(readFileSync(`${WWW}pkg/${name}.wasm`)))
  writeFileSync(
    `${DIST}/phieu.wasm.js`,
    `export const base64="${bytes.toString('base64')}",build="${mark()}";\n`,
  )
}

/** The core without WebAssembly. */
function translated() {
  return build({
    ...COMMON,
    entryPoints: ['pkg/phieu.nowasm.js'],
    outdir: 'dist',
    format: 'esm',
    metafile: false,
  })
}

/** What the page and its hosts load. Starts from an empty dist/. */
async function page() {
  rmSync(DIST, { recursive: true, force: true })
  mkdirSync(DIST, { recursive: true })
  await copyWasm()
  await writeGlue()
  await translated()
  writeFileSync(`${DIST}/phieu.css`, await style(`${WWW}src/style/phieu.css`))
  writeFileSync(`${DIST}/office.css`, await style(`${WWW}src/style/office-page.css`))
  writeFileSync(`${DIST}/progress.css`, await style(`${WWW}src/style/progress-page.css`))
  const built = await Promise.all([
    ...[
      'phieu',
      'ahead',
      'early',
      'phieu.en',
      'later',
      'core',
      'office',
      'progress',
      'word',
      'picture',
      'files',
      'table',
      'pasting',
    ].map((name) => module(name)),
    classic(),
  ])
  const outputs = Object.assign({}, ...built.map(({ metafile }) => metafile.outputs))
  await Promise.all(SHRUNK.map(shrink))
  for (const path of Object.keys(outputs)) leaveImports(`${WWW}${path}`)
  await worker('draft.worker')
  await knowing()
  mkdirSync(dirname(MAP), { recursive: true })
  writeFileSync(MAP, JSON.stringify({ outputs }))
}

/** What is shrunk twice: what every form loads, as modules and in one script. */
const SHRUNK = ['phieu.js', 'phieu.classic.js', 'ahead.js', 'early.js', 'later.js']

/**
 * Makes a script smaller than the bundler does (docs/decisions/shrunk-twice.md), without a word that its engines do not know.
 * @param {string} name
 */
async function shrink(name) {
  const text = readFileSync(`${DIST}/${name}`, 'utf8')
  const { code = '' } = await minify(text, {
    module: name !== 'phieu.classic.js',
    ecma: 2020,
    compress: { passes: 3, ecma: 2020 },
    // What an engine is told, and where the licences stand.
    format: { comments: /^[#!]/ },
  })
  writeFileSync(`${DIST}/${name}`, `${code}\n`)
}

/**
 * Marks the imports of what is known only as the page runs, which bundlers would warn of or stop at: the bundler here
 * takes every comment out.
 * @param {string} path
 */
function leaveImports(path) {
  const text = readFileSync(path, 'utf8')
  const marked = text.replace(/\bimport\((?=[^"'])/g, 'import(/*webpackIgnore:true*//*@vite-ignore*/')
  if (marked !== text) writeFileSync(path, marked)
}

/** The package with all checks, in Node and for browsers, once their module is there. */
async function node() {
  copyFileSync(`${WWW}pkg/bulk/phieu_bulk_bg.wasm`, `${DIST}/phieu_bulk_bg.wasm`)
  const packed = gzipSync(readFileSync(`${DIST}/phieu_bulk_bg.wasm`), { level: 9 })
  writeFileSync(`${DIST}/phieu_bulk.wasm.js`, `export const gzip="${packed.toString('base64')}";\n`)
  const built = await Promise.all([forNode('node'), module('checks')])
  for (const { metafile } of built)
    for (const path of Object.keys(metafile.outputs)) leaveImports(`${WWW}${path}`)
}

/** The licences of what pdf.js is made of, beside it: no comment in its scripts names them whole. */
function keepLicence() {
  const text = readFileSync(`${WWW}node_modules/pdfjs-dist/LICENSE`, 'utf8')
  const { version } = JSON.parse(readFileSync(`${WWW}node_modules/pdfjs-dist/package.json`, 'utf8'))
  const head = `pdf.js and pdf.worker.js are made of pdfjs-dist ${version}, Copyright Mozilla Foundation, under the Apache License 2.0
below. In it is core-js, Copyright Denis Pushkarev, under the MIT License. What was changed: www/build.mjs of Phieu.

`
  writeFileSync(`${DIST}/pdf.js.LEGAL.txt`, head + text)
}

/** The reading of documents, once its module is there. */
async function reading() {
  for (const name of ['reading_bg', 'sheets', 'publishing'])
    copyFileSync(`${WWW}pkg/reading/phieu_${name}.wasm`, `${DIST}/phieu_${name}.wasm`)
  writeFileSync(`${DIST}/plan.css`, await style(`${WWW}src/style/plan-page.css`))
  const built = await Promise.all([
    forNode('reading-node'),
    module('reading'),
    module('plan'),
    module('trial'),
    module('pdf'),
    module('pdf.worker'),
  ])
  keepLicence()
  for (const { metafile } of built)
    for (const path of Object.keys(metafile.outputs)) leaveImports(`${WWW}${path}`)
}

const parts = new Map(Object.entries({ node, reading }))
await (parts.get(process.argv[2] ?? '') ?? page)()
