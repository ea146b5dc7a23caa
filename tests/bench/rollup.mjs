// Rolling up sample reports of a plan with 1.200 units: natively 10 000, 100 000 and 1 000 000 (the time of one
// more report, the peak of memory), 10 000 in the browser, and the same sums asked of DuckDB in the same run.
//
// All units send all they owe in the first 10 000; whatever comes later amends it. Memory must not grow then.
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { launchChromium } from '../support/chromium.mjs'
import { ask, open } from './support/duckdb.mjs'
import { measuredWith } from './support/measured.mjs'
import { run, write } from './support/native.mjs'
import { serve } from './support/server.mjs'
import { hold, print } from './support/table.mjs'

const PLAN = fileURLToPath(new URL('../../www/plans/tan-phu-thang-thanh-nien-2023.json', import.meta.url))
const DIST = new URL('../../www/dist/', import.meta.url)
const AT = '2023-04-10T08:00:00+07:00'
const UNITS = 1200
const SIZES = [10_000, 100_000, 1_000_000]
// What is forgiven: caches and disks are shared with whatever else the machine does.
const LINEAR = 1.3
const FLAT = 1.1
// DuckDB answers with the sums and nothing else; measured at 1.5.
const PEER = 2

const folder = await mkdtemp(join(tmpdir(), 'phieu-bench-'))
try {
  await measure()
} finally {
  await rm(folder, { recursive: true })
}

async function measure() {
  const planFile = join(folder, 'plan.json')
  const files = []
  for (const size of SIZES) {
    const path = join(folder, `${size}.ndjson`)
    const sample = ['sample', PLAN, '--units', `${UNITS}`, '--seed', '1', '--plan-out', planFile]
    await write([...sample, '--reports', `${size}`], path)
    files.push({ size, path, bytes: (await stat(path)).size })
  }
  const plan = JSON.parse(await readFile(planFile, 'utf8'))

  const native = []
  for (const { size, path, bytes } of files) {
    const { ms, peak, text } = await run(['progress', planFile, path, '--at', AT, '--json'])
    native.push({ size, ms, peak, bytes, view: JSON.parse(text) })
  }
  const [small, middle, large] = native
  const more = (one, other) => ((other.ms - one.ms) / (other.size - one.size)) * 1000
  print(
    `Roll-up natively, from bytes to progress in words, ${UNITS} units, one thread, processor time`,
    native.map(({ size, ms, peak, bytes }) => [
      `${size.toLocaleString('de')} reports (${(bytes / 2 ** 20).toFixed(0)} MiB)`,
      `${(ms / 1000).toFixed(2)} s`,
      `peak of memory ${(peak / 2 ** 20).toFixed(0)} MiB`,
    ]),
  )
  const steps = [more(small, middle), more(middle, large)]
  print('One more report', [
    ['among few', `${steps[0].toFixed(1)} µs`],
    ['among many', `${steps[1].toFixed(1)} µs`],
  ])

  const peers = []
  for (const threads of [1, cpus().length]) {
    const connection = await open(threads)
    const start = { wall: performance.now(), cpu: process.cpuUsage() }
    const sums = await ask(connection, plan, files[2].path)
    const { user, system } = process.cpuUsage(start.cpu)
    peers.push({ threads, ms: (user + system) / 1000, wall: performance.now() - start.wall, sums })
    connection.closeSync()
  }
  print(
    `The same sums of ${large.size.toLocaleString('de')} reports, asked of DuckDB`,
    peers.map(({ threads, ms, wall }) => [
      `${threads} thread${threads > 1 ? 's' : ''}, processor time`,
      `${(ms / 1000).toFixed(2)} s`,
      `${(ms / large.ms).toFixed(2)} × ours; ${(wall / 1000).toFixed(2)} s by the clock`,
    ]),
  )
  const page = await inBrowser(planFile, files[0].path)
  print('10.000 reports in the browser', [
    ['taken in', `${page.add.toFixed(0)} ms`],
    ['progress in words', `${page.progress.toFixed(0)} ms`],
  ])

  hold([
    ['one more report costs the same among many as among few', steps[1] <= steps[0] * LINEAR],
    ['memory does not grow with reports', large.peak <= small.peak * FLAT],
    ['a million reports in seconds', large.ms <= 60_000],
    ['the sums are those of DuckDB', differing(large.view, peers[0].sums).length === 0],
    ['all of it in at most twice the time of DuckDB for the sums alone', large.ms <= peers[0].ms * PEER],
    ['the browser comes to the same progress', page.same === JSON.stringify(small.view)],
  ])
  for (const line of differing(large.view, peers[0].sums)) console.log(`  ${line}`)
}

/** Targets of all units together whose value is not DuckDB's sum. */
function differing(view, sums) {
  const whole = view.targets.filter(
    ({ indicator, scope, cadence, byUnit }) =>
      scope === 'whole' && cadence === 'plan' && sums.has(indicator) && byUnit.length > UNITS,
  )
  if (whole.length === 0) throw new Error('no target to compare')
  return whole
    .filter(({ indicator, value }) => value !== sums.get(indicator))
    .map(({ indicator, value }) => `${indicator}: ${value}, DuckDB ${sums.get(indicator)}`)
}

/** The time of taking reports in and of their progress in headless Chromium. */
async function inBrowser(planFile, path) {
  const built = (name) => readFile(new URL(name, DIST))
  const server = await serve({
    '/index.html': '<!doctype html><title>Phiếu</title>',
    '/checks.js': await built('checks.js'),
    '/phieu_bulk_bg.wasm': await built('phieu_bulk_bg.wasm'),
  })
  const browser = await launchChromium()
  measuredWith(`Chromium ${browser.version()}`)
  try {
    const page = await browser.newPage()
    await page.goto(`${server.url}/index.html`)
    const texts = [await readFile(planFile, 'utf8'), await readFile(path, 'utf8')]
    return await page.evaluate(
      async ([planText, lines, now]) => {
        const { load } = await import(`${location.origin}/checks.js`)
        const plan = (await load()).plan(planText)
        const bytes = new TextEncoder().encode(lines)
        const rollUp = plan.rollUp()
        const start = performance.now()
        rollUp.add(bytes)
        const added = performance.now()
        const view = rollUp.progress(now)
        const end = performance.now()
        return { add: added - start, progress: end - added, same: JSON.stringify(view) }
      },
      [...texts, Date.parse(AT)],
    )
  } finally {
    await browser.close()
    server.stop()
  }
}
