/**
 * Opening a report again with what became of it: after a panic of the core, or after the office refused it.
 * @module
 */
import { PhieuError } from '../error.js'
import { written } from '../json.js'
import { allWords } from '../words/shared.js'

/** @typedef {import('./work.js').Work} Work */

/**
 * After a panic: the core is loaded again and the form opened from its draft, with what was typed since. The fields of
 * the form that broke stand until then, and what is typed in them meanwhile counts too.
 * @param {Work} work
 * @param {import('../session.js').FormSession} left
 */
export async function recover(work, left) {
  const { occasion, stage } = work
  if (!occasion) return
  const { draft, since } = left.remains()
  work.recovering = () =>
    new PhieuError('panic', [...since].map(([where, { text }]) => `${where}: ${text}`).join('\n'))
  work.desk.plan = await work.desk.read(work.desk.planText)
  const opened = await work.open(occasion, draft ?? undefined)
  const newer = new Set(opened.remains().since.keys())
  for (const [where, { again }] of since) if (work.session === opened && !newer.has(where)) again(opened)
  work.notice = allWords(stage.words).recovered
  stage.update()
}

/**
 * Shows what the office found in what was sent: at its fields, until it is mended or explained, and above the form
 * what no field can show.
 * @param {Work} work
 * @param {import('../store/keeper.js').Refused} refused
 */
export function refuse(
  work,
  { code, title, findings, submission = work.session?.keeper?.sent ?? undefined },
) {
  const { session, stage } = work
  if (session && code === 'outdated') session.outdated = title
  const sent = submission ? written(JSON.parse(submission).report) : undefined
  const heeded = session?.ask((form) => form.heedFindings(written(findings), sent))
  const elsewhere = heeded?.elsewhere.map(({ message }) => message) ?? []
  work.notice = [`${stage.words.refused}. ${title}`, ...elsewhere].join(' ')
  stage.update()
  if (!session || !heeded || findings.length === 0) return
  session.heed(heeded.change)
  session.mayBeSent()
}
