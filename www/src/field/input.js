/**
 * What a line of text, or several, are typed into: one element for as long as its field stands, whoever made it first. It is
 * written to where its text differs from what the form holds, so an input method at work is never interrupted.
 *
 * No `name`, no `maxlength` (it would cut off what was pasted, silently) and no `type="number"` (it hides what it cannot read):
 * text in, and the core says what it makes of it.
 * @module
 */
import { idOf } from './id.js'

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Input */

/**
 * What a field says of its input.
 * @param {'input' | 'textarea'} tag
 * @param {import('../types.js').FieldView} field
 * @param {string} path
 * @param {{ describedBy: string, wrong?: boolean, locked?: boolean, isNamed?: boolean }} state `isNamed` is whether its label has to be named
 * @returns {Record<string, string | null>} attributes; null for those that are not there
 */
export function attributesOf(tag, { short, inputMode, autocomplete, required }, path, state) {
  const id = idOf(path)
  /** @type {Record<string, string | null>} */
  const kind =
    tag === 'textarea'
      ? { rows: '3' }
      : {
          type: 'text',
          inputmode: inputMode ?? 'text',
          autocomplete,
          autocapitalize: short ? 'off' : 'sentences',
          enterkeyhint: 'next',
        }
  return {
    id,
    part: 'input',
    'data-path': path,
    spellcheck: 'false',
    ...kind,
    readonly: state.locked ? '' : null,
    'aria-labelledby': state.isNamed ? `${id}-label` : null,
    'aria-required': required ? 'true' : null,
    'aria-invalid': state.wrong ? 'true' : null,
    'aria-describedby': state.describedBy,
  }
}

/** @param {Element} input @param {Record<string, string | null>} attributes */
export function describe(input, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) input.removeAttribute(name)
    else if (input.getAttribute(name) !== value) input.setAttribute(name, value)
  }
}
