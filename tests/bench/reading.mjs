// A document read in the module that a page loads: 50 KB, and longer ones for whether it takes time in proportion.
import { readFileSync } from 'node:fs'
import { load } from 'phieu/reading'
import { hold, median, print } from './support/table.mjs'

const LIMIT = 50
const LINEAR = 1.6
const SMALL = 50 * 1024

const reading = await load()
const names = ['tan-phu-2023', 'soc-trang-2024', 'tan-phu-2024', 'phu-nhuan-2022-2027']
const whole = names
  .map((name) => readFileSync(new URL(`../documents/${name}.txt`, import.meta.url), 'utf8'))
  .join('\n')

/** About so many bytes of documents, one after the other. @param {number} bytes */
function text(bytes) {
  const times = Math.ceil(bytes / Buffer.byteLength(whole))
  return Buffer.from(whole.repeat(times)).subarray(0, bytes).toString()
}

const spans = [SMALL, 4 * SMALL, 20 * SMALL].map((bytes) => {
  const document = text(bytes)
  return { bytes, ms: median(bytes > SMALL ? 5 : 40, () => reading.read(document)) }
})
const [small, , large] = spans
const growth = (large.ms / small.ms) * (small.bytes / large.bytes)
print(
  'A document read (median, with its way into the module and out)',
  spans.map(({ bytes, ms }) => [`${bytes / 1024} KB`, `${ms.toFixed(1)} ms`]),
)
hold([
  [`50 KB in at most ${LIMIT} ms`, small.ms <= LIMIT],
  [`a byte of 1 MB takes at most ${LINEAR} of a byte of 50 KB`, growth <= LINEAR],
])
