/**
 * The outbox (chờ gửi): a submission is written here before it is sent and leaves when the office has answered.
 * A closed tab, a dead line or a stopped server therefore only delays it, and its id makes it count once.
 * @module
 */
import { put } from './endpoint.js'

const FIRST_PAUSE = 2_000
const LONGEST_PAUSE = 300_000

/** @typedef {{ id: string, endpoint: string, submission: string, draftKey: string, lang: string, at: number }} Letter */
/** @typedef {{ letter: Letter, answer: import('./endpoint.js').Answer }} Delivery */

export class Outbox {
  _pause = FIRST_PAUSE
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  _timer
  /** @type {Map<string, Promise<import('./endpoint.js').Answer>>} */
  _underWay = new Map()
  /** @type {Set<(delivery: Delivery) => void>} */
  _listeners = new Set()

  /** @type {Map<string, Letter>} */
  _held = new Map()

  /** @param {import('./database.js').Store} store */
  constructor(store) {
    this.store = store
    // One outbox serves the page for as long as the page lives, so it never stops listening.
    addEventListener('online', () => this.retry())
    document.addEventListener(
      'visibilitychange',
      () => document.visibilityState === 'visible' && this.retry(),
    )
  }

  /**
   * @param {(delivery: Delivery) => void} listener
   * @param {AbortSignal} signal
   */
  listen(listener, signal) {
    this._listeners.add(listener)
    signal.addEventListener('abort', () => this._listeners.delete(listener))
  }

  /**
   * Puts a submission in and tries to send it at once.
   * @param {Letter} letter
   */
  async send(letter) {
    // Where nothing can be written, the page holds the letter for as long as it is open.
    await this.store.update('outbox', letter.id, () => letter).catch(() => this._held.set(letter.id, letter))
    return this._deliver(letter)
  }

  /** @returns {Promise<Letter[]>} */
  async waiting() {
    return [...(await this.store.all('outbox').catch(() => [])), ...this._held.values()]
  }

  /** Tries everything that waits, now. */
  async retry() {
    clearTimeout(this._timer)
    this._timer = undefined
    const letters = await this.waiting()
    const answers = await Promise.all(letters.map((letter) => this._deliver(letter)))
    if (!answers.some((answer) => answer.kind === 'waiting')) this._pause = FIRST_PAUSE
  }

  /** @param {Letter} letter */
  _deliver(letter) {
    const running = this._underWay.get(letter.id) ?? this._attempt(letter)
    this._underWay.set(letter.id, running)
    return running
  }

  /** @param {Letter} letter */
  async _attempt(letter) {
    try {
      const answer = await put(letter.endpoint, letter.id, letter.submission, letter.lang)
      if (answer.kind === 'waiting') this._later()
      else await this._settle(letter, answer).catch(() => {})
      for (const listener of this._listeners) listener({ letter, answer })
      return answer
    } finally {
      this._underWay.delete(letter.id)
    }
  }

  /**
   * @param {Letter} letter
   * @param {import('./endpoint.js').Answer} answer
   */
  async _settle(letter, answer) {
    this._held.delete(letter.id)
    const { draftKey } = letter
    await this.store.update('drafts', draftKey, (old) => old && { ...old, ...verdict(answer) })
    if (answer.kind === 'received') {
      const kept = { receipt: answer.receipt, submission: letter.submission, at: Date.now() }
      await this.store.update('kept', letter.id, () => kept)
    }
    await this.store.update('outbox', letter.id, () => undefined)
  }

  _later() {
    if (this._timer !== undefined) return
    this._timer = setTimeout(() => this.retry(), this._pause)
    this._pause = Math.min(this._pause * 2, LONGEST_PAUSE)
  }
}

/**
 * What a draft remembers of an answer. A report may be refused long after its page was closed, and whoever opens
 * the page again has to see it. Under a number that another report has, nothing can be sent again.
 * @param {import('./endpoint.js').Answer} answer
 */
function verdict(answer) {
  if (answer.kind !== 'refused') return { refused: undefined }
  const { status, title, findings } = answer
  return { refused: { title, findings }, ...(status === 409 ? { sent: '' } : {}) }
}

/** @type {Outbox | undefined} */
let shared

/**
 * The page's one outbox.
 * @param {import('./database.js').Store} store
 */
export function outboxOf(store) {
  shared ??= new Outbox(store)
  return shared
}
