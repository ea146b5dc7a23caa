// The package as it is published: what lies in it, and what Vite and webpack make of it. Its examples in all hosts, opened
// and filled in: `make adopt`.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { examples, laidOut, packed, ROOT, ran, readmeSection, TRIED_OF_README } from '../support/examples.mjs'

const PLACE = join(ROOT, 'target/bundled')
const MODULES = join(ROOT, 'tests/node_modules')
const { devDependencies: KNOWN } = JSON.parse(readFileSync(join(ROOT, 'tests/package.json'), 'utf8'))
// Known by its own name in the one, and by its content in the other.
const WASM = [
  'phieu.first.wasm',
  'phieu.inputs.wasm',
  'phieu.form.wasm',
  'phieu.later.wasm',
  'phieu_bulk_bg.wasm',
]
const LARGEST = 5_230_000

const tgz = packed()
rmSync(PLACE, { recursive: true, force: true })
mkdirSync(PLACE, { recursive: true })
symlinkSync(MODULES, join(PLACE, 'node_modules'))

test('the package has what it exports, README and licences, and no samples', () => {
  const { stdout } = spawnSync('tar', ['-tzf', tgz], { encoding: 'utf8' })
  const files = stdout
    .trim()
    .split('\n')
    .map((path) => path.replace('package/', ''))
  for (const name of [
    'README.md',
    'LICENSE-MIT',
    'LICENSE-APACHE',
    'dist/pdf.js.LEGAL.txt',
    'dist/pdf.worker.js',
    'custom-elements.json',
    'types/elements.d.ts',
  ])
    assert.ok(files.includes(name), name)
  assert.deepEqual(
    files.filter((name) => /samples|ndjson/.test(name)),
    [],
  )
  /** @type {Record<string, any>} */
  const entries = JSON.parse(readFileSync(join(ROOT, 'www/package.json'), 'utf8')).exports
  const targets = Object.values(entries).flatMap((each) =>
    typeof each === 'string' ? each : [each.types, each.default, each.node?.types, each.node?.default],
  )
  for (const target of targets.filter((each) => each && !each.includes('*')))
    assert.ok(files.includes(target.slice(2)), target)
  assert.ok(statSync(tgz).size < LARGEST, `${statSync(tgz).size} bytes`)
})

test('the declarations of the package are TypeScript', () => {
  const folder = join(ROOT, 'target/package')
  const names = /** @type {string[]} */ (readdirSync(folder, { recursive: true, encoding: 'utf8' }))
  const declared = names.filter((name) => name.endsWith('.d.ts'))
  assert.ok(declared.length > 0)
  // What a maker of declarations breaks is seen without those of other packages.
  const options =
    '--noEmit --skipLibCheck --module nodenext --moduleResolution nodenext --target es2022'.split(' ')
  const { stdout } = spawnSync(join(MODULES, '.bin/tsc'), [...options, ...declared], {
    cwd: folder,
    encoding: 'utf8',
  })
  assert.equal(stdout, '')
})

/**
 * @param {string} heading
 * @param {string} plan the folder from which its pages fetch files
 * @returns {Buffer[]} what was built
 */
function built(heading, plan) {
  const folder = join(PLACE, heading.replace(/\W+/g, '-').toLowerCase())
  const example = examples()[heading]
  laidOut(example, { folder, tgz, plan })
  ran(example, { folder, modules: MODULES, known: KNOWN })
  const dist = join(folder, 'dist')
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((name) => join(dist, name))
  return files.filter((path) => statSync(path).isFile()).map((path) => readFileSync(path))
}

for (const [heading, plan] of [
  ['Vite with React', 'public'],
  ['webpack', 'dist'],
])
  test(`${heading} takes along every file that the form and the rules fetch, and no address of this machine`, () => {
    const files = built(heading, plan)
    for (const name of WASM) {
      const wasm = readFileSync(join(ROOT, 'www/dist', name))
      assert.ok(
        files.some((file) => file.equals(wasm)),
        name,
      )
    }
    const scripts = files.map((file) => file.toString('latin1'))
    // The later script and the wasm in a script are told by what they alone hold.
    for (const mark of ['phieu-activities', 'AGFzbQ'])
      assert.ok(
        scripts.some((text) => text.includes(mark)),
        mark,
      )
    assert.deepEqual(
      scripts.filter((text) => text.includes('file:///')),
      [],
    )
  })

test('what is tried of README.md in other hosts stands in it', () => {
  for (const tried of Object.values(TRIED_OF_README)) readmeSection(tried)
})
