/**
 * What a field is answered with: a line, several, or a choice.
 * @module
 */
import { html, nothing } from 'lit'
import { Directive, directive } from 'lit/directive.js'
import { attributesOf } from './input.js'

/**
 * @typedef {object} Control
 * @property {import('../types.js').FieldView} field
 * @property {string} id
 * @property {string} path
 * @property {string} value what stands in it
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

/** An element that shows one which was there before it. */
const holding = directive(
  class extends Directive {
    render(/** @type {Element} */ _shown) {
      return nothing
    }

    /** @override @param {import('lit/directive.js').ElementPart} part @param {[Element]} shown */
    update({ element }, [shown]) {
      if (element.firstChild !== shown) {
        element.textContent = ''
        element.append(shown)
      }
      return nothing
    }
  },
)

/** @param {'input' | 'textarea'} tag @param {Control} options */
function typedInto(tag, { field, choices, path, value, wrong, locked, describedBy, on }) {
  const attributes = attributesOf(tag, field, path, {
    describedBy,
    wrong,
    locked,
    isNamed: choices.length > 0,
  })
  return holding(on.inputAt(tag, attributes, value))
}

/** @param {Control} options */
function line(options) {
  const { field, path, locked, on } = options
  return html`<div class="control ${field.short ? 'short' : ''}">
    <span class="typed" ${typedInto('input', options)}></span>
    ${field.noun ? html`<span class="noun">${field.noun}</span>` : nothing}
    ${/^(date|time)$/.test(field.kind) && !locked ? html`<phieu-picker .on=${on} .path=${path}></phieu-picker>` : nothing}
  </div>`
}

/** @param {Control} options */
function area(options) {
  return html`<div class="control" ${typedInto('textarea', options)}></div>`
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
      ({ value, label }, index) => html`<label class="choice">
        <input type=${several ? 'checkbox' : 'radio'} name=${id} id=${index === 0 ? id : nothing}
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
