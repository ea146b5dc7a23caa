/**
 * Keeps the form's keys and typing to the form.
 *
 * Events cross a shadow boundary, and portals listen to the whole page: ASP.NET posts its page-wide form on Enter,
 * jQuery plugins validate on `input`. What happens in our inputs is none of their business.
 * @module
 */

import { isEnter } from '../pressing.js'
import { unfold } from '../unfold.js'

/** Asked with every key. */
const TYPED_INTO = /^(input|textarea)$/

/** @param {ShadowRoot | HTMLElement} root */
export function containKeys(root) {
  root.addEventListener('input', (event) => event.stopPropagation())
  for (const type of ['keydown', 'keypress', 'keyup']) {
    root.addEventListener(type, (event) => {
      const { key } = /** @type {KeyboardEvent} */ (event)
      const target = /** @type {HTMLElement} */ (event.target)
      if (key === 'Enter' || TYPED_INTO.test(target.localName)) event.stopPropagation()
      // In a single line, Enter goes on to the next field, as Tab does. Not while an input method is at work.
      if (isEnter(event) && target.matches('.field input[type=text]')) {
        event.preventDefault()
        const next = nextInput(root, target)
        unfold(next)
        next?.focus()
      }
    })
  }
}

/**
 * @param {ShadowRoot | HTMLElement} root
 * @param {HTMLElement} current
 * @returns {HTMLElement | undefined}
 */
function nextInput(root, current) {
  const inputs = /** @type {HTMLElement[]} */ ([
    ...root.querySelectorAll('.field input, .field textarea, #to-review'),
  ]).filter((input) => !input.closest('phieu-field[hidden]'))
  return inputs[inputs.indexOf(current) + 1]
}
