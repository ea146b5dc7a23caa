/**
 * The core with the checks that need no form: of one draft or report, and of many reports from bytes. It
 * speaks to the larger wasm, which a form never loads.
 * @module
 */
import { Core, guarded, Plan } from './core.js'
import { agendaOf, officialOf, otherwiseOf, wordOf } from './papers.js'

/** @typedef {import('./types.js').FindingView} FindingView */
/** @typedef {import('./types.js').Lang} Lang */
/** @typedef {import('./types.js').LintView} LintView */
/** @typedef {import('./types.js').ProgressView} ProgressView */
/**
 * @typedef {object} Moment
 * @property {number} [now] milliseconds since 1970; without it, lateness is not asked
 * @property {string[]} [earlier] what the same unit has reported as JSON text, in the order in which it came
 * @property {boolean} [sending] whether it is the check before sending: warnings then need an explanation
 * @property {Lang} [lang] the language of the sentences
 */

/** The rules with all checks. */
export class CheckingCore extends Core {
  /**
   * @param {string} json
   * @param {Lang} [lang]
   * @returns {CheckingPlan}
   * @throws {import('./error.js').PhieuError} code `plan`
   */
  plan(json, lang = 'vi') {
    return new CheckingPlan(
      guarded(() => new this.glue.Plan(json, lang)),
      lang,
      this.glue,
    )
  }
}

/** A plan with all checks. */
export class CheckingPlan extends Plan {
  /**
   * All findings of one report.
   * @param {string} report JSON
   * @param {Moment} moment
   * @returns {FindingView[]}
   */
  check(report, { now, earlier = [], sending = false, lang = this.lang }) {
    return guarded(() => this.larger.check(report, list(earlier), now, sending, lang))
  }

  /**
   * The report that a draft makes, as JSON text (null where it has an error), and all findings.
   * @param {string} draft JSON
   * @param {Moment} moment
   * @returns {{ report: string | null, findings: FindingView[] }}
   */
  checkDraft(draft, { now, earlier = [], sending = false, lang = this.lang }) {
    return guarded(() => this.larger.checkDraft(draft, list(earlier), now, sending, lang))
  }

  /**
   * Checks many reports, one a line (NDJSON). A line that is wrong never stops the rest.
   * @param {Uint8Array | ArrayBuffer} bytes taken over piece by piece
   * @param {{ now: number }} moment
   * @returns {{ count: number, ok: number,
   *   findings: { line: number, path: string, code: string, severity: string, params?: object }[] }}
   */
  checkMany(bytes, { now }) {
    return guarded(() => this.larger.checkMany(bytes, now))
  }

  /**
   * What is wrong, contradictory or unsaid in the plan, the worst first. The plan must be whole: what
   * `phieu publish` leaves out cannot be looked at.
   * @param {{ lang?: Lang }} [options] the language of the sentences
   * @returns {LintView[]}
   */
  lint({ lang = this.lang } = {}) {
    return guarded(() => this.larger.lint(lang))
  }

  /**
   * An empty roll-up of this plan: reports in, progress against every target out.
   * @returns {RollUp}
   */
  rollUp() {
    return new RollUp(
      guarded(() => this.larger.rollUp()),
      this.lang,
    )
  }

  /**
   * A report in words, as whoever receives it reads it.
   * @param {string} report JSON
   * @param {Lang} [lang]
   * @returns {import('./types.js').Review}
   */
  review(report, lang = this.lang) {
    return guarded(() => this.larger.review(report, lang))
  }

  /**
   * The deadlines of a unit as a calendar file (RFC 5545).
   * @param {{ unit: string, now: number }} options `now`: the stamp of the file, in milliseconds since 1970
   */
  agenda(options) {
    return agendaOf(this, options)
  }

  /**
   * What the document says otherwise of the deadlines of a unit.
   * @param {string} unit
   */
  otherwise(unit) {
    return otherwiseOf(this, unit)
  }

  /**
   * A report as the document that a unit signs, in Vietnamese.
   * @param {string} report JSON
   * @param {{ at: number }} options the moment whose month and year stand on it
   */
  official(report, { at }) {
    return officialOf(this, report, at)
  }

  /**
   * The same as the parts of a Word file (.docx), in the order in which a zip is to hold them.
   * @param {string} report JSON
   * @param {{ at: number }} options as for `official`
   */
  word(report, { at }) {
    return wordOf(this, report, at)
  }

  /** @returns {any} the larger module's plan, of which the form's glue knows only a part */
  get larger() {
    return this.raw
  }
}

/**
 * Reports of one plan, rolled up. They come in any order; an amendment replaces what it amends; memory is
 * bounded by the plan, not by how many come.
 */
export class RollUp {
  /**
   * @param {any} raw the larger module's roll-up
   * @param {Lang} lang
   */
  constructor(raw, lang) {
    this.raw = raw
    this.lang = lang
  }

  /**
   * Takes in arrivals, one a line (NDJSON of `Arrival`). A line that is none never stops the rest.
   * @param {Uint8Array | ArrayBuffer} bytes taken over piece by piece
   * @param {{ until?: number, lang?: Lang }} [options] `until`: what came after that moment is left out
   * @returns {{ lines: number, arrivals: number,
   *   unreadable: { line: number, code: string, message: string }[] }}
   */
  add(bytes, { until, lang = this.lang } = {}) {
    return guarded(() => this.raw.add(bytes, until, lang))
  }

  /**
   * The progress of what was added, at a moment.
   * @param {number} now milliseconds since 1970
   * @param {Lang} [lang]
   * @returns {ProgressView}
   */
  progress(now, lang = this.lang) {
    return guarded(() => this.raw.progress(now, lang))
  }

  /**
   * What the office reports of it to the level above, in Vietnamese, as the parts of a Word file in the order in which a
   * zip is to hold them.
   * @param {number} now milliseconds since 1970
   * @returns {[name: string, text: string][]}
   */
  paper(now) {
    return guarded(() => this.raw.paper(now))
  }

  /**
   * @param {Uint8Array | ArrayBuffer} file what was taken in (NDJSON)
   * @param {string} indicator a table
   * @param {Lang} [lang]
   * @returns {string | undefined} its rows of all reports that count, as CSV, a row a line
   */
  rows(file, indicator, lang = this.lang) {
    return guarded(() => this.raw.rows(file, indicator, lang))
  }

  /** Gives its memory back; it cannot be used afterwards. */
  free() {
    this.raw.free()
  }
}

/** @param {string[]} reports JSON texts */
function list(reports) {
  return `[${reports.join()}]`
}
