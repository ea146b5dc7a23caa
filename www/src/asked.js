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

/** Where a draft has the figure of an input. @param {string} path */
export const figureOf = (path) => path.replace('/figures/', '')

/** Where the explanation of a finding is held: behind the path of its input stands the code. @param {string} path @param {string} code */
export const explaining = (path, code) => `${path} ${code}`

/**
 * A draft with the figures and the explanations that were typed since: for as long as no core can be asked.
 * @param {string} draft
 * @param {Map<string, { text: string }>} since
 */
export function pieced(draft, since) {
  const base = JSON.parse(draft)
  const figures = { ...base.figures }
  /** @type {{ path: string, code: string, text: string }[]} */
  let explanations = base.explanations ?? []
  for (const [place, { text }] of since) {
    const [path = '', code] = place.split(' ')
    if (!path.startsWith('/figures/')) continue
    if (code) {
      explanations = explanations.filter((one) => one.path !== path || one.code !== code)
      if (text.trim()) explanations.push({ path, code, text })
    } else figures[figureOf(path)] = text
  }
  return written({
    ...base,
    figures,
    ...(explanations.length > 0 || base.explanations ? { explanations } : {}),
  })
}
