/**
 * Lets the core, the plan and the first screen travel while the form's own script is on its way: a script of a few lines,
 * before that one. Asked for at once, they would share the line with it, and the first screen would stand later by all that
 * they weigh; asked for by the form's script, the line would lie idle meanwhile. So would the device, which is opened and read here too.
 * Where a first screen comes, what says what is wrong with a text on it travels alone: the form's script asks for the rest.
 * @module
 */

import { AHEAD, begin } from './begun.js'
import { firstWasm, inputsWasm } from './here.js'
import { connection, LAYOUT, nameOf, reading, readOf } from './store/connection.js'

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

// On a server nothing travels.
if ('document' in globalThis) {
  const tags = [...document.querySelectorAll('phieu-report, [data-phieu-report]')]
  const named = (/** @type {string} */ name) =>
    tags.flatMap((tag) => tag.getAttribute(name) ?? tag.getAttribute(`data-${name}`) ?? [])
  const screens = named('first')
  for (const address of screens) begin(address, first(address))
  // In English all is said by the whole.
  const isEnglish = named('lang').some((lang) => lang.startsWith('en'))
  if (screens.length > 0 && !isEnglish) {
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
    if (named('plan').length > 0)
      begin(
        readOf(LAYOUT),
        opening.then((database) => reading(database, ['drafts', 'kept', 'outbox'])),
      )
  }
}
