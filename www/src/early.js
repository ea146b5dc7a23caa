/**
 * The first fields of a form, ahead of its script, with all that they need: a file of its own, which travels beside the one that opens
 * the device for them (ahead.js).
 * @module
 */
import { attributeText, momentOf } from './attributes.js'
import { standEarly } from './early/form.js'
import { rememberedUnit } from './store/unit.js'
import { languageOf } from './words.js'

/**
 * Shows them as soon as it is known what they are and that the device keeps nothing typed into them. Where somebody came with a link of
 * their own, the form comes by itself.
 * @param {Element} tag
 * @param {Promise<import('./types.js').First>} coming
 * @param {Promise<import('./report/opening.js').Kept>} keeping what the device keeps
 */
export async function early(tag, coming, keeping) {
  const named = (/** @type {string} */ name) => attributeText.fromAttribute(tag.getAttribute(name))
  if (tag.localName !== 'phieu-report' || !named('duty') || /[#&]unit=/.test(location.hash)) return
  const first = await coming
  const unit = named('unit') ?? rememberedUnit(first.blank.plan)
  const now = momentOf(named('data-now')) ?? Date.now()
  const asked = { unit, now, language: languageOf(named('lang')) }
  await standEarly(/** @type {HTMLElement} */ (tag), first, keeping, asked)
}
