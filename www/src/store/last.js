/**
 * What a unit owed when it was last looked at on this device, in the words in which it was said. It is read before anything else
 * of the device answers: so it lies in localStorage.
 * @module
 */
import { absolute } from './access.js'
import { rememberedUnit } from './unit.js'

/** @typedef {import('../types.js').DutyView & { known: Record<'draft' | 'refused' | 'waiting' | 'receipt', boolean> }} LastDuty */
/**
 * @typedef {object} LastList
 * @property {string} of whose it is, and in which words
 * @property {string} plan
 * @property {string} title the plan's
 * @property {string} unit
 * @property {string} unitName
 * @property {number} at when that was
 * @property {string} said the same in words
 * @property {LastDuty[]} duties
 */
/** @typedef {{ unit: string | null, endpoint: string | null, link: { unit: string } | null, language: string }} Asking what a page asks for */

export const PREFIX = 'phieu:list:'

/** Under which name the list of a plan is kept. @param {string} address of the plan */
export const listName = (address) => PREFIX + absolute(address)

/** @param {string} address of the plan @returns {LastList | undefined} */
export function lastList(address) {
  try {
    return JSON.parse(localStorage.getItem(listName(address)) ?? '')
  } catch {
    return undefined
  }
}

/** Whom the office does not let see the plan, the device shows nothing of it. @param {string} address of the plan */
export function dropList(address) {
  try {
    localStorage.removeItem(listName(address))
  } catch {
    // Blocked: nothing was put there either.
  }
}

/** The unit that a form opens with. @param {Asking} asking @param {string} plan */
export const unitOf = ({ unit, endpoint, link }, plan) =>
  unit || (endpoint && link?.unit) || rememberedUnit(plan)

/** Whose list is shown, by whose word, and in which words: those of another build may be read otherwise. @param {Asking} asking @param {string} plan */
export const whose = (asking, plan) =>
  [BUILD, asking.language, unitOf(asking, plan), asking.endpoint && absolute(asking.endpoint)].join()
