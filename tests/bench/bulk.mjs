// A whole check, all rules, against three validators that do the structural part alone: of one report,
// and of a file of reports from bytes (NDJSON). Ratios within one run; Ajv is 1.00.
import { load } from 'phieu'
import { sampleLines, samplePlan, sampleReport } from './support/sample.mjs'
import { ajvCheck, valibotCheck, zodCheck } from './support/structural.mjs'
import { fastest, hold, median, print } from './support/table.mjs'

const FIGURES = 60
const BYTES = 20 * 1024 * 1024
const ROUNDS = 5

const definition = samplePlan(FIGURES)
const checks = { ajv: ajvCheck(definition), zod: zodCheck(definition), valibot: valibotCheck(definition) }
const phieu = await load()
const plan = phieu.plan(JSON.stringify(definition))
const now = Date.UTC(2023, 2, 1)

// Each judge must accept the good report and refuse a bad one, or its time says nothing.
const good = sampleReport(FIGURES, 1)
const bad = { ...good, figures: { ...good.figures, 'f-1': -1 } }
const phieuAccepts = (report) =>
  plan.check(JSON.stringify(report), { now, lang: 'vi' }).every((f) => f.severity !== 'error')
for (const [name, accepts] of Object.entries({ ...checks, phieu: phieuAccepts })) {
  if (!accepts(good) || accepts(bad)) throw new Error(`${name} does not judge as expected`)
}

const text = JSON.stringify(good)
const one = {
  phieu: median(5_000, () => plan.check(text, { now, lang: 'vi' })),
  ...Object.fromEntries(
    Object.entries(checks).map(([name, accepts]) => [name, median(5_000, () => accepts(JSON.parse(text)))]),
  ),
}
print(
  `One report of ${FIGURES} figures, from text (median)`,
  Object.entries(one).map(([name, ms]) => [
    name,
    `${(ms * 1000).toFixed(1)} µs`,
    `${(one.ajv / ms).toFixed(2)} × Ajv`,
  ]),
)

const line = sampleLines(FIGURES, 1).length
const bytes = sampleLines(FIGURES, Math.ceil(BYTES / line))
const decoder = new TextDecoder()
const eachLine = (accepts) => () => {
  const lines = decoder.decode(bytes).split('\n')
  for (const one of lines)
    if (one !== '' && !accepts(JSON.parse(one))) throw new Error('a sample was refused')
}
const whole = () => {
  const { count, ok } = plan.checkMany(bytes, { now })
  if (count !== ok || count === 0) throw new Error('a sample was refused')
}
const spans = fastest(ROUNDS, {
  phieu: whole,
  ajv: eachLine(checks.ajv),
  zod: eachLine(checks.zod),
  valibot: eachLine(checks.valibot),
})
print(
  `${(bytes.length / 1024 / 1024).toFixed(0)} MiB of reports, from bytes (best of ${ROUNDS})`,
  Object.entries(spans).map(([name, ms]) => [
    name,
    `${((bytes.length / 1024 / 1024) * (1000 / ms)).toFixed(0)} MiB/s`,
    `${(spans.ajv / ms).toFixed(2)} × Ajv`,
  ]),
)
hold([['bulk check at least as fast as JSON.parse and compiled Ajv', spans.phieu <= spans.ajv]])
