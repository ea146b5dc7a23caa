/**
 * One report being filled in: the core's form, its draft on the device, and what of it is shown.
 *
 * What is wrong now (the core says it, always) is kept apart from what is shown (errors appear late: when a field
 * is left or the report is to be sent; they clear early: with the keystroke that mends them).
 * @module
 */
import { explaining, fieldsOf, pieced } from './asked.js'
import { hour } from './clock.js'

/** @typedef {import('./types.js').Change} Change */
/** @typedef {import('./types.js').FormView} FormView */
/** @typedef {import('./types.js').Problem} Problem */
/** @typedef {import('./types.js').FieldView} FieldView */
/** @typedef {import('./types.js').InputView} InputView */
/** @typedef {{ requestUpdate(): void, understood?(input: InputView): boolean }} FieldPart */
/** @typedef {{ text: string, file: string, form: string }} Foreign a draft from a file, of another unit, duty, period or plan:
 *   what it is of, and what the form is */
/** @typedef {{ text: string, again: (session: FormSession) => void }} Typed what was typed, and how another session is told it */
/** @typedef {'structure' | 'counts' | 'saved' | 'notice' | 'other' | 'problems' | 'list' | 'left'} Topic */

export class FormSession {
  /** @type {Map<string, { field: FieldView, input: InputView }>} what the core last said of each input */
  _inputs = new Map()
  /** @type {Map<string, FieldPart>} what shows an input; a field that has not been rendered yet is shown by none */
  _fields = new Map()
  /** @type {Map<FieldPart, string[]>} */
  _paths = new Map()
  /** @type {Set<(topic: Topic) => void>} */
  _watchers = new Set()
  /** Inputs whose findings are shown: all of them, or while one types, those that stood there before. */
  _shown = /** @type {Map<string, Set<string> | 'all'>} */ (new Map())
  /** @type {Map<string, Typed>} what was typed since the draft was last taken, by where: what a crash of the core would lose */
  _since = new Map()

  /** @type {Problem[]} what stood in the way when sending was last tried */
  problems = []
  attempted = false
  /** @type {number | null} when the draft was last written on the device */
  savedAt = null
  saveFailed = false
  /** @type {import('./store/keeper.js').Copy | null} what another tab wrote */
  other = null
  /** @type {Foreign | null} */
  foreign = null
  /** @type {Map<string, string>} what the office wants mended, by input */
  remarks = new Map()
  /** @type {import('./store/endpoint.js').Decision | undefined} what the office decided about what was sent */
  decision
  /** @type {string | null} what the office says of another version that it has, until a person has decided */
  outdated = null
  /** Whether its core is still on its way. */
  isFirst = false
  /** Whether the office has accepted it: nothing can be sent any more. */
  locked = false
  /** @type {import('./types.js').FindingView[] | null} findings about the list of activities, once they changed */
  listFindings = null
  /** Whether what only activities can mend has been waited for long enough: their list was left. */
  listLeft = false
  /** @type {import('./store/keeper.js').Keeper | null} */
  keeper = null
  /** @type {Map<string, string[]>} what stands at single figures beyond their view, by input */
  told = new Map()
  /** @type {Set<string> | undefined} the sections that stand folded */
  folded
  _closed = false

  /**
   * @param {import('./core.js').Form} form
   * @param {string | null} draft what the form was opened with
   * @param {{ onPanic: (error: unknown) => void, announce: (text: string) => void }} desk
   */
  constructor(form, draft, { onPanic, announce }) {
    this.form = form
    this.onPanic = onPanic
    this.announce = announce
    this._draft = draft
    /** What the form was opened with, as it was kept. */
    this.opened = draft
    /** The draft as which it began, for as long as the core has given none since. */
    this.begun = draft ?? form.draft()
    this.view = form.view()
    this.counts = this.view.counts
    this._index()
    this.listLeft = this.view.sections.some(({ activities }) => activities && activities.items.length > 0)
    for (const { input } of this._inputs.values()) if (!input.blank) this._shown.set(input.path, 'all')
  }

  /**
   * @param {(topic: Topic) => void} watcher
   * @returns {() => void} stops watching
   */
  watch(watcher) {
    this._watchers.add(watcher)
    return () => this._watchers.delete(watcher)
  }

  /** @param {Topic} topic */
  tell(topic) {
    for (const watcher of this._watchers) watcher(topic)
  }

