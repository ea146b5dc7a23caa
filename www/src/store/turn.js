/**
 * One tab at a time. A tab that waits for its turn takes it as soon as the other is done, or dead.
 * @module
 */
import { uuid } from './uuid.js'

// Longer than a sending may take, with what is asked when it fails: whoever holds a turn for so long is gone, or sleeps.
const LONGEST = 100_000
const LOOK_AGAIN = 400
// How often a lease is tried to be written that cannot be.
const MOST_FAILURES = 3

/** This page, among the tabs. */
const me = uuid()

/**
 * Does something with an entry of the outbox while no other tab does. Web Locks where the browser has them (they end
 * with their tab); else, as on plain http, a lease in the entry itself, which runs out.
 * @template T
 * @param {import('./database.js').Store} store
 * @param {string} id
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function inTurn(store, id, task) {
  const { locks } = navigator
  if (!locks) return underLease(store, id, task)
  let isOurs = false
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), LONGEST)
  const begin = () => {
    isOurs = true
    clearTimeout(timer)
    return task()
  }
  try {
    return await locks.request(`phieu:${id}`, { signal: stop.signal }, begin)
  } catch (error) {
    clearTimeout(timer)
    // A frame that may keep nothing is refused locks as well, and a tab that sleeps may keep one for ever.
    if (isOurs) throw error
    return underLease(store, id, task)
  }
}

/**
 * @template T
 * @param {import('./database.js').Store} store
 * @param {string} id
 * @param {() => Promise<T>} task
 */
async function underLease(store, id, task) {
  let failures = 0
  for (;;) {
    const isOurs = await takes(store, id).catch(() => {
      failures += 1
      // A device that is only slow writes the lease yet; where none can be written, nobody is waited for.
      return failures === MOST_FAILURES
    })
    if (isOurs) break
    await new Promise((done) => setTimeout(done, LOOK_AGAIN))
  }
  try {
    return await task()
  } finally {
    await store.update('outbox', id, (old) => old && { ...old, lease: undefined }).catch(() => {})
  }
}

/**
 * @param {import('./database.js').Store} store
 * @param {string} id
 */
async function takes(store, id) {
  let isOurs = true
  await store.update('outbox', id, (/** @type {import('./letters.js').Letter | undefined} */ old) => {
    // The hour is read when the entry is: another tab may have taken its turn since this one asked for it.
    const now = Date.now()
    const until = now + LONGEST
    // One that ends later than any can was taken before the clock was set back.
    isOurs = !old?.lease || old.lease.by === me || old.lease.until < now || old.lease.until > until
    return old && isOurs ? { ...old, lease: { by: me, until } } : old
  })
  return isOurs
}
