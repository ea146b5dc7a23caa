// A file that a page writes of what stands on it has the cells that the core writes: one table holds for both.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { csv } from '../../www/src/csv.js'

const CELLS = new URL('../../src/text/delimited/cells.json', import.meta.url)

test('what a spreadsheet would compute is kept from it', () => {
  const cells = JSON.parse(readFileSync(CELLS, 'utf8'))
  for (const [cell, written] of cells) assert.equal(csv.write([[cell]]), `\ufeff${written}\r\n`)
  assert.equal(csv.write([['Cầu', null, 2], ['a']]), '\ufeffCầu;;2\r\na\r\n')
})
