/**
 * What an issued document proposes for a plan, from the wasm that only whoever makes plans loads.
 * @module
 */
import { PhieuError } from './error.js'

/** @typedef {import('./contract.ts').Reading} Reading */
/** Of the kind `pdf` is what `pagesOf` of `phieu/pdf.js` gives. @typedef {'text' | 'html' | 'docx' | 'pdf'} Kind */

export class ReadingCore {
  /** @type {{ read(bytes: Uint8Array, kind: string, lang: string): string }} */
  #glue

  /** @param {{ read(bytes: Uint8Array, kind: string, lang: string): string }} glue */
  constructor(glue) {
    this.#glue = glue
  }

  /**
   * Reads a document: a file's bytes, or text as it was pasted. All offsets are bytes of `text` in UTF-8.
   * @param {Uint8Array | ArrayBuffer | string} document
   * @param {{ kind?: Kind, lang?: 'vi' | 'en' }} [options] what it is, where its first bytes are not to say it; the language
   * of a refusal
   * @returns {Reading}
   * @throws {PhieuError} code `refused`: why it is not read, and what to do
   */
  read(document, { kind, lang = 'vi' } = {}) {
    const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : new Uint8Array(document)
    let json
    try {
      json = this.#glue.read(bytes, kind ?? '', lang)
    } catch (thrown) {
      if (typeof thrown === 'string') throw new PhieuError('refused', thrown)
      throw PhieuError.from(thrown)
    }
    return JSON.parse(json)
  }
}
