/**
 * Opening a report again with what became of it: after a panic of the core, or after the office refused it.
 * @module
 */
import { PhieuError } from '../error.js'
import { allWords } from '../words/later.js'

/** @typedef {import('./work.js').Work} Work */

/**
 * After a panic: the core is loaded again and the form opened from its draft, with what was typed since.
 * @param {Work} work
 * @param {ReturnType<import('../form/session.js').FormSession['remains']>} remains
 */
export async function recover(work, { draft, since }) {
  const { occasion, element } = work
  if (!occasion) return
  work.recovering = new PhieuError('panic', [...since].map(([path, value]) => `${path}: ${value}`).join('\n'))
  work.desk.plan = await work.desk.read(work.desk.planText)
  const again = await work.open(occasion, draft ?? undefined)
  for (const [path, value] of since) if (work.session === again) again.set(path, value)
  work.notice = allWords(element.words).recovered
  element.requestUpdate()
}

/**
 * Shows what the office found, in an open form.
 * @param {import('../form/session.js').FormSession} session
 * @param {import('../types.js').Problem[]} problems
 */
export function refuse(session, problems) {
  session.mayBeSent()
  const known = new Set(session.problems.map(({ path, code }) => `${path} ${code}`))
  // An office refuses for errors; what else it found is no reason.
  const more = problems
    .filter(({ path, code }) => !known.has(`${path} ${code}`))
    .map((problem) => ({ ...problem, blocks: problem.severity === 'error' }))
  session.problems = [...session.problems, ...more]
  session.tell('problems')
}

/**
 * Shows what the office found while the form was closed.
 * @param {Work} work
 * @param {{ title: string, findings: import('../types.js').Problem[] }} refused
 */
export function recall(work, { title, findings }) {
  work.notice = `${work.element.words.refused}. ${title}`
  work.element.requestUpdate()
  if (findings.length > 0 && work.session) refuse(work.session, findings)
}
