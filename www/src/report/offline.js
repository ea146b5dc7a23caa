/**
 * A page whose tag asks for it opens without a line: by a service worker (src/worker.js), from wherever the portal has put it. A
 * page whose tag asks for none, or no more, has none.
 * @module
 */
import { addressOf, firstWasm } from '../here.js'

/** What tells our worker from a portal's own: it is told the folder of the files by this name. */
const NAME = 'phieu'

/** What was asked for last: every screen that is shown asks again. @type {string | null | undefined} */
let asked

/** @param {string | null} address of the worker; none takes it back */
export async function keepOffline(address) {
  const { serviceWorker: workers } = navigator
  // Neither a page without a secure context has them, nor a private window of some browsers.
  if (!workers || address === asked) return
  asked = address
  try {
    const known = await workers.getRegistration()
    const { scriptURL } = known?.active ?? known?.waiting ?? known?.installing ?? {}
    const isOurs = Boolean(scriptURL && new URL(scriptURL).searchParams.has(NAME))
    const url = address ? addressOf(address) : undefined
    const isWanted = url || document.querySelector('[offline]')
    if (!isWanted && (isOurs || !known)) await leave(known)
    if (!url) return
    // A portal's own worker has the page.
    if (known && !isOurs) return
    // Authors of a portal may write an attribute: a file, and nothing that writes scripts as it is asked.
    if (!url.pathname.endsWith('.js') || url.search) return
    const folder = new URL('.', firstWasm()).href
    url.searchParams.set(NAME, folder)
    await workers.register(url, { scope: location.pathname, updateViaCache: 'none' })
    const { active } = await workers.ready
    const files = performance.getEntriesByType('resource').map(({ name }) => name)
    const style = [
      ...[...document.styleSheets].map(({ href }) => href),
      ...[...document.scripts].map(({ src }) => src),
    ]
    const others = style.filter((each) => each && !each.startsWith(folder))
    active?.postMessage({ files: files.filter((each) => each.startsWith(folder)), style: others })
  } catch {
    // The worker does not lie above the page, or the policy of the page has none: the form opens with a line as ever.
  }
}

/** @param {ServiceWorkerRegistration | undefined} registration none where only what it kept may be left */
async function leave(registration) {
  const scope = new URL(location.pathname, location.href).href
  // Another page of the portal may have asked for it.
  if (registration && registration.scope !== scope) return
  // Before, so that a page that goes meanwhile finds the worker the next time; after, for what the worker had under way.
  await forget(scope)
  if (!registration) return
  await registration.unregister()
  await forget(scope)
}

/** @param {string} scope of the worker whose caches go */
async function forget(scope) {
  const names = await caches.keys()
  for (const name of names.filter((each) => each.startsWith(`${NAME}|${scope}|`))) await caches.delete(name)
}
