/**
 * Opening what is folded, as the browser's own search does: whoever folded it hears `beforematch`.
 * @module
 */

/** What stands folded is neither seen nor able to take the focus. @param {Element | null | undefined} element */
export const unfold = (element) => element?.closest('[hidden]')?.dispatchEvent(new Event('beforematch'))
