/**
 * Publishing: what it changes and whom that touches, and what comes after it: the way to the form, links and calendars of
 * units, what the webmaster needs, and how the plan stands.
 * @module
 */
import { html, nothing } from 'lit'
import { door } from '../office/door.js'

/** @typedef {import('./announcing.js').Publishing} Publishing */
/** @typedef {{ words: import('./words.js').Words, isWhole: boolean, secret: string | null, publishing: Publishing,
 *   units: { id: string, title: string }[], unit: string, form: string, codes: (form: string) => unknown, file: string, onEnter: (secret: string | null) => void, onLeave: () => void,
 *   onPublish: (over: boolean) => void, onCompare: () => void, onStand: (state: string) => void, onCheck: () => void,
 *   onCopy: (text: string) => void, onUnit: (unit: string) => void, onAgenda: (unit: string) => void,
 *   onPrint: () => void }} Port */

/** @param {Port} port */
export function publishPart(port) {
  const { words, isWhole, secret, publishing } = port
  const { isWrong, isBusy, trouble, standing, done, against } = publishing
  if (!secret) return door({ words, wrong: isWrong, onEnter: port.onEnter })
  return html`${
    isWhole
      ? nothing
      : html`<p class="notice warn" id="not-yet">${words.notYet}
        <button type="button" class="link" @click=${port.onCheck}>${words.parts.check}</button></p>`
  }
  ${against && isWhole ? compared(against, words) : nothing}
  <div class="tools">
    <button type="button" class="button primary" id="publish" ?disabled=${!isWhole || isBusy}
      @click=${() => port.onPublish(false)}>${isBusy ? words.busy : words.publish}</button>
    <button type="button" class="button" id="compare" ?disabled=${!isWhole || isBusy} @click=${port.onCompare}>${words.compare}</button>
    <button type="button" class="link" @click=${port.onLeave}>${words.leave}</button>
  </div>
  ${
    standing
      ? html`<div class="notice warn" role="alert" id="standing">
        <h4>${words.standing}</h4><p>${standing.message}</p>
        ${
          standing.changes.length > 0
            ? html`<p>${words.changes}:</p><ul>${standing.changes.map((change) => html`<li>${change}</li>`)}</ul>`
            : nothing
        }
        ${
          standing.tag
            ? html`<button type="button" class="button" id="replace" @click=${() => port.onPublish(true)}>${words.replace}</button>`
            : nothing
        }
      </div>`
      : nothing
  }
  ${trouble ? html`<p class="notice bad lines" role="alert" id="publish-trouble">${trouble}</p>` : nothing}
  ${done ? after(done, port) : nothing}
  ${done || port.publishing.stands ? forUnits(port) : nothing}
  ${standsPart(port)}`
}

/** @param {Exclude<Publishing['against'], null>} against @param {Port['words']} words */
function compared(against, words) {
  if (against === 'new') return html`<p class="notice quiet" role="status" id="against">${words.isNew}</p>`
  const { version, changes, touched } = against
  if (changes.length === 0)
    return html`<p class="notice good" role="status" id="against">${words.isSame(version)}</p>`
  return html`<section class="against" id="against" aria-labelledby="against-title">
    <h4 id="against-title" tabindex="-1">${words.against(version)}</h4>
    <ul class="changes">${changes.map((change) => html`<li>${change}</li>`)}</ul>
    <h4>${words.touched}</h4>
    ${touched.length === 0 ? html`<p class="empty">${words.touchesNobody}</p>` : nothing}
    <ul class="findings">${touched.map(
      ({ severity, message, units, more }) => html`<li class="finding ${severity}"><p>${message}</p>
        ${
          units.length > 0
            ? html`<details><summary>${words.ofUnits(units.length + more)}</summary>
              <ul class="names">${units.map((unit) => html`<li>${unit}</li>`)}${
                more > 0 ? html`<li>${words.andMore(more)}</li>` : nothing
              }</ul></details>`
            : nothing
        }</li>`,
    )}</ul>
  </section>`
}

/** @param {import('./announcing.js').Done} done @param {Port} port */
function after(done, { words, publishing: { isCopied }, ...port }) {
  return html`<div class="published" role="status" id="published">
    <h4>${words.published}</h4>
    <p><strong>${done.title}</strong> <span class="hint">${words.version(done.version)} ${done.stateText}</span></p>
    <p class="tools"><a class="button primary" href=${done.form} target="_blank" rel="noopener" id="open-form">${words.openForm}</a>
      <button type="button" class="button" id="print" @click=${port.onPrint}>${words.print}</button></p>
    <h4>${words.snippet}</h4>
    <p class="hint" id="snippet-help">${words.snippetHelp}</p>
    <textarea id="snippet" readonly rows="3" aria-label=${words.snippet} aria-describedby="snippet-help"
      .value=${done.snippet}></textarea>
    <button type="button" class="button" id="copy" @click=${() => port.onCopy(done.snippet)}>
      ${isCopied ? words.copied : words.copy}</button>
  </div>`
}

/** What each unit is given. @param {Port} port */
function forUnits({ words, units, unit, file, form, codes, ...port }) {
  return html`<section class="published" aria-labelledby="for-units">
    <h4 id="for-units">${words.forUnits}</h4>
    <div class="tools">
      <label for="of-unit">${words.trialUnit}</label>
      <select id="of-unit" @change=${(/** @type {Event} */ { target }) =>
        port.onUnit(/** @type {HTMLSelectElement} */ (target).value)}>${units.map(
        ({ id, title }) => html`<option value=${id} .selected=${id === unit}>${title}</option>`,
      )}</select>
      <button type="button" class="button" id="agenda" @click=${() => port.onAgenda(unit)}>${words.agenda}</button>
    </div>
    ${codes(form)}
    <details><summary>${words.byCommand}</summary>
      <p class="hint" id="keys-help">${words.byCommandHelp}</p>
      <textarea id="keys" readonly rows="2" aria-label=${words.byCommand} aria-describedby="keys-help"
        .value=${`phieu keys ${file} --portal '${form}'`}></textarea>
    </details>
  </section>`
}

/** How the plan stands, and the ways to change that. @param {Port} port */
function standsPart({ words, publishing: { stands, isBusy }, onStand }) {
  if (!stands) return nothing
  return html`<details class="plan-block" id="stands"><summary>${words.stands} <span class="hint">${stands.stateText}</span></summary>
    <p class="hint">${words.standsHelp}</p>
    <div class="tools">${
      /** @type {const} */ (['open', 'withdrawn', 'archived']).map((state) =>
        state === stands.state
          ? nothing
          : html`<button type="button" class="button" id="stand-${state}" ?disabled=${isBusy}
            @click=${() => onStand(state)}>${words.standAs[state]}</button>`,
      )
    }</div></details>`
}
