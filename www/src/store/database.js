/**
 * What is kept on the device: drafts, the outbox, receipts, plans. IndexedDB where the browser lets us, memory
 * where it does not, and the page is told which, so that nobody believes a draft safe that is not.
 *
 * The few calls of IndexedDB are made here: a library for it weighs on the first load, and wraps each request in
 * listeners and promises, with every keystroke that is saved.
 * @module
 */
import { takeOver } from '../begun.js'
import { LAYOUT, nameOf, connection as opened, readOf } from './connection.js'
import { sheltered } from './shelter.js'

/** @typedef {'drafts' | 'outbox' | 'kept' | 'plans'} Shelf */
/** @typedef {import('./connection.js').Layout} Layout */

/**
 * @template {string} [Name=Shelf]
 * @typedef {object} Shelves
 * @property {(shelf: Name, key: string) => Promise<any>} get
 * @property {(shelf: Name) => Promise<any[]>} all
 * @property {(shelf: Name, key: string, change: (old: any) => any) => Promise<any>} update
 *   reads, changes and writes in one transaction; a change to `undefined` deletes
 */
/**
 * @typedef {Shelves & { lasting: boolean, silent: boolean, arrived?: Promise<void> }} Store `lasting`: what is put here
 *   is still there after a reload. `silent`: the device has not answered yet; once it has, what was kept in memory has
 *   `arrived` there
 */

/** @type {Promise<Store> | undefined} */
let shared

/**
 * The page's one store.
 * @returns {Promise<Store>}
 */
export function openStore() {
  shared ??= sheltered(onDevice(LAYOUT), inMemory())
  return shared
}

// The form's script takes no longer on a line on which people wait for it.
const FRESH = 10_000

// A device that has answered once and is silent now: whoever waits is told that it failed.
const LIMIT = 8_000

/**
 * A database of the device. Its connection is made anew where it was lost, and every wait for it has an end.
 * @template {string} [Name=Shelf]
 * @param {Layout} layout
 * @returns {Shelves<Name> & { answers: () => Promise<unknown> }}
 */
export function onDevice(layout) {
  /** @type {Promise<IDBDatabase> | undefined} */
  let connection
  /** What was read ahead of this script, until somebody takes it or writes there. @type {Promise<import('./connection.js').Reading> | undefined} */
  const ahead = takeOver(readOf(layout))

  /** @param {string} shelf */
  async function readAhead(shelf) {
    const read = await ahead?.catch(() => undefined)
    const found = read?.shelves.get(shelf)
    read?.shelves.delete(shelf)
    // Another tab may have written since.
    return read && performance.now() < read.at + FRESH ? found : undefined
  }

  function connected() {
    if (connection) return connection
    const forget = () => {
      if (connection === made) connection = undefined
    }
    const made = (takeOver(nameOf(layout)) ?? opened(layout, layout.version))
      .catch((error) => (error?.name === 'VersionError' ? opened(layout) : Promise.reject(error)))
      .then((database) => {
        // Another tab wants a newer layout: let go, or it waits for ever.
        database.onversionchange = () => {
          forget()
          database.close()
        }
        database.onclose = forget
        return database
      })
    connection = made
    made.catch(forget)
    return made
  }

  /**
   * @template T
   * @param {string} shelf
   * @param {IDBTransactionMode} mode
   * @param {(store: IDBObjectStore) => () => T} work gives what it has got, once all of it is done
   * @param {boolean} [isAgain]
   * @returns {Promise<T>}
   */
  async function transact(shelf, mode, work, isAgain) {
    const used = connected()
    try {
      const database = await used
      return await new Promise((resolve, reject) => {
        const transaction = database.transaction(shelf, mode)
        const result = work(transaction.objectStore(shelf))
        transaction.oncomplete = () => resolve(result())
        transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
      })
    } catch (error) {
      if (isAgain || /** @type {any} */ (error).name === 'QuotaExceededError') throw error
      // A connection that was lost (site data cleared, the browser's own process gone) is made anew.
      if (connection === used) connection = undefined
      used.then(
        (database) => database.close(),
        () => {},
      )
      return transact(shelf, mode, work, true)
    }
  }

  const all = (/** @type {string} */ shelf) =>
    transact(shelf, 'readonly', (store) => {
      const reading = store.getAll()
      return () => reading.result
    })
  const get = (/** @type {string} */ shelf, /** @type {string} */ key) =>
    transact(shelf, 'readonly', (store) => {
      const reading = store.get(key)
      return () => reading.result
    })
  return {
    answers: () => {
      const asked = get(/** @type {string} */ (layout.shelves[0]), '')
      return ahead ? Promise.race([ahead.catch(() => asked), asked]) : asked
    },
    get: (shelf, key) => timely(get(shelf, key)),
    all: (shelf) => timely(readAhead(shelf).then((found) => found ?? all(shelf))),
    update: (shelf, key, change) => {
      readAhead(shelf)
      return timely(
        transact(shelf, 'readwrite', (store) => {
          /** @type {any} */
          let value
          const old = store.get(key)
          old.onsuccess = () => {
            value = change(old.result)
            if (value === undefined) store.delete(key)
            else store.put(value, key)
          }
          return () => value
        }),
      )
    },
  }
}

/**
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
const timely = (promise) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the device does not answer')), LIMIT)
    promise.then(resolve, reject).then(() => clearTimeout(timer))
  })

/** @returns {Shelves & { held: Record<Shelf, Map<string, any>> }} */
function inMemory() {
  /** @type {Record<Shelf, Map<string, any>>} */
  const held = { drafts: new Map(), outbox: new Map(), kept: new Map(), plans: new Map() }
  return {
    held,
    get: async (shelf, key) => held[shelf].get(key),
    all: async (shelf) => [...held[shelf].values()],
    async update(shelf, key, change) {
      const value = change(held[shelf].get(key))
      if (value === undefined) held[shelf].delete(key)
      else held[shelf].set(key, value)
      return value
    },
  }
}
