/**
 * What the outbox hears, perhaps of a report that was sent before a reload, and whom it concerns.
 * @module
 */
import { heir } from '../store/letters.js'
import { answered } from './dispatch.js'
import { refuse } from './recovery.js'

/** @typedef {import('./work.js').Work} Work */

/**
 * @param {Work} work
 * @param {import('../store/outbox.js').Delivery} delivery
 */
export async function delivered(work, { letter, answer }) {
  const { desk, unit, dispatch, stage } = work
  const { id, submission } = letter
  const { report } = JSON.parse(submission)
  lead(work, letter, answer)
  // Who sends it hears of it there.
  const isOurs = report.plan === desk.summary.id && report.unit === unit
  if (dispatch?.sending || answer.kind === 'waiting' || !isOurs) return
  const isShown = stage.screen === 'receipt' && dispatch?.shown && JSON.parse(dispatch.shown).id === id
  return answered(work, isShown ? dispatch.occasion.key : '', answer, submission)
}

/**
 * The open report was made from the letter: now from what became of it.
 * @param {Work} work
 * @param {import('../store/letters.js').Letter} letter
 * @param {import('../store/letters.js').Answer} answer
 */
function lead(work, letter, answer) {
  const { session } = work
  const { keeper } = session ?? {}
  if (!session || !keeper || answer.kind === 'waiting' || keeper.key !== letter.draftKey) return
  if (keeper.base === letter.id) keeper.base = heir(letter, answer)
  if (answer.kind === 'refused' && answer.code === 'outdated')
    refuse(work, { ...answer, submission: letter.submission })
}
