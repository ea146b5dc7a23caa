/**
 * The work on plans as this device keeps it: one database of its own, a record a plan.
 * @module
 */

const NAME = 'phieu-plan'
const STORE = 'works'

/** @typedef {{ id: string, title: string, json: string, at: number, revision: number }} Work */

/** Another tab has kept something newer. */
export class Elsewhere extends Error {}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** @type {Promise<IDBDatabase> | undefined} */
let opened

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opened
}

/** @param {IDBTransactionMode} mode */
async function store(mode) {
  return (await open()).transaction(STORE, mode).objectStore(STORE)
}

/** All works, the newest first. @returns {Promise<Work[]>} */
export async function works() {
  const all = await answer((await store('readonly')).getAll())
  return all.sort((a, b) => b.at - a.at)
}

/**
 * Keeps a work, if nobody else has kept a newer one meanwhile.
 * @param {Work} work its `revision` is the one that was last read or kept here
 * @returns {Promise<number>} the revision from now on
 * @throws {Elsewhere}
 */
export async function keep(work) {
  const shelf = await store('readwrite')
  const known = await answer(shelf.get(work.id))
  if (known && known.revision !== work.revision) throw new Elsewhere()
  const revision = work.revision + 1
  await answer(shelf.put({ ...work, revision }))
  return revision
}

/** @param {string} id */
export async function forget(id) {
  await answer((await store('readwrite')).delete(id))
}
