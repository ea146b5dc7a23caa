// Puts the npm package together in target/package, with its types, and packs it: `node www/pack.mjs` prints the .tgz.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FOLDER = `${ROOT}target/package`

/** What lies in the package, and where it comes from. The samples and the light plans of dist/ are the demo portal's. */
const CONTENTS = {
  'package.json': 'www/package.json',
  'custom-elements.json': 'www/custom-elements.json',
  'README.md': 'docs/examples.md',
  'LICENSE-MIT': 'LICENSE-MIT',
  'LICENSE-APACHE': 'LICENSE-APACHE',
  types: 'www/types',
  plans: 'www/plans',
  dist: 'www/dist',
}

rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
for (const [name, from] of Object.entries(CONTENTS))
  cpSync(`${ROOT}${from}`, `${FOLDER}/${name}`, { recursive: true })
// The types are made in the package: whatever lies in www/dist is served by the site.
execFileSync('tsc', ['-p', `${ROOT}www/tsconfig.types.json`, '--outDir', `${FOLDER}/dist/types`])
for (const name of ['phieu.d.ts', 'phieu.glue.d.ts', 'bulk/phieu_bulk.d.ts', 'reading/phieu_reading.d.ts']) {
  mkdirSync(dirname(`${FOLDER}/dist/types/pkg/${name}`), { recursive: true })
  // wasm-bindgen writes of what only the newest library of TypeScript knows.
  const types = readFileSync(`${ROOT}www/pkg/${name}`, 'utf8').replace(/^.*Symbol\.dispose.*\n/gm, '')
  writeFileSync(`${FOLDER}/dist/types/pkg/${name}`, types)
}
for (const name of ['samples', 'plans']) rmSync(`${FOLDER}/dist/${name}`, { recursive: true, force: true })

const options = ['pack', FOLDER, '--pack-destination', `${ROOT}target`, '--loglevel=error']
console.log(`${ROOT}target/${execFileSync('npm', options, { encoding: 'utf8' }).trim().split('\n').pop()}`)
