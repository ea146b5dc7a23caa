// The shared table of cases, through the npm package in Node: the same findings as natively.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { load } from 'phieu'
import { CASES } from '../support/cases.mjs'

const ROOT = new URL('../../', import.meta.url)

const phieu = await load()
const plans = new Map()

/** @param {string} file */
async function planOf(file) {
  if (!plans.has(file)) {
    const text = await readFile(new URL(file, ROOT), 'utf8')
    plans.set(file, { plan: phieu.plan(text), ...JSON.parse(text) })
  }
  return plans.get(file)
}

/** @param {import('phieu').FindingView[]} findings */
function shown(findings) {
  return findings.map(({ path, code, severity }) => ({ path, code, severity }))
}

for (const one of CASES) {
  test(`${one.file}: ${one.name}`, async () => {
    const { plan, id, version } = await planOf(one.plan)
    const { duty, unit, period } = one
    const head = { format: 1, plan: id, planVersion: version, duty, unit, period }
    const now = one.now === null ? undefined : Date.parse(one.now)
    const moment = {
      now,
      earlier: (one.earlier ?? []).map((/** @type {unknown} */ report) => JSON.stringify(report)),
      sending: one.sending,
    }
    const document = JSON.stringify({ ...head, ...(one.draft ?? one.report) })
    const found = one.draft ? plan.checkDraft(document, moment).findings : plan.check(document, moment)
    assert.deepEqual(shown(found), one.findings)
  })
}
