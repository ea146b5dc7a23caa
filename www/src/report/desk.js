/**
 * What lies behind the screens: the plan, what the unit owes, the drafts and the outbox.
 * @module
 */

import { written } from '../json.js'
import { last } from '../list.js'
import { complied, loadFirst } from '../parts.js'
import { FormSession } from '../session.js'
import { access } from '../store/access.js'
import { openStore } from '../store/database.js'
import { isElsewhere } from '../store/filed.js'
import { Keeper } from '../store/keeper.js'
import { planAt } from '../store/plan.js'
import { rememberedUnit } from '../store/unit.js'
import { returned } from '../store/versions.js'
import { besideHere, parts } from './fetch.js'
import { joined, NOTHING, standing } from './standing.js'

/** @typedef {import('../types.js').DutyView} DutyView */
/** @typedef {import('../types.js').Sent} Sent */
/** @typedef {import('./standing.js').Kept} Kept */
/** @typedef {import('./standing.js').Occasion} Occasion */
/** @typedef {import('./standing.js').Told} Told */
/** @template T @typedef {import('./standing.js').Keyed<T>} Keyed */
/** @typedef {import('../store/endpoint.js').Decision} Decision */
/** @typedef {{ drafts: import('../store/keeper.js').DraftRecord[], kept: Kept[],
 *   letters: import('../store/letters.js').Letter[] }} Shelves */
/** @typedef {{ store: Promise<import('../store/database.js').Store>, shelves: Promise<Shelves> }} Device */
/** @typedef {{ shelves: Promise<Shelves>, status: Promise<{ unit: string | null, known: Told }> }} Early */

// An office that answers in the blink of an eye is waited for, lest the list change under a finger.
const BLINK = 400

export class Desk {
  /** @type {Keyed<Kept>[]} what the unit has sent, from here or, as the office tells, from elsewhere; newest last */
  kept = []
  /** @type {import('../store/letters.js').Letter[]} */
  letters = []
  /** @type {Set<string>} */
  draftKeys = new Set()
  /** @type {Set<string>} drafts whose report the office refused */
  refusedKeys = new Set()
  /** Whether the office could say what it has received; unknown for as long as it has not answered.
   * @type {boolean | undefined} */
  asked
  /** Whether it is only tried: then nothing of it is kept. */
  isTried = false
  /** @type {string | undefined} why the office tells nothing: what it says of the code */
  denied
  /** @type {import('../store/endpoint.js').Trouble | undefined} why the office could not be asked */
  trouble
  /** @type {Keyed<Decision>[]} */
  decisions = []
  access = access
  /** By how many milliseconds the office's clock is ahead of this device's; unknown until it has told its hour.
   * @type {number | undefined} */
  ahead
  /** @type {Keyed<Sent>[]} */
  _sent = []
  /** What the unit has sent from this device. @type {Kept[]} */
  _own = []
  /** What the office told last about the unit. */
  _told = NOTHING
  /** Of which unit this is known. @type {string | undefined} */
  unit
  /** @type {import('../store/outbox.js').Outbox | undefined} */
  _outbox
  /** How often the office was asked: only its last answer counts. */
  _times = 0

  /**
   * @param {import('../core.js').Plan} plan
   * @param {import('../store/database.js').Store} store
   * @param {import('../store/plan.js').PlanFile} file
   */
  constructor(plan, store, { url, text, keptAt }) {
    this.plan = plan
    this.store = store
    this.planUrl = url
    this.planText = text
    /** When the plan was kept on this device, where its address gave none. */
    this.keptAt = keptAt
    this.summary = plan.summary()
    /** @type {Promise<import('../store/plan.js').PlanFile> | undefined} what its address gives, to be kept */
    this.arriving = undefined
  }

  /** The outbox, which comes after the first fields. */
  async outbox() {
    this._outbox = (await parts()).outboxOf(this.store, access)
    return this._outbox
  }

  /**
   * Fetches the core and the plan side by side, and meanwhile asks the device and the office what they know: a core
   * that arrives last finds all of it there.
   * @param {string} planAddress
   * @param {{ lang: import('../types.js').Lang, unit: string | null, endpoint: string | null, isAgain: boolean,
   *   meanwhile: (device: Device) => void }} options `meanwhile` is what can be done before the core is there
   */
  static async open(planAddress, { lang, unit, endpoint, isAgain, meanwhile }) {
    const store = openStore()
    const loading = loadFirst(lang)
    const { arriving, file } = planAt(planAddress, store, loading, isAgain)
    const early = {
      shelves: store.then((shelves) => readShelves(shelves)),
      status: file.then(({ json }) => ask(json, { unit, endpoint, lang })),
    }
    meanwhile({ store, shelves: early.shelves })
    // Whoever needs it hears of a failure.
    early.status.catch(() => {})
    const [plan, shelves] = await Promise.all([file, store, loading])
    const opened = async () => new Desk((await loadFirst(lang)).plan(plan.text, lang), shelves, plan)
    const desk = await complied(opened)
    desk.arriving = arriving
    early.shelves = desk.shelves(early.shelves)
    return { desk, early }
  }

