/**
 * What is kept on the device: drafts, the outbox, receipts. IndexedDB where the browser lets us, memory
 * where it does not, and the page is told which, so that nobody believes a draft safe that is not.
 * @module
 */
import { openDB } from 'idb'

/** @typedef {'drafts' | 'outbox' | 'kept'} Shelf */
const SHELVES = /** @type {Shelf[]} */ (['drafts', 'outbox', 'kept'])

/**
 * @typedef {object} Store
 * @property {boolean} lasting whether what is put here is still there after a reload
 * @property {(shelf: Shelf, key: string) => Promise<any>} get
 * @property {(shelf: Shelf) => Promise<any[]>} all
 * @property {(shelf: Shelf, key: string, change: (old: any) => any) => Promise<any>} update
 *   reads, changes and writes in one transaction; a change to `undefined` deletes
 */

/** @type {Promise<Store> | undefined} */
let shared

/**
 * The page's one store.
 * @returns {Promise<Store>}
 */
export function openStore() {
  shared ??= openLasting().catch(() => inMemory())
  return shared
}

/** @returns {Promise<Store>} */
async function openLasting() {
  const database = await openDB('phieu', 1, {
    upgrade(fresh) {
      for (const shelf of SHELVES) fresh.createObjectStore(shelf)
    },
    // Another tab wants a newer layout: let go, or it waits for ever.
    blocking: (_from, _to, event) => /** @type {IDBDatabase} */ (event.target).close(),
  })
  return {
    lasting: true,
    get: (shelf, key) => database.get(shelf, key),
    all: (shelf) => database.getAll(shelf),
    async update(shelf, key, change) {
      const transaction = database.transaction(shelf, 'readwrite')
      const value = change(await transaction.store.get(key))
      if (value === undefined) await transaction.store.delete(key)
      else await transaction.store.put(value, key)
      await transaction.done
      return value
    },
  }
}

/** @returns {Store} */
export function inMemory() {
  /** @type {Record<Shelf, Map<string, any>>} */
  const shelves = { drafts: new Map(), outbox: new Map(), kept: new Map() }
  return {
    lasting: false,
    get: async (shelf, key) => shelves[shelf].get(key),
    all: async (shelf) => [...shelves[shelf].values()],
    async update(shelf, key, change) {
      const value = change(shelves[shelf].get(key))
      if (value === undefined) shelves[shelf].delete(key)
      else shelves[shelf].set(key, value)
      return value
    },
  }
}
