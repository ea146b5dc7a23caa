/**
 * The words of the asking for a code, in English.
 * @module
 */

/** @type {typeof import('./vi.js').vi} */
export const en = {
  codeWanted: 'The office asks for your unit’s code.',
  askOffice: (office) => `If you do not have one, ask ${office}. Your unit’s personal link works too.`,
  askSomeone:
    'If you do not have one, ask the office that receives the reports. Your unit’s personal link works too.',
  loginAgain: 'Log in to this site again with your unit’s account.',
  code: 'Your unit’s code or personal link',
  useCode: 'Use this code',
  codeTaken: 'The code has been saved.',
}
