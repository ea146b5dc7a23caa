/**
 * A part of the form: a component of its own that renders into the shadow tree that it stands in, so that one
 * style sheet, one set of ids and one list of `::part`s serve the whole form, while a keystroke renders one part.
 * @module
 */
import { html, LitElement, nothing } from 'lit'
import { wordsOf } from './words.js'

export class Part extends LitElement {
  constructor() {
    super()
    this.words = wordsOf('vi')
  }

  /** @override */
  createRenderRoot() {
    return this
  }

  /**
   * What cannot be shown, because a browser lacks what it needs or a library has changed it, is said.
   * @override
   */
  performUpdate() {
    try {
      this.hold()
      super.performUpdate()
    } catch (error) {
      this._host?.fail?.(error)
      throw error
    }
  }

  /** Something of it is about to change: nobody at work is moved by that (place.js). */
  hold() {
    this._host?.place?.hold()
  }

  /** @returns {any} the element whose shadow tree it stands in */
  get _host() {
    return /** @type {ShadowRoot} */ (this.getRootNode()).host
  }

  /**
   * @template {Element} [T=HTMLElement]
   * @param {string} selector
   * @returns {T | null}
   */
  one(selector) {
    return /** @type {T | null} */ (this.querySelector(selector))
  }
}

/** @typedef {{ tag: string, element: CustomElementConstructor, after?: 'duties' | 'form', name?: (words: Words) => string,
 *   show?: (port: any, words: Words) => unknown }} Shown what a screen or a part of one is to the others: `after` is the
 *   screen that leads to it, `name` what the list of duties calls it where it leads there by itself */
/** @typedef {import('./words.js').Words} Words */

/** Why a way cannot be gone, where it was asked for. @param {string | undefined} why */
export const hindered = (why) =>
  why ? html`<p class="notice warn" role="status" id="hindrance">${why}</p>` : nothing

/** A property that only the page's own scripts set. */
export const given = { attribute: false }
