/**
 * Where the document names another deadline than the one that holds: what it says, and why. Both are the core's.
 * @module
 */
import { html, nothing } from 'lit'
import { otherwiseOf } from '../../papers.js'
import { given, Part } from '../../part.js'
import { wordsIn } from '../../words/shared.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {import('../../papers.js').Plan} Plan */
/** @typedef {{ unit: string, desk: { plan: Plan } }} Port */
/** @typedef {import('../../contract.js').OtherwiseView[]} Said */

/** What was said of each unit: a list of duties asks once. @type {WeakMap<Plan, Map<string, Said>>} */
const told = new WeakMap()

/** @param {Plan} plan @param {string} unit */
function ofUnit(plan, unit) {
  /** @type {Map<string, Said>} */
  const units = told.get(plan) ?? new Map()
  const said = units.get(unit) ?? otherwiseOf(plan, unit)
  told.set(plan, units.set(unit, said))
  return said
}

export class PhieuOtherwise extends Part {
  /** @override */
  static get properties() {
    return { port: given, of: given, words: given }
  }

  constructor() {
    super()
    /** @type {Port | undefined} */
    this.port = undefined
    /** @type {string | undefined} the key of the occasion */
    this.of = undefined
  }

  /** @override */
  render() {
    const { port, of } = this
    const said = port && of ? ofUnit(port.desk.plan, port.unit).find(({ key }) => key === of) : undefined
    if (!said) return nothing
    if (!said.why) return html`<p class="hint">${said.text}</p>`
    return html`<details class="hint"><summary>${said.text} <u>${allWords(this.words).why}</u></summary>
      <p>${said.why}</p></details>`
  }
}

export const screen = { tag: 'phieu-otherwise', element: PhieuOtherwise }
