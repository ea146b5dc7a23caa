/**
 * Reports that a unit opens by itself.
 * @module
 */

/**
 * One that a unit opens now, in place of the offer to open one: the list may have stood for long.
 * @param {import('./work.js').Work} work
 * @param {import('../types.js').DutyView} offer
 * @returns {import('../types.js').DutyView}
 */
export function openedNow({ desk, unit, stage }, offer) {
  const now = desk.duties(unit, stage.moment(), stage.language)
  const one = now.find(({ key, offerText }) => offerText && key === offer.key) ?? offer
  return { ...one, offerText: null, isOwed: true, key: desk.keyed(one).key }
}
