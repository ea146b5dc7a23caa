/**
 * Putting off what nobody waits for.
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
