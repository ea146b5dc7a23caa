/**
 * The first screen of a form before the core is there, as the core worded it when the plan was published. What is typed
 * into it is a draft like any other, and goes over to the form to the letter once the core has come.
 * @module
 */
import { explaining, figureOf } from '../asked.js'
import { takeOver } from '../begun.js'
import { written } from '../json.js'
import { inputsAhead } from '../parts.js'
import { FormSession } from '../session.js'
import { lastList, unitOf, whose } from '../store/last.js'
import { isThere } from '../store/tail.js'
import { keeperOf } from './desk.js'
import { keptOf, openingOf, viewOf } from './opening.js'

/** @typedef {import('../types.js').First} First */
/** @typedef {import('../types.js').InputView} InputView */

/** @typedef {Awaited<ReturnType<typeof inputsAhead>>} Inputs */

/** A report whose core is still on its way: nothing can be asked of it. Of a text by itself is said what is wrong with it, once what
 * knows that is there. */
export class FirstSession extends FormSession {
  /** @override */
  isFirst = true
  /** @type {Inputs} */
  inputs
  /** @type {FormSession | undefined} what broke as it took over, and is told what is typed here meanwhile */
  _next

  /**
   * @param {import('../types.js').FormView} view
   * @param {object} blank the draft as which it begins, where there is none
   * @param {string | null} draft
   * @param {ConstructorParameters<typeof FormSession>[2]} hooks
   */
  constructor(view, blank, draft, hooks) {
    super(/** @type {any} */ ({ view: () => view, draft: () => written(blank), free() {} }), draft, hooks)
    const { figures = {}, explanations = [] } = JSON.parse(this.begun)
    /** What the draft explains. @type {Map<string, string>} */
    this._explained = new Map(
      explanations.map((/** @type {any} */ { path, code, text }) => [explaining(path, code), text]),
    )
    for (const { input } of this._inputs.values()) {
      stand(input, figures[figureOf(input.path)])
      if (!input.blank) this._shown.set(input.path, 'all')
    }
  }

  /**
   * @override
   * @template T
   * @returns {T | undefined}
   */
  ask() {
    return undefined
  }

  /** @override @param {string} path @param {string} text @param {string[]} [seen] */
  set(path, text, seen = []) {
    super.set(path, text)
    this._next?.set(path, text)
    const input = this._inputs.get(path)?.input
    if (!input) return
    stand(input, text)
    this._judge(input)
    // Clear early, as ever: what is newly wrong waits until the field is left.
    const stays = input.findings.map(({ code }) => code).filter((code) => seen.includes(code))
    if (stays.length > 0) this._shown.set(path, new Set(stays))
    this._fields.get(path)?.requestUpdate()
  }

  /** @override @param {string} path @param {string} code @param {string} text */
  explain(path, code, text) {
    super.explain(path, code, text)
    this._next?.explain(path, code, text)
    const found = this._inputs.get(path)?.input.findings ?? []
    for (const finding of found) if (finding.code === code) finding.explanation = text
  }

  /** What says what is wrong with a text has come. @param {Inputs} inputs */
  hearInputs(inputs) {
    if (!inputs || this._closed) return
    this.inputs = inputs
    for (const { input } of this._inputs.values()) if (!input.blank) this._judge(input)
    // What stood there before is read, and not called out.
    for (const path of this._shown.keys()) if (this._since.has(path)) this._announce(this._found(path))
    this.renew()
  }

  /** @param {InputView} input */
  _judge(input) {
    const said = this._said(input)
    for (const finding of said.findings) {
      const place = explaining(input.path, finding.code)
      finding.explanation = this._since.get(place)?.text ?? this._explained.get(place) ?? null
    }
    Object.assign(input, said)
  }

