// Random reports and drafts of every plan that ships and of every one as wide as the documents: the same findings, to the
// sentence, natively (the program, line by line), in the package, and for drafts in the module that people's pages load; and
// reports come to the same progress natively and in the package.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { load } from 'phieu'
import { explained, figure, report, shuffled, typedRows } from '../support/any-report.mjs'
import { chanceOf, typed } from '../support/chance.mjs'
import { listed } from '../support/form-cases.mjs'
import { inParts } from '../support/parts.mjs'

const ROOT = new URL('../../', import.meta.url)
const DAY = 86_400_000
/** How many reports, and how many drafts, of a plan. */
const EACH = Number(process.env.PARITY ?? 120)
const folder = mkdtempSync(join(tmpdir(), 'phieu-parity-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** @typedef {import('../../www/src/core.js').Plan} Plan */
/** @typedef {ReturnType<typeof chanceOf>} Chance */
/** @typedef {{ path: string, code: string, severity: string, message: string, params?: object }} Found */
/** @typedef {{ unit: string, duty: string, period: import('../../www/src/types.js').Period }} Owed */
/** @typedef {ReturnType<typeof node.plan>} Checking */

const PLANS = ['www/plans', 'tests/wide'].flatMap((place) =>
  readdirSync(new URL(`${place}/`, ROOT))
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const read = JSON.parse(readFileSync(new URL(`${place}/${name}`, ROOT), 'utf8'))
      return { path: `${place}/${name}`, json: read.plan ?? read }
    }),
)

const node = await load()

/** The core in parts, as a page loads it whose first screen came ahead. */
const { core: page, completes } = await inParts('parity', { isAhead: true })
await completes()

/** What the program says. @param {string[]} command */
const run = (command) =>
  promisify(execFile)(fileURLToPath(new URL('target/debug/phieu', ROOT)), command, { maxBuffer: 2 ** 28 })

/**
 * What the program finds of each line.
 * @param {string} plan its file
 * @param {string[]} lines
 * @param {string} at
 * @param {string[]} more
 * @returns {Promise<Found[][]>}
 */
async function native(plan, lines, at, more = []) {
  const file = join(folder, 'lines.ndjson')
  writeFileSync(file, lines.join('\n'))
  // With errors among them it ends with 1.
  const { stdout } = await run(['check', plan, file, '--lines', '--json', '--at', at, ...more]).catch(
    (ended) => {
      assert.equal(ended.code, 1, ended.stderr)
      return ended
    },
  )
  const found = stdout.split('\n').filter(Boolean)
  assert.equal(found.length, lines.length)
  return found.map((/** @type {string} */ line) => JSON.parse(line).findings)
}

/** @param {Found[]} findings */
const said = (findings) =>
  findings.map(({ path, code, severity, message }) => ({ path, code, severity, message }))

/** @param {any} json the plan @param {string} id */
const measureOf = (json, id) => json.indicators.find((/** @type {any} */ one) => one.id === id)?.measure

/** What every unit owes at some moment, some of it. @param {Plan} plan @param {number} now @param {Chance} chance */
function owed(plan, now, chance) {
  const all = plan.summary().units.flatMap(({ id: unit }) =>
    plan
      .duties({ unit, now, sent: [], lang: 'vi' })
      .filter(({ state }) => state !== 'waived')
      .map(({ duty, period }) => ({ unit, duty, period })),
  )
  // Each duty is met, those of few units too.
  const duties = [...new Set(all.map(({ duty }) => duty))]
  return Array.from({ length: EACH }, (_, place) =>
    chance.one(all.filter(({ duty }) => duty === duties[place % duties.length])),
  )
}

/**
 * What a unit has sent before: some of what it owes, as it may stand in a report that can be read.
 * @param {Checking} plan
 * @param {any} json
 * @param {Owed[]} all what every unit owes
 * @param {Chance} chance
 */
function before(plan, json, all, chance) {
  const { unit } = chance.one(all)
  const own = all.filter((one) => one.unit === unit)
  const sent = Array.from({ length: 1 + chance.below(5) }, () =>
    JSON.stringify({ ...report(json, chance.one(own), chance), unit, format: 1 }),
  )
  const isRead = (/** @type {string} */ line) =>
    plan.check(line, {}).every(({ code }) => code !== 'report.malformed')
  return { of: own, earlier: sent.filter(isRead) }
}

/** What of it has come before each of them. @param {string[]} earlier */
const told = (earlier) =>
  earlier.flatMap((line, place) => {
    const file = join(folder, `earlier-${place}.json`)
    writeFileSync(file, line)
    return ['--earlier', file]
  })

/** The lines that are no arrivals. @param {Checking} plan @param {string[]} lines */
function unreadableOf(plan, lines) {
  const rollUp = plan.rollUp()
  const isNone = (/** @type {string} */ line) => rollUp.add(new TextEncoder().encode(line)).arrivals === 0
  const none = new Set(lines.filter(isNone))
  rollUp.free()
  return none
}

