/**
 * Writes a draft on the device and looks whether it is there: in the page, or in a thread beside it (beside.js).
 *
 * What was written is read back within a second: by what is written next, which reads what stands there, or for its own
 * sake. Saved is said of what was read back, and of nothing else.
 * @module
 */
import { aside } from './versions.js'

/** What was written is read back at most so much later: not with every key, but soon enough to mend it. */
const LATER = 1000

/** @typedef {import('./keeper.js').DraftRecord} DraftRecord */
/** @typedef {import('./keeper.js').Copy} Copy */
/** @typedef {import('./keeper.js').News} News */
/** @typedef {Pick<import('./database.js').Shelves, 'get' | 'update'>} Device */
/** @typedef {Pick<DraftRecord, 'key' | 'draft' | 'at' | 'writer' | 'base' | 'mended' | 'place'> & { known: { at: number, writer: string } | undefined }} Writing
 *   a draft as it is to be written; `known` is the one that was last read or written here: another one that stands there is another
 *   tab's */

/** Whoever writes drafts: `settled` comes once all is written that was to be; with `finish` what was written last is read back.
 * @typedef {{ write(writing: Writing): unknown, isWriting(): boolean, settled(): Promise<unknown>, finish(): unknown }} Writes */

/** @implements {Writes} */
export class Scribe {
  /** @type {ReturnType<typeof setTimeout> | undefined} until what was written is read back */
  _reading
  /** What was written last and not yet read back. @type {Writing | undefined} */
  _unread
  /** When the latest that is being written was typed: that one says of those before it whether they are there. */
  _latest = 0
  /** Whether what was written was there when it was last looked for. */
  _isThere = false
  /** When it was last told that something is there, in milliseconds since the page was opened. */
  _told = -LATER
  /** How many writings are under way. */
  _writing = 0
  /** All of them. @type {Promise<unknown> | undefined} */
  _doing

  /**
   * @param {Device} device
   * @param {(news: News) => void} tell
   */
  constructor(device, tell) {
    this.device = device
    this.tell = tell
  }

  isWriting() {
    return this._writing > 0
  }

  async settled() {
    await this._doing
  }

  /** @param {Writing} writing */
  write(writing) {
    const doing = this._write(writing)
    this._doing = Promise.all([this._doing, doing])
    return doing
  }

  /** @param {Writing} writing */
  async _write(writing) {
    this._latest = writing.at
    this._writing += 1
    try {
      const { other, old } = await write(this.device, writing)
      const { _unread: before } = this
      if (before) this._isThere = isIn(old, before)
      this._unread = writing
      if (!this._isThere) await this.readBack()
      else {
        if (before && performance.now() >= this._told + LATER) this._tellOf(before)
        clearTimeout(this._reading)
        this._reading = setTimeout(this.readBack, LATER)
      }
      if (other) this.tell({ other })
    } catch (error) {
      this._fail(error)
    } finally {
      this._writing -= 1
    }
  }

  readBack = async () => {
    clearTimeout(this._reading)
    const { _unread: copy } = this
    if (!copy) return
    this._unread = undefined
    try {
      this._isThere = this._latest !== copy.at || isIn(await this.device.get('drafts', copy.key), copy)
      if (!this._isThere) throw new Error('it is not there')
      this._tellOf(copy)
    } catch (error) {
      this._fail(error)
    }
  }

  /** Nothing more comes for now. */
  async finish() {
    if (this.isWriting()) await this.settled()
    await this.readBack()
  }

  /** @param {Copy} copy that was found there */
  _tellOf({ draft, at }) {
    this._told = performance.now()
    this.tell({ draft, at })
  }

  /** @param {unknown} error */
  _fail(error) {
    this._isThere = false
    this.tell({ error })
  }
}

/**
 * Writes a draft in the place of the one that stands there, which is kept beside it where another tab has written it since.
 * @param {Pick<Device, 'update'>} device
 * @param {Writing} writing
 * @param {boolean} [isLeft] whether a page that was closed left it behind: then it may be older than what stands there
 * @returns {Promise<{ old: DraftRecord | undefined, other: Copy | undefined }>} what stood there, and what of it another tab had
 *   written since
 */
export async function write(device, writing, isLeft = false) {
  const { known, key, draft, at, writer, base } = writing
  /** @type {{ old: DraftRecord | undefined, other: Copy | undefined }} */
  const found = { old: undefined, other: undefined }
  await device.update('drafts', key, (/** @type {DraftRecord | undefined} */ old) => {
    found.old = old
    const { mended = old?.mended, place = old?.place } = writing
    // By who wrote and which writing it was, not by which is later: a device's clock may be set back.
    const isForeign =
      old?.draft &&
      old.draft !== draft &&
      old.writer !== writer &&
      (old.at !== known?.at || old.writer !== known.writer)
    if (isForeign) found.other = { draft: old.draft, at: old.at }
    if (isLeft && old && old.at > at) return isForeign ? aside(old, { draft, at }) : old
    const kept = found.other ? aside(old, found.other) : old
    const now = { key, draft, at, writer, base }
    return { ...kept, ...now, ...(mended ? { mended } : {}), ...(place ? { place } : {}) }
  })
  return found
}

/**
 * Whether a draft stands in a record: as the one that is open, beside what another tab has written since, or in what its own page has
 * written later.
 * @param {DraftRecord | undefined} record
 * @param {Writing} writing
 */
const isIn = (record, { draft, at, writer }) =>
  [record, ...(record?.others ?? [])].some((each) => each?.draft === draft) ||
  (record?.writer === writer && record.at > at)
