/**
 * What lies in the folder that the collector serves to everyone.
 */
import assert from 'node:assert/strict'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import test from 'node:test'
import { gunzipSync } from 'node:zlib'

const site = join(import.meta.dirname, '../../target/site')

/** @type {() => string[]} every file, as an address names it */
const files = () =>
  readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(site, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))

const PAGES = ['index.html', 'office.html', 'plan.html', 'report.html', 'progress-sample.html']
const KINDS = /^(assets|dist)\/[\w.-]+\.(js|css|wasm|json|d\.ts|png|svg|woff2|LEGAL\.txt)$/
// Plans as the form loads them, and reports that nobody has sent.
const LIGHT = /^dist\/plans\/[\w.-]+\.json$/
// Plans whole, from which an officer begins.
const GALLERY = /^gallery\/[\w.-]+\.json$/
const SAMPLES = /^dist\/samples\/[\w.-]+\.ndjson$/

test('the site holds pages, scripts, styles and the core, and nothing that they are made of', () => {
  const all = files()
  assert.ok(PAGES.every((page) => all.includes(page)))
  for (const file of all) {
    const served = file.replace(/\.(gz|br)$/, '')
    assert.ok(
      PAGES.includes(served) || [KINDS, LIGHT, GALLERY, SAMPLES].some((kind) => kind.test(served)),
      `${file} is for nobody`,
    )
    assert.ok(lstatSync(join(site, file)).isFile(), `${file} is a link, which leads somewhere else`)
  }
  for (const plan of all.filter((file) => LIGHT.test(file))) {
    const text = readFileSync(join(site, plan), 'utf8')
    // What only lint and office read is kept behind a code.
    assert.ok(!/"(quote|bases|recipients|tasks)":/.test(text), `${plan} is the whole plan`)
  }
})

test('what is served squeezed is what lies beside it', () => {
  for (const file of files().filter((one) => one.endsWith('.gz'))) {
    const plain = readFileSync(join(site, file.slice(0, -3)))
    assert.ok(gunzipSync(readFileSync(join(site, file))).equals(plain), `${file} is of another build`)
  }
})
