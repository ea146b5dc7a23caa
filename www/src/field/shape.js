/**
 * How the parts of a field stand to each other, whoever renders it.
 * @module
 */

/** @typedef {import('../types.js').FieldView} FieldView */

/** So many letters of what a figure is held against are read better across the line than beside its input. */
const LONG = 110

/** Whether what is held against it is read across the line. @param {string[]} held */
export const isLong = (held) => held.join('').length > LONG

/** Whether it is answered in several places, which together have its label. @param {FieldView} field */
export const isGroup = ({ inputs, kind }) =>
  inputs.length > 1 || kind === 'table' || Boolean(inputs[0]?.choices.length)

/** A short answer has room beside it for what it is held against, unless that is long. @param {FieldView} field @param {boolean} long */
export const isBeside = (field, long) => field.short && !isGroup(field) && field.kind !== 'date' && !long
