/**
 * The making of plans out of documents, from the wasm that only whoever makes plans loads. All words and decisions are
 * the core's; here JSON becomes objects.
 * @module
 */
import * as glue from '../pkg/reading/phieu_reading.js'
import { PhieuError } from './error.js'
import { written } from './json.js'
import { load as loadReading } from './reading.js'

/** @typedef {'head' | 'levels' | 'sectors' | 'units' | 'targets' | 'figures' | 'duties' | 'activities' | 'periods' | 'unused'} List */
/** @typedef {{ act: string, list: List, ids?: string[], cell?: string, text?: string }} Action */
/** @typedef {import('./contract.ts').CompositionView} CompositionView */
/** @typedef {import('./contract.ts').PlanRow} PlanRow */
/** @typedef {import('./contract.ts').Cell} Cell */
/** @typedef {import('./contract.ts').ComposeFinding} ComposeFinding */

/** @template T @param {() => T} call @returns {T} */
function said(call) {
  try {
    return call()
  } catch (thrown) {
    if (typeof thrown === 'string') throw new PhieuError('refused', thrown)
    throw PhieuError.from(thrown)
  }
}

/** An officer's work on one plan. */
export class Composing {
  #made

  /** @param {glue.Composer} made */
  constructor(made) {
    this.#made = made
  }

  /**
   * @param {Action} action
   * @throws {PhieuError} code `refused`: why it cannot be done
   */
  act(action) {
    said(() => this.#made.act(written(action)))
  }

  undo() {
    return this.#made.undo()
  }

  redo() {
    return this.#made.redo()
  }

  /** @returns {CompositionView} */
  view() {
    return JSON.parse(this.#made.view())
  }

  /** @param {List} list @param {string} id @returns {Cell[]} */
  cells(list, id) {
    return JSON.parse(this.#made.cells(list, id))
  }

  /** @returns {import('./contract.ts').PaperLine[]} */
  paper() {
    return JSON.parse(this.#made.paper())
  }

  /** @returns {import('./contract.ts').AskingView[]} */
  forms() {
    return JSON.parse(this.#made.forms())
  }

  /** @returns {{ findings: ComposeFinding[], isWhole: boolean }} */
  findings() {
    const [findings, isWhole] = JSON.parse(this.#made.findings())
    return { findings, isWhole }
  }

  /** @returns {import('./contract.ts').DeadlineView[]} */
  calendar() {
    return JSON.parse(this.#made.calendar())
  }

  /** The plan as it stands, as JSON. */
  plan() {
    return this.#made.plan()
  }

  fileName() {
    return this.#made.fileName()
  }

  /** All of it as JSON, to be kept and opened again. */
  save() {
    return this.#made.save()
  }

  /** Its memory is the wasm's, which collects nothing by itself. */
  free() {
    this.#made.free()
  }
}

/**
 * Loads the wasm.
 * @throws {PhieuError} code `load`
 */
export async function loadComposing() {
  await loadReading()
  return {
    /** @param {string} lang */
    blank: (lang) => new Composing(glue.Composer.blank(lang)),
    /** @param {Uint8Array} bytes @param {string} kind @param {string} lang */
    ofDocument: (bytes, kind, lang) => new Composing(said(() => glue.Composer.ofDocument(bytes, kind, lang))),
    /** @param {string} text @param {string} lang */
    open: (text, lang) => new Composing(said(() => glue.Composer.open(text, lang))),
  }
}
