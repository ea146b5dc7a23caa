// Parts the form's module: `node www/split.mjs`, after shrink.mjs has made it small.
//
//   phieu_bg.wasm       the whole, as it was: for the package, and inside a script for portals that serve
//                       no .wasm
//   phieu.first.wasm    what stands until the first fields do: what opening and filling in a form was seen to call (walk.mjs)
//   phieu.later.wasm    all other functions
//
// A page whose first screen comes ahead of its core (src/ahead.js) takes phieu.first.wasm in two: what says what is wrong with a
// text on that screen, and the rest of it.
//
//   phieu.inputs.wasm   what such a text was seen to call
//   phieu.form.wasm     all else that phieu.first.wasm holds
//
// A part joins the instance of those before it: it borrows memory, table and whatever it calls from them. What is said in English
// goes with the last (sentences.mjs), and a constant goes with the first part whose functions read it (data.mjs). In an earlier
// part its place is blank. A page in English waits for all parts (src/parts.js).
//
// No function is compiled twice and none is changed, so the parts together are the whole. What a part calls of a later one is a
// door there: it calls the place in the table that the later part fills as it is instantiated. Called too early, a door is a
// trap: the page waits for the rest and does it again (src/parts.js).
import { readFileSync, writeFileSync } from 'node:fs'
import binaryen from 'binaryen'
import { takeUnread } from './data.mjs'
import { mark, WHOLE } from './mark.mjs'
import {
  at,
  exportsOf,
  functionsOf,
  globalsOf,
  imageOf,
  list,
  merged,
  segmentsOf,
  sweep,
} from './parting.mjs'
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

/** What the glue calls of its own accord. */
const OF_GLUE = /^__wbindgen_/
/** What a page without a first screen asks nobody. */
const OF_INPUTS = /^(__wbg_)?firstinputs_/
/** What stands in the table for what is not there yet. */
const ABSENT = 'absent'

const PKG = new URL('pkg/', import.meta.url)
const bytes = readFileSync(WHOLE)
const BUILD = mark()

/** @typedef {ReturnType<typeof binaryen.readBinary>} Module */
/** @typedef {ReturnType<typeof functionsOf>[number]} Info */
/** @typedef {import('./sentences.mjs').Segment} Segment */
/** @typedef {{ from: number, to: number, data: Segment[] }} Part which functions are in it, by when they come, and its constants */

const whole = binaryen.readBinary(bytes)
const table = binaryen.getTableInfo(whole.getTableByIndex(0))
const { initial, max } = whole.getMemoryInfo()
// Memory, table and globals bear the same names inside as functions do.
const exported = exportsOf(whole).filter(({ kind }) => kind === binaryen.ExternalFunction)
for (const name of LATER)
  if (!exported.some((each) => each.name === name)) throw new Error(`the module has no ${name}`)

/** What comes first, then, and last. */
const [INPUTS, FORM, LATER_ON] = [0, 1, 2]
/** What was seen to be called. */
const calls = await walked(bytes)
/** When each function comes: as it was seen to be called, and what a page calls by name before later.js. */
const comes = new Map(functionsOf(whole).map((info) => [info.name, comesOf(info)]))
const when = (/** @type {string} */ name) => comes.get(name) ?? INPUTS

/** What stands in the table, one behind the other to its end. */
const row = list(whole.getNumElementSegments(), (index) =>
  binaryen.getElementSegmentInfo(whole.getElementSegmentByIndex(index)),
).flatMap((segment) => segment.data)
const begin = table.initial - row.length

const data = segmentsOf(whole)
const image = imageOf(data)
const words = takeSentences(data)
const called = [INPUTS, FORM].map(trapsBehind)
const [ofInputs, ofFirst] = called.map((module) => module.emitBinary())
const unread = takeUnread(data, /** @type {Uint8Array} */ (ofFirst), bytes)
const dataOfFirst = data.map((each) => ({ ...each, data: each.data.slice() }))
const unreadByInputs = takeUnread(
  data,
  /** @type {Uint8Array} */ (ofInputs),
  /** @type {Uint8Array} */ (ofFirst),
)

// What a part calls of a later one has a place behind all others in the table, unless it has one already.
const doors = called.flatMap((module, part) =>
  functionsOf(module)
    .map(({ name }) => name)
    .filter((name) => name !== ABSENT && when(name) > part),
)
const added = [...new Set(doors)].filter((name) => !row.includes(name))
const size = table.initial + added.length
const placeOf = (/** @type {string} */ name) =>
  row.includes(name) ? begin + row.indexOf(name) : table.initial + added.indexOf(name)

const inputs = partOf({ from: INPUTS, to: INPUTS, data })
const form = partOf({ from: FORM, to: FORM, data: merged(unreadByInputs, image) })
const first = partOf({ from: INPUTS, to: FORM, data: dataOfFirst })
const later = partOf({ from: LATER_ON, to: LATER_ON, data: merged([...words, ...unread], image) })
lend()
save(inputs, 'phieu.inputs.wasm')
save(form, 'phieu.form.wasm')
save(first, 'phieu.first.wasm')
save(later, 'phieu.later.wasm')

