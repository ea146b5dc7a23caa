/**
 * How the office sorts what the core calls states: who is late, who is missing, who has sent.
 * @module
 */

/** @typedef {keyof typeof import('./words.js').words.groups} Group */
/** @typedef {import('./server.js').UnitRow} UnitRow */

/** @type {Record<import('../types.js').State, Group>} */
const GROUP_OF = {
  late: 'late',
  returned: 'missing',
  dueSoon: 'missing',
  open: 'missing',
  sentLate: 'sentLate',
  sent: 'sent',
  accepted: 'sent',
  notYetOpen: 'notYetOpen',
  waived: 'waived',
}

const ORDER = /** @type {Group[]} */ (['late', 'missing', 'sentLate', 'sent', 'notYetOpen', 'waived'])

export const SENT = /** @type {Group[]} */ (['sent', 'sentLate'])

/**
 * The units of a duty, group by group; groups in which none is are left out.
 * @param {UnitRow[]} units
 */
export function grouped(units) {
  return ORDER.map((group) => ({
    group,
    units: units.filter(({ state }) => GROUP_OF[state] === group),
  })).filter((each) => each.units.length > 0)
}
