/**
 * One report being filled in: the core's form, its draft on the device, and what of it is shown.
 *
 * What is wrong now (the core says it, always) is kept apart from what is shown (errors appear late: when a field
 * is left or the report is to be sent; they clear early: with the keystroke that mends them).
 * @module
 */

/** @typedef {import('../types.js').Change} Change */
/** @typedef {import('../types.js').FormView} FormView */
/** @typedef {import('../types.js').Problem} Problem */
/** @typedef {{ take(input: import('../types.js').InputView): void, remain(remains: string | null): void,
 *   requestUpdate(): void }} FieldPart */
/** @typedef {'structure' | 'counts' | 'saved' | 'notice' | 'problems' | 'list'} Topic */

export class FormSession {
  /** @type {Map<string, FieldPart>} */
  _fields = new Map()
  /** @type {Map<FieldPart, string[]>} */
  _paths = new Map()
  /** @type {Set<(topic: Topic) => void>} */
  _watchers = new Set()
  /** Inputs whose findings are shown: all of them, or while one types, those that stood there before. */
  _shown = /** @type {Map<string, Set<string> | 'all'>} */ (new Map())
  /** What was typed since the draft was last taken; what a crash of the core would lose. */
  _since = new Map()
  _draft = ''

  /** @type {Problem[]} what stood in the way when sending was last tried */
  problems = []
  attempted = false
  /** @type {number | null} when the draft was last written on the device */
  savedAt = null
  saveFailed = false
  /** @type {import('../store/keeper.js').Copy | null} what another tab wrote */
  other = null
  /** @type {import('../types.js').FindingView[] | null} findings about the list of activities, once they changed */
  listFindings = null
  /** @type {import('../store/keeper.js').Keeper | null} */
  keeper = null

  /**
   * @param {import('../core.js').Form} form
   * @param {{ onPanic: () => void, announce: (text: string) => void }} desk
   */
  constructor(form, { onPanic, announce }) {
    this.form = form
    this.onPanic = onPanic
    this.announce = announce
    this.view = form.view()
    this.counts = this.view.counts
    this._draft = form.draft()
    for (const input of inputsOf(this.view)) if (input.value.trim()) this._shown.set(input.path, 'all')
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
   * Something was typed.
   * @param {string} path
   * @param {string} text
   * @param {string[]} [seen] the findings that stand there now
   */
  set(path, text, seen = []) {
    this._since.set(path, text)
    const change = this._call((form) => form.set(path, text))
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
   * @param {string} text
   */
  leave(path, text) {
    if (text.trim() || this.attempted) this._shown.set(path, 'all')
    if (this.attempted) this._refreshProblems()
    this._fields.get(path)?.requestUpdate()
  }

  /**
   * @param {string} path
   * @param {string} code
   * @param {string} text
   */
  explain(path, code, text) {
    this._apply(this._call((form) => form.explain(path, code, text)))
  }

  /** @param {(form: import('../core.js').Form) => FormView} change adds, removes or moves an activity */
  restructure(change) {
    const view = this._call(change)
    if (!view) return
    this._shown = new Map([...this._shown].filter(([path]) => !path.startsWith('/activities/')))
    this._adopt(view)
    for (const input of inputsOf(view)) {
      const inList = input.path.startsWith('/activities/')
      if (inList && (this.attempted || input.value.trim())) this._shown.set(input.path, 'all')
    }
    this.keeper?.touch()
    this.tell('structure')
  }

  /** Whether the report may be sent. If not, everything that stands in the way is shown. */
  mayBeSent() {
    this.attempted = true
    this._refreshProblems()
    for (const input of inputsOf(this._call((form) => form.view()) ?? this.view))
      this._shown.set(input.path, 'all')
    for (const part of this._paths.keys()) part.requestUpdate()
    this.tell('list')
    return this.blocking().length === 0
  }

  /** What stands in the way: errors, and warnings without their line of explanation. */
  blocking() {
    return this.problems.filter(
      ({ severity, explanation }) => severity === 'error' || (severity === 'warning' && !explanation?.trim()),
    )
  }

  /**
   * Shows what the office found.
   * @param {Problem[]} problems
   */
  refuse(problems) {
    this.mayBeSent()
    const known = new Set(this.problems.map(({ path, code }) => `${path} ${code}`))
    this.problems = [...this.problems, ...problems.filter(({ path, code }) => !known.has(`${path} ${code}`))]
    this.tell('problems')
  }

  /** The draft as it is typed. */
  draft() {
    this._draft = this._call((form) => form.draft()) ?? this._draft
    this._since.clear()
    return this._draft
  }

  /** The last draft that the core gave, and what was typed since, for opening again after a panic. */
  remains() {
    return { draft: this._draft, since: new Map(this._since) }
  }

  close() {
    this.keeper?.close()
    this.form.free()
  }

  /** @param {Change | undefined} change */
  _apply(change) {
    this.keeper?.touch()
    if (!change) return
    for (const input of change.inputs) this._fields.get(input.path)?.take(input)
    for (const { id, remains } of change.remains) {
      const part = this._fields.get(`/figures/${id}`) ?? this._fields.get(`/figures/${id}/part`)
      part?.remain(remains)
    }
    if (change.list) {
      this.listFindings = change.list
      this.tell('list')
    }
    this.counts = change.counts
    this.tell('counts')
  }

  /** @param {FormView} view */
  _adopt(view) {
    this.view = view
    this.counts = view.counts
    this.listFindings = null
    if (this.attempted) this._refreshProblems()
  }

  _refreshProblems() {
    this.problems = this._call((form) => form.problems()) ?? this.problems
    this.tell('problems')
  }

  /**
   * @template T
   * @param {(form: import('../core.js').Form) => T} call
   * @returns {T | undefined}
   */
  _call(call) {
    try {
      return call(this.form)
    } catch (error) {
      if (/** @type {any} */ (error).code !== 'panic') throw error
      this.onPanic()
      return undefined
    }
  }
}

/**
 * Every input of a form, in its order.
 * @param {FormView} view
 * @returns {import('../types.js').InputView[]}
 */
export function inputsOf(view) {
  const fields = view.sections.flatMap(({ fields, activities }) => [
    ...fields,
    ...(activities?.items.flatMap((item) => item.fields) ?? []),
  ])
  return fields.flatMap(({ inputs }) => inputs)
}
