/**
 * What was typed in the last moment before a page was left: one entry for each tab that held the draft.
 * @module
 */
import { written } from '../json.js'

/** @typedef {{ draft: string, at: number, writer: string, base?: string | null | undefined }} Tail */

/** @param {string} key */
const name = (key) => `phieu:tail:${key}`

/** Whether anything was left behind, but by a page. @param {string} [besides] who wrote there */
export function isThere(besides) {
  try {
    return Object.keys(localStorage).some(
      (entry) => entry.startsWith(name('')) && !entry.endsWith(`|${besides}`),
    )
  } catch {
    return false
  }
}

/**
 * @param {string} key
 * @param {Tail} rest
 */
export function put(key, rest) {
  try {
    localStorage.setItem(`${name(key)}|${rest.writer}`, written(rest))
  } catch {
    // Blocked or full: the draft is as it was a quarter of a second before.
  }
}

/** What was left behind is at hand still. @param {string} key @param {string} writer */
export function drop(key, writer) {
  try {
    localStorage.removeItem(`${name(key)}|${writer}`)
  } catch {
    // Blocked: nothing was put there either.
  }
}

/**
 * Gives back those of an occasion, whatever they were filed under, the oldest first, and forgets them.
 * @param {string} key
 * @param {import('./filed.js').KeyOf} keyOf
 * @returns {Tail[]}
 */
export function take(key, keyOf) {
  /** @type {Tail[]} */
  const rests = []
  try {
    for (const entry of Object.keys(localStorage).filter((entry) => entry.startsWith(name('')))) {
      const rest = JSON.parse(/** @type {string} */ (localStorage.getItem(entry)))
      if (keyOf(rest.draft) !== key) continue
      localStorage.removeItem(entry)
      rests.push(rest)
    }
  } catch {
    // Blocked: nothing was put there either.
  }
  return rests.sort((a, b) => a.at - b.at)
}
