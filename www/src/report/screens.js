/**
 * Which part shows a screen, and what it is given.
 * @module
 */
import { html, nothing } from 'lit'
import { PhieuError } from '../error.js'
import { written } from '../json.js'

/** @param {import('./element.js').PhieuReport} element */
export function screenOf(element) {
  const { words, work, desk, language } = element
  if (element.screen === 'failed') return failed(element)
  if (!desk || element.screen === 'loading') {
    return html`<p class="sheet loading" role="status">${words.loading}</p>`
  }
  const { office } = element
  switch (element.screen) {
    case 'units':
      return html`<phieu-units .plan=${desk.plan} .words=${words}
        .onChoose=${(/** @type {string} */ unit) => element.choose(unit)}></phieu-units>`
    case 'duties':
      return html`<phieu-duties .duties=${work.duties} .words=${words} .asked=${desk.asked} .element=${element}
        .known=${(/** @type {import('../types.js').DutyView} */ duty) => desk.known(duty)}
        .onOpen=${(/** @type {import('../types.js').DutyView} */ duty) => element.orFail(work.open(duty))}
        .onReceipt=${(/** @type {import('../types.js').DutyView} */ duty) => work.showReceipt(duty)}></phieu-duties>`
    case 'form':
      return html`<phieu-form .session=${work.session} .element=${element} .words=${words} .clock=${() => element.moment()}
        .restoredAt=${work.restoredAt} .notice=${work.notice}
        .onReview=${() => work.toReview()} .onFile=${() => work.saveDraft()}
        .onTakeFile=${(/** @type {string | undefined} */ draft) => work.takeDraft(draft)}></phieu-form>`
    case 'review':
      return html`<phieu-review .review=${work.review} .label=${work.occasion?.label ?? null} .words=${words} .office=${office} .sending=${work.dispatch?.sending}
        .lastSent=${work.before} .outdated=${work.outdated} .locked=${work.session?.locked ?? false}
        .onTake=${() => work.dispatch?.takeTheirs()}
        .onEdit=${() => element.show('form')} .onSend=${() => work.dispatch?.send()}></phieu-review>`
    case 'receipt':
      return html`<phieu-receipt .outcome=${work.dispatch?.outcome} .element=${element} .words=${words} .office=${office} .lang=${language}
        .momentText=${(/** @type {string} */ instant) => desk.plan.moment(Date.parse(instant))}
        .submission=${work.dispatch?.shown ?? ''} .heading=${headingOf(element)} .onBack=${() => work.goBack()}
        .onRetry=${() => work.dispatch?.retry()} .onEdit=${() => element.show('form')}></phieu-receipt>`
    default:
      return nothing
  }
}

/** @param {import('./element.js').PhieuReport} element */
function headingOf({ work, desk }) {
  const { occasion } = work
  if (!occasion) return undefined
  const { name, label, periodText } = occasion
  return { dutyName: name, label, periodText, unitName: desk?.unitName(work.unit) ?? '' }
}

/** @param {import('./element.js').PhieuReport} element */
function failed(element) {
  const { words, failure } = element
  const { code, message = failure, errors = [], trouble } = /** @type {any} */ (failure) ?? {}
  const [title, help] =
    code === 'panic'
      ? [words.crashed, words.crashedHelp]
      : code === 'denied'
        ? [words.planDenied, words.planDeniedHelp]
        : [words.failed, failure instanceof PhieuError ? words.failedHelp : words.cannotRun]
  return html`<div class="sheet outcome refused" role="alert">
    <h2 tabindex="-1" id="title">${title}</h2>
    <p>${help}</p>
    <phieu-obstacle .trouble=${code === 'denied' ? undefined : trouble} .words=${words}></phieu-obstacle>
    <details><summary>${words.details}</summary><pre>${String(message)}
${written(errors, undefined, 1)}</pre></details>
    <button type="button" class="button primary" @click=${() => element.open()}>${words.tryAgain}</button>
  </div>`
}
