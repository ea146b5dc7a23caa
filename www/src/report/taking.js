/**
 * Opening another draft in place of the open one: another tab's version of it, or one from a file.
 * @module
 */
import { openFile } from '../store/file.js'
import { setAside } from '../store/versions.js'
import { allWords } from '../words/later.js'

/**
 * @param {import('./work.js').Work} work
 * @param {string} [draft] asks for a file where there is none
 */
export async function takeDraft(work, draft) {
  const { element, occasion, session } = work
  const text = draft ?? (await openFile('.json,application/json'))
  if (!text || !occasion) return
  try {
    if (draft && session?.keeper) await setAside(session.keeper, draft)
    await work.open(occasion, text)
  } catch {
    work.notice = allWords(element.words).badFile
    element.requestUpdate()
  }
}
