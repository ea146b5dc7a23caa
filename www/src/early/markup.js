/**
 * The beginning of a blank form as plain elements, as the parts of a form render it: what is typed into it must find the same
 * field in the same place when they come.
 * @module
 */
import { attributeText, momentOf } from '../attributes.js'
import { idOf } from '../field/id.js'
import { attributesOf } from '../field/input.js'
import { isBeside, isGroup, isLong } from '../field/shape.js'
import { FIRST, isFoldedAtFirst } from '../screens/form/start.js'
import { first as words } from '../words/first.js'

/** @typedef {import('../types.js').FieldView} FieldView */
/** @typedef {import('../types.js').FormView} FormView */
/** @typedef {string | number | boolean | null | undefined} Value */
/** @typedef {Node | string | false | null | undefined} Child */

/**
 * An element; what is false or not there is left out.
 * @param {string} name
 * @param {Record<string, Value>} [attributes]
 * @param {Child[]} children
 */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes))
    if (value || value === '') made.setAttribute(key, value === true ? '' : String(value))
  for (const child of children) if (child) made.append(child)
  return made
}

/** What a line of text or several are typed into; all else comes with the form. @param {FieldView} field */
const isPlain = ({ kind, inputs }) =>
  !/^(date|time|file|table)$/.test(kind) && inputs.every(({ choices }) => choices.length === 0)

/**
 * The form as far as it comes first; none where it begins with what only the form can show.
 * @param {FormView} view
 * @param {HTMLElement} tag
 */
export function markup(view, tag) {
  const sections = begun(view)
  if (sections.length === 0) return undefined
  return element(
    'div',
    {
      class: 'phieu',
      part: 'base',
      lang: words.lang,
      'data-theme': attributeText.fromAttribute(tag.getAttribute('theme')),
    },
    element('slot', { name: 'header' }),
    element(
      'header',
      { class: 'top', part: 'header' },
      element('p', { class: 'plan' }, element('span', { class: 'plan-title' }, view.title)),
      element('p', { class: 'who' }, element('strong', { id: 'unit-name' }, view.unitName)),
      element('span'),
      element('button', { type: 'button', class: 'link back', id: 'back' }, words.back),
    ),
    element('div', { class: 'sheet', part: 'form' }, head(view, tag), ...sections, bar()),
    element('slot', { name: 'footer' }),
  )
}

/** @param {FormView} view @param {HTMLElement} tag */
function head({ dutyName, datedText, deadlineText }, tag) {
  const isHourOwn = momentOf(attributeText.fromAttribute(tag.getAttribute('data-now'))) === null
  const line = (/** @type {string} */ name, /** @type {Child[]} */ ...said) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, ...said))
  const hour = isHourOwn && element('span', { class: 'hint', id: 'hour-own' }, words.hourOwn)
  const remaining = element('span', { class: 'remaining', id: 'remaining' })
  return element(
    'header',
    { class: 'sheet-head' },
    element('h2', { tabindex: -1, id: 'title' }, dutyName),
    element(
      'dl',
      { class: 'meta' },
      line(words.period, datedText),
      deadlineText && line(words.deadline, deadlineText, ' ', remaining, ' ', hour),
    ),
  )
}

/** The sections as far as they come first, and end before what only the form can show. @param {FormView} view */
function begun({ sections }) {
  let left = FIRST
  const shown = []
  for (const [place, section] of sections.entries()) {
    if (left <= 0) break
    const isFolded = isFoldedAtFirst(place)
    const { fields, activities } = section
    const plain = fields.slice(0, left)
    const other = plain.findIndex((each) => !isPlain(each))
    const end = other < 0 ? plain.length : other
    if (end === 0 && place === 0) return []
    shown.push(sectionOf(section, isFolded ? [] : plain.slice(0, end), isFolded))
    left = other < 0 && !activities ? left - fields.length : 0
  }
  return shown
}

