/**
 * The work on plans as this device keeps it: a database of its own, a record a plan.
 * @module
 */
import { onDevice } from '../store/database.js'

/** @typedef {{ id: string, title: string, json: string, phones?: string, at: number, revision: number }} Work
 * `phones`: the telephone numbers of units, apart from the plan */

/** Another tab has kept something newer. */
export class Elsewhere extends Error {}

/** @type {import('../store/database.js').Shelves<'works'>} */
const device = onDevice({ name: 'phieu-plan', version: 1, shelves: ['works'] })

/** All works, the newest first. @returns {Promise<Work[]>} */
export async function works() {
  /** @type {Work[]} */
  const all = await device.all('works')
  return all.sort((a, b) => b.at - a.at)
}

/**
 * Keeps a work, if nobody else has kept a newer one meanwhile.
 * @param {Work} work its `revision` is the one that was last read or kept here
 * @returns {Promise<number>} the revision from now on
 * @throws {Elsewhere}
 */
export async function keep(work) {
  const next = { ...work, revision: work.revision + 1 }
  /** @param {Work | undefined} known */
  const isNewer = (known) => Boolean(known && known.revision !== work.revision)
  const kept = await device.update('works', work.id, (known) => (isNewer(known) ? known : next))
  if (kept !== next) throw new Elsewhere()
  return next.revision
}

/** @param {string} id */
export async function forget(id) {
  await device.update('works', id, () => undefined)
}
