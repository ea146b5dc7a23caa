/**
 * Lets a thread beside the page write its drafts (draft-worker.js), once it is known that the device keeps them: what a key costs
 * there, nobody who types waits for. Where there is none to be had (another site's script, a host's policy), or it says nothing
 * any more, the page writes by itself as before.
 *
 * The thread does not answer each key. What it was told and has not said to be done is held here, so that the page can write it
 * after all; and what stands on the shelf of the drafts is asked for only once all is done.
 * @module
 */
import { draftWorker } from '../here.js'

/** @typedef {import('./database.js').Store} Store */
/** @typedef {import('./keeper.js').Keeper} Keeper */
/** @typedef {import('./keeper.js').News} News */
/** @typedef {import('./scribe.js').Writing} Writing */
/** @typedef {import('./scribe.js').Device} Device */
/** @typedef {import('./scribe.js').Scribe} Scribe */
/** @typedef {{ keeper?: number, writing?: Writing }} Wish what is to be written for a keeper; without a draft, that no more comes from
 *   it; without a keeper, that it is told when all before is done */
/** @typedef {Wish & { order: number }} Order */
/** @typedef {{ build?: string, done?: number, heard?: { keeper: number, news: News }[] }} Told what the thread tells: of which build
 *   it is, once it has the device; the last order up to which all is done, and what became of drafts */
/** @typedef {{ keeper: Keeper, own: Scribe, order: number, writing?: Writing | undefined, isFinished?: boolean }} Client
 *   a keeper for whom it writes, what writes for it in the page, the last order of its own, and the draft that is not known to be there */

// A thread that has not answered for so long, in milliseconds, never will.
const LIMIT = 4000

class Beside {
  /** @type {Worker | undefined} */
  _thread
  _isReady = false
  /** @type {Map<number, Client>} */
  _clients = new Map()
  /** How many there have been. */
  _count = 0
  /** The last order that was given. */
  _given = 0
  /** The last one that is known to be done, with all before it. */
  _done = 0
  /** @type {{ order: number, go: () => void }[]} who waits until all is done up to an order */
  _waiting = []
  /** Until the page has written what the thread may not have written. @type {Promise<void> | undefined} */
  _losing
  /** The store as it is for whoever need not wait. @type {Device} */
  _device
  /** @type {ReturnType<typeof setTimeout> | undefined} until an answer is missed */
  _watching

  /** @param {Store} store */
  constructor(store) {
    this._device = { get: store.get, update: store.update }
    try {
      const thread = new Worker(trusted(draftWorker()), { name: 'phieu' })
      thread.onmessage = ({ data }) => this._hear(data)
      thread.onerror = (event) => {
        event.preventDefault()
        this._lose()
      }
      this._thread = thread
      this._guard(store)
    } catch {
      // The script is another site's, or a policy forbids it.
    }
  }

  /** @param {Store} store whose drafts are another's to write from now on */
  _guard(store) {
    const { get, all, update } = store
    const settled = async (/** @type {string} */ shelf) => {
      if (shelf === 'drafts') await this._settled()
    }
    store.get = (shelf, key) => settled(shelf).then(() => get(shelf, key))
    store.all = (shelf) => settled(shelf).then(() => all(shelf))
    store.update = (shelf, key, change) => settled(shelf).then(() => update(shelf, key, change))
  }

  /** @param {Keeper} keeper whose draft is known to be on the device */
  async take(keeper) {
    const isKnown = [...this._clients.values()].some((client) => client.keeper === keeper)
    if (!this._isReady || isKnown) return
    this._count += 1
    const number = this._count
    const own = /** @type {Scribe} */ (keeper.scribe)
    /** @type {Client} */
    const client = { keeper, own, order: 0 }
    this._clients.set(number, client)
    // What the page has begun to write is there before what comes after it.
    while (own.isWriting() && this._clients.has(number)) await own.settled()
    if (keeper.isClosed) this._clients.delete(number)
    if (!this._clients.has(number)) return
    own.device = this._device
    own.finish()
    keeper.scribe = {
      isWriting: () => client.writing !== undefined,
      write: (writing) => {
        client.writing = writing
        client.order = this._give({ keeper: number, writing })
      },
      settled: () => this._settled(),
      finish: () => {
        client.isFinished = true
        client.order = this._give({ keeper: number })
      },
    }
  }

