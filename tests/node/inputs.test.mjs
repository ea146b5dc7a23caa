// What says what is wrong with a text on a first screen before the form is there: alone, of every first screen that ships and whatever
// is typed, it says what the whole says, and nothing that the form does not say of the same text.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { chanceOf, typed } from '../support/chance.mjs'
import { bytes, inParts } from '../support/parts.mjs'

const DIST = new URL('../../www/dist/', import.meta.url)
const PLANS = new URL('plans/', DIST)
/** Of each input so many texts. */
const TEXTS = 30

/** @param {string} name */
const json = (name) => readFileSync(new URL(name, PLANS), 'utf8')

/** @type {typeof import('../../www/src/core.js')} */
const { start } = await import(new URL('../../www/src/core.js?inputs', import.meta.url).href)
/** @type {import('../../www/src/core.js').Core} */
const whole = await (await import(new URL('core.js?inputs', DIST).href)).load({
  wasm: bytes('phieu_bg.wasm'),
})
const { core: form } = await inParts('inputs', { isAhead: true })

/** What travels ahead, in an instance of its own. @param {string[]} asked */
const ahead = async (asked) =>
  inputsOf(await start({ module: () => WebAssembly.compile(bytes('phieu.inputs.wasm')) }), asked)

/** @param {import('../../www/src/core.js').Core} core @param {string[]} asked */
const inputsOf = ({ glue }, asked) => new glue.FirstInputs(asked.join('\n'), 'vi')

/** The first screens that ship in Vietnamese. */
const SCREENS = readdirSync(PLANS).filter((name) => name.endsWith('.vi.json'))

SCREENS.forEach((name, seed) => {
  test(`${name}: what is said ahead of the form is what the form says of that text`, async () => {
    const chance = chanceOf(seed + 1)
    const { asked, units, heads } = JSON.parse(json(name))
    const inputs = await ahead(asked)
    const ofWhole = inputsOf(whole, asked)
    const [planName = '', duty = ''] = name.split('.')
    const [{ id: unit, occasions }] = units
    const { period } = heads[occasions[0].head]
    const now = Date.parse(`${period.to}T00:00:00+07:00`)
    const opened = form
      .plan(json(`${planName}.json`))
      .form({ unit, duty, period, draft: null, earlier: [], now })
    const fields = opened.view().sections.flatMap((section) => section.fields)
    let judged = 0
    for (const { path } of fields.flatMap((field) => field.inputs))
      for (let time = 0; time < TEXTS; time += 1) {
        const text = time === 0 ? '' : typed(chance)
        const said = inputs.said(path, text)
        assert.deepEqual(said, ofWhole.said(path, text), `${path}: ${text}`)
        if (!said) continue
        judged += 1
        const [input] = opened.set(path, text).inputs
        assert.equal(said.echo, input?.echo, `${path}: ${text}`)
        for (const finding of said.findings) {
          const same = input?.findings.find(({ code }) => code === finding.code)
          assert.deepEqual(finding, same, `${path}: ${text}`)
        }
      }
    assert.ok(judged > 0 || asked.length === 0)
    opened.free()
  })
})

test('most of what first screens ask is judged before the form is there', () => {
  const screens = SCREENS.map((name) => JSON.parse(json(name)))
  const count = (/** @type {(screen: any) => unknown[]} */ of) =>
    screens.reduce((sum, screen) => sum + of(screen).length, 0)
  const [judged, all] = [count(({ asked }) => asked), count(({ fields }) => fields)]
  assert.ok(judged / all > 0.5, `${judged} of ${all}`)
})

test('what cannot be read is not judged', async () => {
  const inputs = await ahead(['', 'count', 'date\tday\tNgày\t\t\t\t\t\t\t\t0'])
  assert.equal(inputs.said('/figures/day', '31/2'), null)
})
