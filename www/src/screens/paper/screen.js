/**
 * The report as a Word file, in the layout of the organisation. The core says what stands in it; what packs it is
 * fetched when it is asked for.
 * @module
 */
import { html } from 'lit'
import { wordScript } from '../../here.js'
import { wordOf } from '../../papers.js'
import { given, hindered, Part } from '../../part.js'
import { saveFile } from '../../store/file.js'
import { wordsIn } from '../../words/shared.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {{ plan: import('../../papers.js').Plan, report: string, at: number }} Paper the
 *   report as JSON, and the moment of which its paper is */

export class PhieuPaper extends Part {
  /** @override */
  static get properties() {
    return { paper: given, words: given, failed: given }
  }

  constructor() {
    super()
    /** @type {Paper | undefined} */
    this.paper = undefined
    this.failed = false
  }

  /** @override */
  render() {
    const words = allWords(this.words)
    return html`<button type="button" class="button" part="button" id="word" @click=${this._save}>${words.word}</button>${hindered(this.failed ? words.wordFailed : undefined)}`
  }

  _save = async () => {
    const { paper } = this
    if (!paper) return
    this.failed = false
    const script = await wordScript().catch(() => undefined)
    this.failed = !script
    if (!script) return
    const file = script.pack(wordOf(paper.plan, paper.report, paper.at))
    // Not every machine takes letters with marks in the name of a file; identities have none.
    const { unit, period } = JSON.parse(paper.report)
    saveFile(`${allWords(this.words).wordFile}-${unit}-${period.from}.docx`, script.WORD, file)
  }
}

export const screen = { tag: 'phieu-paper', element: PhieuPaper }