/** @param {Info} info */
function comesOf({ name, base }) {
  const of = exported.filter(({ value }) => value === name).map((each) => each.name)
  if (base || calls.inputs.has(name) || of.some((each) => OF_GLUE.test(each))) return INPUTS
  if (of.some((each) => LATER.includes(each))) return LATER_ON
  return calls.first.has(name) || of.length > 0 ? FORM : LATER_ON
}

/** All that comes up to a part, with a trap for each function that it calls and comes later. @param {number} last */
function trapsBehind(last) {
  const module = binaryen.readBinary(bytes)
  instead(
    module,
    ({ name }) => when(name) > last,
    () => module.unreachable(),
  )
  for (const { name, value } of exported) if (!isCalledOf(value, last)) module.removeExport(name)
  begins(module, (name) => when(name) <= last, table.initial)
  sweep(module)
  return module
}

/**
 * Whether a page may call a function by name once a part is there: that which makes forms has doors to what comes last.
 * @param {string} inside
 * @param {number} last
 */
function isCalledOf(inside, last) {
  return when(inside) <= last || last === FORM
}

/** @param {Part} part */
function partOf({ from, to, data: constants }) {
  const module = binaryen.readBinary(bytes)
  for (const { name } of exportsOf(module)) module.removeExport(name)
  module.setMemory(
    initial,
    max ?? -1,
    null,
    constants.map((each) => at(module, each)),
  )
  const isHere = (/** @type {string} */ name) => when(name) >= from && when(name) <= to
  instead(
    module,
    ({ name }) => when(name) > to,
    ({ name, params, results }) => {
      const given = binaryen.expandType(params).map((type, place) => module.local.get(place, type))
      return module.call_indirect(table.name, module.i32.const(placeOf(name)), given, params, results)
    },
  )
  for (const { name, value } of exported)
    if (when(value) >= from && isCalledOf(value, to) && !(from < to && OF_INPUTS.test(name)))
      module.addFunctionExport(value, name)
  if (from === INPUTS) {
    begins(module, isHere, size)
    module.addTableExport(table.name, 'table')
    module.addMemoryExport('0', 'memory')
    module.addMemoryExport('0', BUILD)
    return module
  }
  module.addMemoryImport('0', '', BUILD)
  const own = added.flatMap((name, index) => (isHere(name) ? [[table.initial + index, [name]]] : []))
  putTable(module, [...runs(isHere), .../** @type {[number, string[]][]} */ (own)], size)
  module.addTableImport(table.name, '', 'table')
  borrow(
    module,
    functionsOf(module).filter(({ name }) => when(name) < from),
    (name) => name,
  )
  sweep(module)
  return module
}

/** The table as a part that joins no other has it. @param {Module} module @param {(name: string) => boolean} isHere @param {number} size */
function begins(module, isHere, size) {
  module.addFunction(ABSENT, binaryen.none, binaryen.none, [], module.unreachable())
  putTable(module, [[begin, row.map((name) => (isHere(name) ? name : ABSENT))]], size)
}

/** What goes into the table with a part, as far as it stands together. @param {(name: string) => boolean} isHere @returns {[number, string[]][]} */
function runs(isHere) {
  /** @type {[number, string[]][]} */
  const found = []
  row.forEach((name, index) => {
    if (!isHere(name)) return
    const [from = 0, run = []] = found.at(-1) ?? []
    if (from + run.length === begin + index && run.length > 0) run.push(name)
    else found.push([begin + index, [name]])
  })
  return found
}

/** What parts borrow of those before them: under the same short name from whichever lends it. */
function lend() {
  const borrowing = [form, later]
  const borrowed = borrowing.map((module) => functionsOf(module).filter(({ base }) => base))
  const names = [...new Set(borrowed.flat().map(({ name }) => name))]
  const globals = [...new Set(borrowing.flatMap((module) => globalsOf(module).map(({ name }) => name)))]
  const short = (/** @type {string} */ name) => names.indexOf(name).toString(36)
  borrowing.forEach((module, index) => {
    borrow(module, borrowed[index] ?? [], short)
    for (const { name, type, mutable } of globalsOf(module)) {
      module.removeGlobal(name)
      module.addGlobalImport(name, '', `$${globals.indexOf(name)}`, type, mutable)
    }
  })
  for (const name of names) (when(name) === INPUTS ? inputs : form).addFunctionExport(name, short(name))
  for (const { name } of borrowed[1] ?? []) first.addFunctionExport(name, short(name))
  for (const module of [inputs, first]) {
    for (const { name, base } of globalsOf(module).filter(({ name: of }) => globals.includes(of)))
      module.addGlobalExport(name, `$${globals.indexOf(base || name)}`)
    sweep(module)
  }
}

/** Puts something else in the place of functions. @param {Module} module @param {(info: Info) => boolean} which @param {(info: Info) => number} body */
function instead(module, which, body) {
  for (const info of functionsOf(module)) {
    if (info.base || !which(info)) continue
    module.removeFunction(info.name)
    module.addFunction(info.name, info.params, info.results, [], body(info))
  }
}

/** @param {Module} module @param {[number, string[]][]} segments @param {number} size */
function putTable(module, segments, size) {
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
 * @param {Module} module
 * @param {Info[]} functions that it borrows
 * @param {(name: string) => string} named what they are lent as
 */
function borrow(module, functions, named) {
  for (const { name, params, results } of functions) {
    module.removeFunction(name)
    module.addFunctionImport(name, '', named(name), params, results)
  }
}
