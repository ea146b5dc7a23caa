/**
 * Writes drafts on the device in a thread beside the page (store/beside.js): a key that is typed waits for none of it.
 *
 * What is done is told together with what became of it, once in a second while somebody types, or when it is asked for.
 * @module
 */
import { pieced } from './asked.js'
import { last } from './list.js'
import { LAYOUT } from './store/connection.js'
import { onDevice } from './store/database.js'
import { Scribe } from './store/scribe.js'

/** @typedef {import('./store/beside.js').Order} Order */
/** @typedef {import('./store/client.js').Adding} Adding */
/** @typedef {import('./store/keeper.js').News} News */
/** @typedef {import('./store/scribe.js').Writing} Writing */

const thread = /** @type {any} */ (globalThis)
const device = onDevice(LAYOUT)
/** Of each keeper of the page. @type {Map<number, Scribe>} */
const scribes = new Map()
/** What was written last for each. @type {Map<number, Writing>} */
const drafts = new Map()
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

/**
 * A draft with what was typed into it since.
 * @param {Writing} before
 * @param {Adding} adding
 * @returns {Writing}
 */
function added(before, { at, typed }) {
  const { writer } = before
  const [place] = last(typed) ?? []
  const draft = pieced(before.draft, typed)
  return Object.assign({}, before, { draft, at, place, known: { at: before.at, writer } })
}

/** @param {Order} order @returns {Writing | undefined} the draft that is to be written */
function draftOf({ keeper = 0, writing, adding }) {
  return writing ?? (adding && added(/** @type {Writing} */ (drafts.get(keeper)), adding))
}

/** @param {Order} order */
async function follow(order) {
  const { keeper } = order
  if (keeper === undefined) return
  const scribe = scribeOf(keeper)
  const draft = draftOf(order)
  if (draft) {
    drafts.set(keeper, draft)
    return scribe.write(draft)
  }
  await scribe.finish()
  scribes.delete(keeper)
  drafts.delete(keeper)
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
      if (!(order.writing || order.adding) || heard.length > 0) tell()
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
