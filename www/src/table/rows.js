/**
 * What a table's fields take for the open report: they are told of cells, which the report's own fields are not, and tell
 * the core of what is typed into them.
 * @module
 */

/** @typedef {import('../types.js').TableView} TableView */
/** @typedef {import('../types.js').TableChange} TableChange */
/** @typedef {import('../types.js').FindingView} FindingView */
/** @typedef {import('../session.js').FormSession} Session */
/** @typedef {{ requestUpdate(): void }} FieldPart */

/**
 * What the core says to something that was typed into a cell, or done to the rows. The report is another one after a crash
 * of the core, and is told it again.
 * @param {Session} session
 * @param {{ table: string, path: string, text: string }} typed
 * @returns {TableChange | null | undefined}
 */
function told(session, typed) {
  const { table, path, text } = typed
  session._since.set(path, { text, again: (other) => told(other, typed) })
  session._mend(table)
  if (session.keeper) session.keeper.place = path
  const change = session.ask((form) => form.ofTable('setCell', path, text))
  session._apply(change?.change)
  return change
}

export class Rows {
  /** @type {Map<string, FieldPart>} what shows a cell */
  _fields = new Map()
  /** @type {Map<FieldPart, string[]>} */
  _paths = new Map()
  /** @type {Map<string, import('../types.js').InputView>} what the core last said of each cell */
  _inputs = new Map()
  /** Cells whose findings are shown: all of them, or while one types, those that stood there before. */
  _shown = /** @type {Map<string, Set<string> | 'all'>} */ (new Map())

  /**
   * @param {Session} session
   * @param {TableView} view
   * @param {() => void} changed is told when what stands around the cells changed
   */
  constructor(session, view, changed) {
    this.session = session
    this.view = view
    this.changed = changed
    this.told = new Map()
    this.remarks = new Map()
    this._index()
    for (const [path, input] of this._inputs) if (!input.blank) this._shown.set(path, 'all')
  }

  get locked() {
    return this.session.locked
  }

  get attempted() {
    return this.session.attempted
  }

  get problems() {
    return this.session.problems
  }

  /** @param {FindingView} finding */
  isDue(finding) {
    return this.session.isDue(finding)
  }

  /** @template T @param {(form: import('../core.js').Form) => T} call */
  ask(call) {
    return this.session.ask(call)
  }

  /** @param {string} text */
  announce(text) {
    this.session.announce(text)
  }

  /** @param {string[]} paths @param {FieldPart} part */
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

  /** @param {string} path @param {string} code */
  shows(path, code) {
    const shown = this.attempted ? 'all' : this._shown.get(path)
    return shown === 'all' || (shown?.has(code) ?? false)
  }

  /**
   * Something was typed into a cell.
   * @param {string} path
   * @param {string} text
   * @param {string[]} [seen] the findings that stand there now
   */
  set(path, text, seen = []) {
    const change = told(this.session, { table: this.view.path, path, text })
    if (!change) return
    this._take(change)
    const left = this._inputs.get(path)?.findings.map(({ code }) => code) ?? []
    const stays = left.filter((code) => seen.includes(code))
    if (stays.length > 0) this._shown.set(path, new Set(stays))
    else this._shown.delete(path)
  }

  /** A cell was left: from now on it says what is wrong. @param {string} path */
  leave(path) {
    if (!this._inputs.get(path)?.blank || this.attempted) this._shown.set(path, 'all')
    this.session.leave(path)
    this._fields.get(path)?.requestUpdate()
  }

  /**
   * @param {string} path
   * @param {string} code
   * @param {string} text
   */
  explain(path, code, text) {
    this.session.explain(path, code, text)
    /** @type {TableView | null | undefined} */
    const view = this.session.ask((form) => form.ofTable('table', this.view.path))
    if (view) this._take(view)
  }

  /** Shows every cell anew. */
  renew() {
    for (const part of this._paths.keys()) part.requestUpdate()
  }

  /**
   * Adds a row or takes one out.
   * @param {(form: import('../core.js').Form) => TableView | null} change
   * @returns {TableView | undefined} how it stands then
   */
  restructure(change) {
    const { session } = this
    const view = session.ask(change)
    if (!view) return undefined
    session._mend(this.view.path)
    session._apply(view.change)
    // What was typed before was typed into other rows.
    session.draft()
    this.view = view
    this._index()
    this._shown.clear()
    for (const [path, input] of this._inputs) if (!input.blank) this._shown.set(path, 'all')
    this.changed()
    return view
  }

  /** @param {Pick<TableChange, 'rows' | 'sums' | 'findings'>} change */
  _take({ rows, sums, findings }) {
    const { view } = this
    for (const row of rows) {
      const there = view.rows[row.index]
      if (!there) continue
      // The fields keep their objects, by which they know what they show.
      row.cells.forEach((cell, place) => {
        cell.inputs.forEach((input, half) => {
          const known = there.cells[place]?.inputs[half]
          if (!known) return
          Object.assign(known, input)
          this._fields.get(input.path)?.requestUpdate()
        })
      })
      const { title, summary, left, state } = row
      Object.assign(there, { title, summary, left, state, findings: row.findings })
    }
    Object.assign(view, { sums, findings })
    this.changed()
  }

  _index() {
    const fields = this.view.rows.flatMap(({ cells }) => cells)
    this._inputs = new Map(fields.flatMap(({ inputs }) => inputs).map((input) => [input.path, input]))
  }
}
