// The native command line at work: how much of a processor it takes, and how much memory at its peak.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'

export const PHIEU =
  process.env.PHIEU ?? fileURLToPath(new URL('../../../target/server/phieu', import.meta.url))

/**
 * Writes what `phieu` says to a file.
 * @param {string[]} args
 * @param {string} path
 */
export async function write(args, path) {
  const child = spawn(PHIEU, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await Promise.all([pipeline(child.stdout, createWriteStream(path)), ended(child, 'close')])
}

/**
 * Runs `phieu` and takes what it says. Its answer is longer than a pipe holds, so it is still there, waiting
 * for its reader, when the peak of its memory is read.
 * @param {string[]} args
 * @returns {Promise<{ ms: number, peak: number, text: string }>} `ms` of processor time, which other work on the
 *   machine hardly changes; `peak` in bytes
 */
export async function run(args) {
  const child = spawn(PHIEU, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'readable')
  // Of what stands after the name in brackets, the 12th and 13th are user and system time in ticks of 10 ms.
  const stat = (await readFile(`/proc/${child.pid}/stat`, 'utf8')).split(') ')[1].split(' ')
  const ms = (Number(stat[11]) + Number(stat[12])) * 10
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8')
  const peak = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024
  const closed = ended(child, 'close')
  let text = ''
  for await (const chunk of child.stdout.setEncoding('utf8')) text += chunk
  await closed
  return { ms, peak, text }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} event
 */
async function ended(child, event) {
  const [code] = await once(child, event)
  if (code !== 0) throw new Error(`phieu ended with ${code}`)
}
