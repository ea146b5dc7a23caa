/**
 * The text of a PDF as pdf.js finds it: pieces of text with their places. What they say together, the core decides, and why one
 * cannot be read it says too. Loaded only once somebody opens a PDF.
 * @module
 */
import { GlobalWorkerOptions, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { pdfWorker } from './here.js'
import { written } from './json.js'

/** The largest file, the most pages, pieces and letters, and the longest that is waited, in milliseconds: what is more is no plan. */
const MOST = { bytes: 32 << 20, pages: 500, items: 400_000, letters: 4 << 20, time: 90_000 }

/** Places are whole numbers for the core: tenths of a point. @param {number} points */
const tenths = (points) => Math.round(points * 10)

/** Why a PDF gives no text, in the core's words. @typedef {'locked' | 'broken' | 'large'} Trouble */

/**
 * What the core reads as a document of the kind `pdf`.
 * @param {Uint8Array} bytes
 * @returns {Promise<string>} JSON
 */
export async function pagesOf(bytes) {
  if (bytes.length > MOST.bytes) return troubled('large')
  GlobalWorkerOptions.workerSrc = `${pdfWorker()}`
  // Only text is wanted: no fonts, pictures, forms or other files, from nowhere.
  const task = getDocument({
    data: bytes,
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
  })
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer
  /** @type {Promise<Trouble>} */
  const late = new Promise((end) => {
    timer = setTimeout(() => end('large'), MOST.time)
  })
  try {
    const read = await Promise.race([pages(task), late])
    return typeof read === 'string' ? troubled(read) : written({ pages: read })
  } catch (error) {
    // What this engine lacks is no fault of the file.
    if (error instanceof TypeError || error instanceof ReferenceError) throw error
    return troubled(/** @type {Error} */ (error)?.name === 'PasswordException' ? 'locked' : 'broken')
  } finally {
    clearTimeout(timer)
    task.destroy().catch(() => {})
  }
}

/** @param {Trouble} trouble */
const troubled = (trouble) => written({ trouble })

/**
 * @param {import('pdfjs-dist').PDFDocumentLoadingTask} task
 * @returns {Promise<object[] | Trouble>}
 */
async function pages(task) {
  const file = await task.promise
  if (file.numPages > MOST.pages) return 'large'
  /** @type {object[]} */
  const found = []
  let items = 0
  let letters = 0
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number)
    const { width, height, transform } = page.getViewport({ scale: 1 })
    const content = await page.getTextContent()
    /** @type {object[]} */
    const kept = []
    for (const item of content.items) {
      if (!('str' in item) || item.str === '') continue
      items += 1
      letters += item.str.length
      if (items > MOST.items || letters > MOST.letters) return 'large'
      kept.push(placed(item, transform))
    }
    found.push({ width: tenths(width), height: tenths(height), items: kept })
    page.cleanup()
  }
  return found
}

/**
 * A piece of text as it is seen on its page: from the left, and down from the top to the line on which its letters stand.
 * @param {import('pdfjs-dist/types/src/display/api.js').TextItem} item
 * @param {number[]} view how the page is turned
 */
function placed({ str: text, transform, width }, view) {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view
  const [, , up = 0, over = 0, left = 0, base = 0] = transform
  const across = [a * up + c * over, b * up + d * over]
  const [sideways = 0, upwards = 0] = across
  const size = Math.hypot(sideways, upwards)
  return {
    text,
    x: tenths(a * left + c * base + e),
    y: tenths(b * left + d * base + f),
    width: tenths(width),
    size: tenths(size),
    // Letters that stand as letters do: what is written along the edge is no line.
    upright: upwards < 0 && Math.abs(sideways) < size / 2,
  }
}
