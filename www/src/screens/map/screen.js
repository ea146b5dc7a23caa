/**
 * The map of the form: a button in the bar that opens the list of its sections, each with what is answered, wrong and
 * left in it, one that leads from one open place to the next, and a line of the same under each heading. It is asked for
 * when it is opened, and the lines once a field was left: a keystroke is not the time for it.
 * @module
 */
import { html, nothing } from 'lit'
import { lead } from '../../field/lead.js'
import { icons } from '../../icons.js'
import { afterFrame } from '../../idle.js'
import { last } from '../../list.js'
import { unfold } from '../../unfold.js'
import { SessionPart } from '../../watching.js'
import { wordsIn } from '../../words/shared.js'
import { Aside } from './aside.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {import('../../types.js').MapView} MapView */

export class PhieuMap extends SessionPart {
  /** @override */
  static get properties() {
    return { ...SessionPart.properties, map: { state: true } }
  }

  constructor() {
    super()
    /** @type {MapView | null | undefined} what is shown, for as long as it is open */
    this.map = null
    /** @type {string | undefined} the section that a person is at */
    this._here = undefined
    /** The path of the input that a person was at last. */
    this._at = ''
    /** @type {Aside | undefined} */
    this._aside = undefined
    this._isAwaited = false
    this._nextFrame = () => {
      this._isAwaited = false
      if (this.isConnected) this._tellSections()
    }
  }

  /**
   * @override
   * @param {import('../../session.js').Topic} topic
   */
  concerns(topic) {
    if (topic === 'left' || topic === 'problems') this._await()
    return topic === 'structure'
  }

  /** @override @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    super.willUpdate(changed)
    if (!changed.has('session')) return
    this.map = null
    this._aside?.stop()
    const form = this._form()
    this._aside = form && this.session ? new Aside(form, this.session, allWords(this.words)) : undefined
    form?.addEventListener('focusin', this._onFocus)
    this._await()
  }

  /** @override */
  render() {
    const { session, map } = this
    if (!session || session.view.sections.length < 2) return nothing
    const words = allWords(this.words)
    return html`${
      session.locked
        ? nothing
        : html`<button type="button" class="button" part="button" id="to-next" aria-label=${words.toNextBlank}
              @click=${this.toNext}>${icons.down}${words.toNext}</button>`
    }<button type="button" class="button" part="button" id="to-map" aria-expanded=${Boolean(map)}
        aria-controls="map" @click=${this._toggle}>${icons.map}<span class="name">${words.map}</span></button>
      ${
        map
          ? html`<nav class="map" id="map" aria-label=${words.map} @keydown=${this._onKey} @focusout=${this._onLeft}>
              <ol>${map.lines.map((line) => this._line(line))}</ol>
            </nav>`
          : nothing
      }`
  }

  /** @param {MapView['lines'][number]} line */
  _line({ id, title, text, state }) {
    return html`<li><button type="button" class="map-line" data-section=${id} aria-current=${id === this._here}
        @click=${() => this._goTo(id)}>
      <span class="map-title">${title}</span>
      <span class="tally" data-state=${state}>${text}</span></button></li>`
  }

  /** Leads to what stands in the way first; whether there is such a place in the form. */
  async toFirst() {
    const first = this._ask()?.first
    this._close()
    return first ? lead(this, first) : false
  }

  /** Leads to the next open place, and where all is answered, on to the review. */
  toNext = async () => {
    const next = this._ask()?.next
    this._close()
    if (next) return lead(this, next)
    this.session?.announce(allWords(this.words).noNext)
    /** @type {HTMLElement | null | undefined} */
    const review = this._form()?.querySelector('#to-review')
    review?.focus()
    return false
  }

  /**
   * Leads to where a draft was left, unless its reader has gone somewhere else by now.
   * @param {string} path
   */
  async resume(path) {
    const form = this._form()
    await form?.complete()
    const { activeElement } = /** @type {ShadowRoot} */ (this.getRootNode())
    if (activeElement?.id !== 'title' || !(await lead(this, path))) return
    this.session?.announce(form?.querySelector('#restored')?.textContent?.trim() ?? '')
  }

  _form() {
    return /** @type {import('../../field/lead.js').Form | null} */ (this.closest('phieu-form'))
  }

  _ask() {
    const { session } = this
    return session?.ask((form) => form.map(session.listLeft || session.attempted, this._at))
  }

  _toggle = async () => {
    if (this.map) return this._close()
    const isAbove = (/** @type {Element} */ section) => section.getBoundingClientRect().top < innerHeight / 2
    this._here = last(this._sections().filter(isAbove))?.dataset.section
    this.map = this._ask()
    await this.updateComplete
    const line = this.one('.map-line[aria-current=true]') ?? this.one('.map-line')
    line?.scrollIntoView({ block: 'nearest' })
    line?.focus({ preventScroll: true })
  }

  _close() {
    this.map = null
  }

  /** @param {KeyboardEvent} event */
  _onKey = (event) => {
    if (event.key !== 'Escape') return
    // A dialog of the host's, in which the form may stand, is not what is meant.
    event.stopPropagation()
    this.one('#to-map')?.focus()
    this._close()
  }

  /** @param {FocusEvent} event */
  _onFocus = ({ target }) => {
    const { path } = /** @type {HTMLElement} */ (target).dataset
    if (path) this._at = path
  }

  /** @param {FocusEvent} event */
  _onLeft = ({ relatedTarget }) => {
    // Another window may have taken it: then the list stands as it was left.
    if (document.hasFocus() && !this.contains(/** @type {Node | null} */ (relatedTarget))) this._close()
  }

  /** @param {string} id */
  async _goTo(id) {
    await this._form()?.complete()
    const section = this._sections().find((each) => each.dataset.section === id)
    unfold(section?.querySelector('.within'))
    section?.scrollIntoView({ block: 'start' })
    section?.querySelector('button')?.focus({ preventScroll: true })
    this._close()
  }

  /** @returns {HTMLElement[]} */
  _sections() {
    return [...(this._form()?.querySelectorAll(/** @type {'section'} */ ('.section')) ?? [])]
  }

  _await() {
    if (this._isAwaited) return
    this._isAwaited = true
    afterFrame(this._nextFrame)
  }

  /** The lines are written past the form's template, which would render all fields for them. */
  _tellSections() {
    const map = this._ask()
    const said = new Map(map?.lines.map((line) => [line.id, line]))
    for (const section of this._sections()) {
      const place = /** @type {HTMLElement | null} */ (section.querySelector('.tally'))
      const line = said.get(section.dataset.section ?? '')
      if (!place || !line) continue
      if (place.textContent !== line.text) {
        this.hold()
        place.textContent = line.text
      }
      place.dataset.state = line.state
    }
    if (map) this._aside?.put(this._sections(), map.aside)
  }
}

/** @type {import('../../part.js').Shown} */
export const screen = { tag: 'phieu-map', element: PhieuMap }
