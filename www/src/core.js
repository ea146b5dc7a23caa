/**
 * The one importer of the wasm. Whatever the core or its loading throws leaves here as a `PhieuError`, and
 * after a panic the broken instance is dropped, so that the page can load again.
 * @module
 */
import glueOf from '../pkg/phieu.glue.js'
import { PhieuError } from './error.js'
import { written } from './json.js'
import { engine } from './wasm.js'

export { PhieuError }

/** @typedef {import('../pkg/phieu.js').Form} FormOfCore */
/** @typedef {{ plan: string, unit: string, duty: string, period: import('./types.js').Period }} Occasion */
/** @typedef {import('../pkg/phieu.js').Plan} PlanOfCore */
/** @typedef {ReturnType<typeof glueOf>} Glue */

/** What leaves an instance in the midst of its work: a trap, also of a core without WebAssembly, or no room left. */
const BROKEN = /^(Runtime|Range|Internal)Error$/

/** @type {Promise<Core> | undefined} */
let loaded

/**
 * The core, ready to be called. Loaded once a page; again after a panic.
 * @param {{ module: (cache?: RequestCache) => Promise<WebAssembly.Module>, begun?: (exports: WebAssembly.Exports) => Promise<void> }} options
 *   what gives the wasm, and what is to be done with each instance before it is called
 * @returns {Promise<Core>}
 * @throws {PhieuError} code `load`
 */
export function load(options) {
  // What a cache holds may be of another build than this script: then the server itself is asked.
  loaded ??= start(options)
    .catch(() => start(options, 'reload'))
    .catch((error) => {
      loaded = undefined
      throw new PhieuError('load', String(error))
    })
  return loaded
}

/** The next that wants the core begins anew. */
export function begunAnew() {
  loaded = undefined
}

/** An instance of its own: what breaks in it breaks nothing of another. @param {Parameters<typeof load>[0]} options @param {RequestCache} [cache] */
export async function start({ module, begun }, cache) {
  const instantiate = await engine(module, cache)
  // What stands between the wasm and this keeps its instance, and objects of a dead instance must never be freed in a
  // living one: so each instance has its own.
  const glue = glueOf()
  const exports = await glue.start(instantiate)
  await begun?.(exports)
  return new Core(glue)
}

/**
 * Calls the core and turns what it throws into a `PhieuError`.
 * @template T
 * @param {() => T} call
 * @returns {T}
 */
export function guarded(call) {
  try {
    return call()
  } catch (caught) {
    const error = /** @type {any} */ (caught)
    if (BROKEN.test(error?.name)) {
      loaded = undefined
      throw new PhieuError('panic', error.message)
    }
    throw PhieuError.from(error)
  }
}

/** The rules, in this instance of the wasm. */
export class Core {
  /** @param {Glue} glue */
  constructor(glue) {
    this.glue = glue
  }

  /**
   * Reads a plan.
   * @param {string} json
   * @param {import('./types.js').Lang} [lang] the language of all that it says
   * @throws {PhieuError} code `plan`, with the places and the mends in `errors`
   */
  plan(json, lang = 'vi') {
    return new Plan(
      guarded(() => new this.glue.Plan(json, lang)),
      lang,
      this.glue,
    )
  }
}

// What the core knows of a report that was sent; a newer office may tell more of it.
const OF_SENT = ['duty', 'period', 'from', 'to', 'at', 'receivedAt', 'status']
// What names an occasion, of all that a draft, a report or a receipt says.
const OF_OCCASION = ['plan', 'unit', 'duty', 'period', 'from', 'to', 'at']

/** A plan, read and ready. */
export class Plan {
  /**
   * @param {PlanOfCore} raw
   * @param {import('./types.js').Lang} lang
   * @param {Glue} glue
   */
  constructor(raw, lang, glue) {
    this.raw = raw
    this.lang = lang
    this.glue = glue
  }

  /**
   * Which duty of which unit for which period a report, a draft or a receipt is of; `undefined` where it names none.
   * @param {Occasion} of
   */
  key(of) {
    return guarded(() => this.glue.key(written(of, OF_OCCASION)))
  }

  /** @returns {import('./types.js').Summary} */
  summary() {
    return guarded(() => this.raw.summary(this.lang))
  }

