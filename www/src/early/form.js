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
import { listen } from '../listen.js'
import { containKeys } from '../report/keys.js'
import { keptOf, openingOf, viewOf } from '../report/opening.js'
import * as tail from '../store/tail.js'
import { uuid } from '../store/uuid.js'
import { constructs, sheetOf } from '../style/adopt.js'
import css from '../style/early.css'
import { markup } from './markup.js'

/** @typedef {import('../report/opening.js').Opening} Opening */
/** @typedef {import('../report/successor.js').Successor} Successor */

/** Nobody waits longer for it to be painted, in milliseconds. */
const LONGEST = 300

/** A script that has not come after so long, in milliseconds, may never come: what the host says of that is shown. */
const PATIENCE = 60_000

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Input */

export class EarlyForm {
  /** All that was typed here, by where. @type {Map<string, { text: string }>} */
  _texts = new Map()
  /** What of it no session was told. @type {Set<string>} */
  _untold = new Set()
  /** What was left since. @type {Set<string>} */
  _left = new Set()
  /** When something was typed last. */
  _at = 0
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
  /** @type {string | undefined} */
  _writer
  _open = new AbortController()

  /**
   * @param {HTMLElement} tag
   * @param {HTMLElement} base what it shows
   * @param {Opening} opening
   */
  constructor(tag, base, { occasion: { key }, blank }) {
    this.key = key
    this.base = base
    this._blank = blank
    const root = tag.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [sheetOf(css)]
    // The form's script takes the tree that is there.
    tag.attachShadow = () => root
    root.append(base)
    this._watch(() => this.isKnown || this._leave(), root, { childList: true })
    // A page may put another tag in the place of this one.
    this._watch(() => tag.isConnected || this._leave(), document, { childList: true, subtree: true })
    this._hear()
  }

  /** Who leaves behind what is typed here. */
  get writer() {
    this._writer ??= uuid()
    return this._writer
  }

  /** @param {() => unknown} changed @param {Node} where @param {MutationObserverInit} what */
  _watch(changed, where, what) {
    const watching = new MutationObserver(changed)
    watching.observe(where, what)
    this._open.signal.addEventListener('abort', () => watching.disconnect())
  }

  _hear() {
    const { base } = this
    containKeys(base)
    const on = (/** @type {string} */ type, /** @type {(event: any) => void} */ heard) =>
      listen(base, type, heard, this._open.signal)
    on('input', ({ target }) => this._type(target))
    on('focusout', ({ target }) => this._leaves(target))
    on('change', ({ target }) => this._leaves(target))
    on('compositionstart', () => {
      this._composing = true
    })
    on('compositionend', () => {
      this._composing = false
      this._soon()
    })
    on('pointerdown', ({ button }) => {
      this._down = button === 0
    })
    on('click', ({ target }) => {
      const button = target.closest('button')
      if (button) this._pressed = nameOf(button)
    })
    for (const type of ['pointerup', 'pointercancel', 'contextmenu'])
      listen(window, type, this._release, this._open.signal, true)
    listen(window, 'pagehide', this._away, this._open.signal)
    listen(document, 'visibilitychange', this._away, this._open.signal)
    listen(window, 'error', ({ target }) => isOfForm(target) && this._waitNoMore(), this._open.signal, true)
    setTimeout(() => this.isKnown || this._waitNoMore(), PATIENCE)
  }

  /** A click comes after the release. */
  _release = () => {
    this._down = false
    this._soon()
  }

  _soon() {
    setTimeout(() => this._giveWay())
  }

  /** A page that is left hears one of both, by its browser. @param {Event} event */
  _away = ({ type }) => {
    if (type === 'pagehide' || document.visibilityState === 'hidden') this._leaveBehind()
  }

  /** What the host says where no form opens stands below; what is typed is left behind as ever. */
  _waitNoMore() {
    if (this.stands && !this.base.querySelector('slot:not([name])'))
      this.base.append(document.createElement('slot'))
  }

  /** The session of this very report, if one is there. */
  _session() {
    const { session } = this._after?.() ?? {}
    return session?.keeper?.key === this.key ? session : undefined
  }

  /** @param {Input} input */
  _type({ value, dataset: { path } }) {
    if (!path || !this.stands) return
    this._texts.set(path, { text: value })
    this._at = Date.now()
    this._pressed = undefined
    this._left.delete(path)
    const session = this._session()
    if (session) session.set(path, value)
    else this._untold.add(path)
  }

