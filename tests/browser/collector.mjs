// The real collector, on an empty database of its own, at a moment of the plan's days.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Friday of the first week: the quick report is late, the first weekly report due soon. */
export const NOW = '2023-03-03T08:30:00+07:00'

// It starts in a moment; a machine that others keep busy lets it wait for its turn.
const START_LIMIT = 60_000

/** @typedef {{ url: string, now: string, token: () => string, code: (unit: string, plan?: string) => string, stop: () => Promise<void>, start: () => Promise<void>, remove: () => Promise<void>, decides: (submission: string, decision: object) => Promise<void> }} Collector */

/**
 * Starts a collector. It can be stopped and started again at the same address, with what it has received.
 * @param {{ open?: boolean, args?: string[], now?: string, plans?: string, site?: string }} [options] whether anyone may report;
 *   more of what `serve` takes; what its clock shows; the folders of its plans and of the page
 * @returns {Promise<Collector>}
 */
export async function startCollector({
  open = true,
  args = [],
  now = NOW,
  plans = 'www/plans',
  site = 'target/site',
} = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'phieu-collector-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const tokenFile = join(folder, 'token')
  const binary = process.env.PHIEU ?? join(ROOT, 'target/debug/phieu')
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child
  const end = () => child?.kill('SIGKILL')
  const collector = {
    url,
    /** What its clock shows when it is started. */
    now,
    token: () => readFileSync(tokenFile, 'utf8').trim(),
    // Makes a unit's personal code, in place of the one that it had.
    /** @param {string} unit @param {string} [plan] */
    code(unit, plan = 'www/plans/tan-phu-thang-thanh-nien-2023.json') {
      const database = ['--database', join(folder, 'phieu.sqlite')]
      const line = execFileSync(binary, ['keys', plan, ...database, '--unit', unit, '--replace'], {
        cwd: ROOT,
      })
      return String(line).split('\t')[2] ?? ''
    },
    /** The office decides about a submission. @param {string} submission @param {object} decision */
    async decides(submission, decision) {
      const response = await fetch(`${url}/api/office/submissions/${submission}/decision`, {
        method: 'POST',
        headers: { authorization: `Bearer ${collector.token()}`, 'content-type': 'application/json' },
        body: JSON.stringify(decision),
      })
      if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
    },
    async start() {
      if (!existsSync(binary)) throw new Error(`${binary} is not there: run make build first`)
      child = spawn(
        binary,
        [
          'serve',
          ...['--plans', plans, '--site', site, '--database', join(folder, 'phieu.sqlite')],
          ...[
            '--token-file',
            tokenFile,
            '--listen',
            `127.0.0.1:${port}`,
            '--clock',
            `fixed:${collector.now}`,
            '--log',
            'warn',
            ...(open ? ['--open'] : []),
            ...args,
          ],
        ],
        { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
      )
      // A test that fails before it takes its collector away holds up neither the end of its file nor the machine.
      child.unref()
      await answers(`${url}/api/health`, child)
    },
    async stop() {
      if (!child || child.exitCode !== null) return
      child.ref()
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
    async remove() {
      await collector.stop()
      process.off('exit', end)
      rmSync(folder, { recursive: true, force: true })
    },
  }
  process.once('exit', end)
  await collector.start()
  return collector
}

/**
 * @param {string} address
 * @param {import('node:child_process').ChildProcess} child
 */
async function answers(address, child) {
  const limit = Date.now() + START_LIMIT
  while (Date.now() < limit) {
    if (child.exitCode !== null) throw new Error(`the collector ended with ${child.exitCode}`)
    const response = await fetch(address).catch(() => null)
    if (response?.ok) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`${address} does not answer`)
}

/** @returns {Promise<number>} */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  server.close()
  await once(server, 'close')
  return port
}

/**
 * How many reports an office has, counting every revision.
 * @param {Collector} collector
 */
export async function received(collector) {
  const response = await fetch(`${collector.url}/api/office/plans/tan-phu-thang-thanh-nien-2023/overview`, {
    headers: { authorization: `Bearer ${collector.token()}` },
  })
  const { duties } = await response.json()
  const units = /** @type {{ revision: number | null }[]} */ (
    duties.flatMap((/** @type {any} */ duty) => duty.units)
  )
  return units.reduce((sum, { revision }) => sum + (revision ?? 0), 0)
}
