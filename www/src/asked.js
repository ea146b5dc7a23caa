/**
 * What a form asks, and what was typed into it.
 * @module
 */
import { written } from './json.js'

/**
 * Every field of a form, in its order: those of its sections, and those of each activity listed.
 * @param {import('./types.js').FormView | undefined} view
 */
export const fieldsOf = (view) =>
  (view?.sections ?? []).flatMap(({ fields, activities }) => [
    ...fields,
    ...(activities?.items.flatMap((item) => item.fields) ?? []),
  ])

/** The input of a figure; what explains a finding there has its code behind a blank. */
const FIGURE = /^\/figures\/[^ ]+$/

/** Where a draft has the figure of an input. @param {string} path */
export const figureOf = (path) => path.replace('/figures/', '')

/**
 * A draft with the figures that were typed since: for as long as no core can be asked.
 * @param {string} draft
 * @param {Map<string, { text: string }>} since
 */
export function pieced(draft, since) {
  const base = JSON.parse(draft)
  const typed = [...since].flatMap(([path, { text }]) => (FIGURE.test(path) ? [[figureOf(path), text]] : []))
  return written({ ...base, figures: { ...base.figures, ...Object.fromEntries(typed) } })
}
