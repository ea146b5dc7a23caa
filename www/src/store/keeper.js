/**
 * Keeps one draft on the device as it is typed.
 *
 * The first change is written at once and what follows at most a quarter of a second later, so that a tab that
 * is killed in mid-typing loses nothing worth naming (scribe.js). A page that is left has no time for IndexedDB: what is still held
 * back goes into localStorage, which writes at once, and from there into the draft when it is opened again. Another tab may hold the
 * same draft open: what it wrote is never thrown away, it is kept beside ours and offered.
 * @module
 */

import { hearTabs, tellTabs } from './channel.js'
import { Scribe, write } from './scribe.js'
import * as tail from './tail.js'
import { uuid } from './uuid.js'

const PAUSE = 250

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
  _dirty = false
  /** When it was last written, in milliseconds since the page was opened. */
  _last = -PAUSE
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
    /** @type {import('./scribe.js').Writes} */
    this.scribe = new Scribe(store, this.hear)
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
      await write(this.store, this._writingOf(draft, at, by), true).catch(() => {})
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

  get isClosed() {
    return this._open.signal.aborted
  }

  /** Something was typed. */
  touch() {
    // A closed draft is another's to write.
    if (this.isClosed) return
    this._dirty = true
    if (this._timer) return
    const rest = this._last + PAUSE - performance.now()
    if (rest > 0) this._timer = setTimeout(this._write, rest)
    else this._write()
  }

  /** Writes now what is not yet written. */
  flush = () => {
    this._write()
    return this.scribe.settled()
  }

  _write = () => {
    clearTimeout(this._timer)
    this._timer = undefined
    if (!this._dirty) return
    this._dirty = false
    this._last = performance.now()
    try {
      this.scribe.write(this._writingOf(this.draft(), Date.now()))
    } catch (error) {
      this.hear({ error })
    }
  }

  /** @param {string} draft @param {number} at @param {string} [by] the page that typed it @returns {import('./scribe.js').Writing} */
  _writingOf(draft, at, by = writer) {
    const { key, base, mended, place, known } = this
    this.known = { at, writer: by }
    return { key, draft, at, writer: by, base, mended, place, known }
  }

  /** What became of a draft that was written. @param {News} news */
  hear = (news) => {
    // It may have been taken away by then.
    if ('error' in news && this.isClosed) return
    if ('error' in news) this._dirty = true
    if ('at' in news) tellTabs(this.key)
    this.tell(news)
    if ('error' in news) this.touch()
  }

  _leave = () => {
    if (this._dirty || this.scribe.isWriting()) this._leaveBehind()
    else this._leaveHeld()
    this._write()
  }

  /** What is held in memory alone goes where a page that is left may still write. */
  _leaveHeld() {
    if (!this.store.lasting && this.known) this._leaveBehind()
  }

  _leaveBehind() {
    tail.put(this.key, { draft: this.draft(), at: Date.now(), writer, base: this.base })
  }

  /** Another tab has written this draft. */
  async _look() {
    const record = await this.store.get('drafts', this.key).catch(() => undefined)
    if (record?.draft && record.writer !== writer)
      this.tell({ other: { draft: record.draft, at: record.at } })
  }

  /** Writes what is left and stops listening. */
  close() {
    if (this.isClosed) return
    this._leaveHeld()
    this._open.abort()
    this._write()
    this.scribe.finish()
    document.removeEventListener('visibilitychange', this.flush)
    removeEventListener('pagehide', this._leave)
  }
}
