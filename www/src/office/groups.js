/**
 * How the office sorts what the core calls states: who is late, who is missing, who has sent.
 * @module
 */

/** @typedef {keyof import('./words.js').Words['groups']} Group */
/** @typedef {import('./server.js').UnitRow} UnitRow */

/** @type {Record<import('../types.js').State, Group>} */
const GROUP_OF = {
  late: 'late',
  returned: 'returned',
  dueSoon: 'missing',
  open: 'missing',
  sentLate: 'sentLate',
  sent: 'sent',
  accepted: 'sent',
  notYetOpen: 'notYetOpen',
  waived: 'waived',
}

const ORDER = /** @type {Group[]} */ ([
  'late',
  'returned',
  'missing',
  'sentLate',
  'sent',
  'notYetOpen',
  'waived',
])

export const SENT = /** @type {Group[]} */ (['sent', 'sentLate'])

/**
 * What was accepted came in time or late all the same.
 * @param {UnitRow} unit
 */
const groupOf = ({ state, late }) => (state === 'accepted' && late ? 'sentLate' : GROUP_OF[state])

/**
 * The units of a duty, group by group; groups in which none is are left out.
 * @param {UnitRow[]} units
 */
export function grouped(units) {
  return ORDER.map((group) => ({
    group,
    units: units.filter((unit) => groupOf(unit) === group),
  })).filter((each) => each.units.length > 0)
}
