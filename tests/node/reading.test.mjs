// The reading of documents as the package gives it in Node: `phieu/reading`.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { load, PhieuError } from 'phieu/reading'

const bytes = (/** @type {string} */ name) => readFileSync(new URL(`../reading/${name}`, import.meta.url))

test('a .docx with automatic numbers, its text and the pasted text give the same proposals', async () => {
  const reading = await load()
  const docx = reading.read(bytes('phu-nu.docx'))
  const file = reading.read(bytes('phu-nu.txt'))
  const pasted = reading.read(bytes('phu-nu.txt').toString())
  assert.deepEqual(pasted, file)
  assert.equal(docx.document.number, '17/KH-BTV')
  for (const list of /** @type {const} */ (['targets', 'duties', 'activities', 'milestones']))
    assert.equal(docx[list].length, file[list].length, list)
  const [target] = docx.targets
  const text = new TextDecoder().decode(
    new TextEncoder().encode(docx.text).subarray(target?.start, target?.end),
  )
  assert.equal(text, target?.quote)
})

test('what is not read says what to do', async () => {
  const reading = await load()
  const refused = (
    /** @type {string} */ document,
    /** @type {object} */ options,
    /** @type {RegExp} */ sentence,
  ) =>
    assert.throws(
      () => reading.read(document, options),
      (error) => error instanceof PhieuError && error.code === 'refused' && sentence.test(error.message),
    )
  refused('%PDF-1.7', {}, /dán nội dung/)
  refused('{\\rtf1', { lang: 'en' }, /save it as \.docx/)
})
