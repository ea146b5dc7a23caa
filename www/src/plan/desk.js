/**
 * The desk: the document beside what the plan makes of it, part by part.
 * @module
 */
import { html, nothing } from 'lit'
import { token } from '../office/server.js'
import { printAlone } from '../print.js'
import { saveFile } from '../store/file.js'
import { announce, compare, formAddress, stand } from './announcing.js'
import { checkPart } from './check.js'
import { codesPart, lettersOf } from './codes.js'
import { detailsOf } from './details.js'
import { jsonPart } from './json.js'
import { movingPart } from './moving.js'
import { outlinePart } from './outline.js'
import { paper } from './paper.js'
import { formsPart, headPart, listPart, targetsPart, unitsPart, unusedPart } from './parts.js'
import { printed } from './printed.js'
import { publishPart } from './publish.js'
import { nameOf } from './rows.js'
import { chooser, sheetPart } from './sheet.js'
import { beside, chooseTried, trialPart } from './trial.js'
import { see, seen, use } from './using.js'

/** @typedef {import('./element.js').PhieuPlan} Element */
/** @typedef {import('./element.js').PartName} PartName */
/** @typedef {import('../composing.js').CompositionView} View */
/** @typedef {import('../composing.js').List} List */

/** @type {PartName[]} */
const PARTS = ['head', 'outline', 'units', 'targets', 'duties', 'forms', 'activities', 'unused']
PARTS.push('check', 'json', 'publish')

/** What only a document has. @type {PartName[]} */
const OF_DOCUMENT = ['outline', 'unused']

/**
 * The document beside what the plan makes of it.
 * @param {Element} plan @param {View} view
 */
export function desk(plan, view) {
  const words = plan._words
  const { made } = plan
  const { head, canUndo, canRedo } = view
  return html`<header class="plan-head">
        <div class="plan-name"><h2 tabindex="-1" id="title">${head.title || words.untitled}</h2>
          <p class="hint">${head.about}</p></div>
        <div class="tools">
          <span class="hint" role="status" id="keeping">${words[plan.keeping]}</span>
          <button type="button" class="button small" id="undo" ?disabled=${!canUndo} @click=${() => plan._undo()}>${words.undo}</button>
          <button type="button" class="button small" id="redo" ?disabled=${!canRedo} @click=${() => plan._redo()}>${words.redo}</button>
          <button type="button" class="button small" id="save-work" @click=${() =>
            made &&
            saveFile(`soan-${made.fileName()}`, 'application/json', made.save())}>${words.saveWork}</button>
          <button type="button" class="button small" id="save-plan" ?disabled=${!plan.said?.isWhole} @click=${() =>
            made && saveFile(made.fileName(), 'application/json', made.plan())}>${words.savePlan}</button>
          <button type="button" class="link" id="close" @click=${() => plan._close()}>${words.close}</button>
        </div>
      </header>
      ${plan.trouble ? html`<p class="notice bad" role="alert" id="trouble">${plan.trouble}</p>` : nothing}
      ${sides(plan, head.hasDocument)}
      <div class="desk beside-${plan.side} ${head.hasDocument || plan.side === 'trial' ? '' : 'alone'}">
        ${plan.side === 'trial' ? trying(plan, view) : head.hasDocument ? marked(plan, view) : nothing}
        <section class="tables" aria-label=${words.tables}>
          ${tabs(plan, view)}
          <div class="panel" role="tabpanel" id="panel" aria-labelledby="part-${plan.tab}">
            <h3>${words.parts[plan.tab]}</h3>
            <p class="hint">${words.helps[plan.tab]}</p>
            ${panel(plan, view)}
          </div>
        </section>
      </div>
      ${made ? onPaper(plan, made) : nothing}`
}

/** What is printed. @param {Element} plan @param {import('../composing.js').Composing} made */
function onPaper({ tab, said, canPrint, codes, onPaper, _words: words }, made) {
  if (tab !== 'publish' || !said?.isWhole || !canPrint) return nothing
  return onPaper === 'letters' && codes.shown ? lettersOf(codes.shown) : printed(made.printed(), words)
}