  /**
   * A plan, read by the core as it is now: another one after a panic.
   * @param {string} text
   */
  async read(text) {
    return (await loadFirst(this.plan.lang)).plan(text, this.plan.lang)
  }

  /**
   * Asks the plan something; where the core lacked what comes later, once more when that is there.
   * @template T
   * @param {() => T} question
   */
  asks(question) {
    return complied(question, async () => {
      this.plan = await this.read(this.planText)
    })
  }

  /**
   * What this device keeps, each thing under its own key.
   * @param {Promise<Shelves>} [reading]
   */
  async shelves(reading = readShelves(this.store, this._outbox)) {
    const shelves = await reading
    if (!(await this.asks(() => isElsewhere(shelves, this.keyOf)).catch(() => false))) return shelves
    // What an earlier version of the page kept waits for what knows it.
    await parts()
      .then(({ refile }) => this.asks(() => refile(shelves, this.store, this.keyOf)))
      .catch(() => {})
    return readShelves(this.store, this._outbox)
  }

  /**
   * The key of the occasion that a draft or a submission names; none where it cannot be read.
   * @type {import('../store/filed.js').KeyOf}
   */
  keyOf = (json) => {
    try {
      const read = JSON.parse(json ?? '')
      return this.plan.key(read.report ?? read)
    } catch (error) {
      // A core that broke, or lacks what comes later, has not said that it cannot be read.
      if (/** @type {any} */ (error).code === 'panic') throw error
      return undefined
    }
  }

  /** @param {string} unit */
  unitName(unit) {
    return this.summary.units.find(({ id }) => id === unit)?.name ?? null
  }

  /**
   * Reads what this device knows, and asks the office what it has received. Nobody waits for an office that does not
   * answer: until it does, what it told before holds.
   * @param {string} unit
   * @param {string | null} endpoint
   * @param {() => void} onAnswer hears of an answer that came later
   * @param {Early} [early] what was asked while the core was on its way
   */
  async refresh(unit, endpoint, onAnswer, early) {
    if (unit !== this.unit) {
      this._told = NOTHING
      this.denied = undefined
    }
    this.unit = unit
    this.asked = undefined
    const reading = this._read(unit, early)
    let isLate = false
    const asking = this._ask(unit, endpoint, reading, early).then((isNews) => isNews && isLate && onAnswer())
    await Promise.race([asking, reading.then(() => new Promise((done) => setTimeout(done, BLINK)))])
    isLate = true
  }

  /** Reads again what this device knows: another tab may have sent something. */
  async look() {
    if (this.unit) await this._read(this.unit)
  }

  /**
   * @param {string} unit
   * @param {Early} [early]
   */
  async _read(unit, early) {
    const { drafts, kept, letters } = await (early?.shelves ?? this.shelves())
    this.draftKeys = new Set(drafts.filter((each) => each.draft || returned(each)).map(({ key }) => key))
    this.refusedKeys = new Set(drafts.filter(({ refused }) => refused).map(({ key }) => key))
    this.letters = letters
    this._own = kept.filter(({ receipt }) => receipt.plan === this.summary.id && receipt.unit === unit)
    this._join()
  }

  /**
   * Something of the unit, with the key of the occasion that it is of.
   * @template {object} T
   * @param {T} each
   * @returns {Keyed<T>}
   */
  keyed = (each) => {
    const of = /** @type {any} */ ({ plan: this.summary.id, unit: this.unit, ...each })
    return { ...each, key: this.plan.key(of) }
  }

  /** Puts together what the device and the office know. */
  _join() {
    const { kept, sent, decisions } = joined(this._own, this._told, this.keyed)
    this.kept = kept
    this._sent = sent
    this.decisions = decisions
  }

  /**
   * @param {string} unit
   * @param {string | null} endpoint
   * @param {Promise<void>} reading
   * @param {Early} [early]
   * @returns {Promise<boolean>} whether this is the answer that counts
   */
  async _ask(unit, endpoint, reading, early) {
    this._times += 1
    const time = this._times
    const first = await early?.status.catch(() => undefined)
    const known =
      first?.unit === unit ? first.known : await standing(endpoint, this.summary.id, unit, this.plan.lang)
    await reading
    const { sent, decisions, trouble, denied } = known
    const isUnexplained = decisions.length === 0 && sent.some(({ status }) => status === 'returned')
    const reasons = isUnexplained
      ? await parts().then(
          ({ askReasons }) => askReasons(this, endpoint, sent),
          () => [],
        )
      : []
    if (time !== this._times) return false
    if (!trouble) this._told = { ...known, decisions: [...decisions, ...reasons] }
    this.trouble = trouble
    this.denied = denied
    this.ahead = known.ahead ?? this.ahead
    this.asked = !trouble && denied === undefined
    this._join()
    return true
  }

