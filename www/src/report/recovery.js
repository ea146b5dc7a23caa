/**
 * Opening a report again with what became of it: after a panic of the core, or after the office refused it.
 * @module
 */
import { PhieuError } from '../error.js'
import { written } from '../json.js'
import { allWords } from '../words/shared.js'

/** @typedef {import('./work.js').Work} Work */

/**
 * After a panic: the core is loaded again and the form opened from its draft, with what was typed since.
 * @param {Work} work
 * @param {ReturnType<import('../session.js').FormSession['remains']>} remains
 */
export async function recover(work, { draft, since }) {
  const { occasion, stage } = work
  if (!occasion) return
  work.recovering = new PhieuError('panic', [...since].map(([path, value]) => `${path}: ${value}`).join('\n'))
  work.desk.plan = await work.desk.read(work.desk.planText)
  const again = await work.open(occasion, draft ?? undefined)
  for (const [path, value] of since) if (work.session === again) again.set(path, value)
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
  const sent = submission ? `[${written(JSON.parse(submission).report)}]` : '[]'
  const heeded = session?.ask((form) => form.heedFindings(written(findings), sent))
  const elsewhere = heeded?.elsewhere.map(({ message }) => message) ?? []
  work.notice = [`${stage.words.refused}. ${title}`, ...elsewhere].join(' ')
  stage.update()
  if (!session || !heeded || findings.length === 0) return
  session.heed(heeded.change)
  session.mayBeSent()
}
