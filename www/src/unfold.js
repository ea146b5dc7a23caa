/**
 * Opening what is folded, as the browser's own search does: whoever folded it hears `beforematch`. Old libraries put an
 * `Event` of their own in the place of the browser's.
 * @module
 */

/**
 * What stands folded is neither seen nor able to take the focus. A card may be folded in a section that is folded too.
 * @param {Element | null | undefined} element
 */
export function unfold(element) {
  for (let folded = element?.closest('[hidden]'); folded; folded = folded.parentElement?.closest('[hidden]'))
    folded.dispatchEvent(new CustomEvent('beforematch'))
}