  /** @returns {import('./types.js').AboutView} what a unit is told of it */
  about() {
    return guarded(() => this.raw.about(this.lang))
  }

  /**
   * What a report, a draft or a file is, in words.
   * @param {Occasion} of
   */
  named(of) {
    return guarded(() => this.raw.named(written(of, OF_OCCASION), this.lang))
  }

  /**
   * The key of the period that something kept fits, empty where it fits none; `undefined` where it is no stray.
   * @param {Occasion} of
   * @param {string} open the unit that looks at what it owes
   * @param {string} former identities that the plan had, with blanks between
   */
  stray(of, open, former) {
    return guarded(() => this.raw.stray(written(of, OF_OCCASION), open, former))
  }

  /** A moment in words, on the plan's clock. @param {number} at milliseconds since 1970 @returns {string} */
  moment(at) {
    return guarded(() => this.raw.moment(at, this.lang))
  }

  /**
   * Whether a report came in time, in words.
   * @param {Pick<import('./types.js').Receipt, 'timeliness' | 'delayed'>} receipt
   */
  punctual({ timeliness, delayed = false }) {
    return guarded(() => this.raw.punctual(timeliness, delayed, this.lang))
  }

  /** A report in words, as it was sent. @param {string} report JSON @returns {import('./types.js').Review} */
  sentInWords(report) {
    return guarded(() => this.raw.sentInWords(report, this.lang))
  }

  /** @param {string} query matched without marks or case; empty for all @returns {import('./types.js').UnitGroup[]} */
  searchUnits(query) {
    return guarded(() => this.raw.searchUnits(query))
  }

  /**
   * What a unit owes, most pressing first; `begun` are the keys of what it has begun, one a line.
   * @param {{ unit: string, now: number, sent?: import('./types.js').Sent[], begun?: string, lang?: string }} options
   * @returns {import('./types.js').DutyView[]}
   */
  duties({ unit, now, sent = [], begun = '', lang = this.lang }) {
    return guarded(() => this.raw.duties(unit, now, written(sent, OF_SENT), lang, begun))
  }

  /**
   * What is made to be kept (src/papers.js has a name for each).
   * @param {'agenda' | 'otherwise' | 'held' | 'beside' | 'filesAlone' | 'follows' | 'official' | 'word'} what
   * @param {string} of a unit, a duty, or a report or what is told of an event as JSON
   * @param {number} at milliseconds since 1970
   * @returns {any}
   */
  paper(what, of, at) {
    return guarded(() => this.raw.paper(what, of, at, this.lang))
  }

  /**
   * Opens a report to be filled in.
   * @param {{ unit: string, duty: string, period: import('./types.js').Period, draft: string | null,
   *   earlier: string[], now: number, lang?: string }} options `draft` and all that the unit has reported (`earlier`, in the order in which it came) as JSON text
   */
  form({ unit, duty, period, draft, earlier, now, lang = this.lang }) {
    const window = written(period, OF_OCCASION)
    const reports = `[${earlier.join()}]`
    return new Form(guarded(() => this.raw.form(unit, duty, window, draft ?? undefined, reports, now, lang)))
  }
}

/** A report being filled in. */
export class Form {
  /** @param {FormOfCore} raw */
  constructor(raw) {
    this.raw = raw
  }

  /** @returns {import('./types.js').FormView} */
  view() {
    return guarded(() => this.raw.view())
  }

  /** @param {string} path @param {string} text @returns {import('./types.js').Change} */
  set(path, text) {
    return guarded(() => this.raw.set(path, text))
  }

  /**
   * @param {string} path
   * @param {string} code
   * @param {string} text
   * @returns {import('./types.js').Change}
   */
  explain(path, code, text) {
    return guarded(() => this.raw.explain(path, code, text))
  }

  /**
   * @param {{ planned?: string, copyOf?: number }} options
   * @returns {import('./types.js').FormView}
   */
  addActivity({ planned, copyOf } = {}) {
    return guarded(() => this.raw.addActivity(planned, copyOf))
  }

  /** @returns {import('./types.js').FormView} with all that the plan has in the period */
  addAllPlanned() {
    guarded(() => this.raw.addAllPlanned())
    return this.view()
  }

  /** @returns {import('./types.js').FormView} with blanks filled by what stands from the last report on */
  copyEarlier() {
    guarded(() => this.raw.copyEarlier())
    return this.view()
  }

