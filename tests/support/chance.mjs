// What people may type, by a chance that is the same each time.

/** The chance of a test is the same each time. @param {number} seed */
export function chanceOf(seed) {
  let state = seed
  const below = (/** @type {number} */ end) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % end
  }
  const one = /** @template T @param {T[]} list @returns {T} */ (list) =>
    /** @type {T} */ (list[below(list.length)])
  return { below, one }
}

/** Pieces of what people write. */
const PIECES = [
  ...'1|20|.|,|.500| |tỷ|triệu| đồng|%|/|-|3|2023|h|g|:|30|khoảng |trên |người|không|có|@|doan|.vn|https://|ngày'.split(
    '|',
  ),
  ...' tháng |0912|345678|+84|é|đ|~|km|,5|ha|>|≥|x|Đoàn'.split('|'),
  ...['\n', 'e\u0301', '\u200b', '\u00a0', '\u0007'],
]
/** What is typed. @param {ReturnType<typeof chanceOf>} chance */
export function typed(chance) {
  let text = ''
  do text += chance.one(PIECES)
  while (chance.below(4) > 0)
  return text
}
