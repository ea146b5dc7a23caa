/**
 * The words of the plan's own page, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  aboutPlan: 'About this plan',
  document: 'Document',
  issuer: 'Issued by',
  theme: 'Theme',
  planPeriod: 'Period',
  version: 'Version',
  deadlines: 'Deadlines of your unit',
  whomToAsk: 'Whom to ask',
  askWhoIssued: (office) => `The plan names no contact. Ask ${office}.`,
  askWhoReceives: 'The plan names no contact. Ask the office that receives the reports.',
}
