/**
 * Sentences of the document: shown with what was made of them, and made into something.
 * @module
 */
import { nameOf } from './rows.js'

/** @typedef {import('./element.js').PhieuPlan} Element */
/** @typedef {import('./element.js').PartName} PartName */

/** @type {Record<string, PartName>} */
const PARTS = { levels: 'units', sectors: 'units', figures: 'targets', periods: 'duties' }

/** In which part a list is shown. @param {string} list */
export const partOf = (list) => PARTS[list] ?? /** @type {PartName} */ (list)

/** The row that is open where it is seen: one of another part is not. @param {Element} plan */
export function seen({ open, tab }) {
  const list = open?.split('/')[0] ?? ''
  return list === 'text' || partOf(list) === tab ? open : null
}

/**
 * Shows the rows that come from a sentence, one after the other where there are several; of one that nothing was made of, what
 * can be made.
 * @param {Element} plan @param {string[]} of
 */
export function see(plan, of) {
  // What was made of a sentence stands before that some of it was not used.
  const made = of.filter((name) => !name.startsWith('unused/'))
  const names = made.length > 0 ? made : of
  const next = names[(names.indexOf(seen(plan) ?? '') + 1) % names.length]
  if (next?.startsWith('text/')) plan.open = plan.open === next ? null : next
  else if (next) plan._go(next, '.row-title')
}

/** Makes a row out of a sentence, and opens it. @param {Element} plan @param {'targets' | 'duties' | 'activities'} list @param {string} named */
export function use(plan, list, named) {
  const before = new Set(plan.view?.rows.map(nameOf))
  plan._act('add', list, [named])
  const added = plan.view?.rows.find((row) => row.list === list && !before.has(nameOf(row)))
  if (added) plan._go(nameOf(added), '.editor input, .editor textarea')
}
