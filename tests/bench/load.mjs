// What one collector takes in, on SQLite and on PostgreSQL: submissions a second while an office's pages ask for
// what is new, and how long each waits for its receipt; how long the office waits; and how long a report waits while
// six pages ask for the overview without a pause. Both wait for the disk before a receipt is given; the program is
// built as for a server.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { AT_ONCE, ask, PHIEU, quantile, ROOT, send, start, UNITS, WEEKS } from './support/collector.mjs'
import { hold, print } from './support/table.mjs'

const SECONDS = Number(process.env.LOAD_SECONDS ?? 20)
// How many reports there are when the office's pages are measured, and how often each is asked for.
const REPORTS = Number(process.env.LOAD_REPORTS ?? 100_000)
const ASKED = 20
// The pages that ask for the overview without a pause, the reports that come meanwhile through so many connections, and
// in how many turns with as many that come in quiet.
const PAGES = 6
const BESIDE = Number(process.env.LOAD_BESIDE ?? 3_000)
const SENDERS = 4
const TURNS = 3
// How much longer the slowest of a hundred may wait beside the pages than in quiet.
const LONGER = 2

/** @typedef {import('./support/collector.mjs').Collector} Collector */

if (!process.env.PHIEU) {
  const build = ['build', '--quiet', '--profile', 'server', '--features', 'cli,collector', '--bin', 'phieu']
  const { status } = spawnSync('cargo', build, { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
console.log(
  `${AT_ONCE} connections for ${SECONDS} s, ${UNITS} units × ${WEEKS} weeks, ${availableParallelism()} cores shared with all of it`,
)
/** @type {[string, boolean][]} */
const budgets = []
await measure('SQLite', (folder) => join(folder, 'phieu.sqlite'))
const server = spawn(join(ROOT, 'tools/postgres.sh'), ['--durable'], { stdio: ['pipe', 'pipe', 'inherit'] })
const [line] = await once(server.stdout, 'data')
await measure('PostgreSQL', () => String(line).trim())
server.stdin.end()
await once(server, 'exit')
hold(budgets)

/**
 * @param {string} name
 * @param {(folder: string) => string} database
 */
async function measure(name, database) {
  const collector = await start(database)
  let sent = 0
  const next = () => send(collector, sent++)
  /** @param {() => boolean} more */
  const several = (count, more) =>
    Promise.all(
      Array.from({ length: count }, async () => {
        const spans = []
        while (more()) spans.push(await next())
        return spans
      }),
    ).then((spans) => spans.flat())

  const began = performance.now()
  const isOn = () => performance.now() < began + SECONDS * 1000
  const polled = polling(collector, isOn)
  const taken = await several(AT_ONCE, isOn)
  const seconds = (performance.now() - began) / 1000
  const { waits, failed } = told(taken)
  print(`${name}: what one collector takes in while an office polls`, [
    ['submissions a second, sustained', `${Math.round(waits.length / seconds)}`, `${AT_ONCE} connections`],
    ['half have their receipt in', ms(waits, 0.5), `${waits.length} received, ${failed} refused`],
    ['99 of 100 in', ms(waits, 0.99)],
    ['the office has its page in', ms(await polled, 0.5), `99 of 100 in ${ms(await polled, 0.99)}`],
  ])
  await several(AT_ONCE, () => sent < REPORTS)
  const rows = []
  for (const page of ['overview', 'progress']) {
    const first = await ask(collector, page)
    const again = []
    for (let turn = 0; turn < ASKED; turn += 1) again.push(await ask(collector, page))
    const then = `the first time, then half in ${ms(again, 0.5)}, 99 of 100 in ${ms(again, 0.99)}`
    rows.push([page, `${first.toFixed(0)} ms`, then])
  }
  print(`${name}: the office's pages at ${sent} reports of ${UNITS} units`, rows)
  await beside(name, collector, several, () => sent)

  await collector.stop()
  const kept = execFileSync(PHIEU, ['export'], {
    cwd: collector.folder,
    env: collector.env,
    maxBuffer: 2 ** 31 - 1,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const lines = kept.reduce((count, byte) => count + Number(byte === 10), 0)
  collector.remove()
  budgets.push([
    `${name}: nothing was refused, and all that was sent is in the database`,
    failed === 0 && lines === sent,
  ])
}

/**
 * How long a report waits while pages ask for the overview, against how long it waits in quiet, turn by turn.
 * @param {string} name
 * @param {Collector} collector
 * @param {(count: number, more: () => boolean) => Promise<(number | undefined)[]>} several
 * @param {() => number} sent
 */
async function beside(name, collector, several, sent) {
  /** @type {(number | undefined)[]} */
  const quiet = []
  /** @type {(number | undefined)[]} */
  const busy = []
  let answered = 0
  for (let turn = 0; turn < TURNS; turn += 1) {
    const some = Math.ceil(BESIDE / TURNS)
    let end = sent() + some
    quiet.push(...(await several(SENDERS, () => sent() < end)))
    const pages = Array.from({ length: PAGES }, () => page(collector))
    end = sent() + some
    // Reports come until a page has its answer too: a turn in which none has shows nothing of what one costs.
    busy.push(...(await several(SENDERS, () => sent() < end || pages.every((page) => page.answers() === 0))))
    for (const page of pages) answered += await page.stop()
  }
  const [before, during] = [told(quiet), told(busy)]
  const ratio = quantile(during.waits, 0.99) / quantile(before.waits, 0.99)
  print(`${name}: a report beside ${PAGES} pages that ask for the overview without a pause`, [
    ['in quiet, half have their receipt in', ms(before.waits, 0.5)],
    ['in quiet, 99 of 100 in', ms(before.waits, 0.99)],
    ['beside the pages, half in', ms(during.waits, 0.5), `${answered} answers to the pages`],
    ['beside the pages, 99 of 100 in', ms(during.waits, 0.99), `${ratio.toFixed(2)} times as long`],
  ])
  budgets.push([`${name}: p99 beside ${PAGES} pages at most ${LONGER} times the quiet one`, ratio <= LONGER])
  budgets.push([`${name}: none refused beside them`, before.failed + during.failed === 0 && answered > 0])
}

/**
 * A page that asks for the overview again as soon as it has it, in a process of its own, so that what it reads holds
 * up no report here.
 * @param {Collector} collector
 */
function page({ port, token }) {
  const loop = `while :; do curl -sf -o /dev/null -H "Authorization: Bearer $1" -H 'Accept-Encoding: gzip' "$0" && echo; done`
  const address = `http://127.0.0.1:${port}/api/office/plans/trees/overview`
  const shell = spawn('sh', ['-c', loop, address, token], { stdio: ['ignore', 'pipe', 'ignore'] })
  let answers = 0
  shell.stdout.on('data', (/** @type {Buffer} */ lines) => {
    answers += lines.length
  })
  return {
    answers: () => answers,
    async stop() {
      shell.kill()
      await once(shell, 'exit')
      return answers
    },
  }
}

/**
 * An office that looks at both of its pages every second.
 * @param {Collector} collector
 * @param {() => boolean} isOn
 */
async function polling(collector, isOn) {
  const waits = []
  while (isOn()) {
    for (const page of ['overview', 'progress']) waits.push(await ask(collector, page))
    await new Promise((done) => setTimeout(done, 1000))
  }
  return waits
}

/** @param {(number | undefined)[]} spans */
function told(spans) {
  const waits = spans.filter((span) => span !== undefined)
  return { waits, failed: spans.length - waits.length }
}

/**
 * @param {number[]} waits
 * @param {number} share
 */
function ms(waits, share) {
  return `${quantile(waits, share).toFixed(1)} ms`
}
