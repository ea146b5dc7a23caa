/**
 * JSON as it is meant. Old libraries of a portal (Prototype.js) give arrays a `toJSON`, which makes a text of each.
 * @module
 */

/**
 * @param {unknown} value
 * @param {string[]} [names] the members that are written; all where none are named
 * @param {number} [indent]
 * @returns {string}
 */
export const written = (value, names, indent) =>
  JSON.stringify(
    value,
    /** @this {any} @param {string} key */
    function (key) {
      return !names || key === '' || Array.isArray(this) || names.includes(key) ? this[key] : undefined
    },
    indent,
  )
