// One collector as a program of its own, the reports of many units for it, and how long it takes to answer.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PHIEU } from './native.mjs'

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
export { PHIEU }
export const UNITS = 2000
/** Of each week of a year every unit owes a report. */
export const WEEKS = 52
/** How many connections the reports come through. */
export const AT_ONCE = 32

const YEAR = Date.UTC(2023, 0, 1)
const DAY = 86_400_000

/** @typedef {{ port: number, pid: number, agent: Agent, token: string, folder: string, env: NodeJS.ProcessEnv, stop(): Promise<void>, remove(): void }} Collector */

/**
 * @param {(folder: string) => string} database
 * @param {(plan: any) => void} [change] what its plan asks besides
 * @returns {Promise<Collector>}
 */
export async function start(database, change = () => {}) {
  const folder = mkdtempSync(join(tmpdir(), 'phieu-load-'))
  mkdirSync(join(folder, 'plans'))
  const asks = plan()
  change(asks)
  writeFileSync(join(folder, 'plans/trees.json'), JSON.stringify(asks))
  const port = await freePort()
  const env = { ...process.env, DATABASE_URL: database(folder) }
  const program = spawn(
    PHIEU,
    [
      ...['serve', '--plans', 'plans', '--open', '--log', 'error', '--listen', `127.0.0.1:${port}`],
      ...['--clock', 'fixed:2023-12-31T08:00:00+07:00', '--token-file', 'token'],
    ],
    { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE + 2 })
  await answering(port, agent)
  return {
    ...{
      port,
      pid: program.pid ?? 0,
      agent,
      folder,
      env,
      token: readFileSync(join(folder, 'token'), 'utf8').trim(),
    },
    async stop() {
      program.kill('SIGTERM')
      await once(program, 'exit')
      agent.destroy()
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/**
 * How long the office waits for one of its pages, read to its end.
 * @param {Collector} collector
 * @param {string} page
 * @returns {Promise<number>}
 */
export function ask({ port, agent, token }, page) {
  const begun = performance.now()
  const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip' }
  return new Promise((resolve, reject) => {
    const asked = request({ port, agent, path: `/api/office/plans/trees/${page}`, headers }, (answer) => {
      answer.resume()
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(performance.now() - begun)
        else reject(new Error(`${page}: HTTP ${answer.statusCode}`))
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

/**
 * How long a unit waits for the receipt of its report; nothing where it gets none.
 * @param {Collector} collector
 * @param {number} number
 * @returns {Promise<number | undefined>}
 */
export function send({ port, agent }, number) {
  const begun = performance.now()
  const { id, text } = submission(number)
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
  return new Promise((resolve, reject) => {
    const asked = request(
      { port, agent, method: 'PUT', path: `/api/submissions/${id}`, headers },
      (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode === 201 ? performance.now() - begun : undefined))
      },
    )
    asked.on('error', reject)
    asked.end(text)
  })
}

/**
 * @param {number[]} spans
 * @param {number} share
 */
export function quantile(spans, share) {
  const sorted = [...spans].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** @param {number} number */
function submission(number) {
  const id = randomUUID()
  const figures = { trees: 100, note: `Bản gửi số ${number}` }
  const report = { format: 1, plan: 'trees', planVersion: 2, duty: 'weekly', unit: `unit-${number % UNITS}` }
  const body = { ...report, period: week(Math.floor(number / UNITS) % WEEKS), figures }
  return { id, text: JSON.stringify({ format: 1, id, preparedAt: '2023-03-02T00:59:00Z', report: body }) }
}

/** @param {number} number */
function week(number) {
  const day = (/** @type {number} */ after) =>
    new Date(YEAR + (number * 7 + after) * DAY).toISOString().slice(0, 10)
  return { from: day(0), to: day(6) }
}

/** The collector's test plan, with many units and the weeks of a year. */
function plan() {
  const plan = JSON.parse(readFileSync(join(ROOT, 'tests/collector/plan.json'), 'utf8'))
  plan.period = { from: '2023-01-01', to: '2023-12-31' }
  plan.units = Array.from({ length: UNITS }, (_, unit) => ({
    id: `unit-${unit}`,
    name: `Đoàn phường ${unit}`,
    level: 'base',
  }))
  plan.duties[0].schedules[0].schedule.listed = Array.from({ length: WEEKS }, (_, number) => {
    const period = week(number)
    return {
      label: `Tuần ${number + 1}`,
      period,
      deadline: { date: period.to, time: '09:00', bound: 'before' },
    }
  })
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
