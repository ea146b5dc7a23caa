// What a form loads holds nothing of what only checks need.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'

/** @param {string} name */
async function holdsValidator(name) {
  const bytes = await readFile(new URL(`../../www/dist/${name}`, import.meta.url))
  // The name under which `validator` keeps what is wrong with the items of a list.
  return bytes.includes('_tmp_validator')
}

test("the form's module has no validator, and the module for checks has it", async () => {
  assert.equal(await holdsValidator('phieu_bg.wasm'), false)
  assert.equal(await holdsValidator('phieu_bulk_bg.wasm'), true)
})
