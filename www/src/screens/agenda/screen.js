/**
 * The unit's deadlines as a file for the calendar of a phone or of Outlook. The file is the core's.
 * @module
 */
import { html } from 'lit'
import { agendaOf } from '../../papers.js'
import { given, Part } from '../../part.js'
import { saveFile } from '../../store/file.js'
import { wordsIn } from '../../words/shared.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

/** @typedef {{ desk: { plan: import('../../papers.js').Plan } | null, chosenUnit: string | null,
 *   moment: () => number }} Stage */

export class PhieuAgenda extends Part {
  /** @override */
  static get properties() {
    return { stage: given, words: given }
  }

  constructor() {
    super()
    /** @type {Stage | undefined} */
    this.stage = undefined
  }

  /** @override */
  render() {
    return html`<button type="button" class="link" id="agenda" @click=${this._save}>${allWords(this.words).agenda}</button>`
  }

  _save = () => {
    const { desk, chosenUnit: unit, moment } = this.stage ?? {}
    if (!desk || !unit || !moment) return
    const name = `${allWords(this.words).agendaFile}-${unit}.ics`
    saveFile(name, 'text/calendar', agendaOf(desk.plan, { unit, now: moment() }))
  }
}

export const screen = { tag: 'phieu-agenda', element: PhieuAgenda }
