// Parts a module of WebAssembly in two: the first part stands at once, the later part holds what only some of its exports
// reach, and borrows memory, table and whatever else it calls from the first.
//
// No function is compiled twice and none is changed, so the two together are the whole. The first part keeps each
// name of what comes later as a door: it calls the place in the table that the later part fills as it is instantiated
// (`WebAssembly.instantiate(later, { '': exports of the first })`). Called too early, a door is a panic. A first part can be
// parted again, under another prefix.
import binaryen from 'binaryen'

/** @typedef {ReturnType<typeof binaryen.readBinary>} Module */
/** @typedef {{ offset: number, data: Uint8Array }} Segment */

/** More places than any table here has. */
const WIDEST = 0xffff

/**
 * @template T
 * @param {number} count
 * @param {(index: number) => T} at
 */
export const list = (count, at) => Array.from({ length: count }, (_, index) => at(index))
export const exportsOf = (/** @type {Module} */ module) =>
  list(module.getNumExports(), (index) => binaryen.getExportInfo(module.getExportByIndex(index)))
export const functionsOf = (/** @type {Module} */ module) =>
  list(module.getNumFunctions(), (index) => binaryen.getFunctionInfo(module.getFunctionByIndex(index)))
export const globalsOf = (/** @type {Module} */ module) =>
  list(module.getNumGlobals(), (index) => binaryen.getGlobalInfo(module.getGlobalByIndex(index)))
export const sweep = (/** @type {Module} */ module) => module.runPasses(['remove-unused-module-elements'])

/**
 * @param {Uint8Array} bytes the whole
 * @param {object} options
 * @param {string[]} options.later the exports that come later
 * @param {string} options.mark under what name the first part lends its memory: the parts of two builds do not fit together
 * @param {(data: Segment[]) => Segment[]} [options.take] takes out of the data what comes later too
 * @param {string} [options.prefix] of the names under which the first part lends: its own for each later part
 * @returns {{ first: Uint8Array, later: Uint8Array }}
 */
export function parted(bytes, { later: names, mark, take = () => [], prefix = '' }) {
  const whole = binaryen.readBinary(bytes)
  const inside = new Map(exportsOf(whole).map(({ name, value }) => [name, value]))
  const doors = names.map((name) => {
    const found = inside.get(name)
    if (!found) throw new Error(`the module has no ${name}`)
    return found
  })
  const table = binaryen.getTableInfo(whole.getTableByIndex(0))
  const { initial, max } = whole.getMemoryInfo()
  for (const name of names) whole.removeExport(name)
  sweep(whole)
  const stays = new Set(functionsOf(whole).map(({ name }) => name))

  const data = segmentsOf(whole)
  const taken = take(data)

  const later = binaryen.readBinary(bytes)
  for (const { name } of exportsOf(later)) later.removeExport(name)
  const segments = list(later.getNumElementSegments(), (index) => later.getElementSegmentByIndex(index))
  for (const segment of segments.map((each) => binaryen.getElementSegmentInfo(each)))
    later.removeElementSegment(segment.name)
  later.setMemory(
    initial,
    max ?? -1,
    null,
    taken.map((each) => at(later, each)),
  )
  later.addMemoryImport('0', '', mark)
  // Whoever parts the first part again widens it again.
  widenTable(later, table, doors, WIDEST)
  later.addTableImport(table.name, '', 'table')
  later.addActiveElementSegment(table.name, 'doors', doors, later.i32.const(table.initial))
  globalsOf(later).forEach(({ name, type, mutable }, index) => {
    later.removeGlobal(name)
    later.addGlobalImport(name, '', `${prefix}g${index}`, type, mutable)
  })
  const lent = (/** @type {number} */ index) => prefix + index.toString(36)
  const borrow = (/** @type {ReturnType<typeof functionsOf>} */ functions) =>
    functions.forEach(({ name, params, results }, index) => {
      later.removeFunction(name)
      later.addFunctionImport(name, '', lent(index), params, results)
    })
  borrow(functionsOf(later).filter(({ name, base }) => base || stays.has(name)))
  sweep(later)
  // What is called after all gets the shortest names.
  const borrowed = functionsOf(later).filter(({ base }) => base)
  borrow(borrowed)

  const first = binaryen.readBinary(bytes)
  first.setMemory(
    initial,
    max ?? -1,
    null,
    data.map((each) => at(first, each)),
  )
  doors.forEach((name, index) => {
    const { params, results } = binaryen.getFunctionInfo(first.getFunction(name))
    const given = binaryen.expandType(params).map((type, at) => first.local.get(at, type))
    const place = first.i32.const(table.initial + index)
    first.removeFunction(name)
    first.addFunction(
      name,
      params,
      results,
      [],
      first.call_indirect(table.name, place, given, params, results),
    )
  })
  borrowed.forEach(({ name }, index) => {
    first.addFunctionExport(name, lent(index))
  })
  for (const { name, base } of globalsOf(later)) first.addGlobalExport(name, base ?? name)
  widenTable(first, table, doors, table.initial + doors.length)
  const isLent = new Set(exportsOf(first).map(({ name }) => name))
  if (!isLent.has('table')) first.addTableExport(table.name, 'table')
  if (!isLent.has(mark)) first.addMemoryExport('0', mark)
  sweep(first)
  return { first: written(first, 'the first part'), later: written(later, 'the later part') }
}

/** @param {Module} module @param {string} name */
function written(module, name) {
  if (!module.validate()) throw new Error(`${name} is no module`)
  return module.emitBinary()
}

/** @param {Module} module @returns {Segment[]} */
export function segmentsOf(module) {
  // Its types know the segments of data under other names.
  const of = /** @type {any} */ (module)
  return list(of.getNumDataSegments(), (index) => {
    const { offset, data } = of.getDataSegmentInfo(of.getDataSegmentByIndex(index))
    return { offset, data: new Uint8Array(data) }
  })
}

/** @param {Segment[]} segments @returns {Uint8Array} what a memory begins with */
export function imageOf(segments) {
  const image = new Uint8Array(Math.max(...segments.map(({ offset, data }) => offset + data.length)) + 4)
  for (const { offset, data } of segments) image.set(data, offset)
  return image
}

/** What lies between two segments and is no longer costs less than a segment of its own. */
const BETWEEN = 8

/**
 * Constants that nearly touch, as one segment: what lies between is the same in every part.
 * @param {Segment[]} segments
 * @param {Uint8Array} image
 * @returns {Segment[]}
 */
export function merged(segments, image) {
  /** @type {{ from: number, to: number }[]} */
  const runs = []
  for (const { offset, data } of [...segments].sort((one, other) => one.offset - other.offset)) {
    const last = runs.at(-1)
    if (last && offset <= last.to + BETWEEN) last.to = Math.max(last.to, offset + data.length)
    else runs.push({ from: offset, to: offset + data.length })
  }
  return runs.map(({ from, to }) => ({ offset: from, data: image.slice(from, to) }))
}

/** @param {Module} module @param {Segment} segment */
export function at(module, { offset, data }) {
  return { offset: module.i32.const(offset), data }
}

/**
 * Makes room in the table for what is behind the doors.
 * @param {Module} module @param {{ name: string, initial: number }} table @param {string[]} doors @param {number} most
 */
function widenTable(module, table, doors, most) {
  module.removeTable(table.name)
  module.addTable(table.name, table.initial + doors.length, most)
}
