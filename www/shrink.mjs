// Makes a module smaller, in place: `node www/shrink.mjs`, after tools/wasm.sh has filled pkg/ and before split.mjs, for the
// form's, and `node www/shrink.mjs reading/phieu_reading` for the one that makes plans. The module still bears its names
// then, by which this knows what can go; afterwards it bears none.
//
// - What a panic would say is told to nobody in a browser: Rust prints it to a stream that is not there, and then the
//   module traps, which is what the page sees. So it traps at once, and the sentences go with their formatting: the
//   words that are known (SAID) are blanked, and so is in which file, line and column they were made.
// - wasm-bindgen keeps a door into each kind of closure that its library could hand to JavaScript. None is handed out.
// - Binaryen is asked for more than wasm-opt's -Os does: see `optimize`.
import { readFileSync, writeFileSync } from 'node:fs'
import binaryen from 'binaryen'

const NAME = process.argv[2] ?? 'phieu'
const FILE = new URL(`pkg/${NAME}_bg.wasm`, import.meta.url)
const GLUE = new URL(`pkg/${NAME}.js`, import.meta.url)

/** Where every panic of Rust's own libraries ends, in what never returns. Newer compilers put a hash into the names. */
const PANICS =
  /^<?(core|alloc|std|__rustc)(\[[0-9a-f]+\])?::(panicking|cell::panic|result::unwrap_failed|option::(unwrap|expect)_failed|slice::index::slice_|str::slice_error_fail|raw_vec::handle_error|alloc::handle_alloc_error)/
/** What Rust's own libraries say there. */
const SAID = [
  'index out of bounds: the len is ',
  ' but the index is ',
  'range start index ',
  'range end index ',
  ' out of range for slice of length ',
  'slice index starts at ',
  ' but ends at ',
  'copy_from_slice: source slice length (',
  ') does not match destination slice length (',
  'attempt to divide by zero',
  'attempt to divide with overflow',
  'attempt to calculate the remainder with a divisor of zero',
  'attempt to calculate the remainder with overflow',
  'RefCell already borrowed',
  'RefCell already mutably borrowed',
  'Hash table capacity overflow',
]
/** A file as the compiler names it in what a panic says. */
const SOURCE = /^[!-~]+\.rs$/
const CLOSURES = /^wasm_bindgen::convert::closures::|^js_sys::futures::|<js_sys::futures::/

const module = binaryen.readBinary(readFileSync(FILE))
// Its types know the segments of data under other names.
const data = /** @type {any} */ (module)
if (/make(Mut)?Closure/.test(readFileSync(GLUE, 'utf8')))
  throw new Error('JavaScript is handed a closure: www/shrink.mjs must leave them in')
trap(PANICS, ({ body }) => binaryen.getExpressionType(body) === binaryen.unreachable)
// What makes plans has no use for the library of closures at all.
if (NAME === 'phieu') trap(CLOSURES)
blankPlaces()
optimize()
if (!module.validate()) throw new Error('what was made smaller is no module')
writeFileSync(FILE, module.emitBinary())

/**
 * Puts a trap in place of all functions of such a name.
 * @param {RegExp} named
 * @param {(info: ReturnType<typeof binaryen.getFunctionInfo>) => boolean} [isMeant]
 */
function trap(named, isMeant = () => true) {
  const functions = Array.from({ length: module.getNumFunctions() }, (_, index) =>
    binaryen.getFunctionInfo(module.getFunctionByIndex(index)),
  )
  const found = functions.filter((each) => !each.base && named.test(each.name) && isMeant(each))
  // A compiler or a library that calls them otherwise would go unnoticed, but for the size.
  if (found.length === 0) throw new Error(`no function is named as ${named} says`)
  for (const { name, params, results } of found) {
    module.removeFunction(name)
    module.addFunction(name, params, results, [], module.unreachable())
  }
}

/**
 * Blanks the places at which a panic can begin (`core::panic::Location`: where the file's name stands, its length, line
 * and column), and the names. They are known by their form: nothing else holds the address and the length of such a name.
 */
function blankPlaces() {
  const { initial, max } = module.getMemoryInfo()
  /** @type {{ offset: number, data: Uint8Array }[]} */
  const segments = Array.from({ length: data.getNumDataSegments() }, (_, index) => {
    const { offset, data: bytes } = data.getDataSegmentInfo(data.getDataSegmentByIndex(index))
    return { offset, data: new Uint8Array(bytes) }
  })
  const at = (/** @type {number} */ address, /** @type {number} */ length) => {
    const segment = segments.find(
      ({ offset, data: { length: size } }) => address >= offset && address + length <= offset + size,
    )
    return segment?.data.subarray(address - segment.offset, address - segment.offset + length)
  }
  /** @type {Uint8Array[]} */
  const found = []
  for (const segment of segments) {
    const words = new DataView(segment.data.buffer)
    for (let place = (4 - (segment.offset & 3)) & 3; place + 16 <= segment.data.length; place += 4) {
      const [address, length] = [words.getUint32(place, true), words.getUint32(place + 4, true)]
      const name = length < 300 ? at(address, length) : undefined
      if (name && SOURCE.test(Buffer.from(name).toString('latin1')))
        found.push(name, segment.data.subarray(place, place + 16))
    }
  }
  for (const { data: bytes } of segments)
    for (const words of SAID) {
      const place = Buffer.from(bytes.buffer).indexOf(words)
      if (place >= 0) found.push(bytes.subarray(place, place + words.length))
    }
  for (const each of found) each.fill(0)
  const whole = segments.map((each) => ({ ...each, offset: module.i32.const(each.offset) }))
  module.setMemory(initial, max ?? -1, null, whole)
}

function optimize() {
  binaryen.setOptimizeLevel(2)
  binaryen.setShrinkLevel(1)
  // No address below 1024 is an object's: the stack ends there, and what overflows it traps.
  binaryen.setLowMemoryUnused(true)
  // A function with one caller compresses better where it stands than in the middle of its caller.
  binaryen.setOneCallerInlineMaxSize(0)
  module.optimize()
  // The compiler's control flow, written anew.
  module.runPasses(['flatten', 'rereloop'])
  module.optimize()
  module.optimize()
}
