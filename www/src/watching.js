/**
 * A part that shows something of the open report and hears when it changes. The report may be another one at any
 * time: a form that recovers or takes another draft gets a new session under the same element.
 * @module
 */
import { given, Part } from './part.js'

/** @typedef {import('./session.js').Topic} Topic */

export class SessionPart extends Part {
  /** @override */
  static get properties() {
    return { session: given, words: given }
  }

  constructor() {
    super()
    /** @type {import('./session.js').FormSession | undefined} */
    this.session = undefined
    /** @type {() => void} */
    this._stopWatching = () => {}
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback()
    this._watch()
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback()
    this._stopWatching()
  }

  /**
   * @override
   * @param {import('lit').PropertyValues} changed
   */
  willUpdate(changed) {
    if (changed.has('session')) this._watch()
  }

  _watch() {
    this._stopWatching()
    this._stopWatching =
      this.session?.watch((topic) => this.concerns(topic) && this.requestUpdate()) ?? (() => {})
  }

  /**
   * Whether a change shows here.
   * @param {Topic} _topic
   * @returns {boolean}
   */
  concerns(_topic) {
    return false
  }
}
