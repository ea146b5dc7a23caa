/**
 * Lets the core, the plan and the first screen travel while the form's own script is on its way: a small script
 * before that one. Asked for at once, they would share the line with it, and the first screen would stand later by all that
 * they weigh; asked for by the form's script, the line would lie idle meanwhile. So would the device, which is opened and read here too.
 * Where a first screen comes, its fields stand at once (early.js), and what says what is wrong with a text on it travels alone: the
 * form's script asks for the rest.
 * @module
 */

import { AHEAD, begin, isBegun } from './begun.js'
import { earlyScript, firstWasm, inputsWasm } from './here.js'
import { connection, LAYOUT, nameOf, reading, readOf } from './store/connection.js'
import { isThere } from './store/tail.js'
import { languageOf } from './words.js'

/** @typedef {import('./store/connection.js').Reading} Reading */

const LONGEST = 300

/** @param {string | URL} address */
function travel(address) {
  const link = document.createElement('link')
  Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: String(address) })
  document.head.append(link)
}

/** Until a device that says nothing is waited for no longer. */
const late = () => new Promise((done) => setTimeout(done, LONGEST))

/** The first screen, as what it says. @param {string} address */
async function first(address) {
  return (await fetch(new URL(address, document.baseURI))).json()
}

/** What the device keeps of reports. @param {Promise<Reading>} reading @returns {Promise<import('./report/opening.js').Kept>} */
async function kept(reading) {
  const { shelves } = await reading
  return { .../** @type {any} */ (Object.fromEntries(shelves)), isLeft: isThere() }
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
  const script = screens.size > 0 && !isEnglish ? earlyScript() : undefined
  if (script) begin(AHEAD, Promise.resolve())
  else {
    travel(firstWasm())
    named('plan').forEach(travel)
  }
  /** @type {Promise<unknown>[]} until the fields of a tag stand */
  const standing = []
  if (tags.length > 0) {
    const opening = connection(LAYOUT, LAYOUT.version)
    begin(nameOf(LAYOUT), opening)
    // A page may name its plan much later.
    if (named('plan').length > 0) {
      const read = opening.then((database) => reading(database, ['drafts', 'kept', 'outbox']))
      begin(readOf(LAYOUT), read)
      const keeping = script && kept(read)
      keeping?.catch(() => {})
      for (const tag of tags) {
        const coming = screens.get(textOf(tag, 'first') ?? '')
        if (keeping && coming) standing.push(script.then(({ early }) => early(tag, coming, keeping)))
      }
    }
  }
  // Where something does not come, the form opens without.
  const stood = Promise.allSettled(standing)
  // What judges a text would share the line with what shows the fields; the form's script, if it is there already, asks for it itself.
  const judges = () => isBegun(AHEAD) && travel(inputsWasm())
  script?.then(() => Promise.race([stood, late()])).then(judges, judges)
}
