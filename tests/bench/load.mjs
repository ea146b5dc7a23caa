// What one collector takes in: submissions a second, and how long each waits for its receipt, on SQLite and
// on PostgreSQL. Both wait for the disk before a receipt is given; the program is built as for a server.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { createServer } from 'node:net'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hold, print } from './support/table.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PHIEU = process.env.PHIEU ?? join(ROOT, 'target/server/phieu')
const UNITS = 2000
const SECONDS = Number(process.env.LOAD_SECONDS ?? 20)
const AT_ONCE = 32
// How many reports there are when the office's pages are measured, and how often each is asked for.
const REPORTS = Number(process.env.LOAD_REPORTS ?? 100_000)
const ASKED = 20

if (!process.env.PHIEU) {
  const build = ['build', '--quiet', '--profile', 'server', '--features', 'cli,collector', '--bin', 'phieu']
  const { status } = spawnSync('cargo', build, { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
console.log(
  `${AT_ONCE} connections for ${SECONDS} s, ${UNITS} units, ${availableParallelism()} cores shared with all of it`,
)
await measure('SQLite', (folder) => join(folder, 'phieu.sqlite'))
const server = spawn(join(ROOT, 'tools/postgres.sh'), ['--durable'], { stdio: ['pipe', 'pipe', 'inherit'] })
const [line] = await once(server.stdout, 'data')
await measure('PostgreSQL', () => String(line).trim())
server.stdin.end()
await once(server, 'exit')

/**
 * @param {string} name
 * @param {(folder: string) => string} database
 */
async function measure(name, database) {
  const folder = mkdtempSync(join(tmpdir(), 'phieu-load-'))
  mkdirSync(join(folder, 'plans'))
  writeFileSync(join(folder, 'plans/trees.json'), JSON.stringify(plan()))
  const port = await freePort()
  const env = { ...process.env, DATABASE_URL: database(folder) }
  const collector = spawn(
    PHIEU,
    [
      ...['serve', '--plans', 'plans', '--open', '--log', 'error', '--listen', `127.0.0.1:${port}`],
      ...['--clock', 'fixed:2023-03-02T08:00:00+07:00', '--token-file', 'token'],
    ],
    { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  await answering(port, agent)
  /** @type {number[]} */
  const waits = []
  let sent = 0
  let failed = 0
  const began = performance.now()
  const end = began + SECONDS * 1000
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (performance.now() < end) {
        const start = performance.now()
        const status = await put(port, agent, submission(sent++))
        if (status === 201) waits.push(performance.now() - start)
        else failed += 1
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (sent < REPORTS) await put(port, agent, submission(sent++))
    }),
  )
  const token = readFileSync(join(folder, 'token'), 'utf8').trim()
  /** @type {string[][]} */
  const pages = []
  for (const page of ['overview', 'progress']) {
    const first = await ask(port, agent, page, token)
    const spans = []
    for (let turn = 0; turn < ASKED; turn += 1) spans.push(await ask(port, agent, page, token))
    const again = `then p50 ${quantile(spans, 0.5)} ms, p99 ${quantile(spans, 0.99)} ms`
    pages.push([page, `${Math.round(first)} ms`, `the first time, ${again}`])
  }
  collector.kill('SIGTERM')
  await once(collector, 'exit')
  const kept = execFileSync(PHIEU, ['export'], {
    cwd: folder,
    env,
    maxBuffer: 2 ** 31 - 1,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const lines = kept.reduce((count, byte) => count + Number(byte === 10), 0)
  rmSync(folder, { recursive: true, force: true })
  agent.destroy()
  print(`${name}: what one collector takes in`, [
    ['submissions a second, sustained', `${Math.round(waits.length / seconds)}`, `${AT_ONCE} connections`],
    [
      'half have their receipt in',
      `${quantile(waits, 0.5)} ms`,
      `${waits.length} received, ${failed} refused`,
    ],
    ['99 of 100 in', `${quantile(waits, 0.99)} ms`, ''],
  ])
  print(`${name}: the office's pages at ${lines} reports of ${UNITS} units`, pages)
  hold([
    [
      `${name}: nothing was refused, and all that was sent is in the database`,
      failed === 0 && lines === sent,
    ],
  ])
}

/**
 * How long the office waits for one of its pages, read to its end.
 * @param {number} port
 * @param {Agent} agent
 * @param {string} page
 * @param {string} token
 * @returns {Promise<number>}
 */
function ask(port, agent, page, token) {
  const start = performance.now()
  const headers = { authorization: `Bearer ${token}` }
  return new Promise((resolve, reject) => {
    const asked = request({ port, agent, path: `/api/office/plans/trees/${page}`, headers }, (answer) => {
      answer.resume()
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(performance.now() - start)
        else reject(new Error(`${page}: HTTP ${answer.statusCode}`))
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

/**
 * @param {number[]} spans
 * @param {number} share
 */
function quantile(spans, share) {
  const sorted = [...spans].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(1)
}

/** @param {number} number */
function submission(number) {
  const id = randomUUID()
  const [from, to] = [
    ['2023-02-26', '2023-03-03'],
    ['2023-03-04', '2023-03-10'],
  ][Math.floor(number / UNITS) % 2]
  const figures = { trees: 100, note: `Bản gửi số ${number}` }
  const report = { format: 1, plan: 'trees', planVersion: 2, duty: 'weekly', unit: `unit-${number % UNITS}` }
  const body = { ...report, period: { from, to }, figures }
  return { id, text: JSON.stringify({ format: 1, id, preparedAt: '2023-03-02T00:59:00Z', report: body }) }
}

/**
 * @param {number} port
 * @param {Agent} agent
 * @param {{ id: string, text: string }} submission
 * @returns {Promise<number | undefined>}
 */
function put(port, agent, { id, text }) {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
  return new Promise((resolve, reject) => {
    const asked = request(
      { port, agent, method: 'PUT', path: `/api/submissions/${id}`, headers },
      (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode))
      },
    )
    asked.on('error', reject)
    asked.end(text)
  })
}

/** The collector's test plan, with many units. */
function plan() {
  const plan = JSON.parse(readFileSync(join(ROOT, 'tests/collector/plan.json'), 'utf8'))
  plan.units = Array.from({ length: UNITS }, (_, unit) => ({
    id: `unit-${unit}`,
    name: `Đoàn phường ${unit}`,
    level: 'base',
  }))
  return plan
}

/**
 * @param {number} port
 * @param {Agent} agent
 */
async function answering(port, agent) {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const status = await new Promise((resolve) => {
      const asked = request({ port, agent, path: '/api/health' }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
      asked.on('error', () => resolve(0))
      asked.end()
    })
    if (status === 200) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('the collector does not answer')
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  server.close()
  await once(server, 'close')
  return port
}
