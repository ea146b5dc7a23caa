/**
 * The words of the list of activities, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  activities: 'Activities',
  activity: (number) => `Activity ${number}`,
  noActivity: 'No activity in this report yet.',
  addActivity: 'Add an activity',
  addPlanned: 'Choose from the plan’s calendar',
  added: 'added',
  add: 'Add',
  copy: 'Copy',
  up: 'Move up',
  down: 'Move down',
  removed: (title) => `Removed “${title}”.`,
  undo: 'Undo',
  moved: (to, of) => `Moved to position ${to} of ${of}.`,
  addedActivity: (number) => `Activity ${number} added.`,
  more: 'More details',
  due: 'Planned for this period, one tap adds it',
  asPlanned: 'Done as planned',
  addedPlanned: (count) =>
    count > 0 ? `${count} activities of the plan added.` : 'The plan has no other activities in this period.',
}
