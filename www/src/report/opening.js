/**
 * Which report a first screen opens with.
 * @module
 */
import { last } from '../list.js'
import { returned } from '../store/versions.js'

/** @typedef {import('../types.js').First} First */
/**
 * Which report of the unit it is; none where the file does not have it, or not in the language.
 * @param {First} first
 * @param {{ unit: string | null, now: number, language: string }} asked what the page asks for
 */
export function openingOf(first, { unit: id, now, language }) {
  const unit = first.units.find((each) => each.id === id)
  const stands = last(unit?.stands.filter(({ from }) => from <= now)) ?? unit?.stands[0]
  const occasion = unit?.occasions[stands?.occasion ?? -1]
  if (!unit || !occasion || first.lang !== language) return
  const { period } = first.heads[occasion.head] ?? {}
  return { unit, occasion, blank: { ...first.blank, unit: unit.id, period } }
}

/** @typedef {NonNullable<ReturnType<typeof openingOf>>} Opening */
/** @typedef {Pick<import('./desk.js').Shelves, 'drafts' | 'kept'> & { isLeft: boolean }} Kept what the device keeps, and whether a
 *   page left something behind in its last moment */

/**
 * The draft of a report, if the device keeps one; nothing where it knows more of the report, which the core alone puts into words.
 * @param {Opening} opening
 * @param {Kept} kept
 */
export function keptOf({ unit, occasion, blank: { plan } }, { drafts, kept, isLeft }) {
  const isKnown = kept.some(({ receipt }) => receipt.plan === plan && receipt.unit === unit.id)
  const record = drafts.find(({ key }) => key === occasion.key)
  return isKnown || isLeft || returned(record) ? undefined : { record }
}

/**
 * The view of the core's that the file holds for a form.
 * @param {First} first
 * @param {Pick<Opening, 'unit' | 'occasion'>} opening
 * @returns {any}
 */
export function viewOf({ title, dutyName, fields, forms, heads }, { unit, occasion: { head, form } }) {
  const { sections, counts } = forms[form] ?? { sections: [] }
  return {
    ...{ title, dutyName, unitName: unit.name, counts },
    ...heads[head],
    sections: sections.map((section) => ({
      ...section,
      fields: section.fields.map((place) => fields[place]),
    })),
  }
}
