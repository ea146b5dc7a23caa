/**
 * Keeps one draft on the device as it is typed.
 *
 * The first change is written at once and what follows at most a quarter of a second later, so that a tab that
 * is killed in mid-typing loses nothing worth naming. A page that is left has no time for IndexedDB: what is
 * still held back goes into localStorage, which writes at once, and from there into the draft when it is opened
 * again. Another tab may hold the same draft open: what it wrote is never thrown away, it is kept beside ours
 * and offered.
 * @module
 */
import { tail } from './tail.js'
import { uuid } from './uuid.js'

const PAUSE = 250

/** Tells this tab's writing from another's. */
const writer = uuid()

/** @typedef {{ draft: string, at: number }} Copy */
/** @typedef {{ key: string, draft: string, at: number, writer: string, others?: Copy[], sent?: string,
 *   refused?: { title: string, findings: import('../types.js').Problem[] } }} DraftRecord */

export class Keeper {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  _timer
  _dirty = false
  _resting = true
  /** How many writings are under way. */
  _writing = 0
  /** When the draft was last read or written here; a record that is newer comes from another tab. */
  _known = 0

  /**
   * @param {import('./database.js').Store} store
   * @param {string} key
   * @param {() => string} draft gives the draft as it is now
   * @param {(event: { at: number } | { error: unknown } | { other: Copy }) => void} tell
   */
  constructor(store, key, draft, tell) {
    this.store = store
    this.key = key
    this.draft = draft
    this.tell = tell
    document.addEventListener('visibilitychange', this.flush)
    addEventListener('pagehide', this._leave)
  }

  /** @returns {Promise<DraftRecord | undefined>} */
  async restore() {
    const rest = tail.take(this.key)
    if (rest) await this._write(rest.draft, rest.at).catch(() => {})
    const record = await this.store.get('drafts', this.key).catch(() => undefined)
    this._known = record?.at ?? 0
    return record
  }

  /** Something was typed. */
  touch() {
    this._dirty = true
    if (!this._resting) return
    this._resting = false
    this.flush()
    this._timer = setTimeout(this._rest, PAUSE)
  }

  _rest = () => {
    this._resting = true
    if (this._dirty) this.touch()
  }

  /** Writes now what is not yet written. */
  flush = async () => {
    if (!this._dirty) return
    this._dirty = false
    const at = Date.now()
    this._writing += 1
    try {
      const other = await this._write(this.draft(), at)
      this.tell({ at })
      if (other) this.tell({ other })
    } catch (error) {
      this._dirty = true
      this.tell({ error })
    } finally {
      this._writing -= 1
    }
  }

  _leave = () => {
    if (this._dirty || this._writing > 0) tail.put(this.key, { draft: this.draft(), at: Date.now() })
    this.flush()
  }

  /**
   * @param {string} draft
   * @param {number} at
   * @returns {Promise<Copy | undefined>} what another tab had written since
   */
  async _write(draft, at) {
    const known = this._known
    this._known = at
    /** @type {Copy | undefined} */
    let other
    await this.store.update('drafts', this.key, (/** @type {DraftRecord | undefined} */ old) => {
      const foreign = old && old.writer !== writer && old.at > known && old.draft !== draft
      if (foreign) other = { draft: old.draft, at: old.at }
      const others = [...(old?.others ?? []), ...(other ? [other] : [])].slice(-5)
      return { ...old, key: this.key, draft, at, writer, ...(others.length > 0 ? { others } : {}) }
    })
    return other
  }

  /**
   * Remembers what was sent from this draft, so that sending the same again is the same submission.
   * @param {string} submission
   */
  remember(submission) {
    return this.store
      .update('drafts', this.key, (old) => ({ ...old, key: this.key, sent: submission }))
      .catch(() => {})
  }

  /** Writes what is left and stops listening. */
  close() {
    this.flush()
    clearTimeout(this._timer)
    document.removeEventListener('visibilitychange', this.flush)
    removeEventListener('pagehide', this._leave)
  }
}
