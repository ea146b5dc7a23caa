/**
 * One field (ô nhập): its label, what is known about it, its input or inputs, the echo and the findings.
 *
 * What stands in an input is the person's. It is written there when the field is made and never again while it is
 * being typed, so that a Vietnamese input method is never interrupted.
 * @module
 */
import { html, nothing } from 'lit'
import { icons } from '../icons.js'
import { given, Part } from '../part.js'
import { control } from './control.js'
import { findings } from './findings.js'
import { idOf } from './id.js'
import { describe } from './input.js'
import { isBeside, isGroup, isLong } from './shape.js'

/** @typedef {import('../types.js').FieldView} FieldView */
/** @typedef {import('../types.js').InputView} InputView */

export class PhieuField extends Part {
  /** @override */
  static get properties() {
    return { field: given, session: given, words: given }
  }

  constructor() {
    super()
    /** @type {FieldView | undefined} */
    this.field = undefined
    /** @type {import('../session.js').FormSession | undefined} */
    this.session = undefined
    /** Whether nothing stood at its inputs, when they were rendered, beside what is known of the field. */
    this._bare = false
    /** Of which figure it was decided whether what it is held against is long. @type {string | undefined} */
    this._asked = undefined
    this._long = false
    /** How many letters have room in a line of what is understood, from the first key until the input is left. */
    this._room = 0
    /** Where it was said last what was understood: with every key it is the same. @type {HTMLElement | null} */
    this._line = null
    /** What lines are typed into, in their order. @type {import('./input.js').Input[]} */
    this._typedInto = []
  }

  /**
   * @override
   * @param {import('lit').PropertyValues} changed
   */
  willUpdate(changed) {
    if (changed.has('field') || changed.has('session')) this._register()
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback()
    this._register()
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback()
    this.session?.unregister(this)
  }

  /** @override */
  updated() {
    for (const { path, echo, choices } of this.field?.inputs ?? []) {
      this._say(path, echo)
      // A person checks and clears them, too.
      if (choices.length === 0) continue
      const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (
        this.querySelectorAll(`[data-path="${path}"]`)
      )
      for (const [place, box] of boxes.entries()) box.checked = choices[place]?.chosen ?? false
    }
  }

  _register() {
    this.session?.unregister(this)
    this.session?.register(this.field?.inputs.map(({ path }) => path) ?? [], this)
  }

  /** @override */
  render() {
    const { field, words } = this
    if (!field) return nothing
    const [first] = field.inputs
    const several = isGroup(field)
    const id = idOf(first?.path ?? field.id)
    const title = html`${field.label}${
      field.required ? html` <span class="required">${words.required}</span>` : nothing
    }`
    // What once stood across the line stays there: it is said anew while a person types, and nothing may move.
    if (this._asked !== field.id) [this._asked, this._long] = [field.id, false]
    this._long ||= isLong(this._held())
    const beside = isBeside(field, this._long)
    const about = html`
      ${field.hint ? html`<p class="hint" id="${id}-hint">${field.hint}</p>` : nothing}
      ${beside ? nothing : this._facts(id)}`
    this._bare = field.inputs.every((input) => this._isBare(input))
    const answers = field.inputs.map((input) => this._answer(input, several, beside))
    return several
      ? html`<div class="field" part="field" role="group" data-kind=${field.kind} aria-labelledby="${id}-label">
          <div class="about"><p class="label" id="${id}-label" part="label">${title}</p>${about}</div>
          <div class="answers">${answers}</div>
        </div>`
      : html`<div class="field" part="field">
          <div class="about"><label class="label" for=${id} id="${id}-label" part="label">${title}</label>${about}</div>
          <div class="answers">${answers}</div>
        </div>`
  }

  /**
   * Targets, what was reported before and what is lacking: each a sentence of the core.
   * @param {string} id
   */
  _facts(id) {
    const facts = this._known()
    if (facts.length === 0) return nothing
    return html`<ul class="facts" id="${id}-facts">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>`
  }

  /** The last period, what the figure is held against, and what is lacking. */
  _known() {
    return [this.field?.before, ...this._held(), this.field?.remains].filter(Boolean)
  }

