// One field set: the core and the boundary alone, in a form of 60 and of 500 figures.
import { load } from 'phieu'
import { samplePlan } from './support/sample.mjs'
import { hold, median, print } from './support/table.mjs'

const LIMIT = 0.1
const FLAT = 1.5
const STROKES = 20_000

const phieu = await load()

function stroke(figures) {
  const plan = phieu.plan(JSON.stringify(samplePlan(figures)))
  const duty = { unit: 'unit-1', duty: 'weekly', period: { from: '2023-02-26', to: '2023-03-03' } }
  const form = plan.form({ ...duty, draft: null, earlier: [], now: Date.UTC(2023, 2, 1), lang: 'vi' })
  const ids = [0, 1, 6, 9].map((n) => n + Math.floor(figures / 20) * 10)
  return median(STROKES, (n) => form.set(`/figures/f-${ids[n % ids.length]}`, `${1000 + (n % 97)}`))
}

const [small, large] = [stroke(60), stroke(500)]
print('One field set (median, core and boundary)', [
  ['60 figures', `${(small * 1000).toFixed(1)} µs`],
  ['500 figures', `${(large * 1000).toFixed(1)} µs`, `${(large / small).toFixed(2)} of the small form`],
])
hold([
  [`median at most ${LIMIT} ms`, Math.max(small, large) <= LIMIT],
  [`flat: 500 figures at most ${FLAT} of 60`, large / small <= FLAT],
])
