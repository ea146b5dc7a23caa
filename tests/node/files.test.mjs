// Every file that a shipped script fetches is named as a bundler finds it, and is there.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const DIST = new URL('../../www/dist/', import.meta.url)
const SCRIPTS = readdirSync(DIST).filter((name) => name.endsWith('.js'))

/** The files that a script names. @param {string} text */
const named = (text) =>
  [...text.matchAll(/new URL\("\.\/([^"]+)",import\.meta\.url\)|import\("\.\/([^"]+)"\)/g)].map(
    ([, url, script]) => url ?? script ?? '',
  )

/** @param {string} name */
const read = (name) => readFileSync(new URL(name, DIST), 'utf8')

test('the form names its wasm, its later script and its sheet', () => {
  const files = named(read('phieu.js'))
  for (const name of [
    'phieu.first.wasm',
    'phieu.inputs.wasm',
    'phieu.form.wasm',
    'phieu.later.wasm',
    'phieu.wasm.js',
    'later.js',
    'phieu.css',
  ])
    assert.ok(files.includes(name), name)
  assert.ok(!files.includes('phieu_bg.wasm'), 'a bundler would take along what no form loads')
})

test('what is named lies there, and a bundler may ask for it by name', () => {
  for (const script of SCRIPTS)
    for (const name of named(read(script))) {
      assert.ok(existsSync(new URL(name, DIST)), `${script}: ${name}`)
      assert.ok(import.meta.resolve(`phieu/${name}`).endsWith(`/dist/${name}`), `exports: ${name}`)
    }
})

test('what else is imported is known only as the page runs, and bears the marks by which bundlers leave it', () => {
  for (const script of SCRIPTS)
    for (const [, marks] of read(script).matchAll(/\bimport\((\/\*.*?\*\/)?(?=[^"'/])/g))
      assert.equal(marks, '/*webpackIgnore:true*//*@vite-ignore*/', script)
})
