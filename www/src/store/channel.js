/**
 * Telling the other tabs of this site that a draft was written, or that the outbox has changed. What it is they read
 * from the device.
 * @module
 */
import { listen } from '../listen.js'

const NAME = 'phieu:wrote'
const HERE = Symbol.for('phieu.channel')
const page = /** @type {any} */ (globalThis)
// One for all scripts of a page: none of them is told what another has told.
page[HERE] ??= opened()
/** @type {BroadcastChannel | null} */
const channel = page[HERE]

function opened() {
  try {
    // A server's would keep it running.
    return globalThis.document && 'BroadcastChannel' in globalThis ? new BroadcastChannel(NAME) : null
  } catch {
    // A frame that may keep nothing may have no channel either.
    return null
  }
}

/** @param {string} key */
export function tellTabs(key) {
  try {
    // Without channels, a change of localStorage is what other tabs hear; the same text twice is no change.
    if (channel) channel.postMessage(key)
    else localStorage.setItem(NAME, `${Date.now()}|${key}`)
  } catch {
    // Blocked: the other tab finds out when it writes itself.
  }
}

/**
 * @param {string} key
 * @param {() => void} listener
 * @param {AbortSignal} [signal]
 */
export function hearTabs(key, listener, signal) {
  const heard = (/** @type {string | null} */ text) => text === key && listener()
  const stored = (/** @type {StorageEvent} */ event) =>
    event.key === NAME && heard(event.newValue?.slice(event.newValue.indexOf('|') + 1) ?? null)
  if (channel) listen(channel, 'message', ({ data }) => heard(data), signal)
  else listen(window, 'storage', stored, signal)
}
