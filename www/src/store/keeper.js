/**
 * Keeps one draft on the device as it is typed.
 *
 * The first change is written at once and what follows at most a quarter of a second later, so that a tab that
 * is killed in mid-typing loses nothing worth naming. What was written is read back within a second: by what is written
 * next, which reads what stands there, or for its own sake. A page that is left has no time for IndexedDB: what is still held
 * back goes into localStorage, which writes at once, and from there into the draft when it is opened again. Another tab may hold the same draft open: what it wrote is never thrown away, it is kept beside ours
 * and offered.
 * @module
 */

import { hearTabs, tellTabs } from './channel.js'
import * as tail from './tail.js'
import { uuid } from './uuid.js'
import { aside } from './versions.js'

const PAUSE = 250
/** What was written is read back at most so much later: not with every key, but soon enough to mend it. */
const LATER = 1000

/** Tells this tab's writing from another's. */
const writer = uuid()

/** @typedef {{ draft: string, at: number }} Copy */
/** @typedef {Copy | { error: unknown } | { other: Copy }} News what was written, or not, or found beside it */
/** @typedef {{ submission: string, paths: string[] }} Mended what was changed of a report that the office returned */
/** @typedef {{ code?: string, title: string, findings: import('../types.js').Problem[], submission?: string }} Refused what the office
 *   found, and in what; older versions of the page did not note in what */
/** @typedef {{ key: string, draft: string, at: number, writer: string, others?: Copy[], sent?: string,
 *   base?: string | null | undefined, mended?: Mended, refused?: Refused, asked?: string | Asked, place?: string }} DraftRecord
 *   `base` is the submission from which it was begun: null where none was known, undefined where nobody noted it;
 *   `asked`, what the plan asked then, as JSON, since a record is written with every key and a text is
 *   written at once; older versions of the page kept the object; `place`, the path of what was typed last */
/** @typedef {{ version: number, fields: Record<string, string> }} Asked what a version of the plan asked: the labels by path */

/** What the plan asked as the draft was begun, where that was noted. @param {DraftRecord | undefined} record @returns {Asked | undefined} */
export const askedOf = (record) =>
  typeof record?.asked === 'string' ? JSON.parse(record.asked) : record?.asked

export class Keeper {
  /** @type {ReturnType<typeof setTimeout> | undefined} until what is held back is written */
  _timer
  /** @type {ReturnType<typeof setTimeout> | undefined} until what was written is read back */
  _reading
  _dirty = false
  /** When it was last written, in milliseconds since the page was opened. */
  _last = -PAUSE
  /** What was written last and not yet read back. @type {Copy | undefined} */
  _unread
  /** Whether what was written was there when it was last looked for. */
  _isThere = false
  /** When it was last told that something is there, in milliseconds since the page was opened. */
  _told = -LATER
  /** How many writings are under way. */
  _writing = 0
  /** The draft as it was last read or written here; another one comes from another tab.
   * @type {{ at: number, writer: string } | undefined} */
  known
  /** @type {Mended | undefined} */
  mended
  /** @type {string | undefined} where something was typed last */
  place
  /** @type {string | null | undefined} the submission from which the draft was begun, as in its record */
  base
  /** What was last sent from it; sent again as long as nothing changes. @type {string | null} */
  sent = null
  _open = new AbortController()

  /**
   * @param {import('./database.js').Store} store
   * @param {string} key
   * @param {() => string} draft gives the draft as it is now
   * @param {(event: News) => void} tell
   */
  constructor(store, key, draft, tell) {
    this.store = store
    this.key = key
    this.draft = draft
    this.tell = tell
    document.addEventListener('visibilitychange', this.flush)
    addEventListener('pagehide', this._leave)
    hearTabs(key, () => this._look(), this._open.signal)
  }

  /**
   * @param {DraftRecord[]} read the drafts, as they have only just been read
   * @param {import('./filed.js').KeyOf} keyOf
   * @returns {Promise<DraftRecord | undefined>}
   */
  async restore(read, keyOf) {
    const rests = tail.take(this.key, keyOf)
    for (const { draft, at, writer: by, base } of rests) {
      this.base = base
      await this._write(draft, at, by).catch(() => {})
    }
    const record =
      rests.length === 0
        ? read.find(({ key }) => key === this.key)
        : await this.store.get('drafts', this.key).catch(() => undefined)
    this.known = record?.draft ? record : undefined
    this.mended = record?.mended
    this.place = record?.place
    this.base = record?.base
    this.sent = record?.sent || null
    return record
  }

  /** Something was typed. */
  touch() {
    // A closed draft is another's to write.
    if (this._open.signal.aborted) return
    this._dirty = true
    if (this._timer) return
    const rest = this._last + PAUSE - performance.now()
    if (rest > 0) this._timer = setTimeout(this.flush, rest)
    else this.flush()
  }

