/**
 * Which part shows a screen, and what it is given.
 * @module
 */
import { html, nothing } from 'lit'
import { when } from '../clock.js'
import { written } from '../json.js'
import { screensHere } from './fetch.js'

/** @typedef {import('../types.js').DutyView} DutyView */

/** @param {import('./work.js').Work} work */
export function screenOf(work) {
  const { stage } = work
  const { words, screen } = stage
  const { last } = work
  // Where the first screen stands before the core, nothing of the desk is asked.
  const desk = /** @type {import('./desk.js').Desk} */ (stage.desk)
  if (screen === 'failed') return last ? [failed(work), owed(work)] : failed(work)
  if (screen === 'loading' || !(desk || work.session || last)) {
    return html`<p class="sheet loading" role="status">${words.loading}</p>`
  }
  switch (screen) {
    case 'units':
      return html`<phieu-units .plan=${desk.plan} .words=${words}
        .onChoose=${(/** @type {string} */ unit) => stage.choose(unit)}></phieu-units>`
    case 'duties':
      return owed(work)
    case 'form':
      return html`<phieu-form .session=${work.standing} .port=${work} .words=${words} .clock=${stage.moment}
        .restoredAt=${work.restoredAt} .notice=${work.notice} .hindrance=${stage.hindrance}
        .onReview=${() => work.toReview()} .onFile=${() => work.saveDraft()}
        .onTakeFile=${() => work.takeDraft()}></phieu-form>`
    default:
      return screensHere()?.[screen]?.show?.(work, words) ?? nothing
  }
}

/** What the unit owes, or owed on the last visit. @param {import('./work.js').Work} work */
function owed(work) {
  const { stage, last } = work
  const { desk } = stage
  /** @param {(duty: DutyView) => unknown} what @returns {(duty: DutyView) => unknown} */
  const then = (what) => (duty) => stage.orFail(work.chosen(duty).then((now) => now && what(now)))
  return html`<phieu-duties .duties=${last?.duties ?? work.duties} .words=${stage.words} .last=${last?.said} .asked=${desk?.asked}
    .port=${desk ? work : undefined} .known=${(/** @type {any} */ duty) => (desk ? desk.known(duty) : duty.known)}
    .onOpen=${then((duty) => work.open(duty))} .onReceipt=${then((duty) => work.showReceipt(duty))}></phieu-duties>`
}

/** @param {import('./work.js').Work} work */
function failed({ stage }) {
  const { words, failure, cause } = stage
  const { message = failure, errors = [] } = /** @type {any} */ (failure) ?? {}
  return html`<div class="sheet outcome refused" role="alert">
    <h2 tabindex="-1" id="title">${cause?.title ?? words.failed}</h2>
    <p>${cause?.help ?? words.tryLater}</p>
    ${cause?.notice}
    <details><summary>${words.details}</summary><pre>${String(message)}
${written(errors, undefined, 1)}</pre></details>
    <button type="button" class="button primary" @click=${stage.open}>${words.tryAgain}</button>
    <slot></slot>
  </div>`
}

/** That the plan is the one that the device kept, and since when. @param {import('./work.js').Work} work @param {number} at */
export function keptPlan(work, at) {
  const { words } = work.stage
  return html`<div class="notice quiet" role="status" id="kept-plan">
    <p>${words.planKept(when(at, words))}</p>
    ${
      work.mayGoBack()
        ? nothing
        : html`<button type="button" class="link" id="fetch-plan" @click=${() => work.stage.open()}>${words.tryAgain}</button>`
    }
  </div>`
}
