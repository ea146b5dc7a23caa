/**
 * The unit's code is forgotten, and that it was chosen: whoever comes next begins anew.
 * @module
 */

import { dropLists } from './lists.js'

/** @param {import('./work.js').Work} work */
export async function forgetUnit(work) {
  // A form that is being opened again writes what was typed into it.
  await work.recovery
  const { stage, desk, unit, session } = work
  // What was told of the unit holds no more, also where it is chosen again.
  desk.access.forget(desk.summary.id, unit)
  dropLists((list) => list.plan === desk.summary.id && list.unit === unit)
  desk.unit = undefined
  stage.link = null
  stage.chosenUnit = null
  const { keeper } = session ?? {}
  // What was not written yet stays unwritten, and what is being written goes with the rest.
  if (keeper) {
    keeper._dirty = false
    keeper.known = undefined
  }
  session?.close()
  if (keeper) await desk.store.update('drafts', keeper.key, () => undefined).catch(() => {})
  Object.assign(work, {
    session: null,
    broken: null,
    dispatch: null,
    occasion: null,
    duties: [],
    stood: undefined,
  })
  // Back leads to nothing of the unit.
  work.journey?.begin(stage.unit ? 'duties' : 'units')
  return work.begin(stage.unit)
}