  /** @param {Wish} wish @returns {number} the order as which it was given */
  _give(wish) {
    this._given += 1
    this._thread?.postMessage({ order: this._given, ...wish })
    this._watch()
    return this._given
  }

  _watch() {
    if (this._watching) return
    const given = this._given
    this._watching = setTimeout(() => {
      this._watching = undefined
      if (this._done < given) this._lose()
      else if (this._done < this._given) this._watch()
    }, LIMIT)
  }

  /** Once all is done that was given. @returns {Promise<void>} */
  async _settled() {
    await this._losing
    if (this._done === this._given) return
    const order = this._give({})
    await new Promise((go) => this._waiting.push({ order, go: () => go(undefined) }))
  }

  /** @param {Told} told */
  _hear({ build, done = 0, heard = [] }) {
    // What comes from one that was given up, too, is not heard any more.
    if (!this._thread) return
    // What another build makes of an order is not known here.
    if (build && build !== BUILD) return this._lose()
    this._isReady = true
    this._done = done
    const told = heard.map(({ keeper, news }) => ({ client: this._clients.get(keeper), news }))
    // What the thread cannot write the page writes by itself, and says whether it can.
    const failed = told.filter(({ news }) => 'error' in news).map(({ client }) => client)
    this._clear(failed)
    if (failed.length > 0) this._lose()
    else this._release()
    for (const { client, news } of told)
      if (client && !('error' in news && client.writing)) client.keeper.hear(news)
  }

  /** What is done is held no more. @param {(Client | undefined)[]} failed those for whom it is not */
  _clear(failed) {
    for (const [number, client] of this._clients) {
      if (client.order > this._done || failed.includes(client)) continue
      client.writing = undefined
      if (!client.isFinished) continue
      client.keeper.scribe = client.own
      this._clients.delete(number)
    }
  }

  _release() {
    const waiting = this._waiting
    this._waiting = waiting.filter(({ order }) => order > this._done)
    for (const { order, go } of waiting) if (order <= this._done) go()
  }

  /** From now on the page writes by itself, and first what the thread may not have written. */
  _lose() {
    this._thread?.terminate()
    this._thread = undefined
    this._isReady = false
    this._done = this._given
    const clients = [...this._clients.values()]
    this._clients.clear()
    for (const { keeper, own } of clients) keeper.scribe = own
    this._losing = Promise.all(clients.map((client) => this._rewrite(client))).then(() => this._release())
  }

  /** @param {Client} client */
  async _rewrite({ own, writing, isFinished }) {
    if (!writing) return
    // Nobody writes a draft any more that was taken away after its form was closed.
    const isGone = isFinished && !(await this._device.get('drafts', writing.key).catch(() => true))
    if (!isGone) await own.write(writing)
  }
}

/**
 * Under trusted types a thread comes from no text: what lets the form build its content lets it in.
 * @param {import('../here.js').Address} address
 * @returns {string}
 */
function trusted(address) {
  const { trustedTypes } = /** @type {any} */ (globalThis)
  const policy = trustedTypes?.createPolicy('lit-html', {
    createScriptURL: (/** @type {string} */ url) => url,
  })
  return policy ? policy.createScriptURL(`${address}`) : `${address}`
}

/** @type {WeakMap<Store, Beside>} */
const known = new WeakMap()

/** Lets a thread beside the page write for a keeper whose draft is known to be on the device. @param {Keeper} keeper */
export function writeBeside(keeper) {
  const { store } = keeper
  const beside = known.get(store) ?? new Beside(store)
  known.set(store, beside)
  beside.take(keeper)
}