  /** @param {InputView} input @returns {import('../types.js').FirstInputView} */
  _said({ path, value }) {
    try {
      return this.inputs?.said(path, value) ?? { echo: null, findings: [] }
    } catch {
      // It lacks what the core has, and is not asked again.
      this.inputs = undefined
      return { echo: null, findings: [] }
    }
  }

  /** @param {string} path @param {FormSession} [of] @returns {string | undefined} what stands at an input first */
  _found(path, of = this) {
    return of._inputs.get(path)?.input.findings[0]?.message
  }

  /** @param {string | undefined} message */
  _announce(message) {
    if (message) this.announce(message)
  }

  /** Another session of the same report goes on with what was typed here. @param {FormSession} next */
  handOver(next) {
    if (this._since.size > 0 && next.keeper) next.keeper.base = this.keeper?.base
    for (const { again } of this._since.values()) again(next)
    for (const [path, shown] of this._shown) {
      if (!this._since.has(path)) continue
      if (shown !== 'all') {
        // It is being mended, and was not left.
        next._shown.set(path, new Set(shown))
        continue
      }
      next.leave(path)
      const found = this._found(path, next)
      // What was said once is not said again.
      if (found !== this._found(path)) this._announce(found)
    }
  }

  /** It stands on for one whose core broke as it took over, until that is opened again. @param {FormSession} next */
  standFor(next) {
    this._next = next
    for (const [path, shown] of this._shown) next._shown.set(path, shown)
    next.watch((topic) => {
      const { savedAt, saveFailed, other } = next
      Object.assign(this, { savedAt, saveFailed, other })
      this.tell(topic)
    })
  }
}

/** An input shows a text as it was typed. @param {InputView} input @param {string} [text] */
function stand(input, text = '') {
  input.value = text
  input.blank = text === ''
  for (const choice of input.choices) choice.chosen = choice.value === text
}

/**
 * Shows the first screen, unless the core comes first; nothing where the device knows more of the report than its draft,
 * which the core alone puts into words.
 * @param {import('./work.js').Work} work
 * @param {string} address
 * @param {import('./desk.js').Device} device
 */
export async function standFirst(work, address, device) {
  const { stage } = work
  // Asked for once more: what was typed stands there still.
  if (work.session?.isFirst) return stage.show('form')
  const begun = takeOver(address)?.catch(() => undefined)
  const read = async () => (await begun) ?? (await fetch(new URL(address, document.baseURI))).json()
  /** @type {[First, import('../store/database.js').Store, import('./desk.js').Shelves]} */
  const [first, store, shelves] = await Promise.all([read(), device.store, device.shelves])
  const asked = { unit: unitOf(stage, first.blank.plan), now: stage.moment(), language: stage.language }
  const opening = openingOf(first, asked)
  const kept = opening && keptOf(opening, { ...shelves, isLeft: isThere(stage.early?.writer) })
  if (!opening || !kept) return
  const { unit, occasion, blank } = opening
  const { record } = kept
  // The core was faster.
  if (stage.desk || work.session) return
  const hooks = work.hooks()
  const session = new FirstSession(viewOf(first, opening), blank, record?.draft || null, hooks)
  inputsAhead(first.asked ?? [])
    .then((inputs) => session.hearInputs(inputs))
    .catch(() => {})
  const keeper = keeperOf(store, occasion.key, () => session, hooks)
  session.keeper = keeper
  await keeper.restore(shelves.drafts, () => undefined)
  if (!record?.draft) keeper.base = null
  else work.restoredAt = session.savedAt = record.at
  stage.chosenUnit = unit.id
  work.session = session
  return stage.show('form')
}

/**
 * Shows what the unit owed when it was last looked at, unless the core comes first.
 * @param {import('./work.js').Work} work
 * @param {string} address of the plan
 */
export function standLast(work, address) {
  const { stage } = work
  const list = lastList(address)
  if (stage.desk || !list || list.of !== whose(stage, list.plan)) return
  work.stood = list
  stage.chosenUnit = list.unit
  stage.show('duties')
}