  /**
   * @param {string[]} paths
   * @param {FieldPart} part
   */
  register(paths, part) {
    this._paths.set(part, paths)
    for (const path of paths) this._fields.set(path, part)
  }

  /** Shows every field anew. */
  renew() {
    for (const part of this._paths.keys()) part.requestUpdate()
  }

  /** @param {FieldPart} part */
  unregister(part) {
    for (const path of this._paths.get(part) ?? [])
      if (this._fields.get(path) === part) this._fields.delete(path)
    this._paths.delete(part)
  }

  /**
   * Whether a finding of an input is shown.
   * @param {string} path
   * @param {string} code
   */
  shows(path, code) {
    const shown = this._shown.get(path)
    return shown === 'all' || (shown?.has(code) ?? false)
  }

  /**
   * Whether the time of a finding has come.
   * @param {import('./types.js').FindingView} finding
   */
  isDue({ waits }) {
    return !waits || this.listLeft || this.attempted
  }

  /** The list of activities was left: what only activities can mend is said from now on. */
  leaveList() {
    if (this.listLeft) return
    this.listLeft = true
    this.renew()
    this.tell('counts')
  }

  /** How many errors are to be said now. */
  inTheWay() {
    const { errors, waiting } = this.counts
    if (this.attempted) return this.blocking().length
    return this.listLeft ? errors : errors - waiting
  }

  /**
   * Something was typed.
   * @param {string} path
   * @param {string} text
   * @param {string[]} [seen] the findings that stand there now
   */
  set(path, text, seen = []) {
    this._since.set(path, { text, again: (session) => session.set(path, text) })
    this._mend(path)
    if (this.keeper) this.keeper.place = path
    const change = this.ask((form) => form.set(path, text))
    // Clear early: what is mended goes, and what is newly wrong waits until the field is left.
    const left =
      change?.inputs[0]?.findings.map(({ code }) => code).filter((code) => seen.includes(code)) ?? []
    if (left.length > 0) this._shown.set(path, new Set(left))
    else this._shown.delete(path)
    this._apply(change)
  }

  /**
   * A field was left: from now on it says what is wrong.
   * @param {string} path
   */
  leave(path) {
    if (!this._inputs.get(path)?.input.blank || this.attempted) this._shown.set(path, 'all')
    if (this.attempted) this._refreshProblems()
    this._fields.get(path)?.requestUpdate()
    this.tell('left')
  }

  /**
   * @param {string} path
   * @param {string} code
   * @param {string} text
   */
  explain(path, code, text) {
    this._since.set(explaining(path, code), { text, again: (session) => session.explain(path, code, text) })
    this._apply(this.ask((form) => form.explain(path, code, text)))
  }

  /** @param {(form: import('./core.js').Form) => FormView} change adds, removes or moves an activity */
  restructure(change) {
    const view = this.ask(change)
    if (!view) return
    this._shown = new Map([...this._shown].filter(([path]) => !path.startsWith('/activities/')))
    this._adopt(view)
    for (const { input } of this._inputs.values()) {
      const inList = input.path.startsWith('/activities/')
      if (inList && (this.attempted || !input.blank)) this._shown.set(input.path, 'all')
    }
    this.keeper?.touch()
    this.tell('structure')
  }

  /** Whether the report may be sent. If not, everything that stands in the way is shown. */
  mayBeSent() {
    this.attempted = true
    this._refreshProblems()
    for (const path of this._inputs.keys()) this._shown.set(path, 'all')
    this.renew()
    this.tell('list')
    return this.blocking().length === 0
  }

  /** What stands in the way of sending, each said once. */
  blocking() {
    return this.problems.filter(({ blocks }) => blocks)
  }

  /** The draft as it is typed. */
  draft() {
    const draft = this.ask((form) => form.draft())
    if (draft === undefined) return pieced(this._draft ?? this.begun, this._since)
    this._since.clear()
    this._draft = draft
    return draft
  }

  /** The last draft that the core gave, and what was and is typed since, for opening again after a panic. */
  remains() {
    return { draft: this._draft, since: this._since }
  }

  /** What became of the draft on the device. That it was saved as ever is no news. @param {import('./store/keeper.js').News} news */
  heard(news) {
    const { saveFailed, savedAt } = this
    if ('other' in news) {
      this.other = news.other
      return this.tell('other')
    }
    if ('at' in news) this.savedAt = news.at
    this.saveFailed = 'error' in news
    if (saveFailed !== this.saveFailed) this.tell('notice')
    else if (!savedAt || hour(savedAt) !== hour(this.savedAt ?? 0)) this.tell('saved')
  }