  /** Writes now what is not yet written. */
  flush = async () => {
    clearTimeout(this._timer)
    this._timer = undefined
    if (!this._dirty) return
    this._dirty = false
    this._last = performance.now()
    const at = Date.now()
    this._writing += 1
    try {
      const draft = this.draft()
      const { other, old } = await this._write(draft, at)
      const { _unread: before } = this
      if (before) this._isThere = isIn(old, before)
      this._unread = { draft, at }
      if (!this._isThere || this._open.signal.aborted) await this._readBack()
      else {
        if (before && performance.now() >= this._told + LATER) this._tellOf(before)
        clearTimeout(this._reading)
        this._reading = setTimeout(this._readBack, LATER)
      }
      if (other) this.tell({ other })
    } catch (error) {
      this._fail(error)
    } finally {
      this._writing -= 1
    }
  }

  /** Saved is said of what was read back, and of nothing else. */
  _readBack = async () => {
    clearTimeout(this._reading)
    this._reading = undefined
    const { _unread: copy } = this
    if (!copy) return
    this._unread = undefined
    try {
      this._isThere = await this._holds(copy)
      if (!this._isThere) throw new Error('it is not there')
      this._tellOf(copy)
    } catch (error) {
      this._fail(error)
    }
  }

  /** @param {Copy} copy that was found there */
  _tellOf(copy) {
    this._told = performance.now()
    tellTabs(this.key)
    this.tell(copy)
  }

  /** @param {unknown} error */
  _fail(error) {
    this._isThere = false
    this._dirty = true
    this.tell({ error })
    this.touch()
  }

  _leave = () => {
    if (this._dirty || this._writing > 0) this._leaveBehind()
    else this._leaveHeld()
    this.flush()
  }

  /** What is held in memory alone goes where a page that is left may still write. */
  _leaveHeld() {
    if (!this.store.lasting && this.known) this._leaveBehind()
  }

  _leaveBehind() {
    tail.put(this.key, { draft: this.draft(), at: Date.now(), writer, base: this.base })
  }

  /**
   * @param {string} draft
   * @param {number} at
   * @param {string} [by] the page that typed it
   * @returns {Promise<{ old: DraftRecord | undefined, other: Copy | undefined }>} what stood there, and what of it another tab had
   *   written since
   */
  async _write(draft, at, by = writer) {
    const known = this.known
    this.known = { at, writer: by }
    /** @type {{ old: DraftRecord | undefined, other: Copy | undefined }} */
    const found = { old: undefined, other: undefined }
    await this.store.update('drafts', this.key, (/** @type {DraftRecord | undefined} */ old) => {
      found.old = old
      const { base, mended = old?.mended, place = old?.place } = this
      // By who wrote and which writing it was, not by which is later: a device's clock may be set back.
      const isForeign =
        old?.draft &&
        old.draft !== draft &&
        old.writer !== by &&
        (old.at !== known?.at || old.writer !== known.writer)
      if (isForeign) found.other = { draft: old.draft, at: old.at }
      // What a page left behind when it was closed may be older than what another has written since.
      if (old && by !== writer && old.at > at) return isForeign ? aside(old, { draft, at }) : old
      const kept = found.other ? aside(old, found.other) : old
      return {
        ...kept,
        key: this.key,
        draft,
        at,
        writer: by,
        base,
        ...(mended ? { mended } : {}),
        ...(place ? { place } : {}),
      }
    })
    return found
  }

  /**
   * Whether a draft stands there, as the one that is open or beside what another tab has written since. Where this
   * page has begun to write a later one, that one says it.
   * @param {Copy} copy
   */
  async _holds(copy) {
    const record = await this.store.get('drafts', this.key)
    return this.known?.at !== copy.at || isIn(record, copy)
  }

  /** Another tab has written this draft. */
  async _look() {
    const record = await this.store.get('drafts', this.key).catch(() => undefined)
    if (record?.draft && record.writer !== writer)
      this.tell({ other: { draft: record.draft, at: record.at } })
  }

  /** Writes what is left and stops listening. */
  close() {
    this._leaveHeld()
    this._open.abort()
    this.flush()
    this._readBack()
    document.removeEventListener('visibilitychange', this.flush)
    removeEventListener('pagehide', this._leave)
  }
}

/**
 * Whether a draft stands in a record, as the one that is open or beside what another tab has written since.
 * @param {DraftRecord | undefined} record
 * @param {Copy} copy
 */
const isIn = (record, { draft }) => [record, ...(record?.others ?? [])].some((each) => each?.draft === draft)
