/**
 * Lets the core, the plan and the first screen travel while the form's own script is on its way: a script of a few lines,
 * before that one. Asked for at once, they would share the line with it, and the first screen would stand later by all that
 * they weigh; asked for by the form's script, the line would lie idle meanwhile.
 * @module
 */
import { firstWasm } from './here.js'

/** @param {string | URL} address */
function travel(address) {
  const link = document.createElement('link')
  Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: String(address) })
  document.head.append(link)
}

/** What a tag names in an attribute. @param {string} name */
function named(name) {
  for (const tag of document.querySelectorAll('phieu-report, [data-phieu-report]')) {
    const address = tag.getAttribute(name) ?? tag.getAttribute(`data-${name}`)
    if (address) travel(address)
  }
}

// On a server nothing travels.
if ('document' in globalThis) {
  named('first')
  travel(firstWasm())
  named('plan')
}
