/**
 * The words of drafts that belong to no period, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  strays: 'Drafts that belong to no period',
  straysHelp:
    'The plan changed its periods, reports, units or its own id after these were typed. They are on this device only.',
  typedHere: (moment) => `Last typed at ${moment}.`,
  readStray: 'Read it',
  placeIn: (name, days) => `Put into ${name ? `${name}, ${days}` : days}`,
  placedBeside: 'That period has a draft already: this one is kept beside it and replaces nothing yet.',
  saveAsFile: 'Save as a file',
  sureToDrop: 'Delete this draft from the device for good? It cannot be brought back.',
}
