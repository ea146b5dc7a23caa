/**
 * Codes and links for the units of a published plan: made by the collector with the office's code, shown once, and handed
 * out as a file, as letters or one by one. None of it is kept on the device.
 * @module
 */
import { html, nothing } from 'lit'
import { csv } from '../csv.js'
import { wordScript } from '../here.js'
import { printAlone } from '../print.js'
import { saveFile } from '../store/file.js'
import { failed } from './announcing.js'
import { keysFor } from './publishing.js'
import { WORKBOOK } from './sheet.js'

/** @typedef {import('./element.js').PhieuPlan} Element */
/** @typedef {import('../contract.ts').LettersView} LettersView */
/** @typedef {{ seed: string, isBusy: boolean, left: string[], shown: LettersView | null, isOver: boolean }} Codes
 * `seed`: of what the codes are made, so that an answer which was lost comes again; `left`: units whose codes cannot be shown;
 * `isOver`: whether nothing was left to be made */

const drawn = () =>
  [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** @returns {Codes} */
export const noCodes = () => ({ seed: drawn(), isBusy: false, left: [], shown: null, isOver: false })

/**
 * Has codes made: for all that report and have none, or anew for units that are named.
 * @param {Element} plan @param {string} form where units open the plan @param {string[]} [anew]
 */
export async function makeCodes(plan, form, anew = []) {
  const { core, made, view, endpoint, lang, codes } = plan
  if (!made || !view) return
  plan.codes = { ...codes, isBusy: true }
  try {
    await core?.sheets()
    const options = { lang, seed: codes.seed, units: anew, replace: anew.length > 0 }
    const { keys, left } = await keysFor(endpoint, view.head.id, options)
    if (plan.made !== made) return
    const all = [...(plan.codes.shown?.letters ?? []).filter(({ unit }) => !anew.includes(unit)), ...keys]
    const isLeft = anew.length > 0 ? plan.codes.left.filter((unit) => !anew.includes(unit)) : left
    const shown = all.length > 0 ? made.letters(all, form) : null
    // Another time another secret.
    plan.codes = { seed: drawn(), isBusy: false, left: isLeft, shown, isOver: !shown }
    plan._focus(shown ? '#codes-made' : '#codes-left')
  } catch (error) {
    plan.codes = { ...plan.codes, isBusy: false }
    failed(plan, error)
  }
}

/** @param {Element} plan @param {LettersView} shown */
async function asWorkbook(plan, shown) {
  const script = await wordScript().catch(() => undefined)
  if (!script) {
    plan.trouble = plan._words.sheetUnpacked
    return
  }
  /** @type {[name: string, text: string][]} */
  const parts = shown.book.map(({ name, text }) => [name, text])
  saveFile(`${plan.view?.head.id}-duong-dan.xlsx`, WORKBOOK, script.pack(parts))
}

/** @param {Element} plan */
async function printLetters(plan) {
  plan.onPaper = 'letters'
  const letters = await plan._focus('#letters')
  if (letters) printAlone(letters)
}

/** A letter for each unit, on paper alone, each on a page of its own. @param {LettersView} shown */
export const lettersOf = ({ letters }) =>
  html`<section id="letters" class="only-print">${letters.map(
    ({ text }) => html`<div class="letter">${text.map((line) => html`<p>${line}</p>`)}</div>`,
  )}</section>`

/**
 * What is shown of it.
 * @param {Element} plan @param {string} form @param {{ id: string, title: string }[]} units @param {string} chosen
 */
export function codesPart(plan, form, units, chosen) {
  const words = plan._words
  const { isBusy, left, shown, isOver } = plan.codes
  const own = shown?.letters.find(({ unit }) => unit === chosen)
  const nameOf = (/** @type {string} */ id) => units.find((unit) => unit.id === id)?.title ?? id
  return html`<p class="hint" id="for-units-help">${words.forUnitsHelp}</p>
    ${
      shown || isOver
        ? nothing
        : html`<div class="tools"><button type="button" class="button primary" id="make-codes" ?disabled=${isBusy}
          @click=${() => makeCodes(plan, form)}>${isBusy ? words.busy : words.makeCodes}</button></div>`
    }
    ${
      shown
        ? html`<div class="notice good" role="status" id="codes-made" tabindex="-1">
          <p>${words.codesMade(shown.letters.length)}</p>
          <div class="tools">
            <button type="button" class="button primary" id="codes-xlsx" @click=${() => asWorkbook(plan, shown)}>${words.codesXlsx}</button>
            <button type="button" class="button" id="codes-csv" @click=${() =>
              saveFile(
                `${plan.view?.head.id}-duong-dan.csv`,
                csv.type,
                csv.write(shown.rows),
              )}>${words.codesCsv}</button>
            <button type="button" class="button" id="codes-print" @click=${() => printLetters(plan)}>${words.codesPrint}</button>
          </div>
        </div>`
        : nothing
    }
    ${
      left.length > 0
        ? html`<div class="notice" id="codes-left" tabindex="-1">
          <p>${words.codesLeft(left.length)}</p>
          <details><summary>${words.codesAnew(left.length)}</summary>
            <p class="hint">${words.codesAnewHelp}</p>
            <ul class="names">${left.map((id) => html`<li>${nameOf(id)}</li>`)}</ul>
            <button type="button" class="button" id="codes-anew" ?disabled=${isBusy}
              @click=${() => makeCodes(plan, form, left)}>${words.codesAnew(left.length)}</button>
          </details></div>`
        : nothing
    }
    ${
      own
        ? html`<label for="own-letter">${words.ownLetter(own.name)}</label>
          <textarea id="own-letter" readonly rows="6" .value=${own.text.join('\n')}></textarea>`
        : nothing
    }`
}
