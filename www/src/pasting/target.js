/**
 * Where rows may be pasted: into cells and beside them, and not into a text of another kind, as an explanation is.
 * @module
 */

/** @param {HTMLElement} target */
export const isForRows = (target) =>
  !target.matches('input, textarea') || target.matches('[data-path], .paste-into')