  /** @param {number} index @returns {import('./types.js').FormView} */
  removeActivity(index) {
    return guarded(() => this.raw.removeActivity(index))
  }

  /** @param {number} from @param {number} to @returns {import('./types.js').FormView} */
  moveActivity(from, to) {
    return guarded(() => this.raw.moveActivity(from, to))
  }

  /**
   * What files are taken at a place, and what becomes of the one that is offered as JSON.
   * @type {(path: string, offered: string) => import('./types.js').FilesView | null}
   */
  files(path, offered) {
    return guarded(() => this.raw.files(path, offered))
  }

  /**
   * @param {number} now
   * @returns {{ deadlineText: string | null, remainingText: string | null }}
   */
  tick(now) {
    return guarded(() => this.raw.tick(now))
  }

  /** @returns {string} */
  draft() {
    return guarded(() => this.raw.draft())
  }

  /** @returns {string} what to ask the office about, as JSON; empty for nothing */
  claims() {
    return guarded(() => this.raw.claims())
  }

  /**
   * @param {string} answer the office's, about what was last asked
   * @returns {import('./types.js').Change}
   */
  heed(answer) {
    return guarded(() => this.raw.heed(answer))
  }

  /**
   * @param {string} findings what the office found, as JSON
   * @param {string} [sent] the report in which it found it, as JSON; none where it is not at hand
   * @returns {import('./types.js').Heeded}
   */
  heedFindings(findings, sent) {
    return guarded(() => this.raw.heedFindings(findings, sent))
  }

  /** @param {string} reports what the units below reported of this period, as JSON */
  hearBelow(reports) {
    guarded(() => this.raw.hearBelow(reports))
  }

  /** @returns {import('./types.js').PartsView} what was reported already of what this report is about */
  parts() {
    return guarded(() => this.raw.parts())
  }

  /** @returns {import('./types.js').FormView} with blanks filled by what they come to */
  takeParts() {
    guarded(() => this.raw.takeParts())
    return this.view()
  }

  /**
   * @param {number} index
   * @returns {import('./types.js').CardView | null} a listed activity in one line
   */
  card(index) {
    return guarded(() => this.raw.card(index))
  }

  /** @param {import('./types.js').TableDeed} what @param {string} path of a table, or of the list that rows come into */
  ofTable(what, path, text = '', index = 0) {
    return guarded(() => this.raw.ofTable(what, path, text, index))
  }

  /**
   * @param {string} path
   * @returns {import('./types.js').DaysView | null} the days among which the answer lies, of an activity
   */
  days(path) {
    return guarded(() => this.raw.days(path))
  }

  /** @param {string} text a day or an hour as a browser gives it @returns {string} as it would be typed */
  picked(text) {
    return guarded(() => this.raw.picked(text))
  }

  /** @returns {import('./types.js').Problem[]} */
  problems() {
    return guarded(() => this.raw.problems())
  }

  /**
   * @param {boolean} due whether what only activities can mend is to be counted
   * @param {string} at the path of the input that a person is at; empty at the beginning
   * @returns {import('./types.js').MapView} the sections, with what is answered, wrong and left in each, and where to go on
   */
  map(due, at) {
    return guarded(() => this.raw.map(due, at))
  }

  /**
   * @param {string} path the input into which it is pasted
   * @param {string} plain what the clipboard holds as text
   * @param {string} html the same as HTML; empty where it has none
   * @returns {import('./types.js').BlockView | null} what would become of a block of cells; none where it is no block
   */
  block(path, plain, html) {
    return guarded(() => this.raw.block(path, plain, html))
  }

  /** @returns {import('./types.js').Review | null} the report in words; none while something stands in the way */
  review() {
    return guarded(() => this.raw.review())
  }

  /**
   * @param {{ id: string, preparedAt: number, amends?: string | null | undefined }} options a UUID, when sending
   *   was asked, and from which submission it was made: null for a first one, undefined where nobody knows
   * @returns {string}
   */
  submission({ id, preparedAt, amends }) {
    return guarded(() => this.raw.submission(id, preparedAt, amends))
  }

  /** Gives the memory back; also harmless after a panic. */
  free() {
    try {
      this.raw.free()
    } catch {
      // The instance is dead, and its memory with it.
    }
  }
}
