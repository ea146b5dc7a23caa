/**
 * Where the progress comes from: the collector, which rolls up what it has received, or a file of sample reports,
 * rolled up here.
 * @module
 */
import { bulkWasm, checksScript } from '../here.js'
import { written } from '../json.js'
import { decide, paper, plan as planOf, progress, received, rows } from '../office/server.js'

/** @typedef {import('../types.js').ProgressView} ProgressView */
/** @typedef {import('../types.js').LintView} LintView */
/** @typedef {import('../types.js').Lang} Lang */
/** @typedef {import('../office/report.js').Read} Read */
/**
 * @typedef {object} Source
 * @property {(now: string | null, lang: Lang) => Promise<ProgressView | null>} progress none where nothing has changed
 * @property {(submission: string, lang: Lang) => Promise<Read>} report
 * @property {(now: string | null, lang: Lang) => Promise<[name: string, text: string][]>} paper what the office reports to
 *   the level above, as the parts of a Word file
 * @property {(table: string, now: string | null, lang: Lang) => Promise<string | Uint8Array<ArrayBuffer>>} rows the rows of a
 *   table, as CSV
 * @property {(lang: Lang) => Promise<LintView[]>} findings what is wrong with the plan
 * @property {(submission: string, verdict: import('../types.js').Verdict, lang: Lang) => Promise<unknown>} [decide]
 *   accepts or returns a report, where there is somebody to tell
 * @property {number} unreadable how many lines of the file are no reports
 */

/**
 * The larger module: roll-up, review, lint. It stands beside this script as a bundle of its own and is loaded when it
 * is first asked for.
 * @returns {Promise<import('../checking.js').CheckingCore>}
 */
async function core() {
  const { load } = await checksScript()
  return load({ wasm: bulkWasm() })
}

/**
 * @param {{ endpoint: string, plan: string, secret: string }} options
 * @returns {Source}
 */
export function collectorSource({ endpoint, plan, secret }) {
  /** @type {string | null} */
  let tag = null
  let asked = ''
  return {
    unreadable: 0,
    async progress(now, lang) {
      const question = `${now} ${lang}`
      const answer = await progress(endpoint, plan, {
        secret,
        lang,
        now,
        tag: asked === question ? tag : null,
      })
      if (!answer) return null
      tag = answer.tag
      asked = question
      return answer.view
    },
    paper: (now, lang) => paper(endpoint, plan, { secret, lang, now }),
    rows: (table, now, lang) => rows(endpoint, { plan, table }, { secret, lang, now }),
    report: (submission, lang) => received(endpoint, submission, { secret, lang }),
    decide: (submission, verdict, lang) => decide(endpoint, submission, { secret, lang, verdict }),
    async findings(lang) {
      const [json, whole] = await Promise.all([planOf(endpoint, plan, { secret, lang }), core()])
      return whole.plan(json, lang).lint({ lang })
    },
  }
}

/**
 * @param {{ plan: string, reports: string }} addresses
 * @returns {Source}
 */
export function sampleSource({ plan, reports }) {
  const encoder = new TextEncoder()
  const texts = Promise.all([fetched(plan), fetched(reports), core()])
  // Whoever asks first meets the failure; until then it is nobody's.
  texts.catch(() => {})
  /** @type {Partial<Record<Lang, import('../checking.js').CheckingPlan>>} */
  const plans = {}
  const read = async (/** @type {Lang} */ lang) => {
    const [json, lines, whole] = await texts
    plans[lang] ??= whole.plan(json, lang)
    return { plan: plans[lang], lines }
  }
  /** @param {string | null} now @param {Lang} lang */
  const rolledUp = async (now, lang) => {
    const at = now ? new Date(now).getTime() : Date.now()
    const { plan, lines } = await read(lang)
    const rollUp = plan.rollUp()
    const intake = rollUp.add(encoder.encode(lines), { until: at, lang })
    return { rollUp, at, unreadable: intake.lines - intake.arrivals }
  }
  let told = ''
  /** @type {Source} */
  const source = {
    unreadable: 0,
    async progress(now, lang) {
      if (told === `${now} ${lang}`) return null
      const { rollUp, at, unreadable } = await rolledUp(now, lang)
      source.unreadable = unreadable
      const view = rollUp.progress(at, lang)
      rollUp.free()
      // A file does not change, but the clock goes on where no moment is held.
      if (now) told = `${now} ${lang}`
      return view
    },
    async paper(now, lang) {
      const { rollUp, at } = await rolledUp(now, lang)
      const parts = rollUp.paper(at)
      rollUp.free()
      return parts
    },
    async rows(table, now, lang) {
      const { lines } = await read(lang)
      const { rollUp } = await rolledUp(now, lang)
      const text = rollUp.rows(encoder.encode(lines), table, lang)
      rollUp.free()
      return text ?? ''
    },
    async report(submission, lang) {
      const { plan, lines } = await read(lang)
      const line = lines.split('\n').find((each) => each.includes(submission)) ?? ''
      const { submission: sent, receivedAt } = JSON.parse(line)
      const report = written(sent.report)
      const at = new Date(receivedAt).getTime()
      return {
        receipt: null,
        receivedText: plan.moment(at),
        report: sent.report,
        review: plan.review(report, lang),
      }
    },
    findings: async (lang) => (await read(lang)).plan.lint({ lang }),
  }
  return source
}

/** @param {string} address */
async function fetched(address) {
  const response = await fetch(new URL(address, document.baseURI))
  if (!response.ok) throw new Error(`${response.status} ${address}`)
  return response.text()
}
