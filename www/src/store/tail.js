/**
 * What was typed in the last moment before a page was left: one entry for each tab that held the draft.
 * @module
 */

/** @typedef {{ draft: string, at: number, writer: string }} Tail */

/** @param {string} key */
const name = (key) => `phieu:tail:${key}`

export const tail = {
  /**
   * @param {string} key
   * @param {Tail} rest
   */
  put(key, rest) {
    try {
      localStorage.setItem(`${name(key)}|${rest.writer}`, JSON.stringify(rest))
    } catch {
      // Blocked or full: the draft is as it was a quarter of a second before.
    }
  },
  /**
   * Gives them back, the oldest first, and forgets them.
   * @param {string} key
   * @returns {Tail[]}
   */
  take(key) {
    try {
      const entries = Object.keys(localStorage).filter((entry) => entry.startsWith(name(key)))
      const rests = entries.map((entry) => {
        const rest = JSON.parse(/** @type {string} */ (localStorage.getItem(entry)))
        localStorage.removeItem(entry)
        return rest
      })
      return rests.sort((a, b) => a.at - b.at)
    } catch {
      return []
    }
  },
}
