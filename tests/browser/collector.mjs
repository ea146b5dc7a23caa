// The real collector, on an empty database of its own, at a moment of the plan's days.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Friday of the first week: the quick report is late, the first weekly report due soon. */
export const NOW = '2023-03-03T08:30:00+07:00'

/** @typedef {{ url: string, token: () => string, stop: () => Promise<void>, start: () => Promise<void>, remove: () => Promise<void> }} Collector */

/**
 * Starts a collector. It can be stopped and started again at the same address, with what it has received.
 * @returns {Promise<Collector>}
 */
export async function startCollector() {
  const folder = mkdtempSync(join(tmpdir(), 'phieu-collector-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const tokenFile = join(folder, 'token')
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child
  const collector = {
    url,
    token: () => readFileSync(tokenFile, 'utf8').trim(),
    async start() {
      const binary = process.env.PHIEU ?? join(ROOT, 'target/debug/phieu')
      if (!existsSync(binary)) throw new Error(`${binary} is not there: run make build first`)
      child = spawn(
        binary,
        [
          'serve',
          ...['--plans', 'www/plans', '--site', 'www', '--database', join(folder, 'phieu.sqlite')],
          ...[
            '--token-file',
            tokenFile,
            '--listen',
            `127.0.0.1:${port}`,
            '--clock',
            `fixed:${NOW}`,
            '--log',
            'warn',
          ],
        ],
        { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
      )
      await answers(`${url}/api/health`, child)
    },
    async stop() {
      if (!child || child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
    async remove() {
      await collector.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await collector.start()
  return collector
}

/**
 * @param {string} address
 * @param {import('node:child_process').ChildProcess} child
 */
async function answers(address, child) {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the collector ended with ${child.exitCode}`)
    const response = await fetch(address).catch(() => null)
    if (response?.ok) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`${address} does not answer`)
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  server.close()
  await once(server, 'close')
  return port
}
