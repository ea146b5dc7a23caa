/**
 * The files of a report, as the office meets them: fetched to be kept, never shown in the page; and taken away, which is
 * asked twice.
 * @module
 */
import { html, LitElement, nothing } from 'lit'
import { saveFile } from '../store/file.js'
import { officeWords } from './words.js'

/** @typedef {import('../contract.js').ReportFile} ReportFile */
/** @typedef {{ hash: string, deletedText: string | null }} Known */
/**
 * @typedef {object} Server
 * @property {() => Promise<Known[]>} list
 * @property {(file: ReportFile) => Promise<Uint8Array<ArrayBuffer>>} fetch
 * @property {(file: ReportFile) => Promise<Known>} remove
 */

/**
 * The files that a report names, in its order; a list may also be of answers or of a table's rows.
 * @param {import('../contract.js').Report} report
 * @returns {ReportFile[]}
 */
export const filesIn = ({ figures = {} }) =>
  Object.values(figures).flatMap((value) => (Array.isArray(value) ? value.filter(isFile) : []))

/** @param {unknown} item @returns {item is ReportFile} */
const isFile = (item) => typeof item === 'object' && item !== null && 'hash' in item

export class PhieuOfficeFiles extends LitElement {
  /** @override */
  static get properties() {
    const given = { attribute: false }
    return {
      report: given,
      server: given,
      language: given,
      known: { state: true },
      asking: { state: true },
      trouble: { state: true },
    }
  }

  constructor() {
    super()
    /** @type {import('../contract.js').Report | undefined} */
    this.report = undefined
    /** @type {Server | undefined} */
    this.server = undefined
    /** @type {string | null | undefined} */
    this.language = 'vi'
    /** @type {Map<string, Known>} what the office's server says of them */
    this.known = new Map()
    /** Which one is asked about before it is taken away. @type {string | undefined} */
    this.asking = undefined
    /** @type {string | undefined} */
    this.trouble = undefined
  }

  /** @override */
  createRenderRoot() {
    return this
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback()
    this._do(async () => {
      for (const one of (await this.server?.list()) ?? []) this._know(one)
    })
  }

  /** @param {Known} one */
  _know(one) {
    this.known = new Map(this.known).set(one.hash, one)
  }

  /** @param {() => Promise<unknown>} work */
  async _do(work) {
    this.trouble = undefined
    try {
      await work()
    } catch (error) {
      this.trouble = /** @type {Error} */ (error).message
    }
  }

  /** @override */
  render() {
    const { report, trouble } = this
    const files = report ? filesIn(report) : []
    if (files.length === 0) return nothing
    const words = officeWords(this.language)
    return html`<section class="files screen-only" aria-labelledby="files-title">
      <h3 id="files-title">${words.files}</h3>
      <ul>${files.map((file) => this._file(file, words))}</ul>
      <div role="alert">${trouble ? html`<p class="notice warn">${trouble}</p>` : nothing}</div>
    </section>`
  }

  /** @param {ReportFile} file @param {import('./words.js').Words} words */
  _file(file, words) {
    const { hash, name } = file
    const deleted = this.known.get(hash)?.deletedText
    const named = (/** @type {string} */ what) => `${what}: ${name}`
    return html`<li data-file=${hash}><span>${name}</span>
      <span class="actions">${
        deleted
          ? deleted
          : this.asking === hash
            ? html`<button type="button" class="button" aria-label=${named(words.deleteForGood)} @click=${() => this._remove(file)}>
                  ${words.deleteForGood}</button>
                <button type="button" class="link" aria-label=${named(words.keepFile)} @click=${() => this._ask(undefined, hash)}>
                  ${words.keepFile}</button>`
            : html`<button type="button" class="button" aria-label=${named(words.fetchFile)} @click=${() => this._fetch(file)}>
                  ${words.fetchFile}</button>
                <button type="button" class="link" data-delete aria-label=${named(words.deleteFile)} @click=${() => this._ask(hash, hash)}>
                  ${words.deleteFile}</button>`
      }</span></li>`
  }

  /** @param {string | undefined} asking @param {string} hash */
  async _ask(asking, hash) {
    this.asking = asking
    await this.updateComplete
    const selector = `[data-file="${hash}"] ${asking ? 'button' : '[data-delete]'}`
    /** @type {HTMLElement | null} */ const button = this.querySelector(selector)
    button?.focus()
  }

  /** @param {ReportFile} file */
  _fetch(file) {
    return this._do(async () => {
      const content = await this.server?.fetch(file)
      if (content) saveFile(file.name, 'application/octet-stream', content)
    })
  }

  /** @param {ReportFile} file */
  _remove(file) {
    return this._do(async () => {
      const left = await this.server?.remove(file)
      this.asking = undefined
      if (left) this._know(left)
    })
  }
}
