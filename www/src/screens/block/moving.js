/**
 * The keyboard of a spreadsheet, where a form is filled in with one: the arrows go up and down between figures, Enter goes
 * on and with Shift back, and what one comes to is selected, so that typing takes its place.
 *
 * What a key does in a text stays as it is: left, right, Home and End move within it, an input method has all keys while it
 * is at work, the arrows of a choice choose, and in a text of several lines they leave only from its ends.
 * @module
 */
import { unfold } from '../../unfold.js'

/** An input, or a text of several lines, which has all that is asked of it here. @typedef {HTMLInputElement} Input */

const MOVES = /^(Enter|ArrowUp|ArrowDown)$/

/** Narrower screens have the keyboard on them, if any. */
const WIDE = '(min-width: 1024px)'

/**
 * Takes a key that moves; any other is left to whoever hears it next.
 * @param {KeyboardEvent} event heard at the form
 */
export function onKey(event) {
  const { key, isComposing, keyCode, shiftKey, ctrlKey, altKey, metaKey } = event
  // Some input methods tell of their work by this number alone: nobody else takes such a key for a person's.
  if (isComposing || keyCode === 229) return event.stopPropagation()
  if (!MOVES.test(key) || ctrlKey || altKey || metaKey || !matchMedia(WIDE).matches) return
  const at = /** @type {Input} */ (event.target)
  const next = key === 'Enter' ? entered(event, at) : shiftKey ? undefined : arrowed(event, at)
  if (!next) return
  // The page around hears of none of it.
  event.preventDefault()
  event.stopPropagation()
  unfold(next)
  next.focus()
  if (next.matches('input[type=text]')) next.select()
}

/**
 * @param {KeyboardEvent} event
 * @param {Input} at
 */
function entered({ shiftKey, currentTarget }, at) {
  if (!at.matches('.field input')) return undefined
  const all = inputsIn(currentTarget, '.field input, .field textarea, #to-review')
  const by = shiftKey ? -1 : 1
  let index = all.indexOf(at) + by
  // The answers of one question are one place.
  while (at.name && all[index]?.name === at.name) index += by
  const next = all[index]
  const chosen = next?.name ? all.find(({ name, checked }) => name === next.name && checked) : undefined
  return chosen ?? next
}

/**
 * @param {KeyboardEvent} event
 * @param {Input} at
 */
function arrowed({ key, currentTarget }, at) {
  const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
  if (!by || !at.matches('.run input[type=text], .run textarea')) return undefined
  if (at.matches('textarea') && !isAtItsEnd(at, by)) return undefined
  const all = inputsIn(currentTarget, '.run input[type=text], .run textarea')
  return all[all.indexOf(at) + by]
}

/**
 * Whether an arrow has nowhere to go in a text.
 * @param {Input} at
 * @param {number} by
 */
function isAtItsEnd({ selectionStart, selectionEnd, value }, by) {
  return selectionStart === selectionEnd && selectionStart === (by < 0 ? 0 : value.length)
}

/**
 * @param {EventTarget | null} form
 * @param {string} selector
 * @returns {Input[]}
 */
const inputsIn = (form, selector) => [
  .../** @type {NodeListOf<Input>} */ (/** @type {HTMLElement} */ (form).querySelectorAll(selector)),
]
