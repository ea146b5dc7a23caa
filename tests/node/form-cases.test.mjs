// The shared table of cases, in the modules that people use and through a real form: typed field by field, and opened
// with a draft that was kept. The same findings as everywhere.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FORM_CASES, formFinds, nearlyAllAreTyped, PLANS } from '../support/cases.mjs'
import { throughForm } from '../support/form-cases.mjs'
import { bytes, inParts } from '../support/parts.mjs'

const DIST = new URL('../../www/dist/', import.meta.url)

/** The core in parts, as a page loads it. @param {boolean} isAhead */
async function page(isAhead) {
  const { core, completes } = await inParts(`page ${isAhead}`, { isAhead })
  await completes()
  return core
}

/** The whole, as the package has it for browsers. @returns {Promise<import('../../www/src/core.js').Core>} */
async function whole() {
  const { load } = await import(new URL('core.js', DIST).href)
  return load({ wasm: bytes('phieu_bg.wasm') })
}

/**
 * The whole where no WebAssembly runs; once more for each name.
 * @template T
 * @param {string} name
 * @param {(load: typeof import('../../www/src/browser.js').load) => Promise<T>} task
 */
async function translated(name, task) {
  const { WebAssembly: engine } = globalThis
  Object.assign(globalThis, { WebAssembly: undefined })
  try {
    return await task((await import(new URL(`core.js?${name}`, DIST).href)).load)
  } finally {
    Object.assign(globalThis, { WebAssembly: engine })
  }
}

const CORES = {
  'a page': await page(false),
  'a page whose first screen came ahead': await page(true),
  'the package': await whole(),
  'a page without WebAssembly': await translated('page', (load) => load()),
}

for (const [user, core] of Object.entries(CORES)) {
  const plans = Object.fromEntries(
    Object.entries(PLANS).map(([path, plan]) => [path, core.plan(JSON.stringify(plan))]),
  )
  /** @type {import('../support/form-cases.mjs').Made[]} */
  const all = []
  for (const one of FORM_CASES)
    test(`${one.file}: ${one.name}, for ${user}`, () => {
      const made = throughForm(/** @type {any} */ (plans[one.plan]), PLANS[one.plan], one)
      all.push(made)
      formFinds(one, made)
    })
  test(`nearly all of them can be typed, for ${user}`, () => nearlyAllAreTyped(all))
}

test('what stands in for WebAssembly makes no code as it runs: a policy that refuses the one refuses the other', () => {
  assert.doesNotMatch(bytes('phieu.nowasm.js').toString(), /\b(eval|Function)\s*\(|\bWebAssembly\b/)
})

test('without WebAssembly a plan that needs more memory than there was is read and filled in', async () => {
  const core = CORES['a page without WebAssembly']
  const [plan] = Object.values(PLANS)
  const large = core.plan(withUnits(plan, 3000))
  assert.equal(large.summary().units.length, 3000)
})

test('without WebAssembly, a device without room for more is a panic, after which the core is loaded anew', () =>
  translated('room', async (load) => {
    const core = await load()
    const [plan] = Object.values(PLANS)
    const { ArrayBuffer: buffer } = globalThis
    function Full() {
      throw new RangeError('Array buffer allocation failed')
    }
    Object.assign(globalThis, { ArrayBuffer: Full })
    try {
      assert.throws(() => core.plan(withUnits(plan, 3000)), { name: 'PhieuError', code: 'panic' })
    } finally {
      Object.assign(globalThis, { ArrayBuffer: buffer })
    }
    const again = await load()
    assert.notEqual(again, core)
    assert.equal(again.plan(JSON.stringify(plan)).summary().id, plan.id)
  }))

/** @param {any} plan @param {number} count */
function withUnits(plan, count) {
  const units = Array.from({ length: count }, (_, index) => ({ ...plan.units[0], id: `unit-${index}` }))
  return JSON.stringify({ ...plan, units })
}

test('parts of two builds are never joined', async () => {
  for (const part of ['phieu.form.wasm', 'phieu.later.wasm']) {
    // The name of the memory says which build a part is of.
    const named = WebAssembly.Module.imports(new WebAssembly.Module(bytes(part)))
    const build = named.find(({ kind }) => kind === 'memory')?.name ?? ''
    const other = Buffer.from(bytes(part).toString('latin1').replace(build, '00000000'), 'latin1')
    const file = (/** @type {string} */ name) => (name === part ? other : bytes(name))
    const joined = async () => (await inParts(`other ${part}`, { isAhead: true, file })).completes()
    await assert.rejects(joined)
  }
})

test('in English a page says what the package says, and the first part has none of it', () => {
  const [inOne = [], inTwo, whole = [], translated] = Object.values(CORES).map((core) => {
    const plans = Object.fromEntries(
      Object.entries(PLANS).map(([path, plan]) => [path, core.plan(JSON.stringify(plan), 'en')]),
    )
    return FORM_CASES.map((one) => sentences(/** @type {any} */ (plans[one.plan]), PLANS[one.plan], one))
  })
  assert.deepEqual(inOne, whole)
  assert.deepEqual(inTwo, whole)
  assert.deepEqual(translated, whole)
  const said = 'Same title, date, time and place as activity 1. Remove or correct one of them.'
  assert.ok(whole.flat().includes(said))
  const [first, later] = [bytes('phieu.first.wasm'), bytes('phieu.later.wasm')]
  const [sentence = ''] = said.split('1')
  assert.ok(later.includes(sentence))
  assert.ok(!first.includes(sentence))
})

test('what a form that is being filled in cannot say comes with the later part, in Vietnamese too', () => {
  const [first, later] = [bytes('phieu.first.wasm'), bytes('phieu.later.wasm')]
  for (const said of ['Giá trị sai kiểu. Hãy ghi ', 'Cảnh báo ở đây cần một dòng giải thích.']) {
    assert.ok(later.includes(said))
    assert.ok(!first.includes(said))
  }
  assert.ok(first.includes('Ở đây cần số chính xác, không nhận số ước lượng.'))
})

/**
 * What a form says of a case before sending.
 * @param {import('../../www/src/core.js').Plan} plan
 * @param {{ id: string, version: number }} head the plan's
 * @param {import('../support/form-cases.mjs').Case} one
 */
function sentences(plan, { id, version }, { duty, unit, period, draft, now }) {
  const document = JSON.stringify({ format: 1, plan: id, planVersion: version, duty, unit, period, ...draft })
  const moment = Date.parse(now ?? `${period.from}T00:00:00+07:00`)
  try {
    const form = plan.form({ unit, duty, period, draft: document, earlier: [], now: moment })
    return form.problems().map(({ message }) => message)
  } catch (error) {
    return [/** @type {Error} */ (error).message]
  }
}
