/**
 * The id of the element of a path; unique in its shadow tree.
 * @param {string} path
 */
export const idOf = (path) => `at${path.replace(/[^\w-]/g, '_')}`
