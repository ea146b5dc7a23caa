// Browsers of six years ago, and pages on which an old library has changed what every script uses.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { RIGHT, visit } from './person.mjs'
import { startPortal, TAG } from './portal.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

/**
 * What one at least of Chrome 80, Firefox 78 and Safari 14 lacks, by the object that has it (MDN's compatibility
 * tables: the first version of each engine that has it).
 */
const LACKING = /** @type {Record<string, string[]>} */ ({
  // Chrome 92–110, Firefox 90–115, Safari 15.4–16.
  'Array.prototype': ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with'],
  'Object.getPrototypeOf(Uint8Array.prototype)': [
    'at',
    'findLast',
    'findLastIndex',
    'toReversed',
    'toSorted',
    'with',
  ],
  // `replaceAll`: Chrome 85.
  'String.prototype': ['at', 'replaceAll', 'isWellFormed', 'toWellFormed'],
  Array: ['fromAsync'],
  Object: ['hasOwn', 'groupBy'],
  Map: ['groupBy'],
  'Set.prototype': ['union', 'intersection', 'difference', 'isSubsetOf'],
  // `any`: Chrome 85, Firefox 79.
  Promise: ['any', 'withResolvers', 'try'],
  // `WeakRef`: Chrome 84, Firefox 79, Safari 14.1. `BroadcastChannel`: Safari 15.4. `requestIdleCallback`: no Safari.
  globalThis: [
    'WeakRef',
    'FinalizationRegistry',
    'AggregateError',
    'structuredClone',
    'BroadcastChannel',
    'requestIdleCallback',
    'cancelIdleCallback',
    'reportError',
    'navigation',
    'Iterator',
    'CompressionStream',
    'DecompressionStream',
  ],
  AbortSignal: ['abort', 'any', 'timeout'],
  'AbortSignal.prototype': ['reason', 'throwIfAborted'],
  URL: ['canParse', 'parse'],
  Response: ['json'],
  'Crypto.prototype': ['randomUUID'],
  // Web Locks: Firefox 96, Safari 15.4.
  'Navigator.prototype': ['locks', 'userAgentData', 'storage'],
  // `replaceChildren`: Chrome 86, Firefox 78, Safari 14. `checkVisibility`, `setHTML`: later.
  'Element.prototype': [
    'replaceChildren',
    'checkVisibility',
    'getHTML',
    'setHTMLUnsafe',
    'ariaLabel',
    'role',
  ],
  'Document.prototype': ['replaceChildren', 'startViewTransition', 'adoptedStyleSheets'],
  'DocumentFragment.prototype': ['replaceChildren'],
  'ShadowRoot.prototype': ['adoptedStyleSheets', 'getHTML'],
  // Element internals: Firefox 93, Safari 16.4.
  'HTMLElement.prototype': ['attachInternals', 'inert', 'showPopover'],
  'IDBFactory.prototype': ['databases'],
  'CSSStyleSheet.prototype': ['replaceSync', 'replace'],
})

/** @param {Record<string, string[]>} lacking */
function forget(lacking) {
  for (const [owner, names] of Object.entries(lacking)) {
    const holder = new Function(`return ${owner}`)()
    for (const name of names) delete holder[name]
  }
  // Chrome 88, Firefox 86, Safari 15: what is not known among the options is passed over.
  const { addEventListener } = EventTarget.prototype
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const { signal: _, ...known } = /** @type {any} */ (
      typeof options === 'object' ? options : { capture: options }
    )
    return addEventListener.call(this, type, listener, known)
  }
  // Chrome 88: a selector that is not understood is a mistake.
  for (const holder of [Element.prototype, Document.prototype, DocumentFragment.prototype])
    for (const name of ['matches', 'closest', 'querySelector', 'querySelectorAll']) {
      const known = /** @type {any} */ (holder)[name]
      if (!known) continue
      Object.assign(holder, {
        /** @this {any} @param {string} selector */
        [name](selector) {
          if (/:(is|where|has|focus-visible|user-valid)\b/.test(selector)) throw new SyntaxError(selector)
          return known.call(this, selector)
        },
      })
    }
}

