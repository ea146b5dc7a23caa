/**
 * The outbox (chờ gửi): a submission is written here before it is sent and leaves when the office has answered.
 * A closed tab, a dead line or a stopped server therefore only delays it, and its id makes it count once.
 *
 * What the office does not let in without another code waits for the code: trying again by itself would only be
 * taken for guessing.
 * @module
 */
import { hearTabs, tellTabs } from './channel.js'
import { put } from './endpoint.js'
import { inTurn } from './turn.js'

const FIRST_PAUSE = 2_000
const LONGEST_PAUSE = 300_000
// What no waiting mends is looked at again all the same, seldom: someone may have mended it.
const MUCH_LATER = 1_800_000
const NEWS = 'outbox'

/** @typedef {{ id: string, endpoint: string, submission: string, draftKey: string, lang: string, at: number,
 *   triedAt?: number, nextAt?: number, denied?: string, obstacle?: import('./obstacle.js').Obstacle | undefined,
 *   lease?: { by: string, until: number } }} Letter */
/** @typedef {import('./endpoint.js').Answer | { kind: 'gone' }} Answer `gone`: it was taken out meanwhile */
/** @typedef {{ letter: Letter, answer: Answer }} Delivery */

export class Outbox {
  _pause = FIRST_PAUSE
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  _timer
  /** @type {Map<string, Promise<Answer>>} */
  _underWay = new Map()
  /** @type {Set<(delivery: Delivery) => void>} */
  _listeners = new Set()

  /** @type {Map<string, Letter>} */
  _held = new Map()
  /** What this tab believes to be waiting. @type {Map<string, Letter>} */
  _believed = new Map()

  /**
   * @param {import('./database.js').Store} store
   * @param {Pick<import('./access.js').Access, 'token'>} access
   */
  constructor(store, access) {
    this.store = store
    this.access = access
    // One outbox serves the page for as long as the page lives, so it never stops listening.
    addEventListener('online', () => this.retry())
    hearTabs(NEWS, () => this.waiting())
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
    // Another tab may deliver it, or take it out, before this one does.
    this.believe([letter])
    return this._deliver(letter)
  }

  /**
   * What waits. What this tab still believed to be waiting, and another tab has sent or taken out, is told of.
   * @returns {Promise<Letter[]>}
   */
  async waiting() {
    const letters = [...(await this.store.all('outbox').catch(() => [])), ...this._held.values()]
    const ids = new Set(letters.map(({ id }) => id))
    const gone = [...this._believed.values()].filter(({ id }) => !ids.has(id) && !this._underWay.has(id))
    this.believe(letters)
    for (const letter of gone) {
      this._believed.delete(letter.id)
      this._outcome(letter).then((answer) => this._tell(letter, answer))
    }
    return letters
  }

  /** @param {Letter[]} letters what the page shows as waiting */
  believe(letters) {
    for (const letter of letters) this._believed.set(letter.id, letter)
  }

  /**
   * Tries what waits, now: all that is not waiting for a code, or what is wanted.
   * @param {(letter: Letter) => boolean} [wanted]
   */
  async retry(wanted = isToBeTried) {
    clearTimeout(this._timer)
    this._timer = undefined
    const letters = await this.waiting()
    const answers = await Promise.all(letters.filter(wanted).map((letter) => this._deliver(letter)))
    if (!answers.some((answer) => answer.kind === 'waiting')) this._pause = FIRST_PAUSE
    // Another tab has tried it not long ago.
    if (letters.some((letter) => isUnhindered(letter) && !letter.obstacle && !wanted(letter))) this._later()
    return answers
  }

