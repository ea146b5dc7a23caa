// What tells the core of one build from another's. The parts of two builds do not fit together, and no file name says which
// build it is of.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** The whole of the form's module, out of which all its other shapes are made. */
export const WHOLE = new URL('pkg/phieu_bg.wasm', import.meta.url)

/** The mark of the build: the name of the memory that one part lends the other, and what a script says of its core. */
export const mark = () => createHash('sha256').update(readFileSync(WHOLE)).digest('hex').slice(0, 8)
