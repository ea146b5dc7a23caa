/**
 * What the core makes to be kept: the calendar of a unit's deadlines, a report as a document. The core has one call for
 * all of them, as the first field waits for each.
 * @module
 */

import { written } from './json.js'

/** @typedef {Pick<import('./core.js').Plan, 'paper'>} Plan */

/**
 * The deadlines of a unit as a calendar file (RFC 5545), in the plan's language.
 * @param {Plan} plan
 * @param {{ unit: string, now: number }} options `now`: the stamp of the file, in milliseconds since 1970
 * @returns {string}
 * @throws {import('./error.js').PhieuError} code `unit`
 */
export const agendaOf = (plan, { unit, now }) => plan.paper('agenda', unit, now)

/**
 * What the document says otherwise of the deadlines of a unit, in the plan's language.
 * @param {Plan} plan
 * @param {string} unit
 * @returns {import('./contract.js').OtherwiseView[]}
 * @throws {import('./error.js').PhieuError} code `unit`
 */
export const otherwiseOf = (plan, unit) => plan.paper('otherwise', unit, 0)

/**
 * What of a duty goes another way than through the form, each in a sentence, in the plan's language.
 * @param {Plan} plan
 * @param {string} duty
 * @returns {string[]}
 */
export const besideOf = (plan, duty) => plan.paper('beside', duty, 0)

/**
 * What follows a report that was sent, in the plan's language.
 * @param {Plan} plan
 * @param {string} report JSON
 * @returns {import('./contract.js').Follows}
 * @throws {import('./error.js').PhieuError} code `argument` for what is no report
 */
export const followsOf = (plan, report) => plan.paper('follows', report, 0)

/**
 * The report on an event that a unit tells of, or what of its day and hour is to be corrected, in the plan's language.
 * @param {Plan} plan
 * @param {{ unit: string, duty: string, day: string, hour: string }} told day and hour as typed
 * @param {number} now in milliseconds since 1970
 * @returns {import('./contract.js').HeldView}
 * @throws {import('./error.js').PhieuError} code `unit` where the unit owes no such report
 */
export const heldOf = (plan, told, now) => plan.paper('held', written(told), now)

/**
 * Whether two reports say the same but for files.
 * @param {Plan} plan
 * @param {string} one JSON
 * @param {string} other JSON
 * @returns {boolean}
 * @throws {import('./error.js').PhieuError} code `argument` for what is no report
 */
export const differInFilesAlone = (plan, one, other) => plan.paper('filesAlone', `[${one},${other}]`, 0)

/**
 * A report as the document that a unit signs, in Vietnamese.
 * @param {Plan} plan
 * @param {string} report JSON
 * @param {number} at the moment whose month and year stand on it
 * @returns {import('./types.js').Official}
 */
export const officialOf = (plan, report, at) => plan.paper('official', report, at)

/**
 * The same as the parts of a Word file (.docx), in the order in which a zip is to hold them.
 * @param {Plan} plan
 * @param {string} report JSON
 * @param {number} at as for the document
 * @returns {[name: string, text: string][]}
 */
export const wordOf = (plan, report, at) => plan.paper('word', report, at)
