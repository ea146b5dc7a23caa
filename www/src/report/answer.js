/**
 * What the office says of a report that stood on the screen before it answered.
 * @module
 */

/** @param {import('./work.js').Work} work */
export async function takeAnswer(work) {
  const { element, desk, session, occasion } = work
  if (!session || !occasion) return
  const { duty, period } = occasion
  const now = work.duties.find((each) => each.duty === duty && each.period.from === period.from) ?? occasion
  work.occasion = now
  // What is being reviewed is what will be sent.
  if (session.isTouched() || element.screen !== 'form') return session.hear(desk.decisionOf(now), now.state)
  // Nothing has been typed yet: the report may begin with what was sent from elsewhere.
  const opened = await work.opened(now)
  if (work.session !== session || session.isTouched()) return opened.session.close()
  session.close()
  work.take(opened)
  element.requestUpdate()
}
