/**
 * The words of another deadline in the document, in Vietnamese.
 * @module
 */

export const vi = {
  why: 'Vì sao khác?',
}
