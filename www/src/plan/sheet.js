/**
 * A workbook or CSV file with units or figures: looked at, taken in one step, and handed out again.
 * @module
 */
import { html, nothing } from 'lit'
import { wordScript } from '../here.js'
import { icons } from '../icons.js'
import { saveFile } from '../store/file.js'
import { renamedPart } from './renamed.js'

/** @typedef {import('./element.js').PhieuPlan} Element */
/** @typedef {import('../composing.js').SheetView} SheetView */
/** @typedef {import('../composing.js').Wanted} Wanted */

export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** What can be chosen. */
export const SHEETS = '.xlsx,.csv,.tsv'

/** @param {File} file */
export const isSheet = ({ name }) => /\.(xlsx|xlsm|xlsb|xls|ods|csv|tsv)$/i.test(name)

/** Begins a plan with a file. @param {Element} plan @param {File} file */
export async function beginsWith(plan, file) {
  const { core, lang } = plan
  if (!core) return
  const [bytes, isReady] = await Promise.all([file.arrayBuffer(), ready(plan)])
  if (!isReady) return
  plan._begin(() => {
    const made = core.blank(lang)
    try {
      made.openSheet(new Uint8Array(bytes), lang)
    } catch (error) {
      made.free()
      throw error
    }
    return made
  })
  if (plan.trouble === null) look(plan, {})
}

/** Whether the part of the core is there that knows workbooks. @param {Element} plan */
async function ready(plan) {
  try {
    await plan.core?.sheets()
    return true
  } catch {
    plan.trouble = plan._words.sheetUnpacked
    return false
  }
}

/** Opens a file beside the plan. @param {Element} plan @param {'units' | 'figures'} list @param {File} file */
export async function opens(plan, list, file) {
  const { made, lang } = plan
  const [bytes, isReady] = await Promise.all([file.arrayBuffer(), ready(plan)])
  // Meanwhile another plan may have been opened.
  if (!isReady || plan.made !== made) return
  try {
    made?.openSheet(new Uint8Array(bytes), lang)
    plan.trouble = null
    look(plan, { list })
  } catch (error) {
    plan.trouble = String(/** @type {Error} */ (error).message)
    plan.sheet = null
  }
}

/** Reads the open file as it is wanted. @param {Element} plan @param {Wanted} wanted */
function look(plan, wanted) {
  plan.wanted = wanted
  plan.sheet = plan.made?.sheet(wanted) ?? null
  if (!plan.sheet) return
  plan.tab = plan.sheet.list === 'units' ? 'units' : 'targets'
  plan._focus('#sheet-title')
}

/** Takes what is read, in one step. @param {Element} plan */
function takes(plan) {
  plan.made?.takeSheet(plan.wanted)
  leaves(plan)
  plan._changed(true)
}

/** @param {Element} plan */
function leaves(plan) {
  plan.sheet = null
  plan._focus(`#part-${plan.tab}`)
}

/** Hands units and figures out. @param {Element} plan */
async function handsOut(plan) {
  const { made } = plan
  const [script, isReady] = await Promise.all([wordScript().catch(() => undefined), ready(plan)])
  if (!made || !script || !isReady || plan.made !== made) {
    plan.trouble = plan._words.sheetUnpacked
    return
  }
  saveFile(made.fileName().replace(/json$/, 'xlsx'), WORKBOOK, script.pack(made.workbook()))
}

/**
 * Where a file is chosen, and the workbook handed out.
 * @param {Element} plan @param {'units' | 'figures'} list
 */
export function chooser(plan, list) {
  const words = plan._words
  return html`<div class="plan-block">
    <label for="sheet-${list}"><strong>${words.sheetFile[list]}</strong></label>
    <p class="hint" id="sheet-${list}-help">${words.sheetHelp[list]}</p>
    <input type="file" id="sheet-${list}" accept=${SHEETS} aria-describedby="sheet-${list}-help"
      @change=${(/** @type {Event} */ { target }) => {
        const input = /** @type {HTMLInputElement} */ (target)
        const [file] = input.files ?? []
        if (file) opens(plan, list, file)
        // The same file, once it is mended, is another.
        input.value = ''
      }}>
    <div class="tools"><button type="button" class="button small" id="hand-out" @click=${() => handsOut(plan)}>
      ${words.handOut}</button></div>
  </div>`
}

