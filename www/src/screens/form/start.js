/**
 * How a form stands as it opens, whoever renders it.
 * @module
 */

/** How many of its fields come first: what a telephone shows. */
export const FIRST = 4

/** Whether a section stands folded at first, by its place: on a narrow screen all but the first. @param {number} place */
export const isFoldedAtFirst = (place) => place > 0 && matchMedia('(max-width: 40em)').matches
