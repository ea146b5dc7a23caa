/**
 * Which report a first screen opens with.
 * @module
 */
import { last } from '../list.js'
import { tail } from '../store/tail.js'
import { returned } from '../store/versions.js'

/** @typedef {import('../types.js').First} First */
/** @typedef {Pick<import('./desk.js').Shelves, 'drafts' | 'kept'>} Kept what the device keeps */

/**
 * None where the device knows more of the report than its draft, which the core alone puts into words.
 * @param {First} first
 * @param {Kept} kept
 * @param {{ unit: string | null, now: number, language: string }} asked what the page asks for
 * @param {string} [writer] whose last words are at hand here
 */
export function openingOf(first, { drafts, kept }, { unit: id, now, language }, writer) {
  const { plan } = first.blank
  const unit = first.units.find((each) => each.id === id)
  const isKnown = kept.some(({ receipt }) => receipt.plan === plan && receipt.unit === unit?.id)
  if (!unit || isKnown || tail.isThere(writer) || first.lang !== language) return
  const stands = last(unit.stands.filter(({ from }) => from <= now)) ?? unit.stands[0]
  const occasion = unit.occasions[stands?.occasion ?? -1]
  const record = drafts.find(({ key }) => key === occasion?.key)
  if (!occasion || returned(record)) return
  const { period } = first.heads[occasion.head] ?? {}
  return { unit, occasion, record, blank: { ...first.blank, unit: unit.id, period } }
}

/**
 * The view of the core's that the file holds for a form.
 * @param {First} first
 * @param {Pick<NonNullable<ReturnType<typeof openingOf>>, 'unit' | 'occasion'>} opening
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
