/**
 * The desk: the document beside what the plan makes of it, part by part.
 * @module
 */
import { html, nothing } from 'lit'
import { token } from '../office/server.js'
import { saveFile } from '../store/file.js'
import { checkPart } from './check.js'
import { paper } from './paper.js'
import { formsPart, headPart, listPart, targetsPart, unitsPart, unusedPart } from './parts.js'
import { publishPart } from './publish.js'
import { nameOf } from './rows.js'

/** @typedef {import('./element.js').PhieuPlan} Element */
/** @typedef {import('./element.js').PartName} PartName */
/** @typedef {import('../composing.js').CompositionView} View */
/** @typedef {import('../composing.js').List} List */

/** @type {PartName[]} */
const PARTS = ['head', 'units', 'targets', 'duties', 'forms', 'activities', 'unused', 'check', 'publish']

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
      <div class="desk ${head.hasDocument ? '' : 'alone'}">
        ${head.hasDocument ? marked(plan, view) : nothing}
        <section class="tables" aria-label=${words.tables}>
          ${tabs(plan, view)}
          <div class="panel" role="tabpanel" id="panel" aria-labelledby="part-${plan.tab}">
            <h3>${words.parts[plan.tab]}</h3>
            <p class="hint">${words.helps[plan.tab]}</p>
            ${panel(plan, view)}
          </div>
        </section>
      </div>`
}

/** @param {Element} plan @param {View} view */
function marked(plan, { rows, unused }) {
  const standings = new Map(rows.map((row) => [nameOf(row), `${row.standing} ${row.grade ?? ''}`]))
  for (const { id, done } of unused) standings.set(`unused/${id}`, done ? 'done' : 'unused')
  return paper({
    words: plan._words,
    lines: plan.lines,
    current: plan.open,
    standing: (of) => standings.get(of) ?? '',
    onSee: (of) => plan._see(of),
  })
}

/** @param {Element} plan @param {View} view */
function tabs(plan, { rows, unused }) {
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
  const move = (/** @type {KeyboardEvent} */ event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    plan.tab = PARTS[(PARTS.indexOf(plan.tab) + step + PARTS.length) % PARTS.length] ?? 'head'
    plan._focus(`#part-${plan.tab}`)
  }
  return html`<div class="parts" role="tablist" aria-label=${words.tables} @keydown=${move}>${PARTS.map(
    (name) => html`<button type="button" role="tab" id="part-${name}" aria-selected=${plan.tab === name}
        aria-controls="panel" tabindex=${plan.tab === name ? 0 : -1}
        @click=${() => {
          plan.tab = name
        }}>${words.parts[name]}${
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
  }
  if (tab === 'head') return headPart(made?.cells('head', '') ?? [], port)
  if (tab === 'units') return unitsPart(view, port)
  if (tab === 'targets') return targetsPart(view, port)
  if (tab === 'forms') return formsPart(made?.forms() ?? [], port)
  if (tab === 'unused') return unusedPart(view, port)
  if (tab === 'duties' || tab === 'activities') return listPart(tab, view, port)
  if (tab === 'check') {
    const { findings } = plan.said ?? { findings: [] }
    return checkPart(findings, made?.calendar() ?? [], {
      words: plan._words,
      onGo: (place) => plan._mend(place),
    })
  }
  return publishPart({
    ...plan.publishing,
    words: plan._words,
    isWhole: plan.said?.isWhole ?? false,
    secret: token.read(),
    onEnter: (secret) => {
      plan.publishing = { ...plan.publishing, isWrong: false }
      token.write(secret)
    },
    onLeave: () => token.write(null),
    onPublish: (isOver) => plan._publish(isOver),
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
