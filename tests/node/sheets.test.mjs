// What the form's sheet asks a browser with every key that is typed.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const sheet = readFileSync(new URL('../../www/dist/phieu.css', import.meta.url), 'utf8')

test('no rule of the form asks whether something is empty: a browser asks it anew with every text that changes', () => {
  assert.match(sheet, /\[data-said\]/)
  assert.doesNotMatch(sheet, /:empty\b/)
})
