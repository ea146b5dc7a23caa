/**
 * Adding files to a report that was sent, as an amendment of it: nobody walks through the form for the scan of what was signed.
 * @module
 */
import { filesScript } from '../here.js'
import { last } from '../list.js'
import { differInFilesAlone } from '../papers.js'
import { inOrder, reportIn } from '../store/letters.js'
import { uuid } from '../store/uuid.js'
import { Dispatch } from './dispatch.js'
import { sameReport } from './outdated.js'

/** @typedef {import('./work.js').Work} Work */
/** @typedef {import('../types.js').DutyView} DutyView */

/**
 * Opens what takes the files of a report that was sent.
 * @param {Work} work
 * @param {DutyView} occasion
 */
export async function scanOf(work, occasion) {
  const { desk, stage } = work
  const before = work.session
  if (before?.keeper?.key !== occasion.key) {
    await before?.keeper?.flush()
    const opened = await work.opened(occasion)
    before?.close()
    work.take(opened)
  }
  const { session } = work
  if (!session) return
  work.occasion = occasion
  work.outdated = null
  const adding = new Adding(work, { session, occasion, desk })
  adding.shown = adding.stands() ?? null
  work.dispatch = adding
  await stage.show('scan')
  filesScript().catch((error) => stage.hinder(error))
}

/** The sending of what was added. */
class Adding extends Dispatch {
  /** What was sent last, perhaps still on its way. */
  stands() {
    const { desk, occasion } = this
    const waiting = inOrder(desk.letters.filter(({ draftKey }) => draftKey === occasion.key))
    return (last(waiting) ?? desk.receiptOf(occasion))?.submission ?? this.session?.keeper?.sent ?? undefined
  }

  /**
   * Sends the files; where the draft says something else than what was sent, it is read once more before.
   * @override
   * @returns {Promise<unknown>} 'none' where nothing was added
   */
  async send() {
    const { work, session, stage } = this
    if (!session || this.sending) return undefined
    if (!session.mayBeSent()) {
      await stage.show('form')
      return work.point()
    }
    const mine = session.ask((form) => form.submission({ id: uuid(), preparedAt: 0 }))
    const sent = this.stands()
    if (mine === undefined) return undefined
    if (sent && sameReport(sent, mine)) return 'none'
    const { plan } = work.desk
    if (sent && differInFilesAlone(plan, reportIn(sent), reportIn(mine))) return super.send()
    work.dispatch = null
    return work.toReview()
  }
}