PLANS.forEach(({ path, json }, seed) => {
  const text = JSON.stringify(json)
  const file = join(folder, `${seed}.json`)
  const end = Date.parse(json.period.to)
  const moments = [(Date.parse(json.period.from) + end) / 2, end + 5 * DAY]
  const hasTable = json.indicators.some((/** @type {any} */ { measure }) => measure.table)

  test(`${path}: random reports get the same findings natively and in the package`, async () => {
    writeFileSync(file, text)
    const chance = chanceOf(1_000 + seed)
    const plan = node.plan(text)
    /** @type {Set<string>} */
    const seen = new Set()
    for (const now of moments) {
      const all = owed(plan, now, chance)
      const groups = [
        { of: all, earlier: [] },
        before(plan, json, all, chance),
        before(plan, json, all, chance),
      ]
      for (const { of, earlier } of groups) {
        const count = earlier.length > 0 ? EACH / 4 : EACH
        const lines = Array.from({ length: count }, (_, place) => {
          const one = report(json, /** @type {Owed} */ (of[place % of.length]), chance)
          const line = JSON.stringify(one)
          if (chance.below(2) > 0) return line
          const explanations = explained(plan.check(line, { now, earlier }), chance)
          return JSON.stringify({ ...one, explanations })
        })
        const found = await native(file, lines, new Date(now).toISOString(), told(earlier))
        lines.forEach((line, place) => {
          const ours = plan.check(line, { now, earlier, sending: true })
          assert.deepEqual(said(ours), said(found[place] ?? []), `${line}\n${earlier.join('\n')}`)
        })
        for (const { path: at, code } of found.flat())
          seen.add(code).add(/^\/figures\/[^/]+\/\d/.test(at) ? 'row' : '')
        if (earlier.length > 0) continue
        assert.ok(found.flat().length > EACH / 4, 'what is random is seldom right')
        assert.ok(found.some((findings) => findings.every(({ code }) => code !== 'report.malformed')))
        const many = plan.checkMany(new TextEncoder().encode(lines.join('\n')), { now })
        const expected = found.flatMap((findings, place) =>
          findings
            .filter(({ code }) => code !== 'explanation.missing')
            .map(({ path: at, code }) => `${place + 1} ${at} ${code}`),
        )
        assert.deepEqual(
          many.findings.map(({ line, path: at, code }) => `${line} ${at} ${code}`).sort(),
          expected.sort(),
        )
      }
    }
    assert.equal(seen.has('row'), hasTable, 'a table has rows, and some of them are wrong')
  })

  test(`${path}: random drafts get the same findings natively, in the package and on a page`, async () => {
    writeFileSync(file, text)
    const chance = chanceOf(2_000 + seed)
    const [plan, paged] = [node.plan(text), page.plan(text)]
    const now = moments[0] ?? 0
    const all = owed(plan, now, chance)
    for (const { of, earlier } of [{ of: all, earlier: [] }, before(plan, json, all, chance)]) {
      const asked = of.slice(0, earlier.length > 0 ? EACH / 4 : EACH)
      const drafts = asked.map(({ unit, duty, period }) => {
        const form = paged.form({ unit, duty, period, draft: null, earlier, now })
        const fields = form.view().sections.flatMap((section) => section.fields)
        for (const { kind, inputs } of fields)
          for (const { path: at, choices } of inputs) {
            if (chance.below(4) === 0) continue
            const table = kind === 'table' && measureOf(json, at.slice('/figures/'.length)).table
            const choice =
              choices.length > 0 && chance.below(4) > 0 ? chance.one(choices).value : typed(chance)
            form.set(at, table ? typedRows(table, chance) : choice)
          }
        const found = /** @type {Found[]} */ (form.problems())
        if (chance.below(2) > 0)
          for (const { path: at, code, text: words } of explained(found, chance))
            form.explain(at, code, words)
        const draft = form.draft()
        const problems = listed(form.problems())
        form.free()
        return { draft, problems }
      })
      const lines = drafts.map(({ draft }) => JSON.stringify(JSON.parse(draft)))
      const found = await native(file, lines, new Date(now).toISOString(), ['--draft', ...told(earlier)])
      drafts.forEach(({ draft, problems }, place) => {
        const own = found[place] ?? []
        assert.deepEqual(
          said(plan.checkDraft(draft, { now, earlier, sending: true }).findings),
          said(own),
          draft,
        )
        assert.deepEqual(problems, listed(own), draft)
      })
    }
  })

  test(`${path}: believable and random reports come to the same natively and in the package`, async () => {
    writeFileSync(file, text)
    const chance = chanceOf(3_000 + seed)
    const plan = node.plan(text)
    const { stdout } = await run(['sample', file, '--seed', `${seed + 3}`, '--reports', `${3 * EACH}`])
    // Some figures are of any kind and size, and some of the lines none; they come in any order, some twice.
    const lines = shuffled(stdout.split('\n').filter(Boolean), chance).map((line) => {
      if (chance.below(50) === 0) return line.replace('"unit":"', '"unit":"x')
      if (chance.below(4) > 0) return line
      const arrival = JSON.parse(line)
      const { figures = {} } = arrival.submission.report
      for (const id of Object.keys(figures))
        if (chance.below(2) > 0) figures[id] = figure(measureOf(json, id), chance)
      return JSON.stringify(arrival)
    })
    lines.push('{}', stdout.slice(1, 200).split('\n')[0] ?? '')
    const came = join(folder, 'came.ndjson')
    writeFileSync(came, lines.join('\n'))
    const unreadable = unreadableOf(plan, lines)
    await assert.rejects(run(['progress', file, came, '--json']), 'the program takes whole files alone')
    const readable = [...lines, ...lines.slice(0, 5)].filter((line) => !unreadable.has(line))
    assert.ok(unreadable.size > 0 && readable.length > unreadable.size)
    const bytes = new TextEncoder().encode(readable.join('\n'))
    writeFileSync(came, bytes)
    for (const now of moments) {
      const at = new Date(now).toISOString()
      const { stdout: natively } = await run(['progress', file, came, '--json', '--at', at])
      const rollUp = plan.rollUp()
      rollUp.add(bytes, { until: now })
      const view = JSON.parse(JSON.stringify(rollUp.progress(now)))
      rollUp.free()
      assert.deepEqual(view, JSON.parse(natively))
    }
  })
})

test('all plans that ship and all as wide as the documents are among them', () => {
  assert.ok(PLANS.length >= 10, `${PLANS.length}`)
})