/** What stands beside the tables. @param {Element} plan @param {boolean} hasDocument */
function sides(plan, hasDocument) {
  const words = plan._words
  const names = hasDocument ? /** @type {const} */ (['paper', 'trial']) : /** @type {const} */ (['trial'])
  return html`<div class="sides" role="group" aria-label=${words.beside}>${names.map(
    (
      name,
    ) => html`<button type="button" class="button small" id="side-${name}" aria-pressed=${plan.side === name}
      @click=${() => beside(plan, name === plan.side && !hasDocument ? 'paper' : name)}>${words.sides[name]}</button>`,
  )}</div>`
}

/** @param {Element} plan @param {View} view */
function trying(plan, view) {
  const { made, lang, theme, tried, isTrialFailed } = plan
  return trialPart({
    ...{ words: plan._words, lang, theme, view, tried },
    forms: made?.forms() ?? [],
    isWhole: plan.said?.isWhole ?? false,
    isFailed: isTrialFailed,
    onChoose: (of) => chooseTried(plan, of),
    onAgain: () => beside(plan, 'trial'),
  })
}

/** @param {Element} plan @param {View} view */
function marked(plan, { rows, unused }) {
  const standings = new Map(rows.map((row) => [nameOf(row), `${row.standing} ${row.grade ?? ''}`]))
  for (const { id, done } of unused) standings.set(`unused/${id}`, done ? 'done' : 'unused')
  return paper({
    words: plan._words,
    lines: plan.lines,
    current: seen(plan),
    standing: (of) => standings.get(of) ?? '',
    onSee: (of) => see(plan, of),
    onUse: (list, named) => use(plan, list, named),
  })
}

/** @param {Element} plan @param {View} view */
function tabs(plan, { head, rows, unused }) {
  const words = plan._words
  const open = (/** @type {string} */ list) =>
    rows.filter((row) => row.list === list && row.standing === 'proposed' && row.grade !== 'maybe').length
  const errors = plan.said?.findings.filter(({ severity }) => severity === 'error').length ?? 0
  /** @type {Partial<Record<PartName, number>>} */
  const counts = {
    targets: open('targets'),
    duties: open('duties'),
    activities: open('activities'),
    unused: unused.filter(({ done }) => !done).length,
    check: errors,
  }
  const parts = PARTS.filter((name) => head.hasDocument || !OF_DOCUMENT.includes(name))
  const move = (/** @type {KeyboardEvent} */ event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    plan._part(parts[(parts.indexOf(plan.tab) + step + parts.length) % parts.length] ?? 'head')
    plan._focus(`#part-${plan.tab}`)
  }
  return html`<div class="parts" role="tablist" aria-label=${words.tables} @keydown=${move}>${parts.map(
    (name) => html`<button type="button" role="tab" id="part-${name}" aria-selected=${plan.tab === name}
        aria-controls="panel" tabindex=${plan.tab === name ? 0 : -1}
        @click=${() => plan._part(name)}>${words.parts[name]}${
          counts[name]
            ? html` <span class="count ${name === 'check' ? 'bad' : ''}">${counts[name]}</span>`
            : nothing
        }</button>`,
  )}</div>`
}

/** @param {Element} plan @param {View} view */
function panel(plan, view) {
  const { made, tab, open, chosen } = plan
  const [list = '', id = ''] = open?.split('/') ?? []
  /** @type {import('./rows.js').Port} */
  const port = {
    words: plan._words,
    open,
    cells: open && made ? made.cells(/** @type {List} */ (list), id) : [],
    chosen,
    onChoose: (names, isChosen) => {
      for (const name of names) isChosen ? chosen.add(name) : chosen.delete(name)
      plan.requestUpdate()
    },
    onOpen: (name) => {
      plan.open = name
    },
    onAct: (act, list, ids, more) => plan._act(act, list, ids, more),
    pieces: ['duties', 'targets'].includes(tab) ? (made?.pieces() ?? []) : [],
    onDo: (action) => plan._do(action),
    onUse: (list, named) => use(plan, list, named),
    details: (list, id, isForm) => detailsOf(plan, list, id, isForm),
  }
  if (tab === 'head')
    return html`${view.head.hasDays && !view.head.hasDocument && made ? moves(plan, made) : nothing}
      ${headPart(made?.cells('head', '') ?? [], port)}`
  if (tab === 'outline')
    return outlinePart(made?.outline() ?? [], plan.lines, {
      words: plan._words,
      onLevel: (id, level) => plan._act('level', 'head', [id], { text: level }),
    })
  if (tab === 'json')
    return jsonPart(made?.json() ?? { text: '', isPlan: true, faults: [] }, {
      words: plan._words,
      onWrite: (text) => plan._act('write', 'head', [], { text }),
    })
  if (plan.sheet && tab === (plan.sheet.list === 'units' ? 'units' : 'targets'))
    return sheetPart(plan, plan.sheet)
  if (tab === 'units') return html`${chooser(plan, 'units')} ${unitsPart(view, port)}`
  if (tab === 'targets') return html`${targetsPart(view, port)} ${chooser(plan, 'figures')}`
  if (tab === 'forms') return formsPart(made?.forms() ?? [], port)
  if (tab === 'unused') return unusedPart(view, port)
  if (tab === 'duties' || tab === 'activities') return listPart(tab, view, port)
  if (tab === 'check') {
    const { findings } = plan.said ?? { findings: [] }
    return checkPart(findings, made?.calendar(plan.calendarOf) ?? [], {
      words: plan._words,
      units: unitsOf(view),
      unit: plan.calendarOf,
      onUnit: (unit) => {
        plan.calendarOf = unit
      },
      onGo: (place) => plan._mend(place),
      isMended: plan.isMended,
      onMend: (actions) => {
        plan._do(...actions)
        plan.isMended = plan.trouble === null
        plan._focus('#mended')
      },
    })
  }
  return publishing(plan, view)
}

