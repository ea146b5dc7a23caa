// The plugin for WordPress says everything in both languages, with the same gaps.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const INCLUDES = fileURLToPath(new URL('../../www/wordpress/includes/', import.meta.url))
const read = (/** @type {string} */ name) => readFileSync(INCLUDES + name, 'utf8')

/**
 * Each sentence's gaps, by its key.
 * @param {string} language
 */
const gaps = (language) =>
  Object.fromEntries(
    [...read(`words-${language}.php`).matchAll(/^\t'(\w+)' +=> '(.*)',$/gm)].map(([, key, said]) => [
      key,
      (said.match(/%(\d\$)?[sd]/g) ?? []).sort(),
    ]),
  )

test('each sentence stands in Vietnamese and in English', () => {
  assert.notEqual(Object.keys(gaps('vi')).length, 0)
  assert.deepEqual(gaps('en'), gaps('vi'))
})

test('every sentence that is asked for is there, and every one that is there is asked for', () => {
  const all = readdirSync(INCLUDES).filter((name) => !name.startsWith('words-'))
  const editor = readFileSync(`${INCLUDES}../block/editor.js`, 'utf8')
  const code = all.map(read).join('') + editor
  const known = Object.keys(gaps('vi'))
  const asked = [...code.matchAll(/\bword\( '(\w+)'|\bwords\.(\w+)/g)].map(([, php, script]) => php ?? script)
  assert.deepEqual(
    asked.filter((key) => !known.includes(key)),
    [],
  )
  const isAsked = (/** @type {string} */ key) => code.includes(`'${key}'`) || code.includes(`words.${key}`)
  assert.deepEqual(
    known.filter((key) => !isAsked(key)),
    [],
  )
})
