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
const LONGEST = 30_000

/**
 * What comes in time, else an error.
 * @template T
 * @param {(signal: AbortSignal) => Promise<T>} fetch hears when it is given up
 * @returns {Promise<T>}
 */
export function inTime(fetch) {
  const stop = new AbortController()
  return Promise.race([
    fetch(stop.signal),
    new Promise((_, fail) => {
      setTimeout(() => {
        stop.abort()
        fail(new Error('timeout'))
      }, LONGEST)
    }),
  ])
}
