/**
 * A target as the filters look at it: the whole plan's, a sector's or a unit's part. It chooses among what the view
 * says and computes nothing.
 * @module
 */

/** @typedef {import('../types.js').TargetProgressView} TargetProgressView */
/**
 * @typedef {object} Lens
 * @property {number | null} value
 * @property {string} valueText
 * @property {string | null} valueFigure the value to be computed with, where it is steps of one
 * @property {string | null} targetFigure
 * @property {number | null} target
 * @property {number | null} shareBp
 * @property {string} shareText
 * @property {number | null} expected
 * @property {string} expectedText
 * @property {string} lacksText
 * @property {TargetProgressView['state'] | null} state
 * @property {string} stateText
 * @property {string} partialText how whole it is
 * @property {boolean} partial
 */

const NOTHING = { shareText: '', expected: null, expectedText: '', lacksText: '', state: null, stateText: '' }

/**
 * @param {TargetProgressView} target
 * @param {import('./filters.js').Filters} filters
 * @returns {Lens}
 */
export function lensOf(target, { sector, unit }) {
  const ofUnit = unit ? target.byUnit.find((each) => each.unit === unit) : undefined
  if (ofUnit) {
    const { value, valueText, valueFigure, shareBp, state, stateText, standing, standingText } = ofUnit
    return {
      ...NOTHING,
      ...{ value, valueText, valueFigure, shareBp, state, stateText },
      target: ofUnit.target ?? target.target,
      targetFigure: ofUnit.targetFigure ?? target.targetFigure,
      partialText: standingText,
      partial: standing === 'missing',
    }
  }
  const ofSector = sector ? target.bySector.find((each) => each.id === sector) : undefined
  if (ofSector) {
    const { value, valueText, valueFigure, shareBp, partial } = ofSector
    return {
      ...NOTHING,
      ...{ value, valueText, valueFigure, shareBp },
      target: ofSector.target ?? target.target,
      targetFigure: ofSector.targetFigure ?? target.targetFigure,
      partialText: partial.text,
      partial: partial.partial,
    }
  }
  return { ...target, partialText: target.partial.text, partial: target.partial.partial }
}
