// The guide docs/soan-ke-hoach.md names buttons and parts as the page does, and shows pictures that are there.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { test } from 'node:test'
import { vi } from '../../www/src/plan/vi.js'

const DOCS = new URL('../../docs/', import.meta.url)
const guide = readFileSync(new URL('soan-ke-hoach.md', DOCS), 'utf8')
const MOST_BYTES = 80 * 1024

/** All that the page says, with gaps where it counts or names. @param {unknown} words @returns {string[]} */
const said = (words) =>
  typeof words === 'function'
    ? [words('…')]
    : typeof words === 'string'
      ? [words]
      : Object.values(/** @type {object} */ (words)).flatMap(said)

/** Words as they are compared: the case of the first letter depends on where they stand. @param {string} words */
const plain = (words) => words.replace(/\s+/g, ' ').trim().toLowerCase()

/** What is named in bold and is no part of the page's own words. */
const OTHERWISE = [
  'sửa',
  'xem trước',
  'ngày bắt đầu mới',
  'sửa thành “…”',
  'soạn kế hoạch',
  'mã công bố của văn phòng',
]

test('what the guide names in bold stands on the page', () => {
  const page = said(vi).map(plain)
  const named = [...guide.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words = '']) => plain(words))
  assert.ok(named.length > 50)
  const unknown = named.filter(
    (words) =>
      !OTHERWISE.includes(words) && !page.some((one) => one === words || one.startsWith(`${words}:`)),
  )
  // A heading or a hint of the page may be named by its beginning.
  const nowhere = unknown.filter((words) => !page.some((one) => one.includes(words)))
  assert.deepEqual(nowhere, [])
})

test('each picture of the guide is there, says what it shows, and is small', () => {
  const shown = [...guide.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)]
  assert.ok(shown.length >= 8)
  for (const [, words = '', path = ''] of shown) {
    assert.ok(words.length > 20, path)
    assert.ok(statSync(new URL(path, DOCS)).size <= MOST_BYTES, path)
  }
  const there = readdirSync(new URL('pictures/', DOCS)).filter((name) => name.startsWith('soan-'))
  assert.deepEqual(there.sort(), shown.map(([, , path = '']) => path.replace('pictures/', '')).sort())
})
