// Takes a module of WebAssembly apart, so that it packs better on the wire: for www/build.mjs.
//
// In a module the bytes of all kinds stand in turn: what is done, to which local, at which offset, with which number. A server's
// compression sees a pattern where like stands beside like. So what the functions do stands here in a row, and what each kind of
// instruction names, in a row of its own; numbers are parted once more by what is done with them. What is made is itself a module,
// which holds all of it as data, and puts it together again as it is loaded (www/joining.wat, www/src/joined.js): whoever serves,
// bundles or compiles it finds what its name says.
//
// How an address is aligned is a hint that no engine here needs, and is written as none.
import { readFileSync } from 'node:fs'
import binaryen from 'binaryen'
import { joined } from './src/joined.js'

/** Instructions of the first WebAssembly have lower numbers. */
const INSTRUCTIONS = 0xc0
/** Where in the memory of what joins stands how long it is, and what came. */
const [LENGTH, CAME] = [2040, 2048]

const CODE = 10
const DATA = 11

/** @param {number} value which is positive @returns {number[]} */
const signed = (value) => (value < 64 ? [value] : [(value & 127) | 128, ...signed(value >> 7)])

/** @param {number} value @returns {number[]} */
const number = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...number(Math.floor(value / 128))])

/**
 * @param {Uint8Array} bytes of a module
 * @returns {Promise<Uint8Array<ArrayBuffer>>} a module that holds it, taken apart
 */
export async function apart(bytes) {
  const { code, rows } = partedRows(bytes)
  const { start, begin, end } = code
  const parts = [
    number(bytes.length + 4 * (rows.count + 2)),
    number(start),
    number(rows.count),
    ...Array.from({ length: INSTRUCTIONS * 2 }, (_, kind) => number(rows.of(kind).length)),
    [...bytes.subarray(0, start)],
    ...Array.from({ length: INSTRUCTIONS * 2 }, (_, kind) => rows.of(kind)),
    [...bytes.subarray(end)],
  ]
  const packed = carrier(Uint8Array.from(parts.flat()), bytes.length)
  const again = await joined(new WebAssembly.Module(packed))
  if (begin === end || !WebAssembly.validate(again) || !isSame(again, bytes))
    throw new Error('what was taken apart does not go together again')
  return packed
}

/**
 * A module that puts together what it holds.
 * @param {Uint8Array} came
 * @param {number} length of what is made, but for what lengths take that are known only later
 * @returns {Uint8Array<ArrayBuffer>}
 */
function carrier(came, length) {
  const module = binaryen.parseText(readFileSync(new URL('joining.wat', import.meta.url), 'utf8'))
  binaryen.setOptimizeLevel(2)
  binaryen.setShrinkLevel(2)
  module.optimize()
  // Its types know the segments of data under other names.
  const of = /** @type {any} */ (module)
  const segments = Array.from({ length: of.getNumDataSegments() }, (_, index) => {
    const { offset, data } = of.getDataSegmentInfo(of.getDataSegmentByIndex(index))
    return { offset: module.i32.const(offset), data: new Uint8Array(data) }
  })
  const size = new Uint8Array(Uint32Array.of(came.length).buffer)
  const pages = Math.ceil((CAME + came.length * 2 + length) / 65536)
  const laid = [...segments, { offset: module.i32.const(LENGTH), data: size }]
  module.setMemory(pages, -1, null, laid)
  if (!module.validate()) throw new Error('what joins is no module')
  const made = module.emitBinary()
  // The data stand last. Binaryen has no room for so much more of it.
  const start = dataOf(made)
  const data = [
    laid.length + 1,
    ...made.subarray(start.segments),
    0,
    0x41,
    ...signed(CAME),
    0x0b,
    ...number(came.length),
    ...came,
  ]
  return Uint8Array.from([...made.subarray(0, start.section), DATA, ...number(data.length), ...data])
}

/** Where the section of data begins, and the first of its segments. @param {Uint8Array} bytes */
function dataOf(bytes) {
  for (let at = 8; ; ) {
    const section = at
    let [size, weight, byte] = [0, 1, 128]
    for (at += 1; byte > 127; at += 1) {
      byte = bytes[at] ?? 0
      size += (byte & 127) * weight
      weight *= 128
    }
    if (bytes[section] === DATA && at + size === bytes.length) return { section, segments: at + 1 }
    if (at >= bytes.length) throw new Error('what joins has no data')
    at += size
  }
}

/** Whether two modules do the same, whatever they say of alignment and of the length of numbers. @param {Uint8Array} one @param {Uint8Array} other */
function isSame(one, other) {
  const [{ rows }, { rows: others }] = [partedRows(one), partedRows(other)]
  return Array.from({ length: INSTRUCTIONS * 2 }, (_, kind) => kind).every(
    (kind) => Buffer.compare(Buffer.from(rows.of(kind)), Buffer.from(others.of(kind))) === 0,
  )
}

/** The rows, one for each kind. */
class Rows {
  /** @type {Map<number, number[]>} */
  _rows = new Map()
  /** How many functions there are. */
  count = 0

  /** @param {number} kind @returns {number[]} */
  of(kind) {
    const row = this._rows.get(kind) ?? []
    this._rows.set(kind, row)
    return row
  }
}

/** What instructions name numbers, and how many: 1, but for these. */
const NAMING = new Set([
  ...[0x02, 0x03, 0x04, 0x0c, 0x0d, 0x10, 0x11, 0x3f, 0x40, 0x41, 0x42],
  ...[0x20, 0x21, 0x22, 0x23, 0x24],
])

/** @param {Uint8Array} bytes */
function partedRows(bytes) {
  const rows = new Rows()
  let at = 8
  const read = () => {
    let [value, weight, byte] = [0, 1, 0]
    do {
      byte = bytes[at++] ?? 0
      value += (byte & 127) * weight
      weight *= 128
    } while (byte > 127)
    return value
  }
  /** Takes a number as it stands. @param {number} kind */
  const take = (kind) => {
    const from = at
    const value = read()
    rows.of(kind).push(...bytes.subarray(from, at))
    return value
  }
  for (;;) {
    const start = at
    const kind = bytes[at++]
    const size = read()
    if (kind !== CODE) {
      at += size
      continue
    }
    const begin = at
    const end = begin + size
    for (rows.count = read(); at < end; ) {
      const last = read() + at
      for (let groups = take(0); groups > 0; groups -= 1) {
        take(0)
        take(0)
      }
      while (at < last) instruction(last)
    }
    return { code: { start, begin, end }, rows }
  }

  /** @param {number} last where its function ends */
  function instruction(last) {
    const code = bytes[at++] ?? 0
    rows.of(1).push(code)
    if (code >= INSTRUCTIONS) throw new Error(`no instruction of the first WebAssembly: ${code}`)
    if (code >= 0x28 && code <= 0x3e) {
      read()
      take(code)
    } else if (code === 0x0e) for (let times = take(code); times >= 0; times -= 1) take(code)
    else if (code === 0x41) {
      const from = at
      read()
      rows.of(INSTRUCTIONS + (bytes[at] ?? 0)).push(...bytes.subarray(from, at))
    } else if (code === 0x43 || code === 0x44) {
      const length = code === 0x43 ? 4 : 8
      rows.of(code).push(...bytes.subarray(at, at + length))
      at += length
    } else if (NAMING.has(code)) {
      take(code)
      if (code === 0x11) take(code)
    }
    if (at > last) throw new Error('a function ends in the midst of an instruction')
  }
}
