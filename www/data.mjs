// What of the module's constants only the later part reads: for split.mjs.
//
// The linker's map (tools/wasm.sh) says where each constant begins and ends. What stays is what the first part's functions name, as a
// number or as the offset of an access, and what such constants point to in their turn. All others are read by functions alone that
// are not there before the later part is.
import { readFileSync } from 'node:fs'
import { imageOf } from './parting.mjs'

/** @typedef {import('./sentences.mjs').Segment} Segment */
/** @typedef {{ begin: number, end: number }} Constant */

const MAP = new URL('pkg/phieu.map', import.meta.url)
/** A line of the map: where, where in the file, how long, and which constant. */
const LINE = /^ *([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+) +.*:\(\.rodata[^)]*\)$/
/** A constant may be named by a place this near before or behind it, where a loop counts from one or to its end. */
const NEAR = 16

/**
 * Takes what only the later part reads out of the data. What nobody is seen to read stays: it may be named in another way.
 * @param {Segment[]} segments
 * @param {Uint8Array} first the first part, whatever its data
 * @param {Uint8Array} whole
 * @returns {Segment[]} what was taken, at its place
 */
export function takeUnread(segments, first, whole) {
  const constants = constantsOf(readFileSync(MAP, 'utf8'))
  const image = new DataView(imageOf(segments).buffer)
  const early = readBy(first, constants, image)
  const later = [...readBy(whole, constants, image)].filter((constant) => !early.has(constant))
  return later.flatMap((constant) => take(segments, constant))
}

/**
 * The constants that the functions of a module name, and those to which these point.
 * @param {Uint8Array} module
 * @param {Constant[]} constants
 * @param {DataView} image
 */
function readBy(module, constants, image) {
  const named = addressesIn(module)
  const read = new Set(
    constants.filter(({ begin, end }) =>
      named.some((address) => address >= begin - NEAR && address <= end + NEAR),
    ),
  )
  for (const constant of read)
    for (const address of pointersIn(image, constant)) {
      const target = constants.find(
        ({ begin, end }) => address >= begin && address < Math.max(end, begin + 1),
      )
      if (target) read.add(target)
    }
  return read
}

/** @param {string} map @returns {Constant[]} */
function constantsOf(map) {
  const found = map.split('\n').flatMap((line) => {
    const [, at = '', length = ''] = LINE.exec(line) ?? []
    const begin = Number.parseInt(at, 16)
    return at ? [{ begin, end: begin + Number.parseInt(length, 16) }] : []
  })
  if (found.length < 100) throw new Error('the map of the linker is written otherwise: see LINE')
  return found
}

/** @param {DataView} image @param {Constant} constant @returns {number[]} every word of it that could be an address */
function pointersIn(image, { begin, end }) {
  const words = []
  for (let at = (begin + 3) & ~3; at + 4 <= Math.min(end, image.byteLength); at += 4)
    words.push(image.getUint32(at, true))
  return words
}

/** @param {Segment[]} segments @param {Constant} constant @returns {Segment[]} */
function take(segments, { begin, end }) {
  return segments.flatMap(({ offset, data }) => {
    const [from, to] = [Math.max(begin - offset, 0), Math.min(end - offset, data.length)]
    if (from >= to) return []
    const taken = data.slice(from, to)
    data.fill(0, from, to)
    return taken.some((byte) => byte !== 0) ? [{ offset: offset + from, data: taken }] : []
  })
}

/** The bytes of a module, read one after the other. */
class Reader {
  at = 8

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes
  }

  byte() {
    return this.bytes[this.at++] ?? 0
  }

  number() {
    let [sum, weight, byte] = [0, 1, 0]
    do {
      byte = this.byte()
      sum += (byte & 127) * weight
      weight *= 128
    } while (byte >= 128)
    return sum
  }
}

/**
 * Every number that a function of a module names, as such or as the offset of an access. A module of the first WebAssembly has
 * these instructions and no others.
 * @param {Uint8Array} bytes
 */
function addressesIn(bytes) {
  const reader = new Reader(bytes)
  let length = 0
  for (let kind = reader.byte(); ; kind = reader.byte()) {
    length = reader.number()
    if (kind === 10) break
    reader.at += length
  }
  /** @type {Set<number>} */
  const named = new Set()
  for (let functions = reader.number(); functions > 0; functions -= 1) {
    const size = reader.number()
    const end = reader.at + size
    for (let groups = reader.number(); groups > 0; groups -= 1) {
      reader.number()
      reader.byte()
    }
    while (reader.at < end) instruction(reader, named)
    if (reader.at !== end) throw new Error('a function ends in the midst of an instruction')
  }
  return [...named]
}

/** @param {Reader} reader @param {Set<number>} named */
function instruction(reader, named) {
  const code = reader.byte()
  if (code > 0xbf) throw new Error(`no instruction of the first WebAssembly: ${code}`)
  // Loads and stores: an alignment, then the offset.
  if (code >= 0x28 && code <= 0x3e) {
    reader.number()
    named.add(reader.number())
  } else if (code === 0x41) named.add(reader.number())
  else if (code === 0x42) reader.number()
  else if (code === 0x43) reader.at += 4
  else if (code === 0x44) reader.at += 8
  // Blocks have a type, and memory one byte.
  else if ((code >= 0x02 && code <= 0x04) || code === 0x3f || code === 0x40) reader.byte()
  // Branches, calls, locals and globals have a number; a call through the table has two, a table of branches many.
  else if (code === 0x0c || code === 0x0d || code === 0x10 || (code >= 0x20 && code <= 0x24)) reader.number()
  else if (code === 0x11) {
    reader.number()
    reader.number()
  } else if (code === 0x0e) for (let targets = reader.number(); targets >= 0; targets -= 1) reader.number()
}
