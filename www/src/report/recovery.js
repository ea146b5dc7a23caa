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
 * the form that broke stand until then, and what is typed in them meanwhile counts too. Where the core only lacked the rest of
 * it, they stand on, with the focus in them, and it is no news.
 * @param {Work} work
 * @param {import('../session.js').FormSession} left
 * @param {boolean} isLacking
 */
export async function recover(work, left, isLacking) {
  const { occasion, stage, unit } = work
  if (!occasion) return
  const { draft, since } = left.remains()
  work.recovering = () =>
    new PhieuError('panic', [...since].map(([where, { text }]) => `${where}: ${text}`).join('\n'))
  const { desk } = work
  desk.plan = await desk.read(desk.planText)
  // The person may have gone on to something else meanwhile.
  if (work.session || work.occasion?.key !== occasion.key) return keepRemains(work, { unit, occasion, left })
  const opened = await (isLacking ? replaced : reopened)(work, occasion, draft ?? undefined)
  const newer = new Set(opened.remains().since.keys())
  const shown = [...left._shown]
  for (const [where, { again }] of since) if (work.session === opened && !newer.has(where)) again(opened)
  // What was called out stays so.
  for (const [path, how] of shown) if (since.has(path) && !newer.has(path)) opened._shown.set(path, how)
  if (!isLacking) work.notice = allWords(stage.words).recovered
  stage.update()
}

/** @param {Work} work @param {import('../types.js').DutyView} occasion @param {string | undefined} draft */
const reopened = (work, occasion, draft) => work.open(occasion, draft)

/** @param {Work} work @param {import('../types.js').DutyView} occasion @param {string | undefined} draft */
async function replaced(work, occasion, draft) {
  const { restoredAt } = work
  const opened = await work.opened(occasion, draft)
  work.take({ ...opened, restoredAt })
  return opened.session
}

/**
 * Writes what was typed in a form that broke and was left before it could be opened again.
 * @param {Work} work
 * @param {{ unit: string, occasion: import('../types.js').DutyView, left: import('../session.js').FormSession }} of
 */
async function keepRemains(work, { unit, occasion, left }) {
  const { stage, desk } = work
  const { draft, since } = left.remains()
  const { session } = await desk.openForm({
    ...{ unit, occasion, now: stage.moment(), lang: stage.language, ...(draft ? { draft } : {}) },
    // Nobody looks at it: what breaks it again leaves the draft as the core last gave it.
    hooks: { onPanic: () => {}, announce: () => {}, onSaved: () => {} },
  })
  for (const { again } of since.values()) again(session)
  await session.keeper?.flush()
  session.close()
  await work.refresh()
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
  work.notice = [allWords(stage.words).refusedFor(title), ...elsewhere].join(' ')
  stage.update()
  if (!session || !heeded || findings.length === 0) return
  session.heed(heeded.change)
  session.mayBeSent()
}
