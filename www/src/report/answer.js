/**
 * What the office says after the screen was shown: of the list, and of the report that is open.
 * @module
 */
import { last } from '../list.js'
import { allWords } from '../words/shared.js'
import { refuse } from './recovery.js'

/**
 * The device, which was silent when the page opened, holds by now what it held before and what was typed since.
 * @param {import('./work.js').Work} work
 */
export async function takeShelves(work) {
  // Where no plan could be opened, nothing was looked for.
  const { store } = work.stage.desk ?? {}
  const { arrived } = store ?? {}
  if (!store || !arrived) return
  delete store.arrived
  await arrived.catch(() => {})
  if (!store.lasting) return work.stage.update()
  await work.refresh()
  await takeAnswer(work)
  if (work.session?.keeper) await takeArrived(work.session.keeper)
}

/** The device holds the draft now, and perhaps an earlier one beside it. @param {import('../store/keeper.js').Keeper} keeper */
async function takeArrived(keeper) {
  /** @type {import('../store/keeper.js').DraftRecord | undefined} */
  const record = await keeper.store.get('drafts', keeper.key).catch(() => undefined)
  const other = last(record?.others)
  if (other) keeper.tell({ other })
  if (keeper.known) keeper.touch()
}

/** @param {import('./work.js').Work} work */
export async function takeAnswer(work) {
  const { stage, desk, session, occasion } = work
  if (desk.asked) stage.announce(allWords(stage.words).statusKnown)
  if (!session || !occasion) return
  stage.one('phieu-form')?.passTime()
  const now = work.duties.find(({ key }) => key === occasion.key) ?? occasion
  work.occasion = now
  // What is being reviewed is what will be sent.
  if (session.isTouched() || stage.screen !== 'form') return session.hear(desk.decisionOf(now), now.state)
  // Nothing has been typed yet: the report may begin with what was sent from elsewhere.
  const opened = await work.opened(now)
  if (work.session !== session || session.isTouched()) return opened.session.close()
  session.close()
  work.take(opened)
  if (opened.refused) refuse(work, opened.refused)
  stage.update()
}
