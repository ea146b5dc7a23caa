/**
 * What lies behind the screens: the plan, what the unit owes, the drafts and the outbox.
 * @module
 */
import { load } from '../core.js'
import { PhieuError } from '../error.js'
import { FormSession } from '../form/session.js'
import { openStore } from '../store/database.js'
import { status } from '../store/endpoint.js'
import { Keeper } from '../store/keeper.js'
import { outboxOf } from '../store/outbox.js'
import { uuid } from '../store/uuid.js'

/** @typedef {import('../types.js').DutyView} DutyView */
/** @typedef {import('../types.js').Sent} Sent */
/** @typedef {{ receipt: import('../types.js').Receipt, submission: string, at: number }} Kept */
/** @typedef {Pick<DutyView, 'duty' | 'period'>} Occasion */

export class Desk {
  /** @type {Kept[]} what this device has sent, newest last */
  kept = []
  /** @type {import('../store/outbox.js').Letter[]} */
  letters = []
  /** @type {Set<string>} */
  draftKeys = new Set()
  /** @type {Set<string>} drafts whose report the office refused */
  refusedKeys = new Set()
  /** Whether the office could say what it has received. */
  asked = true
  /** @type {Sent[]} */
  _sent = []

  /**
   * @param {import('../core.js').Plan} plan
   * @param {import('../store/database.js').Store} store
   * @param {string} planText
   */
  constructor(plan, store, planText) {
    this.plan = plan
    this.store = store
    this.planText = planText
    this.summary = plan.summary()
    this.outbox = outboxOf(store)
  }

  /**
   * Fetches the core and the plan side by side.
   * @param {string} planAddress
   * @param {import('../types.js').Lang} lang
   */
  static async open(planAddress, lang) {
    const [core, planText, store] = await Promise.all([load(), fetchText(planAddress), openStore()])
    return new Desk(core.plan(planText, lang), store, planText)
  }

  /** Loads the core again after a panic and reads the plan again. */
  async reload() {
    this.plan = (await load()).plan(this.planText, this.plan.lang)
  }

  /** @param {string} unit */
  unitName(unit) {
    return this.summary.units.find(({ id }) => id === unit)?.name ?? null
  }

  /**
   * Reads what this device knows, and asks the office what it has received.
   * @param {string} unit
   * @param {string | null} endpoint
   */
  async refresh(unit, endpoint) {
    const { id } = this.summary
    const [drafts, kept, letters, known] = await Promise.all([
      this.store.all('drafts').catch(() => []),
      this.store.all('kept').catch(() => []),
      this.store.all('outbox').catch(() => []),
      endpoint ? status(endpoint, id, unit) : Promise.resolve([]),
    ])
    this.draftKeys = new Set(drafts.filter(({ draft }) => draft).map(({ key }) => key))
    this.refusedKeys = new Set(drafts.filter(({ refused }) => refused).map(({ key }) => key))
    this.letters = letters
    this.kept = /** @type {Kept[]} */ (kept)
      .filter(({ receipt }) => receipt.plan === id && receipt.unit === unit)
      .sort((a, b) => a.receipt.receivedAt.localeCompare(b.receipt.receivedAt))
    this.asked = known !== null
    const mine = this.kept.map(({ receipt: { duty, period, receivedAt } }) => ({
      duty,
      period,
      receivedAt,
      status: /** @type {const} */ ('received'),
    }))
    // The office knows better what became of a report; the device, what the office could not be asked about.
    this._sent = [
      ...(known ?? []),
      ...mine.filter((own) => !(known ?? []).some((other) => sameOccasion(own, other))),
    ]
  }

  /**
   * @param {string} unit
   * @param {number} now
   * @param {string} lang
   */
  duties(unit, now, lang) {
    return this.plan.duties({ unit, now, lang, sent: this._sent })
  }

  /**
   * @param {string} unit
   * @param {Occasion} occasion
   */
  known(unit, occasion) {
    const key = this.key(unit, occasion)
    return {
      draft: this.draftKeys.has(key),
      refused: this.refusedKeys.has(key),
      waiting: this.letters.some(({ draftKey }) => draftKey === key),
      receipt: this.receiptOf(occasion) !== undefined,
    }
  }

  /** @param {Occasion} occasion */
  receiptOf(occasion) {
    return this.kept.filter(({ receipt }) => sameOccasion(receipt, occasion)).at(-1)
  }

  /**
   * @param {string} unit
   * @param {Occasion} occasion
   */
  key(unit, { duty, period }) {
    return [this.summary.id, unit, duty, period.from].join('|')
  }

  /**
   * Opens a report to be filled in, with its draft if there is one.
   * @param {{ unit: string, occasion: Occasion, now: number, lang: string, draft?: string,
   *   hooks: { onPanic: () => void, announce: (text: string) => void, onSaved: (draft: string, at: number) => void } }} options
   */
  async openForm({ unit, occasion, now, lang, draft, hooks }) {
    const { duty, period } = occasion
    /** @type {FormSession} */
    let session
    const keeper = new Keeper(
      this.store,
      this.key(unit, occasion),
      () => session.draft(),
      (event) => {
        const { saveFailed } = session
        if ('at' in event) {
          session.savedAt = event.at
          session.saveFailed = false
          hooks.onSaved(session.remains().draft, event.at)
        } else if ('other' in event) session.other = event.other
        else session.saveFailed = true
        session.tell('saved')
        // A draft saved as ever is no news: the form would render for nothing, several times a second.
        if ('other' in event || saveFailed !== session.saveFailed) session.tell('notice')
      },
    )
    const record = await keeper.restore()
    const earlier = this.kept
      .filter(({ receipt }) => receipt.duty === duty && receipt.period.to < period.from)
      .map(({ submission }) => JSON.stringify(JSON.parse(submission).report))
    const open = (/** @type {string | null} */ text) =>
      this.plan.form({ unit, duty, period, draft: text, earlier, now, lang })
    session = new FormSession(open(draft ?? record?.draft ?? null), hooks)
    session.keeper = keeper
    session.savedAt = record?.draft ? record.at : null
    if (draft) keeper.touch()
    return {
      session,
      restoredAt: !draft && record?.draft ? record.at : null,
      sent: record?.sent || null,
      refused: record?.refused ?? null,
    }
  }

  /**
   * The submission of what stands in the form. The same content is the same submission as the last time, so that
   * sending it twice counts once.
   * @param {FormSession} session
   * @param {string | null} sent the last submission from this draft
   * @param {number} now
   */
  submission(session, sent, now) {
    const id = uuid()
    const text = session.form.submission({ id, preparedAt: now })
    if (sent && sameReport(sent, text)) return { id: /** @type {string} */ (JSON.parse(sent).id), text: sent }
    return { id, text }
  }
}

/**
 * @param {Occasion} a
 * @param {Occasion} b
 */
const sameOccasion = (a, b) => a.duty === b.duty && a.period.from === b.period.from

/**
 * @param {string} a
 * @param {string} b
 */
const sameReport = (a, b) => JSON.stringify(JSON.parse(a).report) === JSON.stringify(JSON.parse(b).report)

/** @param {string} address */
async function fetchText(address) {
  try {
    const response = await fetch(address)
    if (!response.ok) throw new Error(`HTTP ${response.status}`)
    return await response.text()
  } catch (error) {
    throw new PhieuError('load', `${address}: ${/** @type {Error} */ (error).message}`)
  }
}