  /** @param {Keyed<object>} occasion */
  decisionOf({ key }) {
    return this.decisions.find((decision) => decision.key === key)
  }

  /**
   * @param {string} unit
   * @param {number} now
   * @param {string} lang
   */
  duties(unit, now, lang) {
    const begun = [...this.draftKeys, ...this.letters.map(({ draftKey }) => draftKey)].join('\n')
    return this.plan.duties({ unit, now, lang, sent: this._sent, begun })
  }

  /** @param {Occasion} occasion */
  known(occasion) {
    const { key } = occasion
    return {
      draft: this.draftKeys.has(key),
      refused: this.refusedKeys.has(key),
      waiting: this.letters.some(({ draftKey }) => draftKey === key),
      receipt: this.receiptOf(occasion) !== undefined,
      decision: this.decisionOf(occasion),
    }
  }

  /** @param {Keyed<object>} occasion */
  receiptOf({ key }) {
    return last(this.kept.filter((each) => each.key === key))
  }

  /**
   * Whether the office has a report that this device does not hold.
   * @param {Keyed<object>} occasion
   */
  isElsewhere(occasion) {
    return this.receiptOf(occasion) === undefined && this._sent.some(({ key }) => key === occasion.key)
  }

  /**
   * Opens a report to be filled in, with its draft if there is one.
   * @param {{ unit: string, occasion: Occasion, now: number, lang: string, draft?: string, early?: Early,
   *   hooks: { onPanic: (error: unknown) => void, announce: (text: string) => void, onSaved: (draft: string, at: number) => void } }} options
   */
  async openForm({ unit, occasion, now, lang, draft, early, hooks }) {
    const { key, duty, period } = occasion
    /** @type {FormSession} */
    let session
    const keeper = keeperOf(this.store, key, () => session, hooks)
    const { drafts } = await (early?.shelves ?? this.shelves(readShelves(this.store)))
    const record = await keeper.restore(drafts, this.keyOf)
    // All that is known of the unit: what of it is earlier, and what fills this form, the core says.
    const refused = returned(record)
    const earlier = [...this.kept.map(({ submission }) => submission), ...(refused ? [refused] : [])].map(
      (submission) => written(JSON.parse(submission).report),
    )
    const text = draft ?? record?.draft ?? null
    const stands = this.receiptOf(occasion)?.receipt.submission ?? null
    // What an earlier version of this page wrote is known to be made from what stands where it was sent as that.
    if (
      (!record?.draft && !refused) ||
      (record?.base === undefined && stands && record?.sent?.includes(stands))
    )
      keeper.base = stands
    const opened = () => this.plan.form({ unit, duty, period, draft: text, earlier, now, lang })
    session = await this.asks(() => new FormSession(opened(), text, hooks))
    session.keeper = keeper
    session.savedAt = record?.draft ? record.at : null
    session.other = last(record?.others) ?? null
    if (draft || refused) keeper.touch()
    return {
      session,
      restoredAt: !draft && record?.draft ? record.at : null,
      refused: record?.refused ?? null,
    }
  }
}

/**
 * What keeps the draft of a report.
 * @param {import('../store/database.js').Store} store
 * @param {string} key
 * @param {() => FormSession} of
 * @param {{ onSaved: (draft: string, at: number) => void }} hooks
 */
export function keeperOf(store, key, of, { onSaved }) {
  const draft = () => of().draft()
  const keeper = new Keeper(store, key, draft, (event) => {
    if ('at' in event && store.lasting) {
      besideHere()?.(keeper)
      onSaved(event.draft, event.at)
    }
    of().heard(event)
  })
  return keeper
}

/**
 * @param {import('../store/database.js').Store} store
 * @param {import('../store/outbox.js').Outbox} [outbox] has to know of each letter that a screen shows as waiting
 * @returns {Promise<Shelves>}
 */
async function readShelves(store, outbox) {
  const all = (/** @type {'drafts' | 'kept' | 'outbox'} */ shelf) => store.all(shelf).catch(() => [])
  const [drafts, kept, letters] = await Promise.all([
    all('drafts'),
    all('kept'),
    outbox ? outbox.waiting() : all('outbox'),
  ])
  return { drafts: drafts ?? [], kept: kept ?? [], letters: letters ?? [] }
}

/**
 * What the office knows of the unit that the form will most likely open with.
 * @param {{ id: string, units?: { id: string }[] }} plan
 * @param {{ unit: string | null, endpoint: string | null, lang: import('../types.js').Lang }} given
 */
async function ask(plan, { unit: given, endpoint, lang }) {
  if (endpoint) access.welcome(endpoint, plan)
  const unit = given ?? rememberedUnit(plan.id)
  return { unit, known: unit ? await standing(endpoint, plan.id, unit, lang) : NOTHING }
}
