/**
 * The files of one field: choose, see, take out. What is taken and why not, the core says; what is read and kept, this.
 * @module
 */
import { html, nothing } from 'lit'
import { written } from '../json.js'
import { given, Part } from '../part.js'
import { wordsIn } from '../words/shared.js'
import { en } from './en.js'
import { keep } from './shelf.js'
import { shrink } from './shrink.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {import('../field/control.js').Control & { on: import('../field/element.js').PhieuField }} Options */
/** @typedef {{ name: string, said: string }} Refused */

export class PhieuFiles extends Part {
  /** @override */
  static get properties() {
    return { options: given, refused: { state: true }, amount: { state: true }, lasting: { state: true } }
  }

  constructor() {
    super()
    /** @type {Options | undefined} */
    this.options = undefined
    /** @type {Refused[]} what was not taken */
    this.refused = []
    /** @type {number | undefined} how much has been read of what is being read */
    this.amount = undefined
    this.lasting = true
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback()
    const { on, path, field } = this.options ?? {}
    const said = field?.inputs.find((input) => input.path === path)?.value
    // The core has its words for files only by now.
    if (on?.session && path && said) on.session.heed(on.session.ask((form) => form.set(path, said)))
  }

  /** @param {string} [offered] */
  _ask(offered = '') {
    const { on, path = '' } = this.options ?? {}
    return on?.session?.ask((form) => form.files(path, offered))
  }

  /** @override */
  render() {
    const { options, amount, refused } = this
    const view = this._ask()
    if (!options || !view) return nothing
    const { id, locked, describedBy, on, path, field, wrong } = options
    const words = allWords(options.words)
    const { there } = view
    const busy = amount !== undefined
    const takeOut = (/** @type {string} */ text) => {
      this.refused = []
      on.typed(path, text)
      on.left(path, text)
      this.one('.choose')?.focus()
    }
    return html`<div class="files">
      <p class="hint" id="${id}-files">${view.hint} ${this.closest('phieu-scan') ? nothing : view.later}</p>
      ${
        there.length > 0
          ? html`<ul>${there.map(
              ({ label, value }, index) =>
                html`<li><span>${label}</span>${
                  locked
                    ? nothing
                    : html`<button type="button" class="link" id=${!view.more && index === 0 ? id : nothing}
                      aria-label="${words.takeOut}: ${label}" @click=${() => takeOut(value)}>
                      ${words.takeOut}</button>`
                }</li>`,
            )}</ul>`
          : nothing
      }
      ${
        locked || !view.more
          ? nothing
          : html`<button type="button" class="button choose" part="button" id=${id} data-path=${path}
              aria-label="${there.length > 0 ? words.chooseMore : words.chooseFile}: ${field.label}"
              aria-describedby="${id}-files ${describedBy}" aria-disabled=${busy || nothing} aria-invalid=${wrong || nothing}
              @click=${() => busy || this.one('input')?.click()}>${there.length > 0 ? words.chooseMore : words.chooseFile}</button>
            <input type="file" hidden multiple accept=${view.accept} tabindex="-1" @change=${this._chosen}>`
      }
      <div role="status">${
        busy
          ? html`<p>${words.readingFile}</p><progress max="1" value=${amount} aria-label=${words.readingFile}></progress>`
          : nothing
      }</div>
      ${there.length > 0 && !locked ? html`<p class="hint">${this.lasting ? words.keptHere : words.heldOnly}</p>` : nothing}
      <div role="alert">${refused.map(
        ({ name, said }) => html`<p class="finding error"><span><strong>${name}</strong> ${said}</span></p>`,
      )}</div>
    </div>`
  }

  /** @param {Event} event */
  _chosen = async (event) => {
    const input = /** @type {HTMLInputElement} */ (event.target)
    const chosen = [...(input.files ?? [])]
    // The same file can be chosen again.
    input.value = ''
    this.refused = []
    for (const file of chosen) {
      const said = await this._take(file)
      if (said) this.refused = [...this.refused, { name: file.name, said }]
    }
    this.amount = undefined
    await this.updateComplete
    this.one('.choose')?.focus()
  }

  /**
   * Takes a file in.
   * @param {File} file
   * @returns {Promise<string | null | undefined>} why it is not taken
   */
  async _take(file) {
    const { options } = this
    const view = this._ask()
    if (!options || !view) return undefined
    const words = allWords(options.words)
    this.amount = 0
    /** @type {Blob} */
    let blob = file
    try {
      let head = await headOf(file, view.head)
      const first = this._offer(file.name, file.size, head)
      if (!first || first.refused) return first?.refused
      if (first.picture) {
        blob = await shrink(file).catch(() => file)
        if (blob === file) return words.unreadablePicture
        head = await headOf(blob, view.head)
      }
      const { hash, lasting } = await keep(blob, (part) => {
        this.amount = part
      })
      this.lasting = lasting
      const taken = this._offer(file.name, blob.size, head, hash)
      if (taken?.text == null) return taken?.refused
      options.on.typed(options.path, taken.text)
      options.on.left(options.path, taken.text)
      return undefined
    } catch (error) {
      const isFull = /** @type {any} */ (error).name === 'QuotaExceededError'
      return isFull ? words.noRoomForFile : words.unreadableFile
    }
  }

  /**
   * @param {string} name
   * @param {number} bytes
   * @param {string} head
   * @param {string} [hash]
   */
  _offer(name, bytes, head, hash) {
    return this._ask(written({ name, bytes, head, hash }))?.offered
  }
}

/**
 * The first bytes of a file, each as a letter of that number.
 * @param {Blob} file
 * @param {number} length
 */
async function headOf(file, length) {
  const bytes = new Uint8Array(await file.slice(0, length).arrayBuffer())
  return String.fromCharCode(...bytes)
}
