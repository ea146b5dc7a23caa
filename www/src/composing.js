/**
 * The making of plans out of documents, from the wasm that only whoever makes plans loads. All words and decisions are
 * the core's; here JSON becomes objects.
 * @module
 */
import * as glue from '../pkg/reading/phieu_reading.js'
import { PhieuError } from './error.js'
import { publishingWasm, sheetsWasm } from './here.js'
import { lasting } from './idle.js'
import { written } from './json.js'
import { load as loadReading } from './reading.js'
import { fetched } from './wasm.js'

/** @typedef {'head' | 'levels' | 'sectors' | 'units' | 'targets' | 'figures' | 'duties' | 'activities' | 'periods' | 'unused'} List */
/** @typedef {{ act: string, list: List, ids?: string[], cell?: string | null,
 *   text?: string | null }} Action */
/** @typedef {import('./contract.ts').CompositionView} CompositionView */
/** @typedef {import('./contract.ts').PlanRow} PlanRow */
/** @typedef {import('./contract.ts').Cell} Cell */
/** @typedef {import('./contract.ts').ComposeFinding} ComposeFinding */
/** How a file of units or figures is to be taken; what is left out the core chooses.
 * @typedef {{ list?: 'units' | 'figures', sheet?: number, columns?: string[], drops?: boolean, apart?: string[] }} Wanted */
/** @typedef {Omit<import('./contract.ts').SheetView, 'list'> & { list: 'units' | 'figures' }} SheetView */

/**
 * A part of the wasm that joins it when it is asked for; what failed may be tried again.
 * @param {() => import('./here.js').Address} address
 */
const later = (address) =>
  lasting(async (attempts) => {
    const exports = /** @type {any} */ (await glue.default())
    // What a cache holds may be of another build.
    const part = await fetched(address(), attempts > 0 ? 'reload' : undefined)
    await WebAssembly.instantiate(part, { '': exports })
  })

const sheets = later(sheetsWasm)
const publishing = later(publishingWasm)

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
   * Does actions as one step.
   * @param {Action[]} actions
   * @throws {PhieuError} code `refused`: why one of them cannot be done
   */
  act(...actions) {
    // What the core puts together says null where it says nothing.
    const bare = actions.map(({ cell, text, ...rest }) => ({
      ...rest,
      ...(cell == null ? {} : { cell }),
      ...(text == null ? {} : { text }),
    }))
    said(() => this.#made.act(written(bare)))
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

  /**
   * All else that the model can say of a row, or of a duty what its form asks.
   * @param {List} list @param {string} id @param {boolean} isForm @param {string[]} open the names of the groups that are open
   * @returns {import('./contract.ts').DetailGroup[]}
   */
  details(list, id, isForm, open) {
    return JSON.parse(this.#made.details(list, id, isForm, written(open)))
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

  /** @param {string} [unit] @returns {import('./contract.ts').DeadlineView[]} */
  calendar(unit) {
    return JSON.parse(this.#made.calendar(unit || undefined))
  }

  /** The calendar file of a unit, once `publishing` is there. @param {string} unit @param {number} now milliseconds since 1970 */
  agenda(unit, now) {
    return this.#made.agenda(unit, now)
  }

  /** @returns {import('./contract.ts').PrintedView} once `publishing` is there */
  printed() {
    return JSON.parse(this.#made.printed())
  }

  /** @returns {import('./contract.ts').JsonView} */
  json() {
    return JSON.parse(this.#made.json())
  }

  /** @returns {import('./contract.ts').HeadingView[]} */
  outline() {
    return JSON.parse(this.#made.outline())
  }

  /** @param {string} first @returns {import('./contract.ts').MovingView} */
  moving(first) {
    return JSON.parse(this.#made.moving(first))
  }

  /** @returns {import('./contract.ts').PieceView[]} */
  pieces() {
    return JSON.parse(this.#made.pieces())
  }

  /**
   * What this changes of what is published, and whom that touches, once `publishing` is there.
   * @param {string} published the plan that is published, as JSON
   * @param {{ unit: string, duty: string, period: import('./types.js').Period }[]} sent
   * @param {string} lang
   * @returns {import('./contract.ts').AgainstView}
   * @throws {PhieuError} code `refused`: why what is published cannot be read
   */
  against(published, sent, lang) {
    return JSON.parse(said(() => this.#made.against(published, written(sent), lang)))
  }

  /**
   * Opens a workbook or a CSV file with units or figures; this and what follows once `sheets` is there.
   * @param {Uint8Array} bytes @param {string} lang
   * @throws {PhieuError} code `refused`: why it is not read
   */
  openSheet(bytes, lang) {
    said(() => this.#made.openSheet(bytes, lang))
  }

  /** What the open file says; null where none is open. @param {Wanted} wanted @returns {SheetView | null} */
  sheet(wanted) {
    return JSON.parse(this.#made.sheet(written(wanted)))
  }

  /** Takes what it says, in one step. @param {Wanted} wanted */
  takeSheet(wanted) {
    return this.#made.takeSheet(written(wanted))
  }

  /** The units and figures as the parts of a workbook. @returns {[name: string, text: string][]} */
  workbook() {
    return JSON.parse(this.#made.workbook())
  }

  /**
   * What units are sent: their codes and links.
   * @param {{ unit: string, code: string }[]} codes @param {string} form where units open the plan
   * @returns {import('./contract.ts').LettersView}
   */
  letters(codes, form) {
    return JSON.parse(this.#made.letters(written(codes, ['unit', 'code']), form))
  }

  /** The telephone numbers of units as JSON; no plan and no saved work has them. */
  phones() {
    return this.#made.phones()
  }

  /** @param {string} phones */
  keepPhones(phones) {
    this.#made.keepPhones(phones)
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
    sheets,
    publishing,
    /** @param {string} lang */
    blank: (lang) => new Composing(glue.Composer.blank(lang)),
    /** @param {Uint8Array} bytes @param {string} kind @param {string} lang */
    ofDocument: (bytes, kind, lang) => new Composing(said(() => glue.Composer.ofDocument(bytes, kind, lang))),
    /** @param {string} text @param {string} lang */
    open: (text, lang) => new Composing(said(() => glue.Composer.open(text, lang))),
  }
}
