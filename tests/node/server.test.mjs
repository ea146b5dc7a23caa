// A server that renders pages imports what its pages import: nothing throws, nothing keeps it running, and nothing of the
// page is there.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'

const DIST = new URL('../../www/dist/', import.meta.url)
// pdf.js draws, too, and asks for what only a page has as it is loaded, which is once somebody has chosen a PDF there.
const OF_A_PAGE = ['pdf.js']
const SCRIPTS = readdirSync(DIST).filter((name) => name.endsWith('.js') && !OF_A_PAGE.includes(name))

for (const name of SCRIPTS)
  test(`${name} on a server`, () => {
    const script = `await import(${JSON.stringify(new URL(name, DIST).href)}); console.log('imported')`
    const { stdout, stderr, error } = spawnSync('node', ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      timeout: 30_000,
    })
    assert.deepEqual([stdout, stderr, error], ['imported\n', '', undefined])
  })
