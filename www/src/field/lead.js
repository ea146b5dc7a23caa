/**
 * Leads a person to a place of the form: whatever is folded around it opens, and the focus stands there.
 * @module
 */
import { unfold } from '../unfold.js'
import { idOf } from './id.js'

/** @typedef {HTMLElement & { complete(): Promise<void> }} Form */

/**
 * @param {Element} part what stands in the form
 * @param {string} path
 * @param {string | null} [warning] the code of the warning whose line of explanation is meant
 * @returns {Promise<boolean>} whether there is such a place
 */
export async function lead(part, path, warning = null) {
  const form = /** @type {Form | null} */ (part.closest('phieu-form'))
  await form?.complete()
  const target = form && targetOf(form, path, warning)
  if (!target) return false
  unfold(target)
  // Focus alone scrolls to the input and leaves its label, which says what is asked, out of sight.
  const field = target.closest('.field, .section') ?? target
  field.scrollIntoView({ block: 'start' })
  target.scrollIntoView({ block: 'nearest' })
  target.focus({ preventScroll: true })
  return true
}

/**
 * Opens what is folded around places of the form, all of which stand.
 * @param {Element} part what stands in the form
 * @param {string[]} paths
 */
export function reveal(part, paths) {
  const form = /** @type {Form | null} */ (part.closest('phieu-form'))
  for (const path of form ? paths : []) unfold(targetOf(/** @type {Form} */ (form), path, null))
}

/**
 * The input that a path names: itself, the line of explanation of its warning, or the first input below it.
 * @param {Form} form
 * @param {string} path
 * @param {string | null} warning
 */
function targetOf(form, path, warning) {
  const id = CSS.escape(idOf(path))
  const one = (/** @type {string} */ selector) =>
    /** @type {HTMLElement | null} */ (form.querySelector(selector))
  return (
    (warning && one(`#${id}-findings-${warning.replace(/\W/g, '-')}`)) ||
    one(`#${id}`) ||
    one(`input[id^="${id}_"], textarea[id^="${id}_"]`)
  )
}
