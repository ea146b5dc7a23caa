/**
 * How a database of the device is opened and first read, also ahead of whoever wants it: that takes a slow device as long as
 * the form's script takes on the line (ahead.js).
 * @module
 */

/** What a page keeps in a database of its own. @typedef {{ name: string, version: number, shelves: string[] }} Layout */

/** The form's own. @satisfies {Layout} */
export const LAYOUT = {
  name: 'phieu',
  version: 2,
  shelves: /** @type {import('./database.js').Shelf[]} */ (['drafts', 'outbox', 'kept', 'plans']),
}

/**
 * @param {Layout} layout
 * @param {number} [version] none for whatever a newer page has made of it
 * @returns {Promise<IDBDatabase>}
 */
export const connection = ({ name, shelves }, version) =>
  new Promise((resolve, reject) => {
    // Where the browser denies storage, asking for it may throw by itself.
    const opening = indexedDB.open(name, version)
    opening.onupgradeneeded = () => {
      const { result } = opening
      for (const shelf of shelves)
        if (!result.objectStoreNames.contains(shelf)) result.createObjectStore(shelf)
    }
    opening.onsuccess = () => {
      const { result } = opening
      // Another tab wants a newer layout: let go, or it waits for ever.
      result.onversionchange = () => result.close()
      resolve(result)
    }
    opening.onerror = () => reject(opening.error)
  })

/** What stood on some shelves, by shelf, `at` milliseconds since the page was opened. @typedef {{ at: number, shelves: Map<string, any[]> }} Reading */

/**
 * All that stands on some shelves now, in one reading.
 * @param {IDBDatabase} database
 * @param {string[]} shelves
 * @returns {Promise<Reading>}
 */
export const reading = (database, shelves) =>
  new Promise((resolve, reject) => {
    const transaction = database.transaction(shelves)
    const asked = shelves.map((shelf) => transaction.objectStore(shelf).getAll())
    transaction.oncomplete = () => {
      const found = shelves.map((shelf, place) => /** @type {const} */ ([shelf, asked[place]?.result ?? []]))
      resolve({ at: performance.now(), shelves: new Map(found) })
    }
    transaction.onabort = () => reject(transaction.error)
  })

/** @param {Layout} layout what a script of another build has opened is not taken for it */
export const nameOf = ({ name, version }) => `${name} ${version}`

/** Under which name it stands what was read of it. @param {Layout} layout */
export const readOf = (layout) => `${nameOf(layout)} read`
