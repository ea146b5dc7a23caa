// Parts the form's module in two: `node www/split.mjs`, after shrink.mjs has made it small.
//
//   phieu_bg.wasm      the whole, as it was: for the package, and inside a script for portals that serve
//                      no .wasm
//   phieu.first.wasm   what stands until the first fields do: what opening and filling in a form was seen to call (walk.mjs)
//   phieu.later.wasm   all other functions; they borrow memory, table and whatever else they call from the first part
//
// What is said in English goes with the later part as well (sentences.mjs), and so do constants that its functions alone read
// (data.mjs). In the first part their place is blank. A page in English waits for both parts (src/parts.js).
//
// No function is compiled twice and none is changed, so the two together are the whole. What the first part calls of the later
// one is a door there: it calls the place in the table that the later part fills as it is instantiated. Called too early,
// a door is a trap: the page waits for the later part and does it again (src/parts.js).
import { readFileSync, writeFileSync } from 'node:fs'
import binaryen from 'binaryen'
import { takeUnread } from './data.mjs'
import { mark, WHOLE } from './mark.mjs'
import { at, exportsOf, functionsOf, globalsOf, list, segmentsOf, sweep } from './parting.mjs'
import { takeSentences } from './sentences.mjs'
import { walked } from './walk.mjs'

/** What nobody asks for before later.js is here, and is not seen as a form opens; that script and this part are waited for together. */
const LATER = [
  'form_addActivity',
  'form_addAllPlanned',
  'form_block',
  'form_card',
  'form_claims',
  'form_copyEarlier',
  'form_days',
  'form_files',
  'form_hearBelow',
  'form_heed',
  'form_heedFindings',
  'form_map',
  'form_moveActivity',
  'form_ofTable',
  'form_parts',
  'form_picked',
  'form_problems',
  'form_removeActivity',
  'form_review',
  'form_submission',
  'form_takeParts',
  'plan_about',
  'plan_moment',
  'plan_named',
  'plan_paper',
  'plan_punctual',
  'plan_sentInWords',
  'plan_stray',
]

/** What stands in the table for what is not there yet. */
const ABSENT = 'absent'

const PKG = new URL('pkg/', import.meta.url)
const bytes = readFileSync(WHOLE)
const BUILD = mark()

/** @typedef {ReturnType<typeof binaryen.readBinary>} Module */
/** @typedef {import('./sentences.mjs').Segment} Segment */

const whole = binaryen.readBinary(bytes)
const table = binaryen.getTableInfo(whole.getTableByIndex(0))
const { initial, max } = whole.getMemoryInfo()
// Memory, table and globals bear the same names inside as functions do.
const functions = exportsOf(whole).filter(({ kind }) => kind === binaryen.ExternalFunction)
const exported = new Map(functions.map(({ name, value }) => [name, value]))

/** What stays: what was seen to be called, and what a page calls by name, but for LATER. */
const stays = new Set([...(await walked(bytes)), ...exported.values()])
for (const name of LATER) {
  const inside = exported.get(name)
  if (!inside) throw new Error(`the module has no ${name}`)
  stays.delete(inside)
}
const goes = functionsOf(whole).filter(({ name, base }) => !base && !stays.has(name))

/** What stands in the table, one behind the other to its end. */
const row = list(whole.getNumElementSegments(), (index) =>
  binaryen.getElementSegmentInfo(whole.getElementSegmentByIndex(index)),
).flatMap((segment) => segment.data)
const begin = table.initial - row.length

const data = segmentsOf(whole)
const words = takeSentences(data)

let size = table.initial
// What the first part calls of the later one by name has a place behind all others, unless it has one already.
const called = firstPart((module) => module.unreachable())
sweep(called)
const unread = takeUnread(data, called.emitBinary(), bytes)
const doors = functionsOf(called)
  .map(({ name }) => name)
  .filter((name) => name !== ABSENT && !stays.has(name))