  /** What the periods inside come to, and what is to be reached. */
  _held() {
    const { targets = [], inputs = [] } = this.field ?? {}
    return [...inputs.flatMap(({ path }) => this.session?.told.get(path) ?? []), ...targets]
  }

  /**
   * @param {InputView} input
   * @param {boolean} several
   * @param {boolean} beside whether what it is held against stands beside it
   */
  _answer(input, several, beside) {
    const { field, session, words } = this
    if (!field || !session) return nothing
    const id = idOf(input.path)
    const shown = this._findingsOf(input)
    const wrong = shown.some(({ severity }) => severity === 'error')
    const base = idOf(field.inputs[0]?.path ?? '')
    const describedBy = [
      field.hint && `${base}-hint`,
      this._known().length > 0 && `${base}-facts`,
      `${id}-echo`,
      session.remarks.has(input.path) && `${id}-remark`,
      shown.length > 0 && `${id}-findings`,
    ]
    return html`<div class="answer ${beside ? 'beside' : ''}" data-wrong=${wrong || nothing}>
      ${several && input.label ? html`<label class="sub-label" for=${id} id="${id}-sub">${input.label}</label>` : nothing}
      ${control({
        field,
        id,
        path: input.path,
        value: input.value,
        choices: input.choices,
        wrong,
        locked: session.locked,
        words,
        describedBy: describedBy.filter(Boolean).join(' '),
        on: this,
      })}
      ${beside ? this._facts(base) : nothing}
      <p class="echo" data-kind=${field.kind} id="${id}-echo" part="echo"><span></span></p>
      ${this._remark(input.path)}
      ${findings(shown, { id: `${id}-findings`, words, attempted: session.attempted, locked: session.locked, explain: this._explain })}
    </div>`
  }

  /**
   * What one of its lines is typed into: the same element for as long as the field stands.
   * @param {'input' | 'textarea'} tag
   * @param {Record<string, string | null>} attributes
   * @param {string} text
   */
  inputAt(tag, attributes, text) {
    const place = this._placeOf(attributes['data-path'])
    const known = this._typedInto[place]
    const input = known?.localName === tag ? known : document.createElement(tag)
    if (input !== known) this._keep(input, place)
    describe(input, attributes)
    if (input.value !== text) input.value = text
    return input
  }

  /** @param {string | null | undefined} path */
  _placeOf(path) {
    return this.field?.inputs.findIndex((each) => each.path === path) ?? -1
  }

  /** @param {import('./input.js').Input} input @param {number} place */
  _keep(input, place) {
    this._typedInto[place] = input
    const heard = (/** @type {Event} */ { type }) => {
      const {
        value,
        dataset: { path = '' },
      } = input
      // What was chosen is only read there, also where it is being taken away because it may be chosen anew.
      if (this._inputAt(path)?.choices.length) return
      if (type === 'input') this.typed(path, value)
      else this.left(path, value)
    }
    for (const type of ['input', 'change', 'blur']) input.addEventListener(type, heard)
  }

  /**
   * Takes an input that stood in the place of one of its own, with whatever is being done in it.
   * @param {import('./input.js').Input} input
   */
  adopt(input) {
    const place = this._placeOf(input.dataset.path)
    const own = this._typedInto[place]
    if (own?.localName !== input.localName) return
    const { parentElement } = own
    // Moved so, it keeps the focus; elsewhere the focus is given back.
    const root = /** @type {ShadowRoot} */ (this.getRootNode())
    const isHeld = root.activeElement === input
    if (parentElement && 'moveBefore' in parentElement)
      /** @type {any} */ (parentElement).moveBefore(input, own)
    else own.before(input)
    own.remove()
    if (isHeld && root.activeElement !== input) input.focus({ preventScroll: true })
    this._keep(input, place)
    this.requestUpdate()
  }

  /**
   * Whether nothing stands at an input beside what is typed, understood and known of the field.
   * @param {InputView} input
   */
  _isBare(input) {
    const isMore = input.choices.length > 0 || this.session?.remarks.has(input.path)
    return !isMore && this._findingsOf(input).length === 0
  }

