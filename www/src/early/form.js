/**
 * The first fields of a form, ahead of its script: plain elements in the tag's own shadow tree, into which a person types. They
 * give way to the form at a moment at which nobody notices: not while a syllable is composed or a finger is down.
 *
 * Nothing typed is lost: the form is told it, and where none comes it is left behind as what was typed in the last moment
 * before a page was left.
 * @module
 */
import { pieced } from '../asked.js'
import { EARLY } from '../begun.js'
import { afterFrame } from '../idle.js'
import { written } from '../json.js'
import { containKeys } from '../report/keys.js'
import { openingOf, viewOf } from '../report/opening.js'
import { tail } from '../store/tail.js'
import { uuid } from '../store/uuid.js'
import { adopt } from '../style/adopt.js'
import css from '../style/early.css'
import { markup } from './markup.js'

/** @typedef {import('../session.js').FormSession} FormSession */
/** @typedef {NonNullable<ReturnType<typeof openingOf>>} Opening */
/** @typedef {{ session: FormSession | null, root: ShadowRoot, rendered: () => Promise<unknown>, shown: () => void }} Successor the form
 *   that comes, when it is rendered, and what shows it */

/** Nobody waits longer for it to be painted, in milliseconds. */
const LONGEST = 300

export class EarlyForm {
  /** What was typed, by where, until the form is told. @type {Map<string, { text: string }>} */
  _typed = new Map()
  /** What was left since. @type {Set<string>} */
  _left = new Set()
  /** What was pressed, for whoever comes. @type {string | undefined} */
  _pressed
  _composing = false
  _down = false
  /** @type {(() => Successor) | undefined} */
  _after
  /** Whether it stands in the page. */
  stands = true
  /** Until it is seen, and takes what is typed meanwhile: what comes after it is long work for a slow processor. */
  painted = new Promise((done) => {
    afterFrame(() => done(undefined))
    // A page that nobody looks at paints nothing.
    setTimeout(done, LONGEST)
  })
  /** Whether the form's script knows of it. */
  isKnown = false
  writer = uuid()

  /**
   * @param {HTMLElement} tag
   * @param {HTMLElement} base what it shows
   * @param {Opening} opening
   */
  constructor(tag, base, { occasion: { key }, blank }) {
    this.key = key
    this.base = base
    this._blank = blank
    const root = adopt(/** @type {any} */ (tag), css, () => '')
    // The form's script takes the tree that is there.
    tag.attachShadow = () => root
    root.append(base)
    // One of another build knows nothing of this.
    this._watching = new MutationObserver(() => this.isKnown || this._leave())
    this._watching.observe(root, { childList: true })
    this._hear()
  }

  _hear() {
    const { base } = this
    containKeys(base)
    const on = (/** @type {string} */ type, /** @type {(event: any) => void} */ heard) =>
      base.addEventListener(type, heard)
    on('input', ({ target }) => this._type(target.dataset.path, target.value))
    on('focusout', ({ target }) => this._leaves(target))
    on('change', ({ target }) => this._leaves(target))
    on('compositionstart', () => {
      this._composing = true
    })
    on('compositionend', () => {
      this._composing = false
      this._soon()
    })
    on('pointerdown', () => {
      this._down = true
    })
    on('click', ({ target }) => {
      const button = target.closest('button')
      if (button)
        this._pressed = button.id
          ? `#${button.id}`
          : `[aria-controls="${button.getAttribute('aria-controls')}"]`
    })
    for (const type of ['pointerup', 'pointercancel']) addEventListener(type, this._release, true)
    addEventListener('pagehide', this._away)
    document.addEventListener('visibilitychange', this._away)
  }

  /** A click comes after the release. */
  _release = () => {
    this._down = false
    this._soon()
  }

  _soon() {
    setTimeout(() => this._giveWay())
  }

  _away = () => {
    if (document.visibilityState === 'hidden') this._leaveBehind()
  }

  /** @param {string | undefined} path @param {string} text */
  _type(path, text) {
    if (!path || !this.stands) return
    const { session } = this._after?.() ?? {}
    if (session) session.set(path, text)
    else this._typed.set(path, { text })
    this._pressed = undefined
    this._left.delete(path)
  }

  /** @param {HTMLInputElement} input */
  _leaves({ dataset: { path } }) {
    if (!path || !this.stands) return
    const { session } = this._after?.() ?? {}
    if (session) session.leave(path)
    else this._left.add(path)
  }

  /** The form comes, or something else in its place: what was typed is told it. @param {() => Successor} after */
  giveWay(after) {
    if (this._after) return
    this._after = after
    const { session } = after()
    if (session?.keeper?.key !== this.key) return this._leave()
    for (const [path, { text }] of this._typed) session.set(path, text)
    for (const path of this._left) session.leave(path)
    this._typed.clear()
    tail.drop(this.key, this.writer)
    this._giveWay()
  }

  async _giveWay() {
    if (!this._after || !this.stands) return
    await this._after().rendered()
    if (this._composing || this._down || !this.stands) return
    const { root, shown } = this._after()
    const held = this.base.contains(root.activeElement) ? root.activeElement : null
    const top = held?.getBoundingClientRect().top ?? 0
    this.stands = false
    shown()
    for (const input of this.base.querySelectorAll('[data-path]')) {
      const { path = '' } = /** @type {HTMLElement} */ (input).dataset
      const own = root.querySelector(`phieu-field [data-path="${CSS.escape(path)}"]`)
      const field = /** @type {import('../field/element.js').PhieuField | null | undefined} */ (
        own?.closest('phieu-field')
      )
      field?.adopt(/** @type {HTMLInputElement} */ (input))
    }
    this._end()
    const moved = held ? held.getBoundingClientRect().top - top : 0
    if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' })
    const pressed = this._pressed && root.querySelector(this._pressed)
    if (pressed) /** @type {HTMLElement} */ (pressed).click()
  }

  /** Nothing of this report comes in its place. */
  _leave() {
    this._leaveBehind()
    this._end()
    this._after?.().shown()
  }

  _leaveBehind() {
    const { _typed: typed, key, writer } = this
    if (typed.size > 0)
      tail.put(key, { draft: pieced(written(this._blank), typed), at: Date.now(), writer, base: null })
  }

  _end() {
    this.stands = false
    this._watching.disconnect()
    for (const type of ['pointerup', 'pointercancel']) removeEventListener(type, this._release, true)
    removeEventListener('pagehide', this._away)
    document.removeEventListener('visibilitychange', this._away)
    this.base.remove()
  }
}

/**
 * Shows the first fields in a tag that the form's script has not reached yet; nothing where the form itself has more to show, or
 * the browser cannot give them their look. They are made while the device is being read.
 * @param {HTMLElement} tag
 * @param {import('../types.js').First} first
 * @param {Promise<import('../report/opening.js').Kept>} keeping what the device keeps
 * @param {{ unit: string | null, now: number, language: string }} asked
 */
export async function standEarly(tag, first, keeping, asked) {
  const isOpen = () => !tag.shadowRoot && 'adoptedStyleSheets' in Document.prototype
  const opening = isOpen() && openingOf(first, { drafts: [], kept: [] }, asked)
  const base = opening && markup(viewOf(first, opening), tag)
  if (!base) return
  const known = openingOf(first, await keeping, asked)
  if (known && !known.record && isOpen()) Object.assign(tag, { [EARLY]: new EarlyForm(tag, base, opening) })
}
