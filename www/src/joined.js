/**
 * Puts a module of WebAssembly together again that was taken apart so that it packs better (www/apart.mjs).
 * @module
 */

/** The section of an empty module in which it travels. */
export const APART = 'apart'
/** Instructions of the first WebAssembly have lower numbers. */
export const INSTRUCTIONS = 0xc0

/**
 * @param {WebAssembly.Module} module
 * @returns {Promise<WebAssembly.Module>} the same, or what travels in it
 */
export async function whole(module) {
  const [packed] = WebAssembly.Module.customSections(module, APART)
  return packed ? WebAssembly.compile(joined(packed)) : module
}

/** What names numbers beside those that reach into memory: from, to, how many. */
const NAMING = [
  [0x02, 0x05, 1],
  [0x0c, 0x0e, 1],
  [0x10, 0x11, 1],
  [0x11, 0x12, 2],
  [0x20, 0x25, 1],
  [0x28, 0x43, 1],
]

/**
 * A row holds what one kind of instruction names: row 0 what functions declare, row 1 the instructions themselves. It runs once,
 * on whatever device, before anything is optimized: so it is one loop over plain numbers.
 * @param {ArrayBuffer | undefined} packed
 */
export function joined(packed = new ArrayBuffer(0)) {
  const bytes = /** @type {{ length: number, [at: number]: number, subarray: Uint8Array['subarray'] }} */ (
    new Uint8Array(packed)
  )
  const naming = /** @type {number[]} */ (/** @type {unknown} */ (new Uint8Array(256)))
  for (const [first = 0, end = 0, times = 0] of NAMING)
    for (let kind = first; kind < end; kind += 1) naming[kind] = times
  let from = 0
  let at = 0
  const made = new Uint8Array(read())
  const start = read()
  const count = read()
  // A library on the host's page may have an `Array.from` of its own.
  const lengths = new Uint32Array(INSTRUCTIONS * 2).map(read)
  made.set(bytes.subarray(from, from + start))
  from += start
  /** Where each row goes on. */
  const rows = /** @type {Record<number, any>} */ (new Uint32Array(INSTRUCTIONS * 2))
  lengths.forEach((length, kind) => {
    rows[kind] = from
    from += length
  })
  made[start] = 10
  put(start + 6, count)
  at = start + 11
  // What was damaged on the way must not be gone through for ever.
  for (let each = 0; each < count && rows[1] < bytes.length; each += 1) {
    const begin = at
    at += 5
    for (let groups = copy(0) * 2; groups > 0; groups -= 1) copy(0)
    let next = rows[1] ?? 0
    let place = at
    for (let depth = 1; depth > 0 && next < bytes.length; ) {
      const kind = bytes[next++] ?? 0
      made[place++] = kind
      const times = naming[kind]
      if (times) {
        // An access says how it is aligned, too: not at all.
        if (kind >= 0x28 && kind < 0x3f) place += 1
        else if (kind < 5) depth += 1
        const row = kind === 0x41 ? INSTRUCTIONS + (bytes[next] ?? 0) : kind
        let here = rows[row] ?? 0
        for (let left = times; left > 0; ) {
          const byte = bytes[here++] ?? 0
          made[place++] = byte
          if (byte < 128) left -= 1
        }
        rows[row] = here
      } else if (kind === 0x0b) depth -= 1
      else if (kind === 0x0e || kind === 0x43 || kind === 0x44) {
        at = place
        // A table of branches; a number with a point, of four bytes or of eight.
        if (kind === 0x0e) for (let branches = copy(kind); branches >= 0; branches -= 1) copy(kind)
        else for (let left = kind === 0x43 ? 4 : 8; left > 0; left -= 1) made[at++] = bytes[rows[kind]++] ?? 0
        place = at
      }
    }
    at = place
    rows[1] = next
    put(begin, at - begin - 5)
  }
  put(start + 1, at - start - 6)
  made.set(bytes.subarray(from), at)
  return made.subarray(0, at + bytes.length - from)

  function read() {
    let [value, shift, byte] = [0, 0, 128]
    for (; byte > 127; shift += 7) {
      byte = bytes[from++] ?? 0
      value |= (byte & 127) << shift
    }
    return value
  }

  /** Copies a number. @param {number} kind */
  function copy(kind) {
    let [value, shift, byte] = [0, 0, 128]
    for (; byte > 127; shift += 7) {
      byte = bytes[rows[kind]++] ?? 0
      made[at++] = byte
      value |= (byte & 127) << shift
    }
    return value
  }

  /** A length that is known only later has five bytes. @param {number} where @param {number} length */
  function put(where, length) {
    for (let index = 0; index < 5; index += 1)
      made[where + index] = ((length >>> (7 * index)) & 127) | (index < 4 ? 128 : 0)
  }
}
