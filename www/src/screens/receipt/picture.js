/**
 * A receipt as a picture, to be shown on a phone or sent on: black on white whatever the page looks like. It is fetched when
 * somebody asks for one.
 * @module
 */

/** How wide it is, and how much of that stays blank at each side. */
const WIDTH = 1080
const MARGIN = 64

const FONT = 'system-ui, "Segoe UI", Roboto, sans-serif'
const STYLES = {
  name: { size: 40, weight: 400, color: '#44546a', before: 0 },
  title: { size: 56, weight: 700, color: '#14213d', before: 16 },
  line: { size: 40, weight: 400, color: '#14213d', before: 8 },
  label: { size: 34, weight: 400, color: '#44546a', before: 36 },
  value: { size: 44, weight: 600, color: '#14213d', before: 4 },
}

/** @typedef {{ style: keyof typeof STYLES, text: string }} Line */

/**
 * @param {{ name: string, title: string, lines: string[], rows: string[][] }} receipt the rows each a label and what stands
 *   beside it
 * @returns {Promise<Blob | null>} a PNG; none where the browser cannot make one
 */
export async function paint({ name, title, lines, rows }) {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context) return null
  /** @type {Line[]} */
  const all = [
    { style: 'name', text: name },
    { style: 'title', text: title },
    ...lines.map((text) => /** @type {Line} */ ({ style: 'line', text })),
    ...rows.flatMap(([label = '', value = '']) => [
      /** @type {Line} */ ({ style: 'label', text: label }),
      /** @type {Line} */ ({ style: 'value', text: value }),
    ]),
  ]
  const placed = all.filter(({ text }) => text).flatMap((line) => broken(context, line))
  canvas.width = WIDTH
  canvas.height = placed.reduce((sum, line) => sum + heightOf(line), 2 * MARGIN)
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, WIDTH, canvas.height)
  context.fillStyle = '#0b5cad'
  context.fillRect(0, 0, WIDTH, MARGIN / 4)
  context.textBaseline = 'top'
  let top = MARGIN
  for (const line of placed) {
    const { size, color } = STYLES[line.style]
    context.font = fontOf(line.style)
    context.fillStyle = color
    context.fillText(line.text, MARGIN, top + heightOf(line) - size * 1.3)
    top += heightOf(line)
  }
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

/** @param {keyof typeof STYLES} style */
const fontOf = (style) => `${STYLES[style].weight} ${STYLES[style].size}px ${FONT}`

/** @param {Line & { isFirst: boolean }} line */
const heightOf = ({ style, isFirst }) => STYLES[style].size * 1.3 + (isFirst ? STYLES[style].before : 0)

/**
 * A line as it fits into the width; a word that is longer than that is parted where it must be.
 * @param {CanvasRenderingContext2D} context
 * @param {Line} line
 */
function broken(context, { style, text }) {
  context.font = fontOf(style)
  const fits = (/** @type {string} */ said) => context.measureText(said).width <= WIDTH - 2 * MARGIN
  /** @type {string[]} */
  const out = []
  let rest = ''
  for (const word of text.split(/\s+/)) {
    const longer = rest ? `${rest} ${word}` : word
    if (fits(longer)) {
      rest = longer
      continue
    }
    if (rest) out.push(rest)
    rest = ''
    for (const sign of word) {
      if (!fits(rest + sign)) {
        out.push(rest)
        rest = ''
      }
      rest += sign
    }
  }
  if (rest) out.push(rest)
  return out.map((text, place) => ({ style, text, isFirst: place === 0 }))
}