  /** Fillers and dictation write into an input without the keystrokes that tell of it. @param {Input} input */
  _read(input) {
    const { value, dataset } = input
    if (value !== (this._texts.get(dataset.path ?? '')?.text ?? '')) this._type(input)
  }

  /** @param {Input} input */
  _leaves(input) {
    const { path } = input.dataset
    if (!path || !this.stands) return
    this._read(input)
    const session = this._session()
    if (session) session.leave(path)
    else this._left.add(path)
  }

  /** The form comes, or something else in its place: what was typed is told it. @param {() => Successor} after */
  giveWay(after) {
    if (!this._after) {
      this._after = after
      if (!this._session()) return this._leave()
      tail.drop(this.key, this.writer)
    }
    this._tell()
    this._giveWay()
  }

  _tell() {
    const session = this._session()
    if (!session) return
    for (const path of this._untold) session.set(path, this._texts.get(path)?.text ?? '')
    for (const path of this._left) session.leave(path)
    this._untold.clear()
    this._left.clear()
  }

  async _giveWay() {
    if (!this._after || !this.stands) return
    await this._after().rendered()
    if (this._composing || this._down || !this.stands) return
    const inputs = [.../** @type {NodeListOf<Input>} */ (this.base.querySelectorAll('[data-path]'))]
    for (const input of inputs) this._read(input)
    this._tell()
    // Another report has come in the place of this one.
    if (!this._session()) return this._leave()
    const { root, shown } = this._after()
    const held = this.base.contains(root.activeElement) ? root.activeElement : null
    const top = held?.getBoundingClientRect().top ?? 0
    this.stands = false
    shown()
    for (const input of inputs) fieldOf(root, input)?.adopt(input)
    this._end()
    const one = (/** @type {string} */ name) => /** @type {HTMLElement | null} */ (root.querySelector(name))
    if (held && !held.isConnected) one(nameOf(held))?.focus({ preventScroll: true })
    const moved = held ? (root.activeElement?.getBoundingClientRect().top ?? top) - top : 0
    if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' })
    if (this._pressed) one(this._pressed)?.click()
  }

  /** Nothing of this report comes in its place. */
  _leave() {
    this._leaveBehind()
    this._end()
    this._after?.().shown()
  }

  _leaveBehind() {
    const { _texts: texts, _untold: untold, _at: at, key, writer } = this
    if (untold.size > 0) tail.put(key, { draft: pieced(written(this._blank), texts), at, writer, base: null })
  }

  _end() {
    this.stands = false
    this._open.abort()
    this.base.remove()
  }
}

/** How something that is no input is called in the form too. @param {Element} element */
const nameOf = (element) =>
  element.id ? `#${element.id}` : `[aria-controls="${element.getAttribute('aria-controls')}"]`

/** The field of the form that has what is typed there. @param {ShadowRoot} root @param {Input} input */
function fieldOf(root, { dataset: { path = '' } }) {
  const own = root.querySelector(`phieu-field [data-path="${CSS.escape(path)}"]`)
  return /** @type {import('../field/element.js').PhieuField | null | undefined} */ (
    own?.closest('phieu-field')
  )
}

/** Whether the form's own script has not come. @param {EventTarget | null} target */
const isOfForm = (target) => target instanceof HTMLScriptElement && /\bphieu\b[^/]*\.js\b/.test(target.src)

/**
 * Shows the first fields in a tag that the form's script has not reached yet; nothing where the form itself has more to show, or
 * the browser cannot give them their look. They are made while the device is being read.
 * @param {HTMLElement} tag
 * @param {import('../types.js').First} first
 * @param {Promise<import('../report/opening.js').Kept>} keeping what the device keeps
 * @param {{ unit: string | null, now: number, language: string }} asked
 */
export async function standEarly(tag, first, keeping, asked) {
  const isOpen = () => !tag.shadowRoot && constructs()
  const opening = openingOf(first, asked)
  const base = opening && isOpen() && markup(viewOf(first, opening), tag)
  if (!base) return
  const kept = keptOf(opening, await keeping)
  if (kept && !kept.record && isOpen()) Object.assign(tag, { [EARLY]: new EarlyForm(tag, base, opening) })
}
