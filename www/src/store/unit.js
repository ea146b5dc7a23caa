/**
 * The unit that was last chosen for a plan on this device. A convenience: where the browser keeps nothing,
 * it is asked again after a reload.
 * @module
 */

/** @type {Map<string, string>} */
const held = new Map()

/** @param {string} plan */
const key = (plan) => `phieu:unit:${plan}`

/**
 * @param {string} plan
 * @returns {string | null}
 */
export function rememberedUnit(plan) {
  try {
    return localStorage.getItem(key(plan)) ?? held.get(plan) ?? null
  } catch {
    return held.get(plan) ?? null
  }
}

/**
 * @param {string} plan
 * @param {string | null} unit none forgets the last one
 */
export function rememberUnit(plan, unit) {
  if (unit) held.set(plan, unit)
  else held.delete(plan)
  try {
    if (unit) localStorage.setItem(key(plan), unit)
    else localStorage.removeItem(key(plan))
  } catch {
    // Blocked or full; see above.
  }
}
