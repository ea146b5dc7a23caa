// The first part of the core says its sentences whole: what is kept for the later part alone is no piece of one.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** The pieces of all that is said in Vietnamese, between what comes into their gaps. */
function pieces() {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  return sources
    .filter((name) => name.endsWith('.rs'))
    .flatMap((name) => readFileSync(join(ROOT, 'src', name), 'utf8').match(/vi: "[^"\\]+"/g) ?? [])
    .flatMap((said) => said.slice(5, -1).split(/\{\w+\}/))
    .filter((piece) => piece.length >= 20)
    .map((piece) => Buffer.from(piece))
}

/** Whether a place of the core holds a sentence with a hole in it. @param {Buffer} core @param {number} at @param {Buffer} piece */
const hasHole = (core, at, piece) =>
  core.subarray(at, at + piece.length).includes(0) &&
  core[at + piece.length - 1] === piece.at(-1) &&
  piece.every((byte, index) => core[at + index] === byte || core[at + index] === 0)

test('no sentence of the first part has a hole', () => {
  const core = readFileSync(join(ROOT, 'www/dist/phieu.first.wasm'))
  const all = pieces()
  assert.ok(all.length > 100)
  const holes = all.filter((piece) => {
    const head = piece.subarray(0, 12)
    for (let at = core.indexOf(head); at >= 0; at = core.indexOf(head, at + 1))
      if (hasHole(core, at, piece)) return true
    return false
  })
  assert.deepEqual(holes.map(String), [])
})