  /**
   * What the office said of an input holds until the input is changed, also over reloads.
   * @param {string} path
   */
  _mend(path) {
    const { keeper, decision } = this
    if (!this.remarks.delete(path) || !keeper || !decision) return
    const paths = keeper.mended?.submission === decision.submission ? keeper.mended.paths : []
    keeper.mended = { submission: decision.submission, paths: [...paths, path] }
  }

  /** Whether there is anything in it that a person typed. */
  isTouched() {
    const { draft, since } = this.remains()
    return draft !== null || since.size > 0
  }

  /**
   * Takes what the office decided about what was sent last, and how the report stands since.
   * @param {import('./store/endpoint.js').Decision | undefined} decision
   * @param {import('./types.js').State} state
   */
  hear(decision, state) {
    this.decision = decision
    this.locked = state === 'accepted'
    this.remarks.clear()
    const { submission, paths = [] } = this.keeper?.mended ?? {}
    const mended = submission === decision?.submission ? paths : []
    for (const { path: at, reason } of decision?.outcome === 'returned' ? decision.fields : []) {
      // The office may name a field as a whole, or one link of many.
      const path = [...this._inputs.keys()].find((input) => within(input, at) || within(at, input))
      if (path && !mended.includes(path)) this.remarks.set(path, reason)
    }
    this.renew()
    for (const topic of /** @type {const} */ (['other', 'list', 'notice', 'counts'])) this.tell(topic)
  }

  close() {
    this.keeper?.close()
    this._closed = true
    this.form.free()
  }

  /**
   * Takes what came of the office's word, about the activities listed or about what was sent; nothing was typed by it.
   * @param {Change | undefined} change
   */
  heed(change) {
    this._show(change)
    if (this.attempted) this._refreshProblems()
  }

  /** @param {Change | undefined} change */
  _apply(change) {
    this.keeper?.touch()
    this._show(change)
  }

  /** @param {Change | undefined} change */
  _show(change) {
    if (!change) return
    for (const input of change.inputs) this._take(input)
    for (const { id, remains } of change.remains) {
      this._remain(`/figures/${id}`, remains)
      this._remain(`/figures/${id}/part`, remains)
    }
    if (change.list) {
      this.listFindings = change.list
      this.tell('list')
    }
    const before = this.counts
    this.counts = change.counts
    const view = change.reshaped && this.ask((form) => form.view())
    if (view) {
      this._adopt(view)
      return this.tell('structure')
    }
    const told = /** @type {const} */ (['errors', 'waiting', 'blank', 'short'])
    if (told.some((name) => before[name] !== this.counts[name])) this.tell('counts')
  }

  /** @param {InputView} said */
  _take(said) {
    const known = this._inputs.get(said.path)
    const part = this._fields.get(said.path)
    const input = known && Object.assign(known.input, said)
    if (input && !part?.understood?.(input)) part?.requestUpdate()
  }

  /**
   * @param {string} path
   * @param {string | null} remains what the unit still lacks to reach its target
   */
  _remain(path, remains) {
    const known = this._inputs.get(path)
    if (!known || (known.field.remains ?? null) === remains) return
    known.field.remains = remains
    this._fields.get(path)?.requestUpdate()
  }

  /** @param {FormView} view */
  _adopt(view) {
    this.view = view
    this.counts = view.counts
    this._index()
    this.listFindings = null
    if (this.attempted) this._refreshProblems()
  }

  _index() {
    this._inputs.clear()
    for (const field of fieldsOf(this.view))
      for (const input of field.inputs) this._inputs.set(input.path, { field, input })
  }

  _refreshProblems() {
    this.problems = this.ask((form) => form.problems()) ?? this.problems
    this.tell('problems')
  }

  /**
   * Asks the core; nothing comes of it where the core panics, or where the form was closed before the question came.
   * @template T
   * @param {(form: import('./core.js').Form) => T} call
   * @returns {T | undefined}
   */
  ask(call) {
    if (this._closed) return undefined
    try {
      return call(this.form)
    } catch (error) {
      if (/** @type {any} */ (error).code !== 'panic') throw error
      // A core that broke knows nothing of what it was told last, and may go on answering.
      this._closed = true
      this.onPanic(error)
      return undefined
    }
  }
}

/**
 * Whether a path is another or lies inside it.
 * @param {string} path
 * @param {string} outer
 */
const within = (path, outer) => `${path}/`.startsWith(`${outer}/`)