  /**
   * Takes a submission out for good, unsent.
   * @param {string} id
   */
  async discard(id) {
    this._held.delete(id)
    this._believed.delete(id)
    await this.store.update('outbox', id, () => undefined).catch(() => {})
    tellTabs(NEWS)
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
      const answer = await inTurn(this.store, letter.id, () => this._post(letter))
      if (answer.kind !== 'waiting') this._believed.delete(letter.id)
      this._tell(letter, answer)
      return answer
    } finally {
      this._underWay.delete(letter.id)
    }
  }

  /**
   * @param {Letter} letter
   * @param {Answer} answer
   */
  _tell(letter, answer) {
    for (const listener of this._listeners) listener({ letter, answer })
  }

  /**
   * @param {Letter} letter
   * @returns {Promise<Answer>}
   */
  async _post(letter) {
    const { id, endpoint, submission, lang } = letter
    const isThere = await this.store.get('outbox', id).catch(() => letter)
    // Another tab has sent it while this one waited for its turn.
    if (!isThere && !this._held.has(id)) return this._outcome(letter)
    const { plan, unit } = JSON.parse(submission).report
    const token = this.access.token(endpoint, plan, unit)
    const answer = await put(endpoint, id, submission, { lang, token })
    if (answer.kind === 'waiting') await this._wait(id, answer).catch(() => {})
    else await this._settle(letter, answer).catch(() => {})
    return answer
  }

  /**
   * What became of a submission that is no longer in the outbox.
   * @param {Letter} letter
   * @returns {Promise<Answer>}
   */
  async _outcome({ id, draftKey }) {
    const kept = await this.store.get('kept', id).catch(() => undefined)
    if (kept) return { kind: 'received', receipt: kept.receipt }
    const { refused } = (await this.store.get('drafts', draftKey).catch(() => undefined)) ?? {}
    return refused ? { kind: 'refused', status: 422, code: '', ...refused } : { kind: 'gone' }
  }

  /**
   * Notes in the outbox when it was tried, and when it will be again.
   * @param {string} id
   * @param {Extract<import('./endpoint.js').Answer, { kind: 'waiting' }>} answer
   */
  async _wait(id, { denied, obstacle }) {
    const triedAt = Date.now()
    const pause = () => (obstacle ? this._muchLater() : this._later())
    const nextAt = denied === undefined ? triedAt + pause() : undefined
    const noted = (/** @type {Letter | undefined} */ old) =>
      old && { ...old, triedAt, nextAt, denied, obstacle }
    const held = noted(this._held.get(id))
    if (held) this._held.set(id, held)
    await this.store.update('outbox', id, noted)
  }

  /**
   * @param {Letter} letter
   * @param {import('./endpoint.js').Answer} answer
   */
  async _settle(letter, answer) {
    this._held.delete(letter.id)
    const { draftKey } = letter
    await this.store.update('drafts', draftKey, (old) => old && { ...old, ...verdict(answer, letter) })
    if (answer.kind === 'received') {
      const kept = { receipt: answer.receipt, submission: letter.submission, at: Date.now() }
      await this.store.update('kept', letter.id, () => kept)
    }
    await this.store.update('outbox', letter.id, () => undefined)
    tellTabs(NEWS)
  }

  /** Sets the clock for the next attempt; after how long it will ring. */
  _later() {
    const pause = this._pause
    if (this._timer !== undefined) return pause
    this._timer = setTimeout(() => this.retry(isDue), pause)
    this._pause = Math.min(pause * 2, LONGEST_PAUSE)
    return pause
  }

  _muchLater() {
    setTimeout(() => this.retry(isDue), MUCH_LATER)
    return MUCH_LATER
  }
}

/** @param {Letter} letter */
const isUnhindered = (letter) => letter.denied === undefined

/** @param {Letter} letter */
const isDue = (letter) => isUnhindered(letter) && isTime(letter)

/** All that waits for the line alone. @param {Letter} letter */
const isToBeTried = (letter) => isUnhindered(letter) && (!letter.obstacle || isTime(letter))

/**
 * Whether a letter is to be tried again. What is to be tried later than any can be was noted before the clock was set
 * back.
 * @param {Letter} letter
 */
function isTime({ nextAt = 0 }) {
  const now = Date.now()
  return nextAt <= now + FIRST_PAUSE / 2 || nextAt > now + MUCH_LATER
}

/**
 * What a draft remembers of an answer. A report may be refused long after its page was closed, and whoever opens
 * the page again has to see it. Under a number that another report has, nothing can be sent again.
 * @param {import('./endpoint.js').Answer} answer
 * @param {Letter} letter
 */
function verdict(answer, { submission }) {
  if (answer.kind !== 'refused') return { refused: undefined }
  const { status, code, title, findings } = answer
  return {
    refused: { title, findings, submission },
    ...(status === 409 && code !== 'locked' ? { sent: '' } : {}),
  }
}

/** @type {Outbox | undefined} */
let shared

/**
 * The page's one outbox.
 * @param {import('./database.js').Store} store
 * @param {import('./access.js').Access} access
 */
export function outboxOf(store, access) {
  shared ??= new Outbox(store, access)
  return shared
}
