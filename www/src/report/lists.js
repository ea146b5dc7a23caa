/**
 * Keeping what a unit owes on the device, so that the next visit shows it before the core is there.
 * @module
 */
import { written } from '../json.js'
import { listName, PREFIX, whose } from '../store/last.js'
import { allWords } from '../words/shared.js'

/** @typedef {import('../store/last.js').LastList} LastList */

// A portal that names every version of a plan otherwise must not fill the device.
const MOST = 8
// Nor a plan that asks for something every day.
const MOST_DUTIES = 200

/**
 * Keeps the list as the office has answered for it, and says that it is the newest where that of the last visit stood.
 * @param {import('./work.js').Work} work
 */
export function keepList(work) {
  const { duties, unit, stage, renewed } = work
  const { desk } = stage
  if (!desk || desk.asked === undefined) return
  const { summary, plan, store, planUrl, denied, asked, isTried } = desk
  const words = allWords(stage.words)
  work.renewed = false
  if (isTried) return
  if (renewed && asked) stage.announce(words.statusKnown)
  if (denied !== undefined) return dropLists((list) => list.plan === summary.id && list.unit === unit)
  const unitName = desk.unitName(unit)
  const isTooMuch = duties.length === 0 || duties.length > MOST_DUTIES
  // What only the host's login lets see is kept nowhere.
  if (!asked || !unitName || !store.lasting || stage.token || isTooMuch) return
  const at = stage.moment()
  /** @type {LastList} */
  const list = {
    ...{ of: whose(stage, summary.id), plan: summary.id, title: summary.title, unit, unitName },
    ...{ at, said: words.ofLastVisit(plan.moment(at)) },
    duties: duties.map((duty) => ({
      ...duty,
      // Until it is sent, how it stands depends on the hour.
      standsText: duty.isOwed ? words.lastState(duty.stateText) : duty.standsText,
      // What the office says of a report is told to whoever it lets in.
      known: { ...desk.known(duty), decision: undefined },
    })),
  }
  try {
    localStorage.setItem(listName(planUrl), written(list))
    const others = kept().sort((a, b) => b.list.at - a.list.at)
    for (const { name } of others.slice(MOST)) localStorage.removeItem(name)
  } catch {
    // Blocked or full: the next visit begins without.
  }
}

/** @returns {{ name: string, list: LastList }[]} */
function kept() {
  const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))
  return names.map((name) => ({ name, list: JSON.parse(localStorage.getItem(name) ?? '{}') }))
}

/** @param {(list: LastList) => boolean} isMeant */
export function dropLists(isMeant) {
  try {
    for (const { name, list } of kept()) if (isMeant(list)) localStorage.removeItem(name)
  } catch {
    // Blocked: nothing was put there either.
  }
}