/** The units that are in the plan. @param {View} view */
const unitsOf = ({ rows }) =>
  rows.filter(({ list, standing }) => list === 'units' && standing === 'confirmed')

/** @param {Element} plan @param {import('../composing.js').Composing} made */
function moves(plan, made) {
  const { moving } = plan
  return movingPart(moving ? made.moving(moving.first) : null, {
    words: plan._words,
    isOpen: moving !== null,
    kept: moving?.kept ?? new Set(),
    onOpen: (isOpen) => {
      if (isOpen !== (plan.moving !== null)) plan.moving = isOpen ? { first: '', kept: new Set() } : null
    },
    onFirst: (first) => {
      plan.moving = { first, kept: new Set() }
    },
    onKeep: (id, isKept) => {
      const kept = new Set(moving?.kept)
      if (isKept) kept.add(id)
      else kept.delete(id)
      plan.moving = { first: moving?.first ?? '', kept }
    },
    onMove: (first, ids) => {
      plan._act('move', 'head', ids, { text: first })
      if (plan.trouble) return
      plan.moving = null
      plan._focus('#title')
    },
    onGo: (place) => plan._mend(place),
  })
}

/** @param {Element} plan @param {View} view */
function publishing(plan, view) {
  const { made } = plan
  const units = unitsOf(view)
  const unit = plan.publishing.unit || units[0]?.id || ''
  return publishPart({
    codes: (form) => codesPart(plan, form, units, unit),
    form: formAddress(plan, { address: `/plans/${view.head.id}` }),
    publishing: plan.publishing,
    words: plan._words,
    file: made?.fileName() ?? '',
    units,
    unit,
    isWhole: plan.said?.isWhole ?? false,
    secret: token.read(),
    onEnter: (secret) => {
      plan.publishing = { ...plan.publishing, isWrong: false }
      token.write(secret)
      if (plan.said?.isWhole) compare(plan)
    },
    onLeave: () => token.write(null),
    onPublish: (isOver) => announce(plan, isOver),
    onCompare: () => compare(plan),
    onStand: (state) => stand(plan, state),
    onUnit: (unit) => {
      plan.publishing = { ...plan.publishing, unit }
    },
    onAgenda: async (unit) => {
      await plan.core?.publishing()
      const file = plan.made?.agenda(unit, Date.now())
      if (file) saveFile(`${unit}.ics`, 'text/calendar', file)
    },
    onPrint: async () => {
      plan.onPaper = 'plan'
      const page = await plan._focus('#printed')
      if (page) printAlone(page)
    },
    onCheck: () => {
      plan.tab = 'check'
    },
    onCopy: async (snippet) => {
      // On an address that is not secure a page has no clipboard: what is selected is copied by hand.
      const area = plan.renderRoot.querySelector('#snippet')
      if (area instanceof HTMLTextAreaElement) area.select()
      const isCopied = await copies(snippet)
      plan.publishing = { ...plan.publishing, isCopied }
    },
  })
}

/** Whether the text could be put where people paste from. @param {string} text */
async function copies(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
