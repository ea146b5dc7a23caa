/**
 * Files that a person keeps: a draft where the device may not, a receipt as proof.
 * @module
 */

/**
 * Offers a file to keep: text, or bytes.
 * @param {string} name
 * @param {string} type
 * @param {string | Uint8Array<ArrayBuffer>} content
 */
export function saveFile(name, type, content) {
  const isText = typeof content === 'string'
  const url = URL.createObjectURL(new Blob([content], { type: isText ? `${type};charset=utf-8` : type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download reads the address after this turn of the event loop.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/**
 * Lets the person choose a file and reads it; null when none is chosen.
 * @param {string} accept
 * @returns {Promise<string | null>}
 */
export function openFile(accept) {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.addEventListener('change', () => resolve(input.files?.[0]?.text() ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}
