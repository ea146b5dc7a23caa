/**
 * What the office says after the screen was shown: of the list, and of the report that is open.
 * @module
 */
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
  await work.session?.keeper?.arrived()
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
