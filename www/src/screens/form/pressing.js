/**
 * A press holds. A field that is left says what is wrong with it, and all that stands below moves down: between
 * press and release a button would slip away from under the pointer, and the press would be lost.
 * @module
 */

/**
 * The field is left when the pointer is released, not when it is pressed.
 * @param {HTMLElement} form
 */
export function keepPresses(form) {
  form.addEventListener('mousedown', (event) => {
    if (pressed(event)) event.preventDefault()
  })
  form.addEventListener('click', (event) => pressed(event)?.focus({ preventScroll: true }), { capture: true })
}

/**
 * @param {Event} event
 * @returns {HTMLElement | null}
 */
const pressed = ({ target }) =>
  /** @type {Element} */ (target).closest('button, a, label, summary, [type=radio], [type=checkbox]')