  /**
   * Says what was understood of a text: in its own line, past the template, since that is written with every key. While it is typed,
   * a line in which something was said keeps its room where nothing is understood any more.
   * @param {string} path
   * @param {string | null} echo
   * @param {boolean} [isTyped] whether the caret is in the input
   */
  _say(path, echo, isTyped = this._isIn(path)) {
    const line = this._lineOf(path)
    const said = line?.firstElementChild
    const text = echo ?? ''
    const isSaid = said?.textContent === text
    if (!line || !said || (isSaid && isTyped)) return
    if (!isSaid) {
      // In place of a text that stands there, another one is no change of what stands in the line.
      if (said.firstChild instanceof Text) said.firstChild.data = text
      else said.textContent = text
    }
    if (text || !isTyped) line.toggleAttribute('data-said', text !== '')
    if (!isTyped) said.removeAttribute('data-short')
    else if (text) {
      // Nothing has room in what is not shown, and that is looked at again. A letter takes less than a line is high, by 2.25.
      this._room ||= (2.25 * line.clientWidth) / /** @type {HTMLElement} */ (said).offsetHeight
      said.toggleAttribute('data-short', text.length <= this._room)
    }
  }

  /** Where it is said what was understood of an input. @param {string} path */
  _lineOf(path) {
    const id = `${idOf(path)}-echo`
    if (this._line?.id !== id || !this._line.isConnected) this._line = this.one(`#${id}`)
    return this._line
  }

  /** Whether the caret is in an input. @param {string} path */
  _isIn(path) {
    return Boolean(this._typedInto[this._placeOf(path)]?.matches(':focus'))
  }

  /**
   * Says what was understood of what is being typed, where nothing else has changed: a render is most of what a key costs, and
   * what stands above the caret does not move.
   * @param {InputView} input
   * @returns {boolean} whether that was all
   */
  understood(input) {
    const { path, value, echo } = input
    // What is known of it has the field rendered where it changes.
    const isAll =
      this._bare &&
      this._typedInto[this._placeOf(path)]?.value === value &&
      this._isIn(path) &&
      this._isBare(input)
    if (isAll) this._say(path, echo, true)
    return isAll
  }

  /**
   * What the office wants mended.
   * @param {string} path
   */
  _remark(path) {
    const remark = this.session?.remarks.get(path)
    return remark
      ? html`<p class="finding error" id="${idOf(path)}-remark">${icons.returned}<span>${this.words.officeSays} ${remark}</span></p>`
      : nothing
  }

  /**
   * What is shown: nothing until the field was left, and what only the check before sending can know (a required
   * answer) for as long as the field is blank.
   * @param {InputView} input
   */
  _findingsOf(input) {
    const { session, field } = this
    if (!session) return []
    const shown = input.findings.filter(
      (finding) => session.isDue(finding) && session.shows(input.path, finding.code),
    )
    if (input.findings.length > 0 || !input.blank || !session.shows(input.path, 'required')) return shown
    const base = `/figures/${field?.id}`
    const isFirst = field?.inputs[0]?.path === input.path
    return session.problems.filter(({ path }) => path === input.path || (isFirst && path === base))
  }

  /** @param {import('../types.js').FindingView} finding @param {string} text */
  _explain = (finding, text) => this.session?.explain(finding.path, finding.code, text)

  /** @param {string} path @param {string} text */
  typed(path, text) {
    const input = this._inputAt(path)
    const seen = input ? this._findingsOf(input).map(({ code }) => code) : []
    if (input) input.value = text
    this.session?.set(path, text, seen)
  }

  /** @param {string} path */
  _inputAt(path) {
    return this.field?.inputs.find((input) => input.path === path)
  }

  /** @param {string} path @param {string} text */
  left(path, text) {
    const input = this._inputAt(path)
    // Fillers and dictation write into an input without the keystrokes that tell of it.
    const isRead = this.session?.locked
    if (input && !isRead && inOneForm(input.value) !== inOneForm(text)) this.typed(path, text)
    this.session?.leave(path)
    // Enter says that it was changed, too, and leaves it only then.
    if (!this._isIn(path)) {
      this._room = 0
      this._say(path, input?.echo ?? null, false)
    }
    const [first] = input ? this._findingsOf(input) : []
    if (first) this.session?.announce(first.message)
  }
}

/**
 * A text as an input gives it back: without the ends of lines that it changes by itself.
 * @param {string} text
 */
const inOneForm = (text) => text.replace(/[\r\n]+/g, '')
