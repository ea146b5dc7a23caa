/**
 * Lets the core, the plan and the first screen travel while the form's own script is on its way: a small script
 * before that one. Asked for at once, they would share the line with it, and the first screen would stand later by all that
 * they weigh; asked for by the form's script, the line would lie idle meanwhile. So would the device, which is opened and read here too.
 * Where a first screen comes, its fields stand at once (early/form.js), and what says what is wrong with a text on it travels alone: the
 * form's script asks for the rest.
 * @module
 */

import { attributeText, momentOf } from './attributes.js'
import { AHEAD, begin } from './begun.js'
import { standEarly } from './early/form.js'
import { firstWasm, inputsWasm } from './here.js'
import { connection, LAYOUT, nameOf, reading, readOf } from './store/connection.js'
import { rememberedUnit } from './store/unit.js'
import { languageOf } from './words.js'

/** @param {string | URL} address */
function travel(address) {
  const link = document.createElement('link')
  Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: String(address) })
  document.head.append(link)
}

/** The first screen, as what it says. @param {string} address */
async function first(address) {
  return (await fetch(new URL(address, document.baseURI))).json()
}

/**
 * The first fields of a form, as soon as it is known what they are and that the device keeps nothing typed into them. In English,
 * and where somebody came with a link of their own, the form comes by itself.
 * @param {Element} tag
 * @param {Promise<import('./types.js').First>} coming
 * @param {Promise<import('./store/connection.js').Reading>} reading
 */
async function early(tag, coming, reading) {
  const named = (/** @type {string} */ name) => attributeText.fromAttribute(tag.getAttribute(name))
  if (tag.localName !== 'phieu-report' || !named('duty') || /[#&]unit=/.test(location.hash)) return
  const first = await coming
  const unit = named('unit') ?? rememberedUnit(first.blank.plan)
  const now = momentOf(named('data-now')) ?? Date.now()
  const keeping = reading.then(({ shelves }) => ({
    drafts: shelves.get('drafts') ?? [],
    kept: shelves.get('kept') ?? [],
  }))
  const asked = { unit, now, language: languageOf(named('lang')) }
  await standEarly(/** @type {HTMLElement} */ (tag), first, keeping, asked)
}

// On a server nothing travels.
if ('document' in globalThis) {
  const tags = [...document.querySelectorAll('phieu-report, [data-phieu-report]')]
  const textOf = (/** @type {Element} */ tag, /** @type {string} */ name) =>
    tag.getAttribute(name) ?? tag.getAttribute(`data-${name}`) ?? undefined
  const named = (/** @type {string} */ name) => tags.flatMap((tag) => textOf(tag, name) ?? [])
  const screens = new Map(named('first').map((address) => [address, first(address)]))
  for (const [address, coming] of screens) begin(address, coming)
  // In English all is said by the whole.
  const isEnglish = named('lang').some((lang) => languageOf(lang) === 'en')
  if (screens.size > 0 && !isEnglish) {
    travel(inputsWasm())
    begin(AHEAD, Promise.resolve())
  } else {
    travel(firstWasm())
    named('plan').forEach(travel)
  }
  if (tags.length > 0) {
    const opening = connection(LAYOUT, LAYOUT.version)
    begin(nameOf(LAYOUT), opening)
    // A page may name its plan much later.
    if (named('plan').length > 0) {
      const read = opening.then((database) => reading(database, ['drafts', 'kept', 'outbox']))
      begin(readOf(LAYOUT), read)
      for (const tag of isEnglish ? [] : tags) {
        const coming = screens.get(textOf(tag, 'first') ?? '')
        // Where one of both does not come, the form opens without.
        if (coming) early(tag, coming, read).catch(() => {})
      }
    }
  }
}
