// A module that was taken apart for the wire goes together again: each instruction, what it names, and all that is no code.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { apart } from '../../www/apart.mjs'
import { joined, whole } from '../../www/src/joined.js'

const WWW = new URL('../../www/', import.meta.url)
const read = (/** @type {string} */ name) => readFileSync(new URL(name, WWW))

for (const name of ['phieu.first', 'phieu.later'])
  test(`${name}.wasm is a module, and holds the one that was made`, async () => {
    const served = read(`dist/${name}.wasm`)
    const { exports } = WebAssembly.Module
    const names = exports(new WebAssembly.Module(served)).map(({ name }) => name)
    assert.deepEqual(names.sort(), ['joined', 'length', 'memory'], 'one that makes it')
    const made = await WebAssembly.compile(read(`pkg/${name}.wasm`))
    const again = await whole(await WebAssembly.compile(served))
    assert.deepEqual(WebAssembly.Module.exports(again), WebAssembly.Module.exports(made))
    assert.deepEqual(WebAssembly.Module.imports(again), WebAssembly.Module.imports(made))
  })

/** @param {number} kind @param {number[]} content */
const section = (kind, ...content) => [kind, content.length, ...content]
/** @param {number[]} content */
const body = (...content) => [content.length, ...content]

// Two functions: a table of branches in a block in a block, locals, memory; and numbers with a point, one of them as wide as can be.
const SMALL = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0],
  ...section(1, 2, ...[0x60, 1, 0x7f, 1, 0x7f], ...[0x60, 0, 1, 0x7c]),
  ...section(3, 2, 0, 1),
  ...section(5, 1, 0, 1),
  ...section(7, 2, ...[1, 0x61, 0, 0], ...[1, 0x62, 0, 1]),
  ...section(
    10,
    2,
    ...body(
      ...[1, 2, 0x7f],
      ...[0x02, 0x40, 0x02, 0x40, 0x20, 0, 0x0e, 2, 0, 1, 0, 0x0b, 0x41, 0x80, 1, 0x21, 1, 0x0b],
      ...[0x41, 16, 0x41, 0xc0, 0x84, 0x3d, 0x36, 2, 8, 0x41, 16, 0x28, 0, 8, 0x20, 1, 0x6a],
      ...[0x3f, 0, 0x6a, 0x43, 0, 0, 0x80, 0x3f, 0xa8, 0x6a, 0x0b],
    ),
    ...body(0, 0x44, 0, 0, 0, 0, 0, 0, 0xf8, 0x3f, 0x42, 0x80, 0x80, 2, 0xb9, 0xa0, 0x0b),
  ),
)

test('of every kind of instruction, it does what it did', async () => {
  const run = async (/** @type {WebAssembly.Module} */ module) => {
    const { exports } = await WebAssembly.instantiate(module)
    const { a, b } = /** @type {Record<string, (...given: number[]) => number>} */ (exports)
    return [a?.(0), a?.(1), a?.(7), b?.()]
  }
  const made = await run(await WebAssembly.compile(SMALL))
  assert.deepEqual(made, [1_000_130, 1_000_002, 1_000_130, 32_769.5])
  assert.deepEqual(await run(await whole(await WebAssembly.compile(await apart(SMALL)))), made)
})

test('what was damaged on the way is no module or a trap, and nobody waits for it', async () => {
  const served = await apart(SMALL)
  for (let place = 0; place < served.length; place += 1) {
    const bytes = Uint8Array.from(served)
    bytes[place] = 0xff
    try {
      await joined(new WebAssembly.Module(bytes))
    } catch {
      // It is fetched anew.
    }
  }
})

test('what was not taken apart is left as it is', async () => {
  const module = await WebAssembly.compile(read('pkg/phieu_bg.wasm'))
  assert.equal(await whole(module), module)
})
