// The shared table of cases, in the module that people use and through a real form: typed field by field, and opened
// with a draft that was kept. The same findings as everywhere.
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { FORM_CASES, formFinds, nearlyAllAreTyped, PLANS } from '../support/cases.mjs'
import { throughForm } from '../support/form-cases.mjs'

const DIST = new URL('../../www/dist/', import.meta.url)

/** @type {typeof import('../../www/src/core.js')} */
const { load } = await import(new URL('core.js', DIST).href)
const core = await load({ wasm: readFileSync(new URL('phieu_bg.wasm', DIST)) })
const plans = Object.fromEntries(
  Object.entries(PLANS).map(([path, plan]) => [path, core.plan(JSON.stringify(plan))]),
)

/** @type {import('../support/form-cases.mjs').Made[]} */
const all = []

for (const one of FORM_CASES)
  test(`${one.file}: ${one.name}`, () => {
    const made = throughForm(/** @type {any} */ (plans[one.plan]), PLANS[one.plan], one)
    all.push(made)
    formFinds(one, made)
  })

test('nearly all of them can be typed', () => nearlyAllAreTyped(all))
