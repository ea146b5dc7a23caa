/**
 * The outbox (chờ gửi): a submission is written here before it is sent and leaves when the office has answered.
 * A closed tab, a dead line or a stopped server therefore only delays it, and its id makes it count once.
 *
 * What the office does not let in without another code waits for the code: trying again by itself would only be
 * taken for guessing.
 * @module
 */
import { written } from '../json.js'
import { hearTabs, tellTabs } from './channel.js'
import { put } from './delivery.js'
import { releaseEnclosed, sendEnclosed } from './enclosed.js'
import {
  FIRST_PAUSE,
  heir,
  inOrder,
  isDue,
  isToBeTried,
  isUnhindered,
  judged,
  MUCH_LATER,
  madeFrom,
  originOf,
} from './letters.js'
import { inTurn } from './turn.js'

const LONGEST_PAUSE = 300_000
const NEWS = 'outbox'

/** @typedef {import('./letters.js').Letter} Letter */
/** @typedef {import('./letters.js').Answer} Answer */
/** @typedef {Extract<Answer, { kind: 'waiting' }>} Waiting */
/** @typedef {{ letter: Letter, answer: Answer }} Delivery the letter as it was when it was answered */
/** @typedef {(progress: { sent: number, all: number }) => void} Told */
/** @typedef {Map<string, Answer>} Attempt what became of letters, by their ids */

export class Outbox {
  _pause = FIRST_PAUSE
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  _timer
  /** The attempts under way, by the report that their letters are of. @type {Map<string, Promise<Attempt>>} */
  _underWay = new Map()
  /** What was asked for while an attempt was under way. @type {Map<string, Promise<Attempt>>} */
  _next = new Map()
  /** @type {Set<(delivery: Delivery) => void>} */
  _listeners = new Set()

  /** Who is told how much of a letter's files has been sent. @type {Map<string, Told>} */
  _told = new Map()

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
   * @param {Told} [told] how much of its files has been sent
   */
  async send(letter, told) {
    if (told) this._told.set(letter.id, told)
    // Where nothing can be written, the page holds the letter for as long as it is open.
    await this.store.update('outbox', letter.id, () => letter).catch(() => this._held.set(letter.id, letter))
    // Another tab may deliver it, or take it out, before this one does.
    this.believe([letter])
    const { id, draftKey } = letter
    const before = await this._underWay.get(draftKey)
    /** @type {Waiting | undefined} */
    const held = [...(before?.values() ?? [])].find(isWaiting)
    // What the line keeps from coming keeps this one as well.
    if (held) {
      await this._wait(id, held).catch(() => {})
      return held
    }
    const attempt = await this._begin(draftKey)
    return attempt.get(id) ?? this._outcome(letter)
  }

  /**
   * What waits. What this tab still believed to be waiting, and another tab has sent or taken out, is told of.
   * @returns {Promise<Letter[]>}
   */
  async waiting() {
    const letters = await this._letters()
    const ids = new Set(letters.map(({ id }) => id))
    const gone = [...this._believed.values()].filter(
      ({ id, draftKey }) => !ids.has(id) && !this._underWay.has(draftKey),
    )
    this.believe(letters)
    for (const letter of gone) {
      this._believed.delete(letter.id)
      this._outcome(letter).then((answer) => this._tell(letter, answer))
    }
    return letters
  }

  /** @returns {Promise<Letter[]>} */
  async _letters() {
    const believed = [...this._believed.values()].filter(({ id }) => !this._held.has(id))
    // What cannot be read is not gone.
    return [...(await this.store.all('outbox').catch(() => believed)), ...this._held.values()]
  }

  /** @param {Letter[]} letters what the page shows as waiting */
  believe(letters) {
    for (const letter of letters) this._believed.set(letter.id, letter)
  }

  /**
   * Tries what waits, now: all that is not waiting for a code, or what is wanted.
   * @param {(letter: Letter) => boolean} [wanted]
   * @returns {Promise<Attempt>} what became of them, and of what was sent of the same reports
   */
  async retry(wanted = isToBeTried) {
    clearTimeout(this._timer)
    this._timer = undefined
    const letters = await this.waiting()
    const reports = new Set(letters.filter(wanted).map(({ draftKey }) => draftKey))
    const attempts = await Promise.all([...reports].map((draftKey) => this._try(draftKey)))
    if (!attempts.some(isHeld)) this._pause = FIRST_PAUSE
    // Another tab has tried it not long ago.
    if (letters.some((letter) => isUnhindered(letter) && !letter.obstacle && !wanted(letter))) this._later()
    return new Map(attempts.flatMap((attempt) => [...attempt]))
  }

  /**
   * Takes a submission out for good, unsent. One that is on its way is waited for: the office may have it by then.
   * @param {string} id
   * @returns {Promise<Answer>} `gone`, or what became of it meanwhile
   */
  async discard(id) {
    const letter = (await this._letters()).find((each) => each.id === id)
    if (!letter) return { kind: 'gone' }
    const answer = await inTurn(this.store, id, () => this._drop(letter))
    this._tell(letter, answer)
    tellTabs(NEWS)
    return answer
  }

