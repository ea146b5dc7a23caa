/**
 * The last of a list; browsers of the targets have no `at`.
 * @template T
 * @param {readonly T[] | undefined} list
 * @returns {T | undefined}
 */
export const last = (list) => list?.[list.length - 1]
