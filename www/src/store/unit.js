/**
 * The unit that was last chosen for a plan on this device. A convenience: where the browser keeps nothing,
 * it is asked again.
 * @module
 */

/** @param {string} plan */
const key = (plan) => `phieu:unit:${plan}`

/**
 * @param {string} plan
 * @returns {string | null}
 */
export function rememberedUnit(plan) {
  try {
    return localStorage.getItem(key(plan))
  } catch {
    return null
  }
}

/**
 * @param {string} plan
 * @param {string} unit
 */
export function rememberUnit(plan, unit) {
  try {
    localStorage.setItem(key(plan), unit)
  } catch {
    // Blocked or full; see above.
  }
}
