/**
 * A picture made anew: as JPEG, no larger than can be sent over a slow line, and with nothing in it but the picture. Where
 * it was taken, when and by which device stays on the device.
 * @module
 */

/** The most bytes of a picture. */
const MOST = 1_000_000
/** The most dots along its longer side: a page of writing is still legible. */
const LONGEST = 2560
const QUALITIES = [0.85, 0.75, 0.65]

/**
 * @param {Blob} file
 * @returns {Promise<Blob>}
 * @throws where this browser cannot read the picture
 */
export async function shrink(file) {
  const picture = await drawn(file)
  const { width, height } = picture
  let scale = Math.min(1, LONGEST / Math.max(width, height))
  for (;;) {
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(width * scale))
    canvas.height = Math.max(1, Math.round(height * scale))
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'))
    // What is transparent would be black.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    for (const quality of QUALITIES) {
      const blob = await jpeg(canvas, quality)
      if (blob.size <= MOST) return blob
    }
    scale *= 0.8
  }
}

/**
 * @param {Blob} file
 * @returns {Promise<ImageBitmap | HTMLImageElement>} upright
 */
async function drawn(file) {
  if ('createImageBitmap' in globalThis)
    return createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => createImageBitmap(file))
  // An address of the page's own, which policies let in where they let in none of a file's.
  const image = new Image()
  image.src = await new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(/** @type {string} */ (reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
  await image.decode()
  return image
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {number} quality
 * @returns {Promise<Blob>}
 */
async function jpeg(canvas, quality) {
  /** @type {Blob} */
  const blob = await new Promise((resolve, reject) => {
    const take = (/** @type {Blob | null} */ made) => (made ? resolve(made) : reject(new Error('no picture')))
    canvas.toBlob(take, 'image/jpeg', quality)
  })
  return new Blob(bare(new Uint8Array(await blob.arrayBuffer())), { type: 'image/jpeg' })
}

/**
 * The parts of a JPEG that draw it: some browsers add others of their own.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export function bare(bytes) {
  const parts = [bytes.slice(0, 2)]
  let at = 2
  for (;;) {
    const kind = bytes[at + 1] ?? 0
    // What is drawn follows, to the end.
    if (bytes[at] !== 0xff || kind === 0xda) break
    const end = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
    const draws = !(kind >= 0xe0 && kind <= 0xef) && kind !== 0xfe
    if (draws) parts.push(bytes.slice(at, end))
    at = end
  }
  parts.push(bytes.slice(at))
  return parts
}
