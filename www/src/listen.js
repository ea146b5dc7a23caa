/**
 * Listening until a signal says otherwise: browsers of the targets do not know `signal` among the options of
 * `addEventListener` and would listen for ever.
 * @module
 */

/**
 * @param {EventTarget} target
 * @param {string} type
 * @param {(event: any) => void} listener
 * @param {AbortSignal} [signal]
 */
export function listen(target, type, listener, signal) {
  target.addEventListener(type, listener)
  signal?.addEventListener('abort', () => target.removeEventListener(type, listener))
}