/** The file that is open, before any of it is taken. @param {Element} plan @param {SheetView} sheet */
export function sheetPart(plan, sheet) {
  const words = plan._words
  const { wanted } = plan
  const again = (/** @type {Partial<Wanted>} */ more) => look(plan, { ...wanted, list: sheet.list, ...more })
  return html`<section class="sheet-look" aria-labelledby="sheet-title">
    <h4 tabindex="-1" id="sheet-title">${words.sheetTitle[sheet.list]}</h4>
    <p role="status" id="sheet-says">${sheet.says}</p>
    ${
      sheet.sheets.length > 1
        ? html`<div class="cell"><label for="sheet-which">${words.sheetWhich}</label>
          <select id="sheet-which" @change=${(/** @type {Event} */ { target }) =>
            again({
              sheet: Number(/** @type {HTMLSelectElement} */ (target).value),
              columns: [],
            })}>${sheet.sheets.map(
            ({ value, label, chosen }) => html`<option value=${value} .selected=${chosen}>${label}</option>`,
          )}</select></div>`
        : nothing
    }
    <div class="tools">
      <button type="button" class="button primary" id="take-sheet" ?disabled=${sheet.count === 0}
        @click=${() => takes(plan)}>${words.takeSheet(sheet.count)}</button>
      <button type="button" class="button" id="leave-sheet" @click=${() => leaves(plan)}>${words.leaveSheet}</button>
    </div>
    ${findingsOf(sheet)}
    ${sheet.groups.map((group) => groupOf(plan, sheet, group, again))}
    <details class="plan-block" ?open=${sheet.count === 0}><summary>${words.sheetColumns}</summary>
      <ul class="asks">${sheet.columns.map(
        ({ name, at, title, choices }) => html`<li>
          <label for="column-${name}"><strong>${name}</strong> ${title}</label>
          <select id="column-${name}" @change=${(/** @type {Event} */ { target }) => {
            const columns = [...(wanted.columns ?? [])]
            while (columns.length <= at) columns.push('')
            columns[at] = /** @type {HTMLSelectElement} */ (target).value
            again({ columns })
          }}>${choices.map(
            ({ value, label, chosen }) => html`<option value=${value} .selected=${chosen}>${label}</option>`,
          )}</select>
        </li>`,
      )}</ul>
    </details>
  </section>`
}

/** @param {SheetView} sheet */
const findingsOf = ({ findings }) =>
  findings.length === 0
    ? nothing
    : html`<ul class="findings" id="sheet-findings">${findings.map(
        ({ severity, message, mend }) => html`<li class="finding ${severity}">
          <p>${icons[severity]} ${message}</p>
          ${mend ? html`<p class="hint">${mend}</p>` : nothing}
        </li>`,
      )}</ul>`

/** How many lines of one group stand open. */
const FEW = 20

/**
 * @param {Element} plan @param {SheetView} sheet @param {SheetView['groups'][number]} group
 * @param {(more: Partial<Wanted>) => void} again
 */
function groupOf(plan, sheet, { name, title, rows }, again) {
  const words = plan._words
  // What most need not look at is folded, and what nobody goes through line by line.
  const isOpen = ['renamed', 'changed', 'gone', 'stays'].includes(name) && rows.length <= FEW
  return html`<details class="plan-block" data-group=${name} ?open=${isOpen}><summary>${title}</summary>
    ${
      name === 'gone'
        ? html`<label class="choice"><input type="checkbox" id="drops" .checked=${sheet.drops}
            @change=${(/** @type {Event} */ { target }) =>
              again({
                drops: /** @type {HTMLInputElement} */ (target).checked,
              })}><span>${words.drops}</span></label>`
        : nothing
    }
    <ul class="matches">${rows.map(
      (row) => html`<li>${
        row.renamed
          ? renamedPart(row.renamed)
          : html`<strong>${row.name}</strong> <span class="hint">${row.says}</span>`
      }
        ${
          name === 'renamed' && sheet.list === 'units'
            ? html`<button type="button" class="link" aria-label="${words.isAnother}: ${row.name}"
              @click=${() => again({ apart: [...(plan.wanted.apart ?? []), row.cell] })}>${words.isAnother}</button>`
            : nothing
        }
        <span class="hint">${row.cell}</span></li>`,
    )}</ul></details>`
}
