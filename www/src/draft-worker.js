/**
 * Writes drafts on the device in a thread beside the page (store/beside.js): a key that is typed waits for none of it.
 *
 * What is done is told together with what became of it, once in a second while somebody types, or when it is asked for.
 * @module
 */
import { LAYOUT } from './store/connection.js'
import { onDevice } from './store/database.js'
import { Scribe } from './store/scribe.js'

/** @typedef {import('./store/beside.js').Order} Order */
/** @typedef {import('./store/keeper.js').News} News */

const thread = /** @type {any} */ (globalThis)
const device = onDevice(LAYOUT)
/** Of each keeper of the page. @type {Map<number, Scribe>} */
const scribes = new Map()
/** What became of drafts, by keeper, until it is told. @type {{ keeper: number, news: News }[]} */
let heard = []
/** The last order that is done, with all before it. */
let done = 0
/** How many are under way. */
let busy = 0
let inOrder = Promise.resolve()

/** @param {object} [more] */
function tell(more) {
  thread.postMessage({ ...more, done, heard })
  heard = []
}

/** @param {number} keeper */
function scribeOf(keeper) {
  const hears = (/** @type {News} */ news) => {
    // Not every error can be told from one thread to another.
    heard.push({ keeper, news: 'error' in news ? { error: `${news.error}` } : news })
    if (busy === 0) tell()
  }
  const scribe = scribes.get(keeper) ?? new Scribe(device, hears)
  scribes.set(keeper, scribe)
  return scribe
}

/** @param {Order} order */
async function follow({ keeper, writing }) {
  if (keeper === undefined) return
  const scribe = scribeOf(keeper)
  if (writing) return scribe.write(writing)
  await scribe.finish()
  scribes.delete(keeper)
}

/** @param {Order} order */
function hear(order) {
  busy += 1
  const doing = follow(order)
  inOrder = inOrder
    .then(() => doing)
    .then(() => {
      busy -= 1
      done = order.order
      if (!order.writing || heard.length > 0) tell()
    })
}

// What is no worker, a server for one, tells nobody.
if ('importScripts' in thread) {
  thread.onmessage = (/** @type {{ data: Order }} */ { data }) => hear(data)
  device.answers().then(
    () => tell({ build: BUILD }),
    // The page goes on writing by itself.
    () => thread.close(),
  )
}