/** What old libraries give to, or change of, what every script uses. */
const LIBRARIES = {
  // Prototype.js 1.6: every array, text and number writes itself as JSON; `Event` and lists get more.
  'Prototype.js': () => {
    const own = /** @type {any} */ ({
      toJSON() {
        return `[${[...this].join(', ')}]`
      },
    })
    Object.assign(Array.prototype, {
      toJSON: own.toJSON,
      without: () => [],
      /** @this {any} */
      clear() {
        this.length = 0
      },
      flatten: () => [],
      compact: () => [],
      invoke: () => [],
      pluck: () => [],
    })
    Object.assign(String.prototype, {
      toJSON() {
        return `"${this}"`
      },
      strip: () => '',
      blank: () => false,
    })
    Object.assign(Number.prototype, { toColorPart: () => '' })
    Object.assign(window, { $: (/** @type {string} */ id) => document.getElementById(id), $A: Array.from })
  },
  'MooTools 1.2': () => {
    // Classes of its own in place of the browser's, and `Array.from` for anything.
    const browserElement = window.Element
    /** @param {string} tag */
    function Made(tag) {
      return document.createElement(tag)
    }
    Made.prototype = browserElement.prototype
    Object.assign(window, {
      Element: Made,
      Event: function MooEvent() {},
      $type: (/** @type {unknown} */ value) => typeof value,
    })
    Array.from = /** @type {any} */ ((/** @type {any} */ item) => (Array.isArray(item) ? item : [item]))
    Object.assign(Array.prototype, { each: Array.prototype.forEach, contains: Array.prototype.includes })
    Object.assign(Function.prototype, { create: () => () => {}, pass: () => () => {} })
  },
  'a library that gives every object more': () => {
    Object.assign(Object.prototype, { extend: () => ({}), each: () => {}, toQueryString: () => '' })
  },
}

/** The main job, from the unit to the receipt. @param {import('./person.mjs').Visit} visit */
async function reports({ person }) {
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.resumesAndSends()
}

test('an engine that lacks what the oldest supported ones lack: a report is filled in and sent', async ({
  browser,
}) => {
  const context = await browser.newContext()
  await context.addInitScript(forget, LACKING)
  const visited = await visit(context, `${collector.url}/`)
  assert.equal(await visited.page.evaluate(() => 'at' in Array.prototype), false)
  await reports(visited)
  assert.deepEqual(visited.troubles, [])
  await context.close()
})

for (const [name, library] of Object.entries(LIBRARIES)) {
  test(`on a page with ${name} a report is filled in and sent`, async ({ browser }) => {
    const context = await browser.newContext()
    await context.addInitScript(library)
    const visited = await visit(context, `${collector.url}/`)
    await reports(visited)
    assert.deepEqual(visited.troubles, [])
    await context.close()
  })
}

for (const name of ['find', 'some']) {
  test(`what cannot run all the same, here without Array.prototype.${name}, says so`, async ({ browser }) => {
    const context = await browser.newContext()
    const { page, person } = await visit(context, `${collector.url}/`)
    await person.sees('Chọn đơn vị')
    await page.evaluate((lacking) => Object.assign(Array.prototype, { [lacking]: undefined }), name)
    await person.form.locator('.unit').first().click()
    await person.sees('Phiếu không chạy được trong trình duyệt này')
    await expect(person.form.locator('details pre')).not.toBeEmpty()
    await context.close()
  })
}

test('a script that did not come is asked for under another address, since a browser may remember that it failed', async ({
  browser,
  later,
}) => {
  const portal = await startPortal({ body: TAG.replace('<phieu-report', '<phieu-report lang="en"') })
  /** @type {string[]} */
  const asked = []
  const { page, person } = await visit(browser, 'about:blank')
  later(async () => {
    await page.context().close()
    await portal.stop()
  })
  await page.route('**/phieu.en.js*', (route) => {
    asked.push(new URL(route.request().url()).search)
    return asked.length === 1 ? route.abort() : route.continue()
  })
  await page.goto(portal.url)
  await person.form.getByText('Thử lại').last().click()
  await person.sees('Choose your unit')
  assert.deepEqual(asked, ['', '?1'])
})
