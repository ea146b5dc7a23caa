/**
 * The words of the map of a form, in Vietnamese.
 * @module
 */

export const vi = {
  map: 'Mục lục',
}
