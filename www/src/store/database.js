/**
 * What is kept on the device: drafts, the outbox, receipts, plans. IndexedDB where the browser lets us, memory
 * where it does not, and the page is told which, so that nobody believes a draft safe that is not.
 *
 * Three calls of IndexedDB, made here: the library for it weighs 1.2 KB in the first load and wraps each request in
 * listeners and promises, with every keystroke that is saved.
 * @module
 */

/** @typedef {'drafts' | 'outbox' | 'kept' | 'plans'} Shelf */
const SHELVES = /** @type {Shelf[]} */ (['drafts', 'outbox', 'kept', 'plans'])

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

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** @returns {Promise<IDBDatabase>} */
function opened() {
  const opening = indexedDB.open('phieu', 2)
  opening.onupgradeneeded = () => {
    const { result } = opening
    for (const shelf of SHELVES) if (!result.objectStoreNames.contains(shelf)) result.createObjectStore(shelf)
  }
  return done(opening)
}

/** @returns {Promise<Store>} */
async function openLasting() {
  const database = await opened()
  // Another tab wants a newer layout: let go, or it waits for ever.
  database.onversionchange = () => database.close()
  const read = (/** @type {Shelf} */ shelf) => database.transaction(shelf).objectStore(shelf)
  return {
    lasting: true,
    get: async (shelf, key) => done(read(shelf).get(key)),
    all: async (shelf) => done(read(shelf).getAll()),
    update: (shelf, key, change) =>
      new Promise((resolve, reject) => {
        const transaction = database.transaction(shelf, 'readwrite')
        const store = transaction.objectStore(shelf)
        const old = store.get(key)
        /** @type {any} */
        let value
        old.onsuccess = () => {
          value = change(old.result)
          if (value === undefined) store.delete(key)
          else store.put(value, key)
        }
        transaction.oncomplete = () => resolve(value)
        transaction.onabort = () => reject(transaction.error)
      }),
  }
}
/** @returns {Store} */
export function inMemory() {
  /** @type {Record<Shelf, Map<string, any>>} */
  const shelves = { drafts: new Map(), outbox: new Map(), kept: new Map(), plans: new Map() }
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
