/**
 * What was typed in the last moment before a page was left.
 * @module
 */

/** @typedef {{ draft: string, at: number }} Tail */

/** @param {string} key */
const name = (key) => `phieu:tail:${key}`

export const tail = {
  /**
   * @param {string} key
   * @param {Tail} rest
   */
  put(key, rest) {
    try {
      localStorage.setItem(name(key), JSON.stringify(rest))
    } catch {
      // Blocked or full: the draft is as it was a quarter of a second before.
    }
  },
  /**
   * Gives it back and forgets it.
   * @param {string} key
   * @returns {Tail | null}
   */
  take(key) {
    try {
      const text = localStorage.getItem(name(key))
      localStorage.removeItem(name(key))
      return text ? JSON.parse(text) : null
    } catch {
      return null
    }
  },
}
