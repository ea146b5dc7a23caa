/**
 * Where the page keeps things: on the device, or in its own memory for as long as the device does not answer. What was
 * kept in memory goes over to the device as soon as that answers.
 * @module
 */
import { together } from './versions.js'

/** @typedef {import('./database.js').Shelf} Shelf */
/** @typedef {import('./database.js').Shelves} Shelves */
/** @typedef {import('./database.js').Store} Store */

// Nobody waits longer for a device that says nothing: another tab may hold its layout, or its disk may be stuck.
const PATIENCE = 3_000

/**
 * @param {Shelves & { answers: () => Promise<unknown> }} device
 * @param {Shelves & { held: Record<string, Map<string, any>> }} memory
 * @returns {Promise<Store>}
 */
export async function sheltered(device, memory) {
  /** @type {Shelves} */
  let place = device
  /** @type {Store} */
  const store = {
    lasting: true,
    silent: false,
    get: (shelf, key) => place.get(shelf, key),
    all: (shelf) => place.all(shelf),
    update: (shelf, key, change) => place.update(shelf, key, change),
  }
  const answers = device.answers()
  const isThere = await Promise.race([
    answers.then(
      () => true,
      () => false,
    ),
    new Promise((done) => setTimeout(done, PATIENCE)),
  ])
  if (isThere) return store
  place = memory
  store.lasting = false
  store.silent = isThere === undefined
  if (store.silent) store.arrived = answers.then(goOver, deny)
  return store

  function deny() {
    store.silent = false
  }

  async function goOver() {
    place = device
    for (const [shelf, entries] of Object.entries(memory.held))
      for (const [key, held] of entries)
        await device.update(/** @type {Shelf} */ (shelf), key, (old) =>
          shelf === 'drafts' ? together(old, held) : held,
        )
    store.lasting = true
    store.silent = false
  }
}
