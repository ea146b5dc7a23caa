/**
 * Putting off what nobody waits for, and giving up what is waited for in vain.
 * @module
 */

// A page that is busy for good still gets on with it.
const PATIENCE = 300

/**
 * Does something once the next frame is on the screen and nobody is typing.
 * @param {() => void} task
 */
export function afterFrame(task) {
  requestAnimationFrame(() => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(task, { timeout: PATIENCE })
    else setTimeout(task)
  })
}

// A line that hangs is a line that is down.
export const LONGEST = 30_000

/**
 * What comes in time, else an error.
 * @template T
 * @param {Promise<T>} coming
 * @returns {Promise<T>}
 */
export const inTime = (coming) =>
  Promise.race([
    coming,
    new Promise((_, fail) => {
      setTimeout(() => fail(new Error('timeout')), LONGEST)
    }),
  ])

/**
 * What is fetched until it has come: each time someone wants it, it is asked for anew, since what hangs may hang for
 * good, and whatever comes first has come for all, since what is slow must not begin anew.
 * @template T
 * @param {(attempts: number) => Promise<T>} ask hears how often it was asked before
 */
export function lasting(ask) {
  let attempts = 0
  let isHere = false
  /** @type {(it: T) => void} */
  let bring
  /** @type {Promise<T>} */
  const come = new Promise((done) => {
    bring = done
  })
  const asking = async () => {
    bring(await ask(attempts++))
    isHere = true
    return come
  }
  return () => (isHere ? come : Promise.race([come, asking().catch(asking)]))
}
