// The text of a PDF: what pdf.js finds in it as the page loads it, and what the core makes of that. Here without the page.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { load, PhieuError } from 'phieu/reading'
import { BROKEN, LOCKED, SCAN } from '../support/pdf.mjs'

// What a browser has: asked for as the script begins, and by nothing that reads text.
Object.assign(globalThis, { DOMMatrix: class {}, Path2D: class {}, ImageData: class {} })

/** @returns {Promise<typeof import('../../www/src/pdf.js')>} */
const pdf = () => import(new URL('../../www/dist/pdf.js', import.meta.url).href)

const place = (/** @type {string} */ name) => new URL(`../${name}`, import.meta.url)

/** What a document proposes, each as a line. @param {import('../../www/src/contract.ts').Reading} reading */
function proposals({ targets, duties, activities, units }) {
  /** @param {...unknown} said */
  const line = (...said) => JSON.stringify(said).normalize('NFC').replace(/\s+/g, ' ')
  return [
    ...targets.map(({ text, value, comparison, scope, per, noun }) =>
      line(text, value, comparison, scope, per, noun),
    ),
    ...duties.map(({ name, schedules, channels, by }) => line(name, schedules, channels, by)),
    ...activities.map(({ title, dates }) => line(title, dates)),
    ...units.map(({ name, level }) => line(name, level)),
  ]
}

test('the PDF of a document proposes what its text proposes', async () => {
  const [reading, { pagesOf }] = await Promise.all([load(), pdf()])
  const pages = await pagesOf(new Uint8Array(readFileSync(place('browser/fixtures/tan-phu-2024.pdf'))))
  const found = reading.read(pages, { kind: 'pdf' })
  const left = proposals(found)
  const wanted = proposals(reading.read(readFileSync(place('documents/tan-phu-2024.txt'))))
  const missing = wanted.filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  assert.ok(wanted.length > 50, `${wanted.length}`)
  assert.ok(
    missing.length * 100 <= wanted.length * 3,
    `${missing.length} of ${wanted.length}: ${missing.join('\n')}`,
  )
  assert.ok(left.length * 100 <= wanted.length * 3, `more than the text has: ${left.join('\n')}`)
  assert.equal(found.document.number, '185-KH/ĐTN-VP')
  assert.equal(found.document.issued, '2024-05-20')
})

test('a PDF without text says why, and what to do', async () => {
  const [reading, { pagesOf }] = await Promise.all([load(), pdf()])
  for (const [bytes, sentence] of /** @type {[Buffer, RegExp][]} */ ([
    [SCAN, /ảnh chụp, không có chữ để đọc/],
    [LOCKED, /có mật khẩu/],
    [BROKEN, /bị hỏng/],
    [Buffer.alloc(33 << 20), /quá lớn/],
  ])) {
    const pages = await pagesOf(new Uint8Array(bytes))
    assert.throws(
      () => reading.read(pages, { kind: 'pdf' }),
      (error) => error instanceof PhieuError && error.code === 'refused' && sentence.test(error.message),
      `${sentence}`,
    )
  }
})