const added = doors.filter((name) => !row.includes(name))
size += added.length
/** @param {string} name */
const placeOf = (name) =>
  row.includes(name) ? begin + row.indexOf(name) : table.initial + added.indexOf(name)

const later = laterPart()
const borrowed = functionsOf(later).filter(({ base }) => base)
// What is called after all gets the shortest names.
borrow(borrowed)
save(later, 'phieu.later.wasm')

const first = firstPart((module, { name, params, results }) => {
  const given = binaryen.expandType(params).map((type, at) => module.local.get(at, type))
  return module.call_indirect(table.name, module.i32.const(placeOf(name)), given, params, results)
})
borrowed.forEach(({ name }, index) => {
  first.addFunctionExport(name, index.toString(36))
})
for (const { name, base } of globalsOf(later)) first.addGlobalExport(name, base ?? name)
first.addTableExport(table.name, 'table')
first.addMemoryExport('0', BUILD)
sweep(first)
save(first, 'phieu.first.wasm')

/** @typedef {(module: Module, info: ReturnType<typeof functionsOf>[number]) => number} Instead */

/**
 * What stays, with something else in place of each function that goes and is called all the same.
 * @param {Instead} instead
 */
function firstPart(instead) {
  const module = binaryen.readBinary(bytes)
  module.setMemory(
    initial,
    max ?? -1,
    null,
    data.map((each) => at(module, each)),
  )
  for (const info of goes) {
    module.removeFunction(info.name)
    module.addFunction(info.name, info.params, info.results, [], instead(module, info))
  }
  module.addFunction(ABSENT, binaryen.none, binaryen.none, [], module.unreachable())
  putTable(module, [[begin, row.map((name) => (stays.has(name) ? name : ABSENT))]])
  return module
}

function laterPart() {
  const module = binaryen.readBinary(bytes)
  for (const { name } of exportsOf(module)) module.removeExport(name)
  module.setMemory(
    initial,
    max ?? -1,
    null,
    [...words, ...unread].map((each) => at(module, each)),
  )
  module.addMemoryImport('0', '', BUILD)
  putTable(module, [...runs(), [table.initial, added]])
  module.addTableImport(table.name, '', 'table')
  globalsOf(module).forEach(({ name, type, mutable }, index) => {
    module.removeGlobal(name)
    module.addGlobalImport(name, '', `g${index}`, type, mutable)
  })
  borrow(
    functionsOf(module).filter(({ name, base }) => base || stays.has(name)),
    module,
  )
  sweep(module)
  return module
}

/** What goes of the table, as far as it stands together. @returns {[number, string[]][]} */
function runs() {
  /** @type {[number, string[]][]} */
  const found = []
  row.forEach((name, index) => {
    if (stays.has(name)) return
    const [from = 0, run = []] = found.at(-1) ?? []
    if (from + run.length === begin + index && run.length > 0) run.push(name)
    else found.push([begin + index, [name]])
  })
  return found
}

/** @param {Module} module @param {[number, string[]][]} segments */
function putTable(module, segments) {
  const old = list(module.getNumElementSegments(), (index) => module.getElementSegmentByIndex(index))
  for (const { name } of old.map((each) => binaryen.getElementSegmentInfo(each)))
    module.removeElementSegment(name)
  module.removeTable(table.name)
  module.addTable(table.name, size, size)
  segments.forEach(([from, functions], index) => {
    module.addActiveElementSegment(table.name, `e${index}`, functions, module.i32.const(from))
  })
}

/** @param {Module} module @param {string} name */
function save(module, name) {
  if (!module.validate()) throw new Error(`${name} is no module`)
  module.runPasses(['strip-producers', 'strip-target-features'])
  writeFileSync(new URL(name, PKG), module.emitBinary())
}

/**
 * @param {ReturnType<typeof functionsOf>} functions that the later part calls in the first
 * @param {Module} [module]
 */
function borrow(functions, module = later) {
  functions.forEach(({ name, params, results }, index) => {
    module.removeFunction(name)
    module.addFunctionImport(name, '', index.toString(36), params, results)
  })
}
