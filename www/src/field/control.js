/**
 * The input itself. No `name`, no `maxlength` (it would cut off what was pasted, silently) and no `type="number"`
 * (it hides what it cannot read): text in, and the core says what it makes of it.
 * @module
 */
import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'

/**
 * @typedef {object} Control
 * @property {import('../types.js').FieldView} field
 * @property {string} id
 * @property {string} path
 * @property {unknown} value what to write into the input when it is made
 * @property {import('../types.js').InputView['choices']} choices
 * @property {boolean} wrong
 * @property {boolean} locked whether it can only be read
 * @property {string} describedBy
 * @property {import('../words.js').Words} words
 * @property {import('./element.js').PhieuField} on what hears of it
 */

/** @param {Control} options */
export function control(options) {
  const { field, locked, choices } = options
  if (field.kind === 'file') return html`<phieu-files .options=${options}></phieu-files>`
  if (field.kind === 'table') return html`<phieu-table .options=${options}></phieu-table>`
  // Buttons to choose with cannot be made read-only; what was chosen can be read as words, each answer on a line.
  if (choices.length > 0) {
    const chosen = choices.filter((one) => one.chosen).map(({ label }) => label)
    const read = chosen.length > 1 ? area : line
    return locked ? read({ ...options, value: chosen.join('\n') }) : choice(options)
  }
  return field.lines ? area(options) : line(options)
}

/** @param {Event} event */
const textOf = (event) => /** @type {HTMLInputElement} */ (event.target).value

/** @param {Control} options */
function line({ field, choices, id, path, value, wrong, locked, describedBy, on }) {
  return html`<div class="control ${field.short ? 'short' : ''}">
    <span class="typed"><input type="text" id=${id} part="input" .value=${value} data-path=${path}
      inputmode=${field.inputMode ?? 'text'} autocomplete=${field.autocomplete}
      autocapitalize=${field.short ? 'off' : 'sentences'} spellcheck="false" enterkeyhint="next"
      ?readonly=${locked} aria-labelledby=${choices.length > 0 ? `${id}-label` : nothing}
      aria-required=${field.required || nothing} aria-invalid=${wrong || nothing} aria-describedby=${describedBy}
      @input=${(/** @type {Event} */ event) => on.typed(path, textOf(event))}
      @change=${(/** @type {Event} */ event) => on.left(path, textOf(event))}
      @blur=${(/** @type {Event} */ event) => on.left(path, textOf(event))}></span>
    ${field.noun ? html`<span class="noun">${field.noun}</span>` : nothing}
    ${/^(date|time)$/.test(field.kind) && !locked ? html`<phieu-picker .on=${on} .path=${path}></phieu-picker>` : nothing}
  </div>`
}

/** @param {Control} options */
function area({ field, choices, id, path, value, wrong, locked, describedBy, on }) {
  return html`<div class="control">
    <textarea id=${id} part="input" rows="3" .value=${value} data-path=${path} spellcheck="false"
      ?readonly=${locked} aria-labelledby=${choices.length > 0 ? `${id}-label` : nothing}
      aria-required=${field.required || nothing} aria-invalid=${wrong || nothing} aria-describedby=${describedBy}
      @input=${(/** @type {Event} */ event) => on.typed(path, textOf(event))}
      @change=${(/** @type {Event} */ event) => on.left(path, textOf(event))}
      @blur=${(/** @type {Event} */ event) => on.left(path, textOf(event))}></textarea>
  </div>`
}

/** @param {Control} options */
function choice({ id, path, choices, wrong, describedBy, on, field, words }) {
  const answer = (/** @type {string} */ text) => {
    on.typed(path, text)
    on.left(path, text)
  }
  const { several } = field
  return html`<div class="choices" role=${several ? 'group' : 'radiogroup'} aria-labelledby="${id}-label"
    aria-required=${(!several && field.required) || nothing}>
    ${choices.map(
      ({ value, label, chosen }, index) => html`<label class="choice">
        <input type=${several ? 'checkbox' : 'radio'} name=${id} id=${index === 0 ? id : nothing} .checked=${live(chosen)}
          data-path=${path}
          aria-describedby=${describedBy} aria-invalid=${wrong || nothing}
          @change=${() => answer(value)}>
        <span>${label}</span>
      </label>`,
    )}
    ${
      choices.some(({ chosen }) => chosen)
        ? html`<button type="button" class="link" aria-label="${words.clear}: ${field.label}" @click=${() => answer('')}>
            ${words.clear}</button>`
        : nothing
    }
  </div>`
}
