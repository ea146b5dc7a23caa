/**
 * The container of a Word file. It is fetched when somebody asks for one.
 * @module
 */
import { strToU8, zipSync } from 'fflate'

/** The type of its content. */
export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A zip tells of each part when it was made; the same report is to make the same file. */
const MADE = new Date(1980, 0, 1)

/**
 * Packs the parts of a Word file.
 * @param {[name: string, text: string][]} parts in their order
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function pack(parts) {
  const files = parts.map(([name, text]) => [name, strToU8(text)])
  return /** @type {Uint8Array<ArrayBuffer>} */ (zipSync(Object.fromEntries(files), { mtime: MADE }))
}
