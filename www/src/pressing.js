/**
 * A press holds. What stands above may grow or go between press and release: a field that is left says what is wrong
 * with it, the office answers, a box that comes into sight turns out smaller than it was taken for. The button would
 * slip away from under the pointer, and the press would be lost, or be another's.
 * @module
 */

/** How far a pointer trembles. Whoever means to let go without pressing moves further. */
const TREMBLE = 10

/**
 * What is pressed is what the pointer went down on, where it comes up at the same place; and the field is left when the
 * pointer is released, not when it is pressed.
 * @param {ShadowRoot | HTMLElement} root
 */
export function keepPresses(root) {
  /** @type {{ button: HTMLElement | null, x: number, y: number } | undefined} */
  let down
  const listen = (/** @type {string} */ type, /** @type {(event: any) => void} */ heard) =>
    root.addEventListener(type, heard, true)
  listen('pointerdown', (event) => {
    down = { button: pressed(event), x: event.clientX, y: event.clientY }
  })
  listen('mousedown', (event) => {
    if (pressed(event)) event.preventDefault()
  })
  listen('click', (event) => {
    const button = pressed(event)
    // What a key presses, or a label hands on, comes without a pointer of its own.
    const meant = event.detail > 0 ? down : undefined
    down = undefined
    if (!meant || meant.button === button || isElsewhere(event, meant))
      return button?.focus({ preventScroll: true })
    event.preventDefault()
    event.stopPropagation()
    meant.button?.click()
  })
}

/**
 * Whether Enter was pressed to go on, and not to end what an input method composes: Safari tells that key once the
 * composition is over, under the number of all that an input method has taken.
 * @param {Event} event
 */
export function isEnter(event) {
  const { key, keyCode, isComposing } = /** @type {KeyboardEvent} */ (event)
  return event.type === 'keydown' && key === 'Enter' && !isComposing && keyCode !== 229
}

/** @type {(event: MouseEvent, down: { x: number, y: number }) => boolean} */
const isElsewhere = ({ clientX, clientY }, { x, y }) => Math.hypot(clientX - x, clientY - y) > TREMBLE

/**
 * @param {Event} event
 * @returns {HTMLElement | null}
 */
const pressed = ({ target }) =>
  /** @type {Element} */ (target).closest('button, a, label, summary, [type=radio], [type=checkbox]')