  /**
   * @param {Letter} letter
   * @returns {Promise<Answer>}
   */
  async _drop(letter) {
    const { id } = letter
    const isThere = this._held.has(id) || (await this.store.get('outbox', id).catch(() => letter))
    this._held.delete(id)
    this._believed.delete(id)
    if (!isThere) return this._outcome(letter)
    await this.store.update('outbox', id, () => undefined).catch(() => {})
    await this._lead(letter, { kind: 'gone' }).catch(() => {})
    return { kind: 'gone' }
  }

  /**
   * Tries the letters of one report. Whoever asks while an attempt is under way asks anew where that one comes to
   * nothing: the line may have come back since it began.
   * @param {string} draftKey
   * @returns {Promise<Attempt>}
   */
  _try(draftKey) {
    const running = this._underWay.get(draftKey)
    if (!running) return this._begin(draftKey)
    const again = (/** @type {Attempt} */ attempt) => {
      this._next.delete(draftKey)
      return isHeld(attempt) ? this._begin(draftKey) : attempt
    }
    const next = this._next.get(draftKey) ?? running.then(again)
    this._next.set(draftKey, next)
    return next
  }

  /** @param {string} draftKey */
  _begin(draftKey) {
    const running = this._underWay.get(draftKey) ?? this._attempt(draftKey)
    this._underWay.set(draftKey, running)
    return running
  }

  /**
   * The letters of one report, one after the other: each may have been made from the one before it.
   * @param {string} draftKey
   * @returns {Promise<Attempt>}
   */
  async _attempt(draftKey) {
    /** @type {Attempt} */
    const attempt = new Map()
    try {
      const letters = inOrder((await this._letters()).filter((each) => each.draftKey === draftKey))
      /** @type {Waiting | undefined} */
      let held
      for (const each of letters) {
        const { letter, answer } = held
          ? { letter: each, answer: held }
          : await inTurn(this.store, each.id, () => this._post(each))
        if (held) await this._wait(each.id, held).catch(() => {})
        if (isWaiting(answer)) held = answer
        else this._believed.delete(each.id)
        attempt.set(each.id, answer)
        this._tell(letter, answer)
      }
      return attempt
    } finally {
      this._underWay.delete(draftKey)
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
   * @returns {Promise<Delivery>}
   */
  async _post(letter) {
    const { id, endpoint, lang } = letter
    const now = this._held.get(id) ?? (await this.store.get('outbox', id).catch(() => letter))
    // Another tab has sent it while this one waited for its turn.
    if (!now) return { letter, answer: await this._outcome(letter) }
    const { submission } = now
    const { plan, unit } = JSON.parse(submission).report
    const token = this.access.token(endpoint, plan, unit)
    const answer =
      (await sendEnclosed(now, token, this._told.get(id))) ??
      (await put(endpoint, id, submission, { lang, token }))
    if (answer.kind === 'waiting') await this._wait(id, answer).catch(() => {})
    else await this._settle(now, answer).catch(() => {})
    return { letter: now, answer }
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
    const isOfIt = refused && (!refused.submission || JSON.parse(refused.submission).id === id)
    return isOfIt ? { kind: 'refused', status: 422, code: '', ...refused } : { kind: 'gone' }
  }

  /**
   * Notes in the outbox when it was tried, and when it will be again.
   * @param {string} id
   * @param {Waiting} answer
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
   * @param {import('./delivery.js').Answer} answer
   */
  async _settle(letter, answer) {
    this._held.delete(letter.id)
    await this.store.update('drafts', letter.draftKey, judged(answer, letter))
    await this._lead(letter, answer)
    const at = Date.now()
    if (answer.kind === 'received') {
      const kept = { id: letter.id, receipt: answer.receipt, submission: letter.submission, at }
      await this.store.update('kept', letter.id, () => kept)
    }
    const { submission, report, receipt } = (answer.kind === 'refused' && answer.standing) || {}
    if (submission && report && receipt) {
      const { format, preparedAt } = receipt
      const holds = {
        id: submission,
        receipt,
        submission: written({ format, id: submission, preparedAt, report }),
        at,
      }
      await this.store.update('kept', submission, (old) => old ?? holds)
    }
    await this.store.update('outbox', letter.id, () => undefined)
    tellTabs(NEWS)
    this._told.delete(letter.id)
    if (answer.kind === 'received') releaseEnclosed(this.store, letter).catch(() => {})
  }

  /**
   * What was made from a letter, the draft and what waits behind it, was made from what became of the letter.
   * @param {Letter} letter
   * @param {Answer} answer
   */
  async _lead(letter, answer) {
    const { id, draftKey } = letter
    const origin = heir(letter, answer)
    await this.store.update('drafts', draftKey, (old) => (old?.base === id ? { ...old, base: origin } : old))
    if (origin === id) return
    const led = (/** @type {Letter | undefined} */ old) => old && madeFrom(old, origin)
    for (const other of await this._letters()) {
      if (originOf(other) !== id) continue
      const held = led(this._held.get(other.id))
      if (held) this._held.set(other.id, held)
      await this.store.update('outbox', other.id, led)
    }
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

/** @param {Answer} answer @returns {answer is Waiting} */
const isWaiting = (answer) => answer.kind === 'waiting'

/** Whether letters of an attempt still wait for the line. @param {Attempt} attempt */
const isHeld = (attempt) =>
  [...attempt.values()].some((answer) => isWaiting(answer) && answer.denied === undefined)

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
