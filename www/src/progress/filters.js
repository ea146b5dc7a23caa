/**
 * Which targets, units and reports are shown.
 * @module
 */

/** @typedef {import('../types.js').ProgressView} ProgressView */
/** @typedef {import('../types.js').TargetProgressView} TargetProgressView */
/**
 * @typedef {object} Filters
 * @property {string} sector its identity; empty for all
 * @property {string} unit
 * @property {string} duty a duty, or the key of one of its periods
 * @property {string} state of a target
 */

/** @type {Filters} */
export const EVERYTHING = { sector: '', unit: '', duty: '', state: '' }

/** @param {Filters} filters */
export const isFiltered = (filters) => Object.values(filters).some(Boolean)

/**
 * @template {{ unit: string, sector: string | null }} T
 * @param {T[]} units
 * @param {Filters} filters
 */
export const unitsOf = (units, { sector, unit }) =>
  units.filter((each) => (!sector || each.sector === sector) && (!unit || each.unit === unit))

/**
 * The columns of the matrix with their places.
 * @param {ProgressView} view
 * @param {Filters} filters
 */
export const columnsOf = (view, { duty }) =>
  view.matrix.columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => !duty || column.duty === duty || column.key === duty)

/**
 * @param {ProgressView} view
 * @param {Filters} filters
 */
export const targetsOf = (view, filters) => allTargets(view).filter((target) => isShown(target, filters))

/**
 * The targets, and the groups of which so many are to be reached, each of which stands as a target does.
 * @param {ProgressView} view
 */
export const allTargets = ({ targets, alternatives }) => [...targets, ...alternatives]

/**
 * @param {TargetProgressView} target
 * @param {Filters} filters
 */
function isShown(target, filters) {
  const { duty, state, sector, unit } = filters
  if (state && target.state !== state) return false
  if ((sector || unit) && unitsOf(target.byUnit, filters).length === 0) return false
  // A group has no figures of its own, and is of all duties.
  return (
    !duty ||
    target.indicator === '' ||
    target.periods.some((period) => period.duty === duty || period.key === duty)
  )
}
