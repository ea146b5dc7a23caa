/**
 * What a webmaster writes, as it arrives: editors curl the quotes of an attribute and leave them in its value.
 * @module
 */

const QUOTES = '[\\s"\'“”„‘’«»″′]+'
const AROUND = new RegExp(`^${QUOTES}|${QUOTES}$`, 'g')

/** An attribute's text; null where it says nothing. */
export const attributeText = {
  /** @param {string | null} text */
  fromAttribute: (text) => text?.replace(AROUND, '') || null,
}

/** A moment: an instant in an attribute, or a number or `Date` in the property. */
export const attributeMoment = {
  /** @param {string | null} text */
  fromAttribute: (text) => momentOf(attributeText.fromAttribute(text)),
}

/**
 * @param {string | number | Date | null | undefined} value
 * @returns {number | null} milliseconds since 1970
 */
export function momentOf(value) {
  if (value === null || value === undefined || value === '') return null
  const at = typeof value === 'number' ? value : new Date(value).getTime()
  return Number.isFinite(at) ? at : null
}
