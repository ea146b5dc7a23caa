/**
 * The way through an open card: Enter, or a day that was picked, goes on to its next input, and from the last one to what
 * adds another. What is closed is passed over.
 * @module
 */
import { isEnter } from '../pressing.js'

/** @param {Event} event */
export function goesOn(event) {
  const from = /** @type {HTMLElement} */ (event.target)
  const isMeant = event.type !== 'keydown' || isEnter(event)
  const card = from.closest('.card')
  if (!isMeant || !card || !from.matches('input[type=text]')) return
  event.preventDefault()
  event.stopPropagation()
  const inputs = /** @type {HTMLElement[]} */ ([...card.querySelectorAll('.field input, .field textarea')])
  const open = inputs.filter((input) => input.closest('[hidden]') === null)
  const next = open[open.indexOf(from) + 1]
  const list = card.closest('phieu-activities')
  const goal = next ?? /** @type {HTMLElement | null} */ (list?.querySelector('#at_activities'))
  goal?.focus()
}
