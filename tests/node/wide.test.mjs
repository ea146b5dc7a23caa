// Plans as wide as the documents, through the npm package in Node: the same tables as natively (tests/wide.rs).
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { load } from 'phieu'

const FOLDER = new URL('../wide/', import.meta.url)

const phieu = await load()
const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.json'))
assert.ok(files.length > 0)

/** What is open by then. @param {{ state: string }} view */
const isOpen = ({ state }) => ['late', 'dueSoon', 'open'].includes(state)

/**
 * What a unit owes first as the plan lists its duties.
 * @param {{ duties: { id: string }[] }} plan
 * @param {import('../../www/src/types.js').DutyView[]} owed
 */
function firstOf({ duties }, owed) {
  const place = ({ duty = '' }) => duties.findIndex(({ id }) => id === duty)
  const [first] = [...owed].sort((a, b) => place(a) - place(b) || (a.period.from < b.period.from ? -1 : 1))
  assert.ok(first)
  return first
}

for (const name of files) {
  const table = JSON.parse(await readFile(new URL(name, FOLDER), 'utf8'))
  const plan = phieu.plan(JSON.stringify(table.plan))

  test(`${name}: what a unit owes`, () => {
    for (const { unit, at, owed } of table.cases) {
      const rows = plan.duties({ unit, now: Date.parse(at), lang: 'vi' }).filter(isOpen)
      const heads = rows.map(({ duty, label, state, deadlineText }) => [
        duty,
        label ?? '',
        state,
        deadlineText ?? '',
      ])
      const expected = owed
        .map((/** @type {string} */ row) => row.split(' | '))
        .map((/** @type {string[]} */ [duty, label, , , state, text]) => [duty, label, state, text])
      assert.deepEqual(heads, expected, `${unit} at ${at}`)
    }
  })

  test(`${name}: what the reports come to`, () => {
    const now = Date.parse(table.at)
    /** @param {any} line */
    const arrival = ({ unit, duty, from, hour, figures, came = table.at, points = {} }, place = 0) => {
      const owed = plan.duties({ unit, now, lang: 'vi' })
      const { period } = hour
        ? { period: { from, to: from, at: hour } }
        : (owed.find((one) => one.duty === duty && one.period.from === from) ?? {})
      const { id, version } = plan.summary()
      const report = { format: 1, plan: id, planVersion: version, duty, unit, period, figures }
      const submission = {
        format: 1,
        id: `00000000-0000-4000-8000-${`${place}`.padStart(12, '0')}`,
        preparedAt: table.at,
        report,
      }
      const given = Object.entries(points).map(([indicator, points]) => ({ indicator, points }))
      return JSON.stringify({ receivedAt: came, revision: 1, points: given, submission })
    }
    const rollUp = plan.rollUp()
    rollUp.add(new TextEncoder().encode(table.reports.map(arrival).join('\n')))
    const view = rollUp.progress(now)
    rollUp.free()
    assert.equal(view.strays, 0)
    const aims = [...view.targets, ...view.alternatives]
    // Of a table's column "works/value", and of its rows "works/".
    const nameOf = (/** @type {any} */ { indicator, rows, column }) =>
      rows || column ? `${indicator}/${column ?? ''}` : indicator
    for (const [name, text] of Object.entries(table.totals))
      assert.equal(view.totals.find((total) => nameOf(total) === name)?.sum.valueText, text, name)
    for (const [id, reached] of Object.entries(table.reached))
      for (const [unit, text] of Object.entries(reached)) {
        const target = aims.find((one) => one.id === id)
        const said = target?.byUnit.find((row) => row.unit === unit) ?? target
        assert.equal(said?.valueText, text, `${id} ${unit}`)
      }
    for (const [duty, [onTime, late]] of Object.entries(table.tallies ?? {})) {
      const tally = view.matrix.columns.find((column) => column.duty === duty)?.tally
      assert.deepEqual([tally?.onTime, tally?.late], [onTime, late], duty)
    }
    for (const [indicator, said] of Object.entries(table.answers ?? {})) {
      const asked = view.answers.find((one) => one.indicator === indicator)
      const given = asked?.answers.map(({ text }) => text) ?? []
      assert.deepEqual([...given, asked?.text], said, indicator)
    }
    for (const [id, goals] of Object.entries(table.goals ?? {}))
      for (const [unit, said] of Object.entries(goals)) {
        const target = aims.find((one) => one.id === id)
        const row = target?.byUnit.find((row) => row.unit === unit)
        const [goal, state] = row
          ? [row.targetText, row.stateText]
          : [target?.targetValueText, target?.stateText]
        assert.equal(`${goal}: ${state}`, said, `${id} ${unit}`)
      }
    for (const [id, units] of Object.entries(table.scores ?? {})) {
      const rows = view.scores.find((one) => one.id === id)?.rows ?? []
      assert.deepEqual(
        rows.map(({ unit }) => unit),
        table.ranked[id],
      )
      for (const { unit, ownText, countedText, bandText, barredTexts } of rows)
        assert.equal(
          [ownText, countedText, bandText, ...barredTexts].join(' | '),
          units[unit],
          `${id} ${unit}`,
        )
    }
    for (const [indicator, said] of Object.entries(table.narratives)) {
      const asked = view.narratives.find((one) => one.indicator === indicator)
      assert.deepEqual(
        asked?.answers.map(({ unit, text }) => `${unit} ${text}`),
        said,
        indicator,
      )
    }
  })

  test(`${name}: what each unit reads that it is to reach`, () => {
    const now = Date.parse('2026-01-01T08:00:00+07:00')
    for (const [unit, figures] of Object.entries(table.asked ?? {})) {
      const { duty, period } = firstOf(table.plan, plan.duties({ unit, now, lang: 'vi' }))
      const form = plan.form({ unit, duty, period, draft: null, earlier: [], now })
      const fields = form.view().sections.flatMap((section) => section.fields)
      const own = form.parts().figures
      form.free()
      for (const [id, said] of Object.entries(figures)) {
        const field = fields.find((one) => one.id === id)
        const told = own.filter(({ path }) => path === field?.inputs[0]?.path).map(({ text }) => text)
        assert.deepEqual([...(field?.targets ?? []), ...told], said, `${unit} ${id}`)
      }
    }
  })

  test(`${name}: what the lint says`, () => {
    assert.deepEqual(
      plan.lint().map(({ code }) => code),
      table.lint,
    )
  })
}
