// Measuring in one run, and saying what it showed: on the screen, and in docs/measured.md.
import { keepBudgets, keepTable } from './measured.mjs'

/** The median of the milliseconds that `task` takes, over `times` calls after some to warm up. */
export function median(times, task) {
  for (let n = 0; n < Math.min(times, 200); n += 1) task(n)
  const spans = []
  for (let n = 0; n < times; n += 1) {
    const start = performance.now()
    task(n)
    spans.push(performance.now() - start)
  }
  return middle(spans)
}

/** The median of what was measured. */
export function middle(spans) {
  return [...spans].sort((a, b) => a - b)[Math.floor(spans.length / 2)]
}

/** The shortest of `rounds` runs of each task, taken in turns so that a busy moment hits all alike. */
export function fastest(rounds, tasks) {
  const best = Object.fromEntries(Object.keys(tasks).map((name) => [name, Infinity]))
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, task] of Object.entries(tasks)) {
      const start = performance.now()
      task()
      best[name] = Math.min(best[name], performance.now() - start)
    }
  }
  return best
}

/** Prints rows of `[name, value, note]`. */
export function print(title, rows) {
  keepTable(title, rows)
  console.log(`\n${title}`)
  for (const [name, value, note = ''] of rows)
    console.log(`  ${name.padEnd(52)} ${value.padStart(12)}  ${note}`)
}

/** Fails the run where a budget is not kept, after all has been printed. */
export function hold(budgets) {
  keepBudgets(budgets)
  for (const [what, kept] of budgets) {
    console.log(`  ${kept ? 'kept  ' : 'BROKEN'} ${what}`)
    if (!kept) process.exitCode = 1
  }
}
