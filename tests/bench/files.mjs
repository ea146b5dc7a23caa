// A thousand files to one collector, piece by piece and many at a time: how fast they come, and that its memory is what it was after
// the first hundred, whatever has come since and however large a file is. `FILES=1000` says how many.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { AT_ONCE, quantile, start } from './support/collector.mjs'
import { hold, print } from './support/table.mjs'

const FILES = Number(process.env.FILES ?? 1_000)
/** After so many its memory is looked at first: by then as many came at once as ever will. */
const FIRST = 100
const PIECE = 256 * 1024
const SMALL = 4 * PIECE + 1_000
const LARGE = 45_000_000
/** How much more memory all may take than the first. */
const MORE = 1.25

/** @typedef {import('./support/collector.mjs').Collector} Collector */

const collector = await start(
  (folder) => join(folder, 'phieu.sqlite'),
  (plan) => {
    plan.indicators.push({
      id: 'scan',
      label: 'Bản có ký',
      measure: { file: { kinds: ['pdf'], most: 3, megabytes: 50 } },
    })
    plan.templates[0].sections[0].fields.push({ indicator: 'scan' })
  },
)
const began = performance.now()
let next = 0
let first = 0
/** @type {number[]} */
const waits = []
let refused = 0
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    while (next < FILES) {
      const number = next++
      const begun = performance.now()
      const whole = await upload(number, SMALL)
      if (whole) waits.push(performance.now() - begun)
      else refused += 1
      if (waits.length === FIRST) first = peak()
    }
  }),
)
const seconds = (performance.now() - began) / 1000
const all = peak()
const large = await upload(FILES, LARGE)
const largest = peak()
let torn = 0
for (let number = 0; number < FILES; number += Math.ceil(FILES / 50))
  if (!(await isWhole(number, SMALL))) torn += 1
if (!(await isWhole(FILES, LARGE))) torn += 1
const after = peak()

const megabytes = (/** @type {number} */ kib) => `${Math.round(kib / 1024)} MiB`
print(`${FILES} files of ${Math.round(SMALL / 1024)} KiB to one collector`, [
  ['files a second', (waits.length / seconds).toFixed(1), `${AT_ONCE} at once, ${refused} refused`],
  [
    'half are there in',
    `${quantile(waits, 0.5).toFixed(0)} ms`,
    `99 of 100 in ${quantile(waits, 0.99).toFixed(0)} ms`,
  ],
  ['peak of memory after the first hundred', megabytes(first)],
  ['peak of memory after all', megabytes(all), `${(all / first).toFixed(2)} times as much`],
  [
    `and after one of ${LARGE / 1_000_000} MB`,
    megabytes(largest),
    `${(largest / first).toFixed(2)} times as much`,
  ],
  ['and after they were fetched', megabytes(after), `${(after / first).toFixed(2)} times as much`],
])
await collector.stop()
collector.remove()
hold([
  [
    `memory after all, and after what was fetched, at most ${MORE} times that after the first ${FIRST}`,
    after <= first * MORE,
  ],
  ['none was refused, and none of those looked at is torn', refused === 0 && large && torn === 0],
])

/** The most memory that it held so far, in KiB. */
function peak() {
  const status = readFileSync(`/proc/${collector.pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1])
}

/** A PDF of its own. @param {number} number @param {number} bytes */
function pdf(number, bytes) {
  const body = Buffer.alloc(bytes, 0x80 | (number % 127))
  body.writeUInt32BE((number | 0x80_80_80_80) >>> 0, 9)
  body.write('%PDF-1.7\n')
  body.write('\n%%EOF\n', bytes - 7)
  return body
}

/** @param {Buffer} bytes */
function hashOf(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Whether a file is whole once it was sent. @param {number} number @param {number} bytes */
async function upload(number, bytes) {
  const file = pdf(number, bytes)
  const address = `/api/plans/trees/files/${hashOf(file)}?unit=unit-${number % 100}&kind=pdf&bytes=${bytes}`
  let last = ''
  for (let offset = 0; offset < bytes; offset += PIECE) {
    const piece = file.subarray(offset, offset + PIECE)
    const { status, body } = await asked('PUT', `${address}&offset=${offset}&piece=${hashOf(piece)}`, piece)
    if (status !== 200) return false
    last = body.toString()
  }
  return JSON.parse(last).whole === true
}

/** @param {number} number @param {number} bytes */
async function isWhole(number, bytes) {
  const file = pdf(number, bytes)
  const { body } = await asked('GET', `/api/plans/trees/files/${hashOf(file)}?unit=unit-${number % 100}`)
  return body.equals(file)
}

/**
 * @param {string} method
 * @param {string} path
 * @param {Buffer} [body]
 * @returns {Promise<{ status: number, body: Buffer }>}
 */
function asked(method, path, body) {
  const { port, agent, token } = collector
  const headers = {
    // Anyone sends here, and the office reads.
    ...(!body && { authorization: `Bearer ${token}` }),
    ...(body && { 'content-type': 'application/octet-stream', 'content-length': body.length }),
  }
  return new Promise((resolve, reject) => {
    const sent = request({ port, agent, method, path, headers }, (answer) => {
      /** @type {Buffer[]} */
      const parts = []
      answer.on('data', (part) => parts.push(part))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts) }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
