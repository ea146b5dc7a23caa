/**
 * Opening another draft in place of the open one: another tab's version of it, or one from a file.
 * @module
 */
import { written } from '../json.js'
import { openFile } from '../store/file.js'
import { setAside } from '../store/versions.js'
import { allWords } from '../words/shared.js'

/**
 * @param {import('./work.js').Work} work
 * @param {string} [draft] asks for a file where there is none
 * @param {boolean} [isMeant] whether a person has said that it belongs here
 */
export async function takeDraft(work, draft, isMeant = false) {
  const { desk, occasion, session } = work
  const text = draft ?? (await openFile('.json,application/json'))
  if (!text || !occasion || work.session !== session) return
  const key = desk.keyOf(text)
  if (!session || isMeant || key === undefined || key === occasion.key) return openDraft(work, text)
  // Of another unit, duty, period or plan: a person says whether it is meant.
  session.foreign = { text, ...bothNamed(work, text) }
  session.tell('other')
}

/**
 * Opens a draft in the form that is open; what stood there is kept beside it.
 * @param {import('./work.js').Work} work
 * @param {string} given
 */
async function openDraft(work, given) {
  const { stage, occasion, session, desk, unit } = work
  if (!occasion) return
  try {
    const text = asDraft(work, given)
    const { duty, period } = occasion
    // What cannot be opened changes nothing.
    desk.plan.form({ unit, duty, period, draft: text, earlier: [], now: stage.moment() }).free()
    const mine = session?.keeper && (session.isTouched() || session.opened) ? session.draft() : null
    if (mine && session?.keeper) await setAside(session.keeper, text)
    if (work.session !== session) return
    const again = await work.open(occasion, text)
    // Where the device keeps nothing, it is kept for as long as the page is open.
    if (mine && mine !== text && !again.other) {
      again.other = { draft: mine, at: Date.now() }
      again.tell('other')
    }
  } catch {
    work.notice = allWords(stage.words).badFile
    stage.update()
  }
}

/**
 * A draft as it is; a report that was saved on its way to the office, as it would be typed.
 * @param {import('./work.js').Work} work
 * @param {string} text
 */
function asDraft({ desk, stage }, text) {
  const { report } = JSON.parse(text)
  if (!report) return text
  const { unit, duty, period } = report
  const earlier = [written(report)]
  const form = desk.plan.form({ unit, duty, period, draft: null, earlier, now: stage.moment() })
  const draft = form.draft()
  form.free()
  return draft
}

/**
 * What a file is of, and what the form is, in the same words.
 * @param {import('./work.js').Work} work
 * @param {string} text
 */
function bothNamed({ desk, occasion, unit }, text) {
  const read = JSON.parse(text)
  const of = read.report ?? read
  const { duty, period } = occasion ?? of
  return {
    file: desk.plan.named(of) ?? '',
    form: desk.plan.named({ plan: desk.summary.id, unit, duty, period }) ?? '',
  }
}
