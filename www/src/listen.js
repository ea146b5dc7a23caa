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
 * @param {boolean} [capture] whether before anything inside can keep it to itself
 */
export function listen(target, type, listener, signal, capture = false) {
  target.addEventListener(type, listener, capture)
  signal?.addEventListener('abort', () => target.removeEventListener(type, listener, capture))
}
