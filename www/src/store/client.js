/**
 * What a keeper has a thread beside the page write for it (beside.js): its draft, and from then on only the figures that are typed
 * into it, so that a key costs the same however much the report holds.
 * @module
 */
import { isFigure } from '../asked.js'

/** @typedef {import('./keeper.js').Keeper} Keeper */
/** @typedef {import('./scribe.js').Scribe} Scribe */
/** @typedef {import('./scribe.js').Typed} Typed */
/** @typedef {import('./scribe.js').Writes} Writes */
/** @typedef {import('./scribe.js').Writing} Writing */
/** @typedef {{ at: number, typed: Typed[] }} Adding what was typed into the draft that was written before, and when */
/** @typedef {{ writing?: Writing, adding?: Adding }} Wish what is to be written; with neither, that no more comes */

/** @implements {Writes} */
export class Client {
  /** Its last order. */
  order = 0
  /** Whether what it was told last is not known to be there. */
  isHeld = false
  isFinished = false
  /** The draft that was told last. @type {Writing | undefined} */
  _last
  /** Whether figures were told since. */
  _isAdded = false

  /**
   * @param {Keeper} keeper
   * @param {(wish: Wish) => number} give gives back the order as which it was given
   * @param {() => Promise<void>} settled comes once all is done that was given
   */
  constructor(keeper, give, settled) {
    this.keeper = keeper
    /** What writes for it in the page. */
    this.own = /** @type {Scribe} */ (keeper.scribe)
    this._give = give
    this._settled = settled
  }

  isWriting() {
    return this.isHeld
  }

  /** @param {() => Writing} whole @param {Typed[]} [typed] */
  take(whole, typed) {
    if (typed && this._isEnough(typed)) this._add(typed)
    else this._write(whole())
  }

  /** Whether nothing else has changed since the draft was told. @param {Typed[]} typed */
  _isEnough(typed) {
    const { _last: last, keeper } = this
    const isAll = last && last.base === keeper.base && last.mended === keeper.mended
    return isAll && typed.every(([path]) => isFigure(path))
  }

  /** @param {Writing} writing */
  _write(writing) {
    this._last = writing
    this._isAdded = false
    this._hold({ writing })
  }

  /** @param {Typed[]} typed */
  _add(typed) {
    const { keeper } = this
    const at = Date.now()
    keeper.known = { at, writer: /** @type {Writing} */ (this._last).writer }
    this._isAdded = true
    this._hold({ adding: { at, typed } })
  }

  /** @param {Wish} wish */
  _hold(wish) {
    this.isHeld = true
    this.order = this._give(wish)
  }

  settled() {
    // As the form itself has it: to the letter it is compared with what is sent.
    if (this._isAdded && !this.isFinished) this._write(this.keeper.whole())
    return this._settled()
  }

  finish() {
    this.isFinished = true
    this.order = this._give({})
  }

  /** The draft with all that was told since. */
  whole() {
    return this._isAdded ? this.keeper.whole() : this._last
  }
}
