/**
 * What a unit that has reported before is not expected to answer stands aside on a telephone: in each section one line says how
 * many fields that are, and shows them. What is answered, wrong or missing never stands aside, nor does what was shown once.
 * Who reports for the first time sees all.
 * @module
 */
import { html, nothing, render } from 'lit'

/** Where there is no room for what is not expected. */
const NARROW = '(max-width: 40em)'

/** What browsers find in what is hidden so. Older ones do not know it, and hide all. */
const hidden = () => ('onbeforematch' in document ? 'until-found' : '')

/** @typedef {HTMLElement & { field?: import('../../types.js').FieldView }} Field */

export class Aside {
  /** @type {Set<string> | undefined} the fields that stood aside at first, but those that were shown since */
  _left

  /**
   * @param {HTMLElement} form
   * @param {import('../../session.js').FormSession} session
   * @param {{ showAside: (count: number) => string }} words
   */
  constructor(form, session, words) {
    this.form = form
    this.session = session
    this.words = words
    // What is led to is shown before it is gone to, whoever leads.
    form.addEventListener('beforematch', this._onMatch, true)
  }

  stop() {
    this.form.removeEventListener('beforematch', this._onMatch, true)
  }

  /**
   * @param {HTMLElement[]} sections
   * @param {string[]} idle the fields of which nothing is expected
   */
  put(sections, idle) {
    if (this.session.isFirst || this.session.locked) return
    this._left ??= new Set(matchMedia(NARROW).matches ? idle : [])
    const now = new Set(idle)
    for (const id of this._left) if (!now.has(id)) this._left.delete(id)
    for (const section of sections) this._putIn(section)
  }

  /** @param {HTMLElement} section */
  _putIn(section) {
    /** @type {NodeListOf<Field>} */
    const fields = section.querySelectorAll('.run > phieu-field')
    let count = 0
    for (const field of fields) {
      const isAside = this._left?.has(field.field?.id ?? '') && !field.matches(':focus-within')
      if (isAside) count += 1
      if (isAside === field.hasAttribute('hidden')) continue
      if (isAside) field.setAttribute('hidden', hidden())
      else field.removeAttribute('hidden')
    }
    this._say(section, count)
  }

  /**
   * The line stands behind all that the form renders in a section.
   * @param {HTMLElement} section
   * @param {number} count
   */
  _say(section, count) {
    let place = /** @type {HTMLElement | null} */ (section.querySelector('.rest'))
    if (!place) {
      if (count === 0) return
      place = document.createElement('div')
      place.className = 'rest'
      section.querySelector('.within')?.append(place)
    }
    place.hidden = count === 0
    render(
      count > 0
        ? html`<button type="button" class="link" @click=${() => this._show(section)}>${this.words.showAside(count)}</button>`
        : nothing,
      place,
    )
  }

  /** @param {HTMLElement} section */
  _show(section) {
    /** @type {NodeListOf<Field>} */
    const fields = section.querySelectorAll('phieu-field[hidden]')
    for (const { field } of fields) this._left?.delete(field?.id ?? '')
    /** @type {HTMLElement | null | undefined} */
    const input = fields[0]?.querySelector('input, textarea')
    this._putIn(section)
    input?.focus()
  }

  /** @param {Event} event */
  _onMatch = ({ target }) => {
    const { field } = /** @type {Field} */ (target)
    if (!field || !this._left?.delete(field.id)) return
    const section = /** @type {HTMLElement | null} */ (
      /** @type {HTMLElement} */ (target).closest('.section')
    )
    if (section) this._putIn(section)
  }
}
