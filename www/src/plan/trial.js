/**
 * The form beside the work, as wide as a telephone: of which unit and report it is, is chosen above it.
 * @module
 */
import { html, nothing } from 'lit'
import { trialScript } from '../here.js'

/** @typedef {import('./element.js').PhieuPlan} Element */
/** @typedef {import('../composing.js').CompositionView} View */
/** @typedef {{ json: string | null, unit: string, duty: string }} Tried */

/**
 * @param {{ words: import('./words.js').Words, lang: string, theme: string | null, view: View,
 *   forms: import('../contract.ts').AskingView[], tried: Tried, isWhole: boolean, isFailed: boolean,
 *   onChoose: (of: Partial<Tried>) => void, onAgain: () => void }} port
 */
export function trialPart({ words, lang, theme, view, forms, tried, isWhole, isFailed, onChoose, onAgain }) {
  const units = view.rows.filter(({ list, standing }) => list === 'units' && standing === 'confirmed')
  const { unit, duty } = tried
  const of = { unit, duty }
  const chosen = (/** @type {Event} */ { target }) => /** @type {HTMLSelectElement} */ (target).value
  return html`<section class="trial" aria-label=${words.trial}>
    <p class="hint">${words.trialHelp}</p>
    <div class="cells">
      <div class="cell"><label for="trial-unit">${words.trialUnit}</label>
        <select id="trial-unit" @change=${(/** @type {Event} */ event) => onChoose({ unit: chosen(event) })}>
          ${units.map(({ id, title }) => html`<option value=${id} .selected=${id === unit}>${title}</option>`)}
        </select></div>
      <div class="cell"><label for="trial-duty">${words.trialDuty}</label>
        <select id="trial-duty" @change=${(/** @type {Event} */ event) => onChoose({ duty: chosen(event) })}>
          ${forms.map(
            ({ duty: id, name }) => html`<option value=${id} .selected=${id === duty}>${name}</option>`,
          )}
        </select></div>
    </div>
    ${isWhole ? nothing : html`<p class="notice warn" role="status" id="trial-not-whole">${tried.json ? words.trialOld : words.trialNone}</p>`}
    ${
      isFailed
        ? html`<p class="notice bad" role="alert">${words.trialFailed}
          <button type="button" class="link" @click=${onAgain}>${words.again}</button></p>`
        : nothing
    }
    ${
      tried.json && !isFailed
        ? html`<div class="telephone"><phieu-trial .json=${tried.json} .of=${sameOf(of)} lang=${lang}
            theme=${theme ?? nothing}></phieu-trial></div>`
        : nothing
    }
  </section>`
}

/** @type {{ unit: string, duty: string }} */
let last = { unit: '', duty: '' }

/** The same object for the same choice, which is then no other one. @param {{ unit: string, duty: string }} of */
function sameOf(of) {
  if (of.unit !== last.unit || of.duty !== last.duty) last = of
  return last
}

/** The form is of the plan as it stands now; while that is not whole, as it last was. @param {Element} plan */
export function tryNow(plan) {
  const { made, view, tried, said } = plan
  if (!made || !view) return
  const units = view.rows.filter(({ list, standing }) => list === 'units' && standing === 'confirmed')
  const forms = made.forms()
  const form = forms.find((each) => each.duty === tried.duty) ?? forms[0]
  const isThere = units.some(({ id }) => id === tried.unit)
  const unit = isThere ? tried.unit : (form?.unit ?? units[0]?.id ?? '')
  const duty = form?.duty ?? ''
  plan.tried = { json: said?.isWhole ? made.plan() : tried.json, unit, duty }
}

/** Shows the document or the form beside the tables. @param {Element} plan @param {'paper' | 'trial'} side */
export async function beside(plan, side) {
  plan.side = side
  if (side !== 'trial') return
  tryNow(plan)
  plan.isTrialFailed = false
  await trialScript().catch(() => {
    plan.isTrialFailed = true
  })
}

/** Another unit or report; of a report that the unit does not owe, a unit that owes it. @param {Element} plan @param {Partial<Tried>} of */
export function chooseTried(plan, of) {
  const { made, tried } = plan
  const next = { ...tried, ...of }
  if (of.duty && made && !made.calendar(next.unit).some(({ duty }) => duty === of.duty))
    next.unit = made.forms().find(({ duty }) => duty === of.duty)?.unit ?? next.unit
  plan.tried = next
}