/** @param {import('../types.js').SectionView} section @param {FieldView[]} fields @param {boolean} isFolded */
function sectionOf({ id, title, hint }, fields, isFolded) {
  const fold = { type: 'button', class: 'fold', 'aria-expanded': String(!isFolded) }
  const about = { 'aria-controls': `within-${id}`, 'aria-describedby': `tally-${id}` }
  return element(
    'section',
    { class: 'section', part: 'section', 'data-section': id, 'aria-labelledby': `section-${id}` },
    element(
      'div',
      { class: 'section-head' },
      element('h3', { id: `section-${id}` }, element('button', { ...fold, ...about }, title)),
      element('p', { class: 'tally', id: `tally-${id}` }),
    ),
    element(
      'div',
      { class: 'within', id: `within-${id}`, hidden: isFolded },
      hint && element('p', { class: 'hint' }, hint),
      run(fields),
    ),
  )
}

/** Fields that are in sight: a box that is watched would be laid out twice. @param {FieldView[]} fields */
function run(fields) {
  const made = element('div', { class: 'run' }, ...fields.map((field) => element('div', {}, fieldOf(field))))
  made.style.contentVisibility = 'visible'
  return made
}

/** @param {FieldView} field */
function fieldOf(field) {
  const { inputs, kind, label, hint, required, targets, before, remains } = field
  const several = isGroup(field)
  const beside = isBeside(field, isLong(targets))
  const id = idOf(inputs[0]?.path ?? field.id)
  const known = [before, ...targets, remains].filter(Boolean)
  const facts =
    known.length > 0 &&
    element('ul', { class: 'facts', id: `${id}-facts` }, ...known.map((fact) => element('li', {}, fact)))
  const name = { class: 'label', id: `${id}-label`, part: 'label' }
  const title = [label, required && ' ', required && element('span', { class: 'required' }, words.required)]
  const answers = inputs.map((input) => {
    const at = idOf(input.path)
    const described = [hint && `${id}-hint`, known.length > 0 && `${id}-facts`, `${at}-echo`]
    return element(
      'div',
      { class: `answer ${beside ? 'beside' : ''}` },
      several &&
        input.label &&
        element('label', { class: 'sub-label', for: at, id: `${at}-sub` }, input.label),
      control(field, input.path, described.filter(Boolean).join(' ')),
      beside && facts,
      element('p', { class: 'echo', 'data-kind': kind, id: `${at}-echo`, part: 'echo' }, element('span')),
    )
  })
  const group = { role: 'group', 'data-kind': kind, 'aria-labelledby': `${id}-label` }
  return element(
    'div',
    { class: 'field', part: 'field', ...(several ? group : {}) },
    element(
      'div',
      { class: 'about' },
      several ? element('p', name, ...title) : element('label', { ...name, for: id }, ...title),
      hint && element('p', { class: 'hint', id: `${id}-hint` }, hint),
      !beside && facts,
    ),
    element('div', { class: 'answers' }, ...answers),
  )
}

/** @param {FieldView} field @param {string} path @param {string} describedBy */
function control(field, path, describedBy) {
  const { lines, short, noun } = field
  const tag = lines ? 'textarea' : 'input'
  const input = element(tag, attributesOf(tag, field, path, { describedBy }))
  if (lines) return element('div', { class: 'control' }, input)
  return element(
    'div',
    { class: `control ${short ? 'short' : ''}` },
    element('span', { class: 'typed' }, input),
    noun && element('span', { class: 'noun' }, noun),
  )
}

/** The picture comes with the form, as does what stands between the others: its room is kept. */
function bar() {
  const saved = element('p', { class: 'saved' }, picture(), element('span', {}, words.notSaved))
  return element(
    'div',
    { class: 'bar', part: 'bar' },
    element('div', { class: 'bar-status' }, element('p', { class: 'left' }, '\u00a0'), saved),
    element('span'),
    element('span'),
    element(
      'button',
      { type: 'button', class: 'button primary', part: 'button primary', id: 'to-review' },
      words.toReview,
    ),
  )
}

function picture() {
  const made = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  made.setAttribute('class', 'icon')
  return made
}
