// Takes a module of WebAssembly apart, so that it packs better on the wire: for www/build.mjs.
//
// In a module the bytes of all kinds stand in turn: what is done, to which local, at which offset, with which number. A server's
// compression sees a pattern where like stands beside like. So what the functions do stands here in a row, and what each kind of
// instruction names, in a row of its own; numbers are parted once more by what is done with them. www/src/joined.js puts the module
// together again as it is loaded. What is made is itself a module, an empty one, which holds all of it in a section of no meaning:
// whoever serves, bundles or compiles it finds what its name says.
//
// How an address is aligned is a hint that no engine here needs, and is written as none.
import { APART, INSTRUCTIONS, joined } from './src/joined.js'

/** How a module of the first version begins. */
const MODULE = [0, 97, 115, 109, 1, 0, 0, 0]
const CODE = 10

/** @param {number} value @returns {number[]} */
const number = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...number(Math.floor(value / 128))])

/**
 * @param {Uint8Array} bytes of a module
 * @returns {Uint8Array<ArrayBuffer>} a module that holds it, taken apart
 */
export function apart(bytes) {
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
  const content = [...number(APART.length), ...Buffer.from(APART), ...parts.flat()]
  const packed = Uint8Array.from([...MODULE, 0, ...number(content.length), ...content])
  const again = joined(WebAssembly.Module.customSections(new WebAssembly.Module(packed), APART)[0])
  if (begin === end || !WebAssembly.validate(again) || !isSame(again, bytes))
    throw new Error('what was taken apart does not go together again')
  return packed
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
