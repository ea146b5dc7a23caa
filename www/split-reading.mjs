// Parts the module that makes plans: `node www/split-reading.mjs`, after shrink.mjs has made it small. What stays in
// phieu_reading_bg.wasm reads documents and puts a plan together; what only some officers use, and each of them late,
// comes when it is asked for (src/composing.js). How a module is parted, parting.mjs says.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { parted } from './parting.mjs'

/** Each part with the exports that only it has. */
const PARTS = {
  // Workbooks and CSV files, in and out.
  sheets: [
    'composer_letters',
    'composer_openSheet',
    'composer_sheet',
    'composer_takeSheet',
    'composer_workbook',
  ],
  // What a version changes, the plan on paper, calendars of units.
  publishing: ['composer_against', 'composer_agenda', 'composer_printed'],
}

const PKG = new URL('pkg/reading/', import.meta.url)
const WHOLE = new URL('phieu_reading_bg.wasm', PKG)
const bytes = readFileSync(WHOLE)
const mark = createHash('sha256').update(bytes).digest('hex').slice(0, 8)

/** @type {Uint8Array} */
let first = bytes
for (const [name, exports] of Object.entries(PARTS)) {
  const both = parted(first, { later: exports, mark, prefix: `${name[0]}.` })
  first = both.first
  writeFileSync(new URL(`phieu_${name}.wasm`, PKG), both.later)
}
writeFileSync(WHOLE, first)
